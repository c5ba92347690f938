//! The tables hold what the summary says, and nothing personal unless asked.

mod support;

use std::fs::File;
use std::path::Path;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int64Type, TimestampMillisecondType};
use arrow_array::{Array as _, RecordBatch};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;
use support::{bodies, file, folder, lines, run};

/// All rows of a table.
fn read(folder: &Path, name: &str) -> Vec<RecordBatch> {
    let file = File::open(folder.join(format!("{name}.parquet"))).expect("written");
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet").build().expect("Parquet");
    reader.map(|batch| batch.expect("reads")).collect()
}

fn rows(batches: &[RecordBatch]) -> u64 {
    batches.iter().map(|batch| batch.num_rows() as u64).sum()
}

fn sum(batches: &[RecordBatch], column: &str) -> f64 {
    let doubles = batches.iter().flat_map(|batch| {
        batch.column_by_name(column).expect("a column").as_primitive::<Float64Type>().iter().flatten()
    });
    doubles.sum()
}

fn whole(batches: &[RecordBatch], column: &str) -> i64 {
    let numbers = batches.iter().flat_map(|batch| {
        batch.column_by_name(column).expect("a column").as_primitive::<Int64Type>().iter().flatten()
    });
    numbers.sum()
}

fn texts(batches: &[RecordBatch], column: &str) -> Vec<String> {
    let texts = batches.iter().flat_map(|batch| {
        let column = batch.column_by_name(column).expect("a column").as_string::<i32>();
        column.iter().flatten().map(str::to_owned).collect::<Vec<_>>()
    });
    texts.collect()
}

/// Everything in all tables, as text.
fn all_text(folder: &Path) -> String {
    ["calls", "turns", "deliveries"].map(|name| format!("{:?}", read(folder, name))).concat()
}

#[test]
fn the_tables_hold_what_the_summary_says() {
    let folder = folder("tables");
    let tables = folder.join("new/tables");
    let all = file(&folder, "all.ndjson", &lines(&bodies()));
    let arguments = ["--json", "--parquet", tables.to_str().expect("UTF-8"), &all];
    let summary = run(&arguments, b"").well().summary();
    let (calls, turns, deliveries) =
        (read(&tables, "calls"), read(&tables, "turns"), read(&tables, "deliveries"));
    let close = |found: f64, value: &Value| {
        let expected = value.as_f64().expect("a number");
        assert!(expected > 0.0 && (found - expected).abs() < 1e-6, "{found} {expected}");
    };
    assert_eq!(summary["calls"]["count"], rows(&calls));
    close(sum(&calls, "total_cost"), &summary["calls"]["cost"]["sum"]);
    close(sum(&calls, "seconds"), &summary["calls"]["seconds"]["sum"]);
    assert_eq!(summary["calls"]["barge_ins"], whole(&calls, "barge_ins"));
    assert_eq!(texts(&calls, "status").len() as u64, summary["calls"]["count"].as_u64().expect("a count"));
    let fees = ["interactly", "phone", "stt", "llm", "tts", "analysis"];
    let fees: f64 = fees.map(|fee| sum(&calls, &format!("{fee}_cost"))).iter().sum();
    close(fees, &summary["calls"]["cost"]["sum"]);
    for (part, column) in
        [("stt", "stt_ms"), ("end_of_utterance", "end_of_utterance_ms"), ("llm", "llm_ms"), ("tts", "tts_ms")]
    {
        let vendors = summary["latencies"][part].as_object().expect("by vendor").values();
        let expected: f64 = vendors.map(|times| times["sum"].as_f64().expect("a sum")).sum();
        assert!((sum(&turns, column) - expected).abs() < 1e-6, "{part}");
    }
    assert_eq!(rows(&turns), u64::try_from(whole(&calls, "messages")).expect("positive"));
    assert_eq!(summary["bodies"]["count"], rows(&deliveries));
    assert_eq!(summary["bodies"]["bytes"], whole(&deliveries, "bytes"));
    let findings = summary["findings"].as_object().expect("by code").values();
    let findings: i64 = findings.map(|count| count.as_i64().expect("a count")).sum();
    assert_eq!(findings, whole(&deliveries, "errors") + whole(&deliveries, "warnings"));
    assert!(texts(&deliveries, "file").iter().all(|name| *name == all));
    let times = deliveries[0].column_by_name("event_at").expect("a column");
    let times = times.as_primitive::<TimestampMillisecondType>();
    assert!(times.iter().flatten().all(|time| time > 1_500_000_000_000));
    assert!(times.len() > 2 * times.null_count());
}

