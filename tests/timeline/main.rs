//! The pictures of the example program `timeline`.

mod bounds;
mod privacy;
#[path = "../support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::{golden, run};
use svg::node::Attributes;
use svg::node::element::tag::Type;
use svg::parser::Event;

/// What is printed for a body, which must be a sound picture.
fn picture(arguments: &[&str], body: &Value) -> String {
    let (code, out, error) = run("timeline", arguments, &body.to_string());
    assert_eq!((code, error.as_str()), (0, ""), "{body:.300}");
    assert_sound(&out);
    out
}

/// Asserts that all elements are closed, stand within the picture, and that no figure is none.
fn assert_sound(picture: &str) {
    let (mut open, mut height) = (Vec::new(), 0.0);
    for event in svg::read(picture).expect("reads") {
        match event {
            Event::Error(error) => panic!("{error}"),
            Event::Tag(name, Type::Start, attributes) => {
                if name == "svg" {
                    height =
                        attributes["viewBox"].rsplit(' ').next().expect("four").parse().expect("a number");
                    assert!(height > 0.0 && height < 40_000.0, "{height}");
                }
                open.push(name);
                assert_inside(&attributes, height);
            }
            Event::Tag(name, Type::End, _) => assert_eq!(open.pop(), Some(name)),
            Event::Tag(_, Type::Empty, attributes) => {
                assert_inside(&attributes, height);
            }
            _ => {}
        }
    }
    assert!(open.is_empty() && height > 0.0);
    for wrong in ["NaN", "inf ", "inf\"", ">-0<"] {
        assert!(!picture.contains(wrong), "{wrong}");
    }
}

fn assert_inside(attributes: &Attributes, height: f64) {
    let number = |name: &str| {
        let text = attributes.get(name).filter(|text| !text.ends_with('%'))?;
        Some(text.parse::<f64>().unwrap_or_else(|_| panic!("{name}: {text:?}")))
    };
    let (x, y) = (number("x").unwrap_or(0.0), number("y").unwrap_or(0.0));
    let (right, low) = (x + number("width").unwrap_or(0.0), y + number("height").unwrap_or(0.0));
    assert!(x >= 0.0 && x <= right && right <= 680.0, "{attributes:?}");
    assert!(y >= 0.0 && y <= low && low <= height, "{attributes:?}");
}

/// A report with these turns and messages.
#[allow(clippy::needless_pass_by_value, reason = "callers make them in place")]
fn report(users: Value, bots: Value, messages: Value) -> Value {
    let stats = json!({"turnsStats": {"userTurns": users, "botTurns": bots}});
    let call = json!({"id": "c-1", "status": "finished", "metrics": {"callStats": stats}});
    json!({"message": {"type": "end-of-call-report", "call": call, "messages": messages}})
}

/// A call in which everything happens that a report tells of.
fn small() -> Value {
    let mut body = report(
        json!([{"start": 1000, "end": 2500, "messageId": "u-1"}]),
        json!([
            {"start": 0, "end": 900, "userMessageId": "w-1", "audioDuration": 0.9},
            {"start": 4000, "end": 5000, "interrupted": true, "userMessageId": "u-1", "audioDuration": 1.75},
            {"start": 5500, "end": 6000, "userMessageId": "u-1"},
        ]),
        json!([
            {"role": "assistant", "messageId": "w-1", "text": "Hello?"},
            {"role": "user", "messageId": "u-1", "text": "I <need> a & b.", "metrics": {
                "stt": {"relativeLatencyMs": -30, "confidence": 0.98},
                "interactlyEOU": {"turnDetectionTimeMs": 600}}},
            {"role": "assistant", "messageId": "a-1", "text": "Sure.", "metrics": {
                "llm": {"responseLatencyMs": 512.5}, "tts": {"generationTimeMs": 90, "isCachePlaying": true}}},
        ]),
    );
    let call = &mut body["message"]["call"];
    (call["assistantCallDuration"], call["callType"]) = (json!(6500), json!("phone"));
    (call["direction"], call["callEndTriggerBy"]) = (json!("inbound"), json!("bot"));
    call["cost"] = json!({"totalCost": 0.012_345});
    body
}

