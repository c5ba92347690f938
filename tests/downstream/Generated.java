import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The fixtures of known events through the Java models of openapi-generator: read, and printed back. */
public class Generated {
    public static void main(String[] arguments) throws Exception {
        Path fixtures = Path.of(arguments[0]);
        List<Path> files;
        try (var found = Files.walk(fixtures)) {
            files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        int accepted = 0;
        int whole = 0;
        int refused = 0;
        for (Path file : files) {
            Path name = fixtures.relativize(file);
            Class<?> model;
            try {
                model = Class.forName("org.openapitools.client.model." + eventType(name.getName(1).toString()));
            } catch (ClassNotFoundException | NoClassDefFoundError none) {
                continue;
            }
            String text = Files.readString(file);
            try {
                Object body = model.getMethod("fromJson", String.class).invoke(null, text);
                String printed = (String) model.getMethod("toJson").invoke(body);
                accepted++;
                if (holds(JsonParser.parseString(text), JsonParser.parseString(printed))) {
                    whole++;
                } else {
                    System.err.println(name + ": not whole");
                }
            } catch (InvocationTargetException error) {
                refused++;
                System.err.println(name + ": " + error.getCause().getMessage());
            }
        }
        System.out.println(accepted + " fixtures accepted, " + whole + " printed back whole but for `null`s, " + refused
            + " refused");
    }

    private static String eventType(String event) {
        StringBuilder name = new StringBuilder();
        for (String word : event.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Event").toString();
    }

    /** Whether everything in `was` but `null`s is in `now`. */
    private static boolean holds(JsonElement was, JsonElement now) {
        if (was instanceof JsonObject object && now instanceof JsonObject other) {
            return object.entrySet().stream().allMatch(member -> member.getValue().isJsonNull()
                || other.has(member.getKey()) && holds(member.getValue(), other.get(member.getKey())));
        }
        if (was instanceof JsonArray array && now instanceof JsonArray other) {
            return array.size() == other.size()
                && IntStream.range(0, array.size()).allMatch(at -> holds(array.get(at), other.get(at)));
        }
        return was.equals(now);
    }
}
