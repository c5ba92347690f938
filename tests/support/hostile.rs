//! Bodies made to cost more than they weigh. No call is like them, so none is simulated.

/// A kind of them, by name: makes a body of about as many bytes as asked for.
type Kind = (&'static str, fn(usize) -> Vec<u8>);

/// The kinds of them.
pub(crate) const ALL: &[Kind] = &[
    ("damage below a long key", |size| {
        let key = "k".repeat(size / 2);
        message(&format!(r#""{key}":[{}]"#, array(r#""\ud800""#, size / 2)))
    }),
    ("repeats below a long key", |size| {
        let key = "k".repeat(size / 2);
        message(&format!(r#""{key}":{{{}}}"#, array(r#""a":1"#, size / 2)))
    }),
    ("damage below deep keys", |size| {
        let open: String = (0..100).map(|_| r#"{"ten_letters":"#).collect();
        message(&format!(r#""x":{open}[{}]{}"#, array("1e999", size), "}".repeat(100)))
    }),
    ("an array of the wrong things", |size| message(&format!(r#""messages":[{}]"#, array("1", size)))),
    ("an array of empty objects", |size| message(&format!(r#""messages":[{}]"#, array("{}", size)))),
    ("wrong things before empty objects", |size| {
        let (wrong, empty) = (array("1", size / 2), array("{}", size / 2));
        message(&format!(r#""messages":[{wrong},{empty}]"#))
    }),
    ("empty objects before wrong things", |size| {
        let (wrong, empty) = (array("1", size / 2), array("{}", size / 2));
        message(&format!(r#""messages":[{empty},{wrong}]"#))
    }),
    ("nulls and numbers to forward to", |size| {
        let (nulls, numbers) = (array("null", size / 2), array("1", size / 2));
        message(&format!(r#""assistant":{{"callForwardData":[{nulls},{numbers},{{}}]}}"#))
    }),
    ("damage in each member", |size| {
        let one = r#"{"messageId":[],"role":1,"text":{},"timestamp":true,"metrics":"","skippedAssistantMessages":0}"#;
        message(&format!(r#""messages":[{}]"#, array(one, size)))
    }),
    ("unknown members", |size| message(&members("", size))),
    ("unknown members in each message", |size| {
        message(&format!(r#""messages":[{}]"#, array(r#"{"a":0,"b":0}"#, size)))
    }),
    ("unknown values", |size| message(&format!(r#""messages":[{}]"#, array(r#"{"role":"x"}"#, size)))),
    ("callers' keys", |size| message(&format!(r#""call":{{"metadata":{{{}}}}}"#, members("", size)))),
    ("a histogram", |size| {
        let stats = members("", size);
        let stats = format!(r#"{{"ttsStats":{{"responseTimeDistribution":{{{stats}}}}}}}"#);
        message(&format!(r#""call":{{"metrics":{{"callStats":{stats}}}}}"#))
    }),
    ("one name again and again", |size| message(&array(r#""type":"hang""#, size))),
    ("one unknown name again and again", |size| message(&array(r#""x":[0]"#, size))),
    ("repeats inside repeats", |size| {
        let mut inside = format!(r#""{}""#, "x".repeat(size));
        for _ in 0..100 {
            inside = format!(r#"{{"a":{inside},"a":1}}"#);
        }
        message(&format!(r#""x":{inside}"#))
    }),
    ("free arrays", |size| message(&format!(r#""x":[{}]"#, array("0", size)))),
    ("free empty arrays", |size| message(&format!(r#""x":[{}]"#, array("[]", size)))),
    ("free empty objects", |size| message(&format!(r#""x":[{}]"#, array("{}", size)))),
    ("free small objects", |size| message(&format!(r#""x":[{}]"#, array(r#"{"a":0}"#, size)))),
    ("free objects inside objects", |size| {
        let one = format!("{}0{}", r#"{"":"#.repeat(100), "}".repeat(100));
        message(&format!(r#""x":[{}]"#, array(&one, size)))
    }),
    ("free texts, all different", |size| {
        let texts: Vec<_> = (0..size / 10).map(|index| format!(r#""{index:07}""#)).collect();
        message(&format!(r#""x":[{}]"#, texts.join(",")))
    }),
    ("many digits", |size| message(&format!(r#""x":[{}]"#, array("0.12345678901234567890123", size)))),
    ("names with half a pair", |size| {
        let names: Vec<_> = (0..size / 20).map(|index| format!(r#""{index:07}\ud800":0"#)).collect();
        message(&format!(r#""x":{{{}}}"#, names.join(",")))
    }),
    ("bytes that are no text", |size| {
        let body = message(&format!(r#""x":[{}]"#, array("\"?\"", size)));
        body.into_iter().map(|byte| if byte == b'?' { 0xff } else { byte }).collect()
    }),
    ("voices", |size| {
        let voices = format!(r#"{{"speech":{{"ttsData":[{}]}}}}"#, array("{}", size));
        message(&format!(r#""assistant":{{"config":{voices}}}"#))
    }),
    ("turns", |size| {
        let turns = format!(r#"{{"turnsStats":{{"botTurns":[{}]}}}}"#, array("{}", size));
        message(&format!(r#""call":{{"metrics":{{"callStats":{turns}}}}}"#))
    }),
    ("skipped messages", |size| {
        let one = format!(r#"{{"skippedAssistantMessages":[{}]}}"#, array("{}", size));
        message(&format!(r#""messages":[{one}]"#))
    }),
    ("outcomes", |size| message(&format!(r#""assistant":{{"assistantOutcome":[{}]}}"#, array("{}", size)))),
    ("everything together", |size| {
        let part = size / 6;
        let key = "k".repeat(part);
        let parts = [
            format!(r#""{key}":[{}]"#, array(r#""\ud800""#, part)),
            format!(r#""messages":[{},{}]"#, array("1", part), array("{}", part)),
            format!(r#""x":{{{}}}"#, array(r#""a":1e999"#, part)),
            members("y", part),
        ];
        let mut body = message(&parts.join(","));
        body.splice(0..0, *b"\xef\xbb\xbf");
        body
    }),
    ("a body of no family", |size| format!("{{{}}}", members("", size)).into_bytes()),
    ("a campaign", |size| format!(r#"{{"campaign":[],{}}}"#, members("", size)).into_bytes()),
];

/// `{"message": …}`.
fn message(members: &str) -> Vec<u8> {
    format!(r#"{{"message":{{{members}}}}}"#).into_bytes()
}

/// As many of `element` with commas between them as `size` bytes hold.
fn array(element: &str, size: usize) -> String {
    let count = size / (element.len() + 1) + 1;
    vec![element; count].join(",")
}

/// Members with short values, all of different names.
fn members(prefix: &str, size: usize) -> String {
    let members: Vec<_> = (0..size / 12).map(|index| format!(r#""{prefix}{index:06}":0"#)).collect();
    members.join(",")
}
