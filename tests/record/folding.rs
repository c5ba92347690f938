//! What a record makes of the events that it gets.

use interactly_webhooks::message::CallStatus;
use interactly_webhooks::record::RecordError;
use interactly_webhooks::{CallRecord, Change, Webhook};
use serde_json::{Value, json};

use super::{fold, print, read, stored};

#[allow(clippy::needless_pass_by_value, reason = "callers write the message in place")]
fn apply(record: &mut CallRecord, message: Value) -> Change {
    let body = Webhook::from_slice_lenient(json!({"message": message}).to_string().as_bytes());
    record.apply_lenient(&body.expect("an object")).expect("of this call")
}

fn texts(record: &CallRecord) -> Vec<&str> {
    record.messages().iter().filter_map(|message| message.text.as_deref()).collect()
}

#[test]
fn a_message_that_was_lost_to_damage_comes_with_the_next_event() {
    let first = json!({"type": "hang", "timestamp": 1, "call": {"id": "c-1"},
        "messages": [{"text": "a"}, "lost", {"text": "c"}]});
    let second = json!({"type": "hang", "timestamp": 2, "call": {"id": "c-1"},
        "messages": [{"text": "a"}, {"text": "b"}, {"text": "c"}, {"text": "d"}]});
    let mut record = CallRecord::default();
    assert_eq!(apply(&mut record, first.clone()).messages, [0, 2]);
    assert_eq!(texts(&record), ["a", "c"]);
    assert!(
        record.message_at(1).is_none() && record.message_at(2).is_some() && record.message_at(3).is_none()
    );
    assert_eq!(record.conversation().map(|(position, _)| position).collect::<Vec<_>>(), [0, 2]);
    // The gap is stored too.
    let mut record = stored(&record);
    assert_eq!(apply(&mut record, second.clone()).messages, [1, 3]);
    assert_eq!(texts(&record), ["a", "b", "c", "d"]);

    let mut reversed = CallRecord::default();
    assert_eq!(apply(&mut reversed, second).messages, [0, 1, 2, 3]);
    assert_eq!(apply(&mut reversed, first).messages, [0; 0]);
    assert_eq!(print(&reversed), print(&record));
    let damaged: Vec<_> =
        reversed.damaged().flat_map(|event| event.damage.clone().unwrap_or_default()).collect();
    assert_eq!(damaged[0].pointer.as_deref(), Some("/message/messages/1"));
    assert_eq!(damaged[0].reason.as_deref(), Some("found a string, expected an object"));
    assert_eq!(damaged.len(), 1);
}

#[test]
fn messages_that_share_an_id_and_messages_without_one_stay() {
    let mut record = CallRecord::default();
    let messages = json!([{"messageId": "x", "role": "user", "text": "Yes."}, {"messageId": "x", "text": "Yes."},
        {"text": "Yes."}, {"text": "Yes."}, {}]);
    let change = apply(&mut record, json!({"call": {"id": "c-1"}, "messages": messages}));
    assert_eq!(change.messages, [0, 1, 2, 3, 4]);
    assert_eq!(record.messages().len(), 5);
    let change = apply(&mut record, json!({"call": {"id": "c-1", "messages": messages}}));
    assert_eq!((change.messages.len(), change.record), (0, true), "the place that older docs name");
}

#[test]
fn a_change_says_what_to_act_on() {
    let mut record = CallRecord::default();
    let change =
        apply(&mut record, json!({"type": "status-update", "call": {"id": "c-1", "status": "queued"}}));
    assert!(change.record && change.status && !change.ended && !change.results);

    let report = json!({"type": "end-of-call-report", "call": {"id": "c-1", "status": "finished"},
        "messages": [{"text": "Hello."}], "analysis": {"summary": "They met."}});
    let change = apply(&mut record, report.clone());
    assert!(change.record && change.status && change.ended && change.results);
    assert_eq!(change.messages, [0]);
    assert_eq!(apply(&mut record, report), Change::default());

    // The older event comes later: it came, and that is all.
    let late = json!({"type": "status-update", "call": {"id": "c-1", "status": "ongoing"}, "analysis": {}});
    let change = apply(&mut record, late);
    assert!(change.record && !change.status && !change.ended && !change.results);
    assert_eq!(record.events().len(), 3);
}