#[test]
fn the_readme_tells_every_column_with_its_type() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let readme = readme.expect("a README");
    let tables = folder("columns");
    let arguments = ["--parquet", tables.to_str().expect("UTF-8"), "--personal", "-"];
    run(&arguments, &lines(&bodies())).well();
    for name in ["calls", "turns", "deliveries"] {
        let section = readme.split(&format!("### `{name}`")).nth(1).expect("a section");
        let section = section.split("\n#").next().unwrap_or_default();
        let rows = section.lines().filter(|line| line.starts_with("| `"));
        let told: Vec<_> = rows
            .map(|row| row.split('|').map(str::trim).skip(1).take(2).collect::<Vec<_>>().join(" "))
            .collect();
        let fields = read(&tables, name)[0].schema();
        let found: Vec<_> = fields
            .fields()
            .iter()
            .map(|field| {
                format!(
                    "`{}` {}{}",
                    field.name(),
                    field.data_type(),
                    if field.is_nullable() { "?" } else { "" }
                )
            })
            .collect();
        assert_eq!(told, found, "{name}");
    }
}

/// The bodies with a mark in place of each personal text, or of every text that is not an id.
fn marked(all: bool) -> Vec<Vec<u8>> {
    fn mark(value: &mut Value, redacted: Option<&Value>, key: &str) {
        match value {
            Value::String(text) => {
                let is_personal = redacted.is_none_or(|redacted| redacted.as_str() != Some(text));
                let is_id = key.to_lowercase().ends_with("id") || key == "assistantToolIds";
                let is_marked = if redacted.is_some() { is_personal } else { !is_id };
                if is_marked {
                    *text = format!("MARK {text}");
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter_mut().enumerate() {
                    mark(element, redacted.map(|redacted| &redacted[index]), key);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    mark(member, redacted.map(|redacted| &redacted[name]), name);
                }
            }
            _ => {}
        }
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut bodies: Vec<Vec<u8>> = bodies();
    for family in ["server-message", "campaign", "workflow"] {
        for event in fixtures.join(family).read_dir().expect("a folder") {
            bodies.extend(std::fs::read(event.expect("an entry").path().join("full.json")).ok());
        }
    }
    assert!(bodies.len() > 120);
    let mark_body = |body: Vec<u8>| {
        let mut value: Value = serde_json::from_slice(&body).expect("JSON");
        let redacted = interactly_webhooks::Webhook::from_slice_lenient(&body).expect("reads").redacted();
        let redacted = serde_json::to_value(redacted).expect("prints");
        mark(&mut value, (!all).then_some(&redacted), "");
        serde_json::to_vec(&value).expect("prints")
    };
    bodies.into_iter().map(mark_body).collect()
}

#[test]
fn nothing_personal_is_printed_or_written_unasked() {
    for all in [false, true] {
        let text = lines(&marked(all));
        let tables = folder("marked");
        let path = tables.to_str().expect("UTF-8");
        let ran = run(&["--parquet", path, "-"], &text);
        assert!(!ran.text.contains("MARK") && ran.text.contains("end-of-call-report") != all, "{}", ran.text);
        assert!(!ran.errors.contains("MARK"), "{}", ran.errors);
        let json = run(&["--json", "-"], &text);
        assert!(!json.text.contains("MARK"), "{}", json.text);
        assert!(!all_text(&tables).contains("MARK"));
        assert!(rows(&read(&tables, "turns")) > 50);
        let rows = run(&["--rows", "-"], &text);
        assert!(rows.text.contains("MARK") && !rows.errors.contains("MARK"));
        for row in rows.text.lines() {
            let mut row: Value = serde_json::from_str(row).expect("JSON");
            row.as_object_mut().expect("an object").remove("record");
            assert!(!row.to_string().contains("MARK"), "{row}");
        }
        run(&["--parquet", path, "--personal", "-"], &text);
        for (table, columns) in [
            ("turns", &["text"][..]),
            ("calls", &["user_number", "assistant_number", "customer_name", "summary", "structured_data"]),
        ] {
            for column in columns {
                assert!(
                    texts(&read(&tables, table), column).iter().any(|text| text.contains("MARK")),
                    "{column}"
                );
            }
        }
    }
}
