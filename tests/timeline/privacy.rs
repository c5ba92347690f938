//! What people said is shown only where it is asked for, and escaped.

use serde_json::{Value, json};

use crate::support::{self, run};
use crate::{assert_sound, picture, small};

/// A marker with all that SVG and JSON have to escape.
const MARKER: &str = "Zqx<&>\"'";
const ESCAPED: &str = "Zqx&lt;&amp;&gt;\"'";

/// Puts the marker in place of every text but the platform's own words, or of those too.
fn mark(value: &mut Value, key: &str, keeps_words: bool) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                mark(member, key, keeps_words);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| mark(element, key, keeps_words)),
        Value::String(text) => {
            let is_id = matches!(key, "id" | "messageId" | "userMessageId");
            let is_time = key.ends_with("At") || key == "timestamp";
            let is_word = matches!(key, "role" | "type" | "status");
            if !(is_id || is_time || is_word && keeps_words) {
                MARKER.clone_into(text);
            }
        }
        _ => {}
    }
}

/// Every form in which the marker or a part of it may stand.
fn shows_marker(picture: &str) -> bool {
    picture.contains("Zqx") || picture.contains(MARKER)
}

#[test]
fn what_people_said_is_shown_only_where_it_is_asked_for() {
    let mut bodies = support::fixtures();
    bodies.retain(|one| one.family() == "server-message" && one.broken_rule().is_none());
    // Of status updates, which say nothing, one is enough.
    bodies.retain(|one| one.event() != "status-update" || one.case() == "full");
    let mut drawn = 0;
    for fixture in &bodies {
        for keeps_words in [true, false] {
            let mut body = fixture.value();
            mark(&mut body, "", keeps_words);
            let (code, out, error) = run("timeline", &["-"], &body.to_string());
            assert_eq!(code, 0, "{}: {error}", fixture.name);
            assert_sound(&out);
            assert!(!shows_marker(&out) && !shows_marker(&error), "{}", fixture.name);
            let text = picture_of(&["--text", "-"], &body);
            assert!(!text.contains(MARKER), "{}", fixture.name);
            let speaks = body["message"]["messages"]
                .as_array()
                .is_some_and(|messages| messages.iter().any(|message| message["text"].is_string()));
            assert_eq!(text.contains(ESCAPED), speaks, "{}", fixture.name);
            drawn += usize::from(speaks);
        }
    }
    assert!(drawn > 20, "{drawn}");
}

/// What is printed for a body that may deviate.
fn picture_of(arguments: &[&str], body: &Value) -> String {
    let (code, out, error) = run("timeline", arguments, &body.to_string());
    assert_eq!(code, 0, "{error}");
    assert_sound(&out);
    out
}

#[test]
fn a_record_shows_no_words_of_its_events() {
    let error = json!({"type": MARKER, "code": MARKER, "message": MARKER, "provider": MARKER});
    let known =
        json!({"type": "llm_error", "code": "rate_limit_exceeded", "message": MARKER, "retryable": true});
    let body = json!({
        "callRecord": 1,
        "message": {"call": {"id": "c-1", "status": MARKER, "startAt": 1_000_000, "userNumber": MARKER}},
        "events": [
            {"type": "error", "timestamp": 1_005_000, "error": error},
            {"type": "error", "timestamp": 1_007_000, "error": known},
            {"type": "hang", "timestamp": 1_008_000},
            {"type": "hang"},
            {"type": "hang", "timestamp": 900_000},
            {"type": "status-update", "timestamp": 1_009_000, "status": "forwarded"},
            {"type": "status-update", "timestamp": 1_009_500, "status": "forwarded"},
        ],
    });
    for arguments in [&["-"][..], &["--text", "-"]] {
        let out = picture(arguments, &body);
        assert!(!shows_marker(&out));
        for text in [
            "Call of unknown status, was forwarded",
            "3 hangs · 2 errors",
            "error at 0:05.0<",
            "error at 0:07.0: llm_error, rate_limit_exceeded, retryable<",
            "hang at 0:08.0: ",
            "forwarded at 0:09.0: ",
            "Forwarded from 0:09.0 to 0:09.0",
            "Not drawn: 2 turns or events have no time within the call.",
        ] {
            assert!(out.contains(text), "{text}\n{out}");
        }
        assert!(!out.contains("0:09.5"));
    }
}

#[test]
fn characters_that_xml_cannot_hold_are_replaced() {
    let mut body = small();
    body["message"]["messages"][1]["text"] = json!("a\u{0}b\u{1b}c\u{ffff}d\u{fffe}e\u{202e}f");
    body["message"]["call"]["id"] = json!("i\u{1}\u{ffff}d<");
    let out = picture(&["--text", "-"], &body);
    assert!(
        out.contains("a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f")
            && out.contains("i\u{fffd}\u{fffd}d&lt;")
    );
    assert!(
        out.chars().all(|one| one == '\n' || !(one.is_control() || matches!(one, '\u{fffe}' | '\u{ffff}')))
    );
}