#[test]
fn a_call_ends_once_whatever_says_so() {
    for (first, second) in [
        (json!({"status": "completed"}), json!({"type": "end-of-call-report"})),
        (json!({"type": "end-of-call-report"}), json!({"call": {"id": "c-1", "status": "finished"}})),
        (json!({"call": {"id": "c-1", "status": "failed"}}), json!({"status": "ended"})),
    ] {
        let mut record = CallRecord::default();
        let ended =
            [json!({"type": "hang"}), json!({"status": "ringing"}), first, second].map(|mut message| {
                if message.get("call").is_none() {
                    message["call"] = json!({"id": "c-1"});
                }
                apply(&mut record, message).ended
            });
        assert_eq!(ended, [false, false, true, false]);
        assert!(record.is_ended());
    }
}

#[test]
fn messages_of_another_call_and_of_none_are_refused() {
    let mut record = CallRecord::default();
    apply(&mut record, json!({"call": {"id": "c-1"}}));
    let before = print(&record);
    let mut refused = |message: Value| {
        record.apply(&read(&json!({"message": message})).value.message).expect_err("refused")
    };
    assert_eq!(refused(json!({"call": {"id": "c-2", "status": "finished"}})), RecordError::OtherCall);
    for message in [json!({}), json!({"call": {}}), json!({"call": {"id": ""}}), json!({"call": {"id": 7}})] {
        assert_eq!(refused(message), RecordError::NoCall);
    }
    let campaign = Webhook::from_slice_lenient(br#"{"campaign":{}}"#).expect("an object");
    assert_eq!(record.apply_lenient(&campaign), Err(RecordError::OtherFamily));
    let other = fold(&[read(&json!({"message": {"call": {"id": "c-2"}}}))]);
    assert_eq!(record.merge(other), Err(RecordError::OtherCall));
    assert_eq!(record.merge(CallRecord::default()), Ok(Change::default()));
    assert_eq!(print(&record), before);
}

#[test]
fn errors_and_hangs_are_collected() {
    let mut record = CallRecord::default();
    for (kind, at) in [("error", 5), ("hang", 4), ("error", 3), ("error", 5), ("hang", 2)] {
        let error = json!({"code": format!("code-{at}")});
        let message = json!({"type": kind, "timestamp": at, "call": {"id": "c-1"}, "error": error});
        apply(&mut record, message);
    }
    let codes: Vec<_> =
        record.errors().map(|error| error.code.as_ref().map_or("", |code| code.as_str())).collect();
    assert_eq!(codes, ["code-2", "code-3", "code-4", "code-5"], "by time, each once");
    assert_eq!(record.hangs().count(), 2);
    assert_eq!(record.events().len(), 4);
}

#[test]
fn the_rank_of_statuses() {
    let ranks = ["initiated", "queued", "ongoing", "unheard of", "forwarded", "finished", "failed"]
        .map(|status| (CallStatus::from(status).rank(), CallStatus::from(status).is_final()));
    let open = |rank| (rank, false);
    assert_eq!(ranks, [open(0), open(1), open(2), open(2), open(3), (4, true), (4, true)]);
}

#[test]
fn a_record_is_safe_to_log() {
    let mark = "Zqx";
    let mut record = CallRecord::default();
    apply(
        &mut record,
        json!({"type": mark, "timestamp": mark, "call": {"id": "c-1", "status": mark, mark: 1,
        "userNumber": mark}, "messages": [{"text": mark}, mark], "error": {"message": mark, "code": mark},
        "assistant": {"assistantServer": {"secret": mark}}, "analysis": {"structuredData": {mark: mark}}, mark: mark}),
    );
    assert!(print(&record).matches(mark).count() > 8, "the record holds it all");
    assert!(!format!("{record:?}").contains(mark), "{record:?}");
}

#[test]
fn what_is_no_record_is_refused_without_a_quote() {
    for (text, error) in [
        ("7", "the body: found a number, expected an object (line 1, column 1)"),
        ("{}", "the body: missing field `callRecord` (line 1, column 2)"),
        (
            r#"{"callRecord":"Zqx","message":{}}"#,
            "/callRecord: found a string, expected an integer (line 1, column 19)",
        ),
        (r#"{"callRecord":2,"message":"Zqx"}"#, "a record of a later version at /callRecord"),
        (r#"{"callRecord":2,"message":{}}"#, "a record of a later version at /callRecord"),
        (
            r#"{"callRecord":1,"message":{"call":{"id":"#,
            "/message/call/id: not JSON: EOF while parsing a value (line 1, column 40)",
        ),
    ] {
        let found = CallRecord::from_slice(text.as_bytes()).expect_err(text).to_string();
        assert_eq!(found, error, "{text}");
        let plain = serde_json::from_str::<CallRecord>(text).expect_err(text).to_string();
        assert!(!plain.contains("Zqx"), "{plain}");
    }
}

/// Whoever changed a record: it reads or it does not, and what reads goes on.
#[test]
fn a_record_that_somebody_changed_goes_on() {
    let mut read_again = 0;
    for seed in 0..2_000 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let bodies: Vec<_> = super::call::events(&mut rng, "c-1").iter().map(read).collect();
        let mut record = serde_json::to_value(fold(&bodies[..3])).expect("prints");
        let sources = record["sources"].as_array_mut().expect("an array");
        for group in sources {
            let numbers =
                [json!(-1), json!(i64::MAX), json!([[0, i64::MAX], [2, 2]]), json!([[1]]), json!(["/x", ""])];
            for name in ["at", "stage", "kind", "messages", "members"] {
                if rng.u8(0..4) == 0 {
                    group[name] = numbers[rng.usize(0..numbers.len())].clone();
                }
            }
        }
        let Ok(mut record) = CallRecord::from_slice(record.to_string().as_bytes()) else { continue };
        read_again += 1;
        for body in &bodies {
            record.apply_lenient(body).expect("of this call");
        }
        assert_eq!(print(&stored(&record)), print(&record), "seed {seed}");
        assert_eq!(record.messages().len(), record.conversation().count());
    }
    assert!(read_again > 100, "{read_again}");
}

#[test]
fn a_part_that_is_empty_is_a_change() {
    let mut record = CallRecord::default();
    let hang = json!({"type": "hang", "timestamp": 1, "call": {"id": "c-1"}});
    assert!(apply(&mut record, hang.clone()).record);
    for (part, place) in [
        (json!({"assistant": {}}), "/message/assistant"),
        (json!({"analysis": {}}), "/message/analysis"),
        (json!({"call": {"id": "c-1", "messages": []}}), "/message/messages"),
        (json!({"call": {"id": "c-1", "analysis": {}}}), "/message/call/analysis"),
    ] {
        let mut message = hang.clone();
        message.as_object_mut().expect("an object").append(&mut part.as_object().expect("an object").clone());
        let before = print(&record);
        assert!(apply(&mut record, message.clone()).record, "{place}");
        assert_ne!(print(&record), before, "{place}");
        assert!(!apply(&mut record, message).record, "{place}");
    }
}

/// Where no time tells, the older statuses do, beside the newer ones.
#[test]
fn older_statuses_order_events_too() {
    let event = |rest: Value| {
        let mut message = json!({"type": "status-update", "call": {"id": "c-1"}, "reason": "unknown"});
        message.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        message
    };
    for (early, late) in [
        (json!({}), json!({"status": "trying"})),
        (json!({"call": {"id": "c-1", "status": "initiated"}}), json!({"status": "trying"})),
        (json!({"status": "trying"}), json!({"call": {"id": "c-1", "status": "ongoing"}})),
        (json!({"status": "trying"}), json!({"status": "in-progress"})),
        (json!({"call": {"id": "c-1", "status": "queued"}}), json!({"status": "in-progress"})),
        (json!({"status": "in-progress"}), json!({"status": "ended"})),
    ] {
        let [mut early, mut late] = [early, late].map(event);
        // The greater text would count if none were later.
        early["reason"] = "zz".into();
        late["reason"] = "aa".into();
        for order in [[&early, &late], [&late, &early]] {
            let mut record = CallRecord::default();
            for message in order {
                apply(&mut record, message.clone());
            }
            assert_eq!(record.message().extra["reason"], "aa", "{early} {late}");
        }
    }
}
