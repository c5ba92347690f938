//! Bodies with a marker wherever something stands that nobody is shown unasked: one list for all programs. What
//! is shown by design is in `tests/golden/privacy.txt`.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value, json};

use super::fixtures::{fixtures, repository};

/// A part of every text of them, and of every number.
const MARKERS: [&str; 2] = ["zq7Jane", "155501"];

const NUMBER: i64 = 15_550_100_123;
const TEXT: &str = "zq7Jane <zq7Jane> {{zq7Jane}} /~\"\n+15550100123";
const URL: &str = "https://zq7Jane:155501@zq7Jane.example/zq7Jane?zq7Jane=155501#zq7Jane";

/// Fails where a marker is in what was said.
pub(crate) fn assert_silent(what: &str, said: &str) {
    for marker in MARKERS {
        if let Some(at) = said.find(marker) {
            let from = said[..at].char_indices().rev().nth(80).map_or(0, |(from, _)| from);
            let shown: String = said[from..].chars().take(160).collect();
            panic!("{what} says {shown:?}");
        }
    }
}

/// Every body of the fixtures with markers; ids stay, and where it `keeps_words`, so do known words and times.
pub(crate) fn marked(keeps_words: bool) -> Vec<Value> {
    let marker = Marker { classes: classes(), keeps_words };
    let mark = |mut body: Value| {
        let family = ["message", "campaign", "workflow"].into_iter().find(|name| body.get(name).is_some());
        let heading =
            family.map_or("unknown", |name| if name == "message" { "server message" } else { name });
        marker.members(&mut body, &format!("{heading}: "));
        body
    };
    let mut bodies: Vec<_> = fixtures().iter().map(|fixture| mark(fixture.value())).collect();
    // A schema that asks for something, and data that it does not describe.
    let schema = json!({
        "properties": { "age": { "type": "integer" }, "list": { "items": { "required": ["day"] } } },
        "required": ["other"], "additionalProperties": false, "description": TEXT, "const": TEXT,
    });
    let data = json!({ TEXT: TEXT, "age": TEXT, "list": [{ TEXT: NUMBER }] });
    for schema in [schema, json!({ "type": TEXT, TEXT: 1 }), json!({ "$ref": format!("#/{TEXT}") })] {
        let plan = json!({ "structuredData": { "enabled": true, "schema": schema } });
        bodies.push(json!({ "message": {
            "type": "end-of-call-report", "call": { "id": "c-1" },
            "assistant": { "assistantAnalysis": plan }, "analysis": { "structuredData": data },
        } }));
    }
    bodies
}

/// The texts of marked bodies, damaged, and texts that are no bodies.
pub(crate) fn damaged() -> Vec<Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = Vec::new();
    // Of all that the fixtures have, the longest of each event is enough.
    let mut longest = BTreeMap::new();
    for body in marked(true) {
        let event = body.pointer("/message/type").or(body.get("event")).map(Value::to_string);
        let text = body.to_string();
        if longest.get(&event).is_none_or(|other: &String| other.len() < text.len()) {
            longest.insert(event, text);
        }
    }
    for text in longest.into_values() {
        let (start, rest) = text.split_at(text.rfind(MARKERS[0]).expect("a marker") + 4);
        texts.push(start.into());
        texts.extend(
            [&b"\xff"[..], b"\\ud800", b"\x01", b"\\x", b"\",:"]
                .map(|broken| [start.as_bytes(), broken, rest.as_bytes()].concat()),
        );
        texts.push(format!("{text} {TEXT}").into());
        for (from, to) in [
            ("\"newMember\":", r#""newMember":"zq7Jane","newMember":"#),
            ("\"newMember\":", r#""newMember":zq7Jane,"x":"#),
            ("\"newMember\":", r#""newMember":155501e999,"x":"#),
            ("\"text\":", r#""text":["zq7Jane"],"text":15550100123,"other":"#),
            ("\"messages\":[", r#""messages":["zq7Jane",15550100123,null,"#),
            ("\"call\":{", r#""call":["zq7Jane"],"other":{"#),
            ("\"id\":", r#""id":{"zq7Jane":"zq7Jane"},"other":"#),
            ("\"id\":", r#""id":15550100123,"other":"#),
            ("\"id\":", r#""id":"","other":"#),
        ] {
            texts.push(text.replacen(from, to, 2).into());
        }
    }
    let deep = format!("{{\"message\":{{\"newMember\":{}\"zq7Jane\"", "[\"zq7Jane\",".repeat(200));
    let others = ["\"zq7Jane\"", "zq7Jane", "[\"zq7Jane\"]", "15550100123", "zq7Jane=155501&zq7Jane", &deep];
    texts.extend(others.map(Into::into));
    texts
}

/// Whether a member is nested, and whether it is shown, with the kind of its value.
type Classes = BTreeMap<String, (String, String)>;

/// The class and the kind of each member, by its path.
fn classes() -> Classes {
    let list = fs::read_to_string(repository().join("tests/golden/privacy.txt")).expect("the list");
    let (mut classes, mut heading) = (Classes::new(), "");
    for line in list.lines() {
        if let Some(new) = line.strip_prefix("## ") {
            heading = new.strip_suffix(" event").unwrap_or(new);
        }
        let mut words = line.split_whitespace();
        if let (Some(path), Some(class)) = (words.next(), words.next()) {
            let kind = words.collect::<Vec<_>>().join(" ");
            classes.insert(format!("{heading}: {}", path.replace("[]", "")), (class.to_owned(), kind));
        }
    }
    classes
}

struct Marker {
    classes: Classes,
    keeps_words: bool,
}

impl Marker {
    /// Marks the members of an object that is modelled, or of each in an array, and adds one that nobody knows.
    fn members(&self, value: &mut Value, path: &str) {
        match value {
            Value::Object(members) => {
                for (name, value) in &mut *members {
                    self.member(value, &format!("{path}{name}"));
                }
                members.insert("newMember".to_owned(), json!({ TEXT: [TEXT, URL, NUMBER, { TEXT: TEXT }] }));
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.members(value, path)),
            other => everywhere(other),
        }
    }

    fn member(&self, value: &mut Value, path: &str) {
        match self.classes.get(path).map(|(class, kind)| (class.as_str(), kind.as_str())) {
            Some(("nested", _)) => self.members(value, &format!("{path}.")),
            Some(("clear", "id" | "array of: id" | "number" | "array of: number" | "switch")) => {}
            Some(("clear", "histogram")) => {
                if let Value::Object(counts) = value {
                    counts.insert(TEXT.to_owned(), 1.into());
                }
            }
            Some(("clear", _)) if self.keeps_words || value.is_number() => {}
            // By which one knows an event of no family.
            None if self.keeps_words && matches!(path, "unknown: event" | "unknown: type") => {}
            _ => everywhere(value),
        }
    }
}

/// Puts markers into all of `value`.
fn everywhere(value: &mut Value) {
    match value {
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => *number = NUMBER.into(),
        Value::String(text) if text.contains("://") => URL.clone_into(text),
        Value::String(text) => TEXT.clone_into(text),
        Value::Array(values) => values.iter_mut().for_each(everywhere),
        Value::Object(members) => {
            let marked = std::mem::take(members).into_iter().enumerate();
            *members = marked
                .map(|(index, (_, mut value))| {
                    everywhere(&mut value);
                    (format!("{TEXT}{index}"), value)
                })
                .collect::<Map<_, _>>();
        }
    }
}
