//! What is said of an archive, however it is packed.

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;

use interactly_webhooks::{CallRecord, Webhook};
use serde_json::Value;
use support::{bodies, file, folder, lines, run};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text).expect("packs");
    packed.finish().expect("packs")
}

fn zstd(text: &[u8]) -> Vec<u8> {
    zstd::encode_all(text, 1).expect("packs")
}

/// The bodies' records, by call.
fn records() -> BTreeMap<String, CallRecord> {
    let mut records = BTreeMap::<_, CallRecord>::new();
    for body in bodies() {
        let body = Webhook::from_slice_lenient(&body).expect("reads");
        if body.value.as_server_message().is_some() {
            let call = body.value.call_id().expect("a call").to_owned();
            records.entry(call).or_default().apply_lenient(&body).expect("of this call");
        }
    }
    records
}

#[test]
#[allow(clippy::float_cmp, reason = "the sums are of whole billionths")]
fn the_figures_are_those_of_the_records() {
    let summary = run(&["--json", "-"], &lines(&bodies())).well().summary();
    let records = records();
    assert_eq!(records.len(), 12);
    assert_eq!(summary["calls"]["count"], 12);
    assert_eq!(summary["bodies"]["count"], bodies().len());
    let bytes: usize = bodies().iter().map(Vec::len).sum();
    assert_eq!(summary["bodies"]["bytes"], bytes);
    let mut by_status = BTreeMap::<_, u64>::new();
    let (mut cost, mut seconds, mut barge_ins, mut llm) = (0.0, 0.0, 0, (0, 0.0));
    for record in records.values() {
        *by_status.entry(record.status().expect("a status")).or_default() += 1;
        let call = record.call().expect("a call");
        cost += call.cost.as_ref().expect("a cost").total_cost.expect("a total").as_f64();
        seconds += call.duration().expect("a length").as_secs_f64();
        barge_ins += call.barge_ins().expect("a count");
        for time in record.messages().iter().filter_map(|message| message.latencies().llm) {
            llm = (llm.0 + 1, llm.1 + time.as_f64());
        }
    }
    assert_eq!(summary["calls"]["by_status"], serde_json::to_value(by_status).expect("prints"));
    let close = |value: &Value, expected: f64| {
        assert!((value.as_f64().expect("a number") - expected).abs() < 1e-6, "{value} {expected}");
    };
    close(&summary["calls"]["cost"]["sum"], cost);
    close(&summary["calls"]["seconds"]["sum"], seconds);
    assert_eq!(summary["calls"]["barge_ins"], barge_ins);
    let vendors = summary["latencies"]["llm"].as_object().expect("by vendor").values();
    let count: u64 = vendors.clone().map(|times| times["count"].as_u64().expect("a count")).sum();
    assert!(count > 30 && count == llm.0, "{count} {}", llm.0);
    let sum: f64 = vendors.map(|times| times["sum"].as_f64().expect("a sum")).sum();
    assert!((sum - llm.1).abs() < 1e-6, "{sum} {}", llm.1);
    assert!(summary["latencies"]["stt"].as_object().is_some_and(|vendors| !vendors.contains_key("-")));
    let events = &summary["bodies"]["by_event"];
    let is_report = |body: &&Vec<u8>| {
        Webhook::from_slice_lenient(body)
            .is_ok_and(|body| body.value.event_name() == Some("end-of-call-report"))
    };
    assert_eq!(events["server-message"]["end-of-call-report"], bodies().iter().filter(is_report).count());
    assert!(events["server-message"]["unknown"].as_u64() >= Some(3), "{events}");
    assert!(events["campaign"]["call_status"].as_u64() > Some(0), "{events}");
    assert_eq!(events["workflow"]["workflow_run_completed"], events["workflow"]["workflow_run_started"]);
    assert!(!summary["deviations"]["by_name"].as_object().expect("names").is_empty());
    assert!(!summary["findings"].as_object().expect("codes").is_empty());
}

#[test]
fn a_json_array_is_read_as_its_bodies() {
    let folder = folder("array");
    let expected = run(&["--json", "-"], &lines(&bodies())).well().summary();
    let array = [b"[".as_slice(), &bodies().join(&b','), b"]"].concat();
    let value: Value = serde_json::from_slice(&array).expect("JSON");
    let pretty = serde_json::to_vec_pretty(&value).expect("prints");
    for (name, text) in [("a.json", array.clone()), ("a.json.gz", gzip(&array)), ("b.zst", zstd(&array))] {
        let path = file(&folder, name, &text);
        assert_eq!(run(&["--json", &path], b"").well().summary(), expected, "{name}");
    }
    let mut found = run(&["--json", "-"], &pretty).well().summary();
    // White space in a body counts.
    assert!(found["bodies"]["bytes"].as_u64() > expected["bodies"]["bytes"].as_u64());
    found["bodies"]["bytes"] = expected["bodies"]["bytes"].clone();
    assert_eq!(found, expected);
}

