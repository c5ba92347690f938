//! Bodies that are made to cost as much as they can.

/// A body: what it shows, and its text.
pub(crate) type Body = (&'static str, Vec<u8>);

/// `unit` again and again between `start` and `end`, `length` bytes in all or a little less.
fn repeated(length: usize, start: &str, unit: &str, end: &str) -> Vec<u8> {
    let times = length.saturating_sub(start.len() + end.len()) / unit.len();
    [start, &unit.repeat(times), end].concat().into_bytes()
}

/// The same with a member of another name each time.
fn numbered(length: usize, start: &str, value: &str, end: &str) -> Vec<u8> {
    let mut body = start.to_owned();
    for number in 0.. {
        let member = format!("\"{number:x}\":{value},");
        if body.len() + member.len() + end.len() > length {
            break;
        }
        body.push_str(&member);
    }
    (body + end).into_bytes()
}

/// JSON objects of about `length` bytes, the worst for one part of reading or another.
pub(crate) fn worst(length: usize) -> Vec<Body> {
    let all = |start: &str, unit: &str, end: &str| repeated(length, start, unit, end);
    let messages = "{\"message\":{\"messages\":[";
    let assistant = "{\"message\":{\"assistant\":{";
    let stats = "{\"message\":{\"call\":{\"metrics\":{\"callStats\":{";
    let deep_array = format!("{}1{},", "[".repeat(100), "]".repeat(100));
    let deep_object = format!("{}1{},", "{\"\":".repeat(100), "}".repeat(100));
    let long = "k".repeat(length / 2);
    vec![
        ("one long text", all("{\"a\":\"", "x", "\"}")),
        ("escapes", all("{\"a\":\"", "\\n", "\"}")),
        ("halves of surrogate pairs", all("{\"a\":\"", "\\ud800", "\"}")),
        ("bytes that are not UTF-8", [&b"{\"a\":\""[..], &vec![0xe9; length - 8], b"\"}"].concat()),
        ("an unknown array of numbers", all("{\"a\":[", "1,", "1]}")),
        ("an unknown array of small objects", all("{\"a\":[", "{\"\":1},", "1]}")),
        ("deep unknown arrays", all("{\"a\":[", &deep_array, "1]}")),
        ("deep unknown objects", all("{\"a\":[", &deep_object, "1]}")),
        ("messages that are numbers", all(messages, "1,", "1]}}")),
        ("empty messages", all(messages, "{},", "{}]}}")),
        ("messages with an unknown member", all(messages, "{\"\":1},", "{}]}}")),
        ("sound and damaged messages in turn", all(messages, "1,{},", "{}]}}")),
        ("numbers that no double holds", all(messages, "1e999,", "1]}}")),
        ("a member given twice", all("{\"message\":{", "\"type\":1,", "\"type\":\"hang\"}}")),
        ("unknown members", numbered(length, "{\"message\":{", "1", "\"z\":1}}")),
        ("damaged names", numbered(length, "{\"message\":{", "\"\\ud800\"", "\"z\":1}}")),
        ("damage below a long name", all(&format!("{{\"message\":{{\"{long}\":["), "\"\\ud800\",", "0]}}")),
        ("numbers for objects", all(&format!("{assistant}\"callForwardData\":["), "1,", "1]}}}")),
        (
            "texts for objects",
            all("{\"message\":{\"messages\":[{\"skippedAssistantMessages\":[", "\"\",", "1]}]}}"),
        ),
        (
            "unknown members of turns",
            all(&format!("{stats}\"turnsStats\":{{\"userTurns\":["), "{\"\":1},", "{}]}}}}}}"),
        ),
    ]
}
