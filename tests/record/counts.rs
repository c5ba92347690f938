//! Which of several values counts.

use serde_json::json;

use super::{fold, read};

/// Each value that counts, and the events around it, in every order.
#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn what_counts() {
    let metrics = json!({"timeline": {"totalElapsedTimeMs": 5}});
    for (what, pointer, expected, events) in [
        (
            "the later event",
            "/call/startAt",
            json!(7),
            vec![
                json!({"timestamp": 1, "call": {"startAt": 9}}),
                json!({"timestamp": 2, "call": {"startAt": 7}}),
            ],
        ),
        (
            "the status further on",
            "/call/status",
            json!("finished"),
            vec![
                json!({"timestamp": 3, "call": {"status": "ongoing"}}),
                json!({"timestamp": 1, "call": {"status": "finished"}}),
                json!({"timestamp": 2, "call": {"status": "unheard of"}}),
            ],
        ),
        (
            "a value before none yet",
            "/call/direction",
            json!("inbound"),
            vec![
                json!({"timestamp": 1, "call": {"direction": "inbound"}}),
                json!({"timestamp": 2, "call": {"direction": ""}}),
                json!({"timestamp": 3, "call": {}}),
                json!({"timestamp": 4, "call": {"direction": []}}),
            ],
        ),
        (
            "the duration before 0",
            "/call/assistantCallDuration",
            json!(900),
            vec![
                json!({"timestamp": 1, "call": {"assistantCallDuration": 900}}),
                json!({"timestamp": 2, "call": {"assistantCallDuration": 0}}),
            ],
        ),
        (
            "the whole assistant",
            "/assistant/config/speech/stt/vendor",
            json!("deepgram"),
            vec![
                json!({"type": "status-update", "timestamp": 1,
                "assistant": {"config": {"speech": {"stt": {"vendor": "deepgram", "model": "nova-3"}}}}}),
                json!({"type": "hang", "timestamp": 2, "assistant": {"config": {"speech": {"stt": {"vendor": "x"}}}}}),
                json!({"type": "end-of-call-report", "timestamp": 3, "assistant": {}}),
            ],
        ),
        (
            "the metrics, which the report lacks",
            "/messages/0/metrics",
            metrics.clone(),
            vec![
                json!({"type": "hang", "timestamp": 1, "messages": [{"text": "a", "metrics": metrics}]}),
                json!({"type": "end-of-call-report", "timestamp": 2, "messages": [{"text": "a"}]}),
            ],
        ),
        (
            "the later text",
            "/messages/0/text",
            json!("ab"),
            vec![
                json!({"timestamp": 1, "messages": [{"text": "abc"}]}),
                json!({"timestamp": 2, "messages": [{"text": "ab"}]}),
            ],
        ),
        (
            "a text before a damaged one",
            "/messages/0/text",
            json!("abc"),
            vec![
                json!({"timestamp": 1, "messages": [{"role": "user", "text": "abc"}]}),
                json!({"timestamp": 2, "messages": [{"role": "user", "text": ["abc"]}]}),
            ],
        ),
        (
            "the longer conversation",
            "/messages/1/text",
            json!("b"),
            vec![
                json!({"timestamp": 1, "messages": [{"text": "a"}, {"text": "b"}]}),
                json!({"timestamp": 2, "messages": [{"text": "a"}]}),
                json!({"timestamp": 3, "messages": []}),
            ],
        ),
        (
            "a report without time, as late as its end",
            "/call/userNumber",
            json!("new"),
            vec![
                json!({"type": "end-of-call-report", "call": {"endAt": "2026-05-28T20:26:40Z", "userNumber": "new"}}),
                json!({"type": "hang", "timestamp": 1_770_000_000_000_i64, "call": {"userNumber": "old"}}),
            ],
        ),
        (
            "a whole cost before a damaged copy",
            "/call/cost/phoneCost",
            json!(0.5),
            vec![
                json!({"timestamp": 1, "call": {"cost": {"totalCost": 2, "phoneCost": 0.5}}}),
                json!({"timestamp": 1, "call": {"cost": {"totalCost": 2, "phoneCost": "0.5"}}}),
            ],
        ),
        (
            "unknown members like known ones",
            "/call/brand new",
            json!([1]),
            vec![
                json!({"timestamp": 1, "call": {"brand new": [1]}}),
                json!({"timestamp": 2, "call": {"brand new": null}}),
            ],
        ),
    ] {
        let bodies: Vec<_> = events
            .into_iter()
            .map(|mut message| {
                message["call"]["id"] = json!("c-1");
                read(&json!({"message": message}))
            })
            .collect();
        for first in 0..bodies.len() {
            let (before, behind) = bodies.split_at(first);
            for record in
                [fold(behind.iter().chain(before)), fold(before.iter().rev().chain(behind.iter().rev()))]
            {
                let message = serde_json::to_value(record.message()).expect("prints");
                assert_eq!(message.pointer(pointer), Some(&expected), "{what}");
            }
        }
    }
}
