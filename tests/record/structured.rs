//! Structured data and the schema that asks for it.

use interactly_webhooks::CallRecord;
use interactly_webhooks::message::assistant::Assistant;
use serde_json::{Value, json};

use super::read;

/// A call whose status update asks for data by a schema, and whose report has the data.
fn call(schema: &Value, data: &Value) -> CallRecord {
    let mut record = CallRecord::default();
    let plan = json!({"enabled": true, "schema": schema});
    for message in [
        json!({"type": "status-update", "timestamp": 1, "call": {"id": "c-1"},
            "assistant": {"assistantAnalysis": {"structuredData": plan}}}),
        json!({"type": "end-of-call-report", "timestamp": 2, "call": {"id": "c-1"},
            "analysis": {"structuredData": data}}),
    ] {
        record.apply_lenient(&read(&json!({"message": message}))).expect("of this call");
    }
    record
}

fn report(schema: &Value, data: &Value) -> String {
    call(schema, data).validate().to_string()
}

fn schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "phone number": {"type": "string", "pattern": "^\\+", "example": "+15550100123"},
            "age": {"type": "integer", "minimum": 0},
            "visits": {"type": "array", "items": {"$ref": "#/$defs/visit"}},
            "answer": {"enum": ["yes", "no"]},
        },
        "required": ["age", "other"],
        "additionalProperties": {"type": "number"},
        "$defs": {"visit": {"type": "object", "properties": {"day": {"type": "string"}}, "required": ["day"]}},
    })
}

#[test]
fn data_that_satisfies_its_schema_is_no_finding() {
    let data = json!({"phone number": "+15550100123", "age": 7, "other": 1, "visits": [{"day": "Monday"}], "answer": "no"});
    assert_eq!(report(&schema(), &data), "");
}

#[test]
fn data_that_does_not_warns_with_the_names_of_the_schema_and_no_value() {
    let data = json!({"phone number": "Zqx", "age": -1, "visits": [{"day": 7}, {}, "Zqx"], "answer": "Zqx", "Zqx": "Zqx",
        "other": {"Zqx": []}});
    let mut lines: Vec<_> = report(&schema(), &data).lines().map(str::to_owned).collect();
    lines.sort();
    let at = "warning structured-data-mismatch /message/analysis/structuredData";
    assert_eq!(
        lines,
        [
            format!("{at}/age: found a number, expected what `minimum` of the schema says"),
            format!("{at}/answer: found a string, expected what `enum` of the schema says"),
            format!("{at}/phone number: found a string, expected what `pattern` of the schema says"),
            format!("{at}/visits/0/day: found a number, expected type string"),
            format!("{at}/visits/1/day: found nothing, expected a required property"),
            format!("{at}/visits/2: found a string, expected type object"),
            format!("{at}: found a string, expected type number"),
            format!("{at}: found an object, expected type number"),
        ]
    );
}

#[test]
fn properties_that_are_not_allowed_are_counted() {
    let schema = json!({"properties": {"age": {}}, "additionalProperties": false});
    let at = "warning structured-data-mismatch /message/analysis/structuredData";
    for (data, found) in
        [(json!({"age": 7, "Zqx": 1}), "1 property"), (json!({"Zqx": 1, "Zqy": 2}), "2 properties")]
    {
        assert_eq!(report(&schema, &data), format!("{at}: found {found} that the schema does not allow"));
    }
}

#[test]
fn names_are_found_behind_escapes_and_eight_references() {
    let at = "warning structured-data-mismatch /message/analysis/structuredData";
    let found = "found a number, expected type string";
    let schema = json!({"properties": {"~1": {"type": "string"}}});
    assert_eq!(report(&schema, &json!({"~1": 7})), format!("{at}/~01: {found}"));
    for (references, named) in [(8, "/a/b"), (9, "/a")] {
        let mut schema = json!({"properties": {"a": {"$ref": "#/$defs/1"}}, "$defs": {}});
        for number in 1..references {
            schema["$defs"][number.to_string()] = json!({"$ref": format!("#/$defs/{}", number + 1)});
        }
        schema["$defs"][references.to_string()] = json!({"properties": {"b": {"type": "string"}}});
        assert_eq!(report(&schema, &json!({"a": {"b": 7}})), format!("{at}{named}: {found}"));
    }
}