#[test]
fn of_an_array_the_element_is_told() {
    let sound = br#"{"message":{"type":"hang"}}"#;
    let odd = br#"{"message":{"type":"hang","mood":1}}"#;
    let text = [b"[".as_slice(), sound, b",\n", sound, b",", odd, b", ", odd, b"]"].concat();
    let summary: Value = serde_json::from_str(&run(&["--json", "-"], &text).well().text).expect("a summary");
    let first = &summary["drift"]["by_name"]["/message/mood"]["first"];
    assert_eq!(*first, serde_json::json!({"file": "-", "line": 2, "element": 2}));
    let text = run(&["-"], &text).well().text;
    assert!(text.contains("/message/mood 2 first at -:2 /2\n"), "{text}");
}

#[test]
fn it_says_where_drift_was_seen_first() {
    let body = br#"{"message":{"type":"hang","call":{"id":"c-1"},"messages":[{},{"mood":1}]}}"#;
    let folder = folder("drift");
    let text =
        [&b"{\"message\":{\"type\":\"hang\",\"call\":{\"id\":\"c-1\"}}}\n"[..], body, b"\n", body].concat();
    let (b, a) = (file(&folder, "b", body), file(&folder, "a", &text));
    let printed = run(&["--json", &b, &a], b"").well().text;
    let summary: Value = serde_json::from_str(&printed).expect("a summary");
    let seen = &summary["drift"]["by_name"]["/message/messages/*/mood"];
    assert_eq!(*seen, serde_json::json!({"count": 3, "first": {"file": a, "line": 2}}));
    let text = run(&[&b, &a], b"").well().text;
    let expected = format!("\n  /message/messages/*/mood 3 first at {a}:2\n");
    assert!(text.contains(&expected), "{text}");
    assert!(text.starts_with("bodies: 4, "), "{text}");
}

#[test]
fn it_does_not_matter_how_an_archive_is_packed() {
    let all = bodies();
    let text = lines(&all);
    let expected = run(&["--json", "-"], &text).well().summary();
    let third = all.len() / 3;
    let folder = folder("packed");
    let mut paths = vec![
        file(&folder, "plain.ndjson", &text),
        file(&folder, "packed.gz", &gzip(&text)),
        file(&folder, "packed.zst", &zstd(&text)),
        // Several packed streams, one behind the other.
        file(&folder, "twice.gz", &[gzip(&lines(&all[..third])), gzip(&lines(&all[third..]))].concat()),
        file(&folder, "twice.zst", &[zstd(&lines(&all[..third])), zstd(&lines(&all[third..]))].concat()),
    ];
    let deep = folder.join("deep");
    for (index, body) in all.iter().enumerate() {
        let name = format!("{}/{index}.json", index % 7);
        match index % 4 {
            0 => {
                let body: Value = serde_json::from_slice(body).expect("JSON");
                let indented = serde_json::to_vec_pretty(&body).expect("prints");
                let packed = if index % 8 == 0 { gzip(&indented) } else { indented };
                file(&deep, &name, &packed)
            }
            1 => file(&deep, &name, body),
            2 => file(&deep, &name, &gzip(body)),
            _ => file(&deep, &name, &zstd(body)),
        };
    }
    // Not read: it is hidden.
    file(&deep, ".hidden", b"not JSON");
    file(&deep, "_SUCCESS", b"");
    paths.push(deep.into_os_string().into_string().expect("UTF-8"));
    for path in paths {
        let mut found = run(&["--json", &path], b"").well().summary();
        if path.ends_with("deep") {
            // White space came with the indents.
            found["bodies"]["bytes"] = expected["bodies"]["bytes"].clone();
        }
        assert_eq!(found, expected, "{path}");
    }
    assert_eq!(run(&["--json", "-"], &gzip(&text)).well().summary(), expected);
}

#[test]
fn little_memory_gives_the_same_summary() {
    // Texts so long that records are written out.
    let long = "x".repeat(4_000);
    let mut text = Vec::new();
    for body in bodies() {
        let mut body: Value = serde_json::from_slice(&body).expect("JSON");
        if let Some(messages) = body["message"]["messages"].as_array_mut() {
            for message in messages.iter_mut().filter_map(Value::as_object_mut) {
                message.insert("text".to_owned(), long.as_str().into());
            }
        }
        text.extend(serde_json::to_vec(&body).expect("prints"));
        text.push(b'\n');
    }
    let path = file(&folder("memory"), "long.ndjson", &text);
    let much = run(&["--json", &path], b"").well();
    assert_eq!(run(&["--json", "--memory", "1", &path], b"").well().text, much.text);
}

#[test]
fn wrong_usage() {
    for arguments in [
        &[][..],
        &["--what", "-"],
        &["-", "-"],
        &["--json", "--rows", "-"],
        &["--rows", "--parquet", "x", "-"],
        &["--personal", "-"],
        &["--memory", "0", "-"],
        &["--longest", "much", "-"],
        &[""],
    ] {
        let ran = run(arguments, b"");
        assert_eq!((ran.code, ran.text.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.errors.contains("usage: archive "), "{}", ran.errors);
    }
}
