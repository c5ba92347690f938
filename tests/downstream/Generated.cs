using System;
using System.IO;
using System.Linq;
using Newtonsoft.Json;

/// <summary>The fixtures of known events through the C# models of openapi-generator.</summary>
public static class Generated
{
    static readonly JsonSerializerSettings settings = new JsonSerializerSettings
    {
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateParseHandling = DateParseHandling.None,
    };

    public static void Main(string[] arguments)
    {
        int accepted = 0, refused = 0;
        foreach (string file in Directory.GetFiles(arguments[0], "*.json", SearchOption.AllDirectories).OrderBy(name => name))
        {
            string fixture = Path.GetFileName(Path.GetDirectoryName(file));
            string name = string.Concat(fixture.Split('-').Select(word => char.ToUpper(word[0]) + word.Substring(1)));
            Type model = typeof(Org.OpenAPITools.Model.Call).Assembly.GetType("Org.OpenAPITools.Model." + name + "Event");
            if (model == null) continue;
            string text = File.ReadAllText(file);
            try
            {
                JsonConvert.DeserializeObject(text, model, settings);
                accepted++;
            }
            catch (Exception error)
            {
                refused++;
                Console.Error.WriteLine(file + ": " + error.GetBaseException().Message);
            }
        }
        Console.WriteLine("{0} fixtures accepted, {1} refused", accepted, refused);
    }
}