#[test]
fn missing_data_warns_once_the_report_is_there() {
    let line = "warning structured-data-missing /message/analysis/structuredData: \
        found nothing, expected what the schema asks for";
    assert_eq!(report(&schema(), &json!({})), line);
    assert_eq!(report(&schema(), &json!(null)), line);
    let mut early = CallRecord::default();
    let plan = json!({"enabled": true, "schema": schema()});
    let message =
        json!({"call": {"id": "c-1"}, "assistant": {"assistantAnalysis": {"structuredData": plan}}});
    early.apply_lenient(&read(&json!({"message": message}))).expect("of this call");
    assert!(early.validate().is_empty());
}

#[test]
fn the_draft_is_the_schemas_own() {
    // In draft 4 a boolean, later a number.
    let schema = |draft: &str| json!({"$schema": draft, "properties": {"a": {"minimum": 1, "exclusiveMinimum": true}}});
    assert_eq!(report(&schema("http://json-schema.org/draft-04/schema#"), &json!({"a": 2})), "");
    let place = "/message/assistant/assistantAnalysis/structuredData/schema";
    assert_eq!(
        report(&schema("https://json-schema.org/draft/2020-12/schema"), &json!({"a": 2})),
        format!(
            "warning structured-schema-invalid {place}: found a boolean that `exclusiveMinimum` may not have, \
            expected a JSON Schema"
        ),
    );
}

#[test]
fn a_schema_that_is_none_is_a_finding_in_configurations_too() {
    let outside = "error structured-schema-outside /assistantAnalysis/structuredData/schema: \
        found a reference to another document, expected one within the schema";
    let invalid = "warning structured-schema-invalid /assistantAnalysis/structuredData/schema: ";
    for (schema, expected) in [
        (
            json!({"type": "objekt"}),
            format!("{invalid}found a string that `type` may not have, expected a JSON Schema"),
        ),
        (
            json!({"properties": {"Zqx": {"required": "Zqx"}}}),
            format!("{invalid}found a string that `required` may not have, expected a JSON Schema"),
        ),
        (
            json!({"properties": {"a": {"$ref": "#/$defs/Zqx"}}}),
            format!("{invalid}found a reference that leads nowhere, expected one within the schema"),
        ),
        (
            json!({"$schema": "https://zqx.example/schema"}),
            format!("{invalid}found a $schema that names no draft of JSON Schema"),
        ),
        (
            json!({"pattern": "("}),
            format!("{invalid}found a string that `pattern` may not have, expected a JSON Schema"),
        ),
        (json!({"$ref": "http://127.0.0.1:9/schema.json"}), outside.to_owned()),
        (json!({"properties": {"a": {"$ref": "file:///etc/hostname"}}}), outside.to_owned()),
        (json!({"properties": {"a": {"$ref": "other.json#/a"}}}), outside.to_owned()),
    ] {
        let assistant = json!({"assistantAnalysis": {"structuredData": {"enabled": true, "schema": schema}}});
        let assistant: Assistant = serde_json::from_value(assistant).expect("reads");
        assert_eq!(assistant.validate().to_string(), expected);
        // Data is not held against what is no schema.
        assert_eq!(call(&schema, &json!({"a": 1})).validate().len(), 1, "{schema}");
    }
}

#[test]
fn schemas_that_go_round_and_patterns_that_take_for_ever_come_to_an_end() {
    assert_eq!(report(&json!({"properties": {"a": {"$ref": "#"}}}), &json!({"a": {"a": {"a": 1}}})), "");
    let schema = json!({"properties": {"a": {"pattern": "^(?=a)(a|aa)+(?=c)$"}}});
    assert_eq!(call(&schema, &json!({"a": "a".repeat(60)})).validate().len(), 1);
    let round =
        json!({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}});
    assert!(call(&round, &json!({"a": 1})).validate().len() < 2);
}