#[test]
fn a_small_picture() {
    golden("golden/timeline.svg").assert_eq(&picture(&["-"], &small()));
    golden("golden/timeline-text.svg").assert_eq(&picture(&["--text", "-"], &small()));
}

/// The picture of the README.
#[cfg(feature = "simulate")]
#[test]
fn a_simulated_call() {
    use interactly_webhooks::{CallRecord, simulate};

    let mut record = CallRecord::default();
    for body in simulate::Call::from_seed(2613).bodies().expect("simulates") {
        let body = body.webhook().expect("reads");
        record.apply(body.as_server_message().expect("about a call")).expect("of this call");
    }
    let picture = picture(&["-"], &serde_json::to_value(record).expect("prints"));
    for word in [">hang<", ">error<", ">forwarded until 1:27<", ">Made, but not played<", "cut short of "] {
        assert!(picture.replace('\n', "").contains(word), "{word}");
    }
    golden("../examples/timeline/call.svg").assert_eq(&picture);
}

#[test]
fn wrong_usage_and_failures_are_told() {
    for wrong in [&[][..], &["--text"], &["--json", "-"], &["-", "-"]] {
        let usage = "usage: timeline [--text] FILE...\n".to_owned();
        assert_eq!(run("timeline", wrong, ""), (2, String::new(), usage), "{wrong:?}");
    }
    let cut = r#"{"message":{"#;
    for (body, error) in [
        ("[]", "-: : found an array, expected an object (line 1, column 1)\n"),
        (cut, "-: /message: not JSON: EOF while parsing an object (line 1, column 12)\n"),
        ("{}", "-: : a body of another family is about no call\n"),
        (r#"{"event":"campaign_status","campaign":{}}"#, "-: : a body of another family is about no call\n"),
        (r#"{"message":{"call":{"id":""}}}"#, "-: /message/call/id: no call id\n"),
        (r#"{"callRecord":1,"message":{}}"#, "-: /message/call/id: no call id\n"),
        (r#"{"callRecord":2,"message":{},"sources":7}"#, "-: /callRecord: a record of a later version\n"),
        (
            r#"{"callRecord":1,"message":{"call":{"id":["Zqx"]}}}"#,
            "-: /message/call/id: found an array, expected a string (line 1, column 41)\n",
        ),
    ] {
        assert_eq!(run("timeline", &["-"], body), (1, String::new(), error.to_owned()), "{body}");
    }
}

#[test]
fn what_deviates_is_told_and_the_rest_is_drawn() {
    let mut body = small();
    body["message"]["call"]["cost"]["totalCost"] = json!("Zqx");
    let (code, out, error) = run("timeline", &["-"], &body.to_string());
    let told = "-: /message/call/cost/totalCost: found a string, expected a number\n";
    assert_eq!((code, error.as_str()), (0, told));
    assert!(out.contains("aria-label=\"Call finished · 0:07\""), "{out:.300}");
}

#[test]
fn several_calls_are_one_picture_and_failures_do_not_end_it() {
    let full = "server-message/end-of-call-report/full.json";
    let (code, out, error) = run("timeline", &["no-such-file.json", full, "-"], &small().to_string());
    assert_eq!((code, error.lines().count()), (1, 1), "{error}");
    assert!(error.starts_with("no-such-file.json: : "), "{error}");
    assert_sound(&out);
    assert!(out.contains("aria-label=\"2 calls\""), "{out:.300}");
    assert!(out.contains("Call finished · 0:45 · cost 0.0672") && out.contains("Call finished · 0:07"));
}

#[test]
fn calls_without_metrics_or_times_are_drawn_as_far_as_they_are_known() {
    let said = |role: &str, rest: Value| {
        let mut message = json!({"role": role, "text": "Zqx"});
        message.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        message
    };
    let elapsed = |ms: i64, rest: Value| {
        let mut metrics = json!({"timeline": {"totalElapsedTimeMs": ms}});
        metrics.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        json!({ "metrics": metrics })
    };
    for (messages, shown) in [
        (json!([]), &["0 turns of the person · 0 of the assistant", "Nothing was said"][..]),
        (json!([{}]), &["Other: time not known", "There are no times"]),
        (json!([said("assistant", json!({}))]), &["Assistant: time not known", "There are no times"]),
        (
            json!([
                said("assistant", json!({"timestamp": 7_000})),
                said("user", json!({"timestamp": 9_500}))
            ]),
            &["Assistant: 0:00.0<", "Person: 0:02.5<", "Dots: "],
        ),
        (
            json!([
                said("assistant", json!({"timestamp": 7_000})),
                said("user", json!({"timestamp": "soon"}))
            ]),
            &["Assistant: 0:00.0<", "Not drawn: 1 turn or event has no time within the call."],
        ),
        (
            json!([
                said("user", elapsed(3_000, json!({"stt": {"durationMs": 1_000}}))),
                said("assistant", elapsed(4_000, json!({"tts": {"audioDurationMs": 2_000}}))),
                said("assistant", elapsed(4_100, json!({"tts": {"audioDurationMs": 500}}))),
            ]),
            &[
                "Person: 0:02.0 to 0:03.0",
                "Assistant: 0:04.0 to 0:06.0",
                "0:06.0 to 0:06.5",
                "Times are from the metrics",
            ],
        ),
    ] {
        let out = picture(&["-"], &report(json!([]), json!([]), messages));
        for text in shown {
            assert!(out.contains(text), "{text}\n{out}");
        }
        assert_eq!(
            out.contains("Not drawn"),
            shown.iter().any(|text| text.starts_with("Not drawn")),
            "{out}"
        );
    }
}

#[test]
fn an_event_has_no_place_among_messages_without_times() {
    let call = json!({"id": "c-1", "startAt": 1_000, "assistantCallDuration": 90_000});
    let messages = json!([{"role": "user", "text": "Hello?"}]);
    let body = json!({"message": {"type": "hang", "timestamp": 9_000, "call": call, "messages": messages}});
    let out = picture(&["-"], &body);
    for text in ["1 hang", "Person: time not known", "Not drawn: 1 turn or event has"] {
        assert!(out.contains(text), "{text}\n{out}");
    }
    assert!(!out.contains(">hang<") && !out.contains("0:00") && out.matches("class=\"lanes\"").count() == 1);
}

#[test]
fn of_the_time_after_a_call_was_forwarded_little_is_drawn() {
    let call =
        json!({"id": "c-1", "startAt": 1_000, "status": "finished", "assistantCallDuration": 3_600_000});
    let said = json!([{"role": "assistant", "timestamp": 2_000}]);
    let body = json!({
        "callRecord": 1,
        "message": {"call": call, "messages": said},
        "events": [{"type": "status-update", "timestamp": 10_000, "status": "forwarded"}],
    });
    let out = picture(&["-"], &body);
    for text in [
        "forwarded until 1:00:00",
        "Forwarded from 0:09.0 to 1:00:00.0",
        "Call finished, was forwarded · 1:00:00",
    ] {
        assert!(out.contains(text), "{text}\n{out}");
    }
    assert_eq!(out.matches("class=\"lanes\"").count(), 1);
}

#[test]
fn parts_that_overlap_are_drawn_shorter_and_figures_stay_as_they_came() {
    let mut body = small();
    body["message"]["messages"][2]["metrics"]["llm"]["responseLatencyMs"] = json!(5_400);
    let out = picture(&["-"], &body);
    assert!(out.contains("LLM: 5400 ms") && out.contains("The parts overlap, and are drawn shorter."));
    assert!(!out.contains("\nwaiting: "));
    assert!(!out.contains("class=\"inside\""));
    // In the legend, in the lanes and in the bar.
    assert_eq!(out.matches("class=\"tts\"").count(), 3);
    body["message"]["messages"] = json!([]);
    assert!(picture(&["-"], &body).contains("Answer at 0:04.0 after 1500 ms, parts not known"));
}