#[test]
fn a_schema_that_would_take_for_ever_is_not_used() {
    let line = "warning structured-data-unchecked /message/analysis/structuredData: \
        found a schema whose parts refer to one another too often";
    for combine in ["anyOf", "allOf", "oneOf", "items", "additionalProperties"] {
        let mut parts = serde_json::Map::new();
        parts.insert("0".to_owned(), json!({"type": "string"}));
        for level in 1..60 {
            let next = json!({"$ref": format!("#/$defs/{}", level - 1)});
            let of_both = json!([next, next]);
            let part = match combine {
                "items" => json!({"allOf": of_both, "items": next}),
                "additionalProperties" => json!({combine: {"allOf": of_both}}),
                _ => json!({combine: of_both}),
            };
            parts.insert(level.to_string(), part);
        }
        let data = (0..58).fold(json!("x"), |inner, _| json!({"a": inner}));
        let schema = json!({"$ref": "#/$defs/59", "$defs": parts});
        assert_eq!(report(&schema, &data), line, "{combine}");
    }
    // Much data is no reason, nor are schemas that go round with the data.
    let many: Vec<_> = (0..5_000).map(|day| json!({"day": day.to_string()})).collect();
    assert_eq!(report(&schema(), &json!({"age": 1, "other": 1, "visits": many})), "");
    let tree = json!({"properties": {"a": {"anyOf": [{"type": "string"}, {"$ref": "#"}]}}});
    let data = (0..60).fold(json!("x"), |inner, _| json!({"a": inner}));
    assert_eq!(report(&tree, &data), "");
}

#[test]
fn what_is_held_against_elements_and_members_counts_and_values_do_not() {
    let line = "warning structured-data-unchecked /message/analysis/structuredData: \
        found a schema whose parts refer to one another too often";
    // 65,536 parts that only what stands below the rows is held against.
    let mut parts = serde_json::Map::new();
    parts.insert("0".to_owned(), json!({"type": "number"}));
    for level in 1..=16 {
        let next = json!({"$ref": format!("#/$defs/{}", level - 1)});
        parts.insert(level.to_string(), json!({"allOf": [next, next]}));
    }
    let row = json!({"properties": {"x": {"$ref": "#/$defs/16"}}});
    for (keyword, rows) in [("items", json!([{"x": 0}])), ("additionalProperties", json!({"a": {"x": 0}}))] {
        let schema = json!({"properties": {"rows": {keyword: row}}, "$defs": parts});
        let data = json!({"rows": rows, "more": vec![0; 1_000]});
        assert_eq!(report(&schema, &data), line, "{keyword}");
    }
    let days: Vec<_> = (0..2_000).collect();
    let schema = json!({"properties": {"days": {"items": {"enum": days}}}});
    assert_eq!(report(&schema, &json!({"days": vec![7; 400]})), "");
}

#[test]
fn patterns_have_a_size_together() {
    let schema = |count: usize| {
        let parts = (0..count).map(|part| (part.to_string(), json!({"pattern": r"^[\p{L} .'-]{1,80}$"})));
        json!({"properties": parts.collect::<serde_json::Map<_, _>>()})
    };
    let invalid =
        |count| report(&schema(count), &json!({"0": "Harbor View"})).contains("structured-schema-invalid");
    assert!(!invalid(1) && invalid(200));
    let parts: Vec<_> = (0..200).map(|_| json!({"pattern": r"^[\p{L} .'-]{1,80}$"})).collect();
    let names = (0..200).map(|part| (format!(r"^[\p{{L}} .'-]{{1,80}}{part}$"), json!({})));
    let names: serde_json::Map<_, _> = names.collect();
    for schema in [json!({"properties": {"0": {"allOf": parts}}}), json!({"patternProperties": names})] {
        assert!(report(&schema, &json!({"0": "Harbor View"})).contains("structured-schema-invalid"));
    }
    // Of plain ones there may be many.
    let parts = (0..200).map(|part| (part.to_string(), json!({"pattern": "^[0-9]{3}-[0-9]{4}$"})));
    let schema = json!({"properties": parts.collect::<serde_json::Map<_, _>>()});
    assert_eq!(report(&schema, &json!({"7": "555-0100"})), "");
}
