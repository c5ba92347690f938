//! Structured data, held against the schema that asks for it.
//!
//! The draft is the one that `$schema` names, else 2020-12. Nothing is fetched: a schema that refers to
//! another document is a finding. Where checking data against its schema would take long, it is not done, which is
//! a finding too: the schema itself comes in a body. Patterns give up.

mod effort;

use std::borrow::Cow;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{PatternOptions, ReferencingError, ValidationError, Validator};
use serde_json::{Map, Value};

use super::code::STRUCTURED_SCHEMA_INVALID as SCHEMA_INVALID;
use super::json_schema;
use crate::json::Kind;
use crate::model::Severity::{Error, Warning};
use crate::model::{Code, Found};
use crate::wire::FreeForm;

static SCHEMA_OUTSIDE: Code = Code::new(
    "structured-schema-outside",
    Error,
    "The schema of the structured data refers to another document, which is not fetched",
);
static DATA_MISMATCH: Code =
    Code::new("structured-data-mismatch", Warning, "The structured data does not satisfy its schema");
static DATA_MISSING: Code =
    Code::new("structured-data-missing", Warning, "Structured data was asked for, and the report has none");
static DATA_UNCHECKED: Code = Code::new(
    "structured-data-unchecked",
    Warning,
    "The structured data was not held against its schema, as that may take too long",
);

/// The codes about structured data and its schema, in addition to [`CODES`](super::CODES).
pub static STRUCTURED_CODES: &[&Code] = &[&SCHEMA_OUTSIDE, &DATA_MISMATCH, &DATA_MISSING, &DATA_UNCHECKED];

/// How often a pattern may go back before it gives up.
const BACKTRACKS: usize = 10_000;

/// How many bytes all patterns of a schema may have together, compiled: one of twenty characters can have
/// megabytes.
const PATTERNS: usize = 16 << 20;

/// How many references lead on from one another before what they lead to is given up: they may go round. Only
/// names on the way are lost by it.
const REFERENCES: usize = 8;

/// Says what is wrong with a schema, at `place`.
pub(crate) fn check_schema(schema: &FreeForm, place: &[&str], found: &mut dyn Found) {
    let Err(error) = validator(schema) else { return };
    if let ValidationErrorKind::Referencing(ReferencingError::Unretrievable { .. }) = error.kind() {
        let message = "found a reference to another document, expected one within the schema".to_owned();
        return found.found(place, &SCHEMA_OUTSIDE, message);
    }
    let keyword = error.instance_path().as_str().rsplit('/').find(|name| KEYWORDS.contains(name));
    let message = match (error.kind(), keyword) {
        (ValidationErrorKind::Referencing(ReferencingError::UnknownSpecification { .. }), _) => {
            "found a $schema that names no draft of JSON Schema".to_owned()
        }
        (ValidationErrorKind::Referencing(_), _) => {
            "found a reference that leads nowhere, expected one within the schema".to_owned()
        }
        (_, Some(keyword)) => json_schema::message(keyword, error.instance()),
        (_, None) => "expected a JSON Schema".to_owned(),
    };
    found.found(place, &SCHEMA_INVALID, message);
}

/// Says that data is missing, at `place`.
pub(crate) fn missing(place: &[&str], found: &mut dyn Found) {
    let message = "found nothing, expected what the schema asks for".to_owned();
    found.found(place, &DATA_MISSING, message);
}

/// Says where the data at `place` does not satisfy its schema, if that is one.
pub(crate) fn check_data(schema: &FreeForm, data: &FreeForm, place: &[&str], found: &mut dyn Found) {
    let Ok(validator) = validator(schema) else { return };
    let data = Value::Object((**data).clone());
    if !effort::is_bounded(&Value::Object((**schema).clone()), &data) {
        let message = "found a schema whose parts refer to one another too often".to_owned();
        return found.found(place, &DATA_UNCHECKED, message);
    }
    for error in validator.iter_errors(&data) {
        let schema = Schema::new(schema);
        let mut below = schema.named(error.instance_path().as_str());
        if let ValidationErrorKind::Required { property: Value::String(property) } = error.kind() {
            below.required(property);
        }
        let place: Vec<&str> = place.iter().copied().chain(below.names.iter().map(AsRef::as_ref)).collect();
        found.found(&place, &DATA_MISMATCH, message(&error));
    }
}

fn validator(schema: &FreeForm) -> Result<Validator, ValidationError<'static>> {
    let schema = Value::Object((**schema).clone());
    let most = PATTERNS / effort::patterns(&schema).max(2);
    let patterns = PatternOptions::fancy_regex().backtrack_limit(BACKTRACKS);
    let patterns = patterns.size_limit(most).dfa_size_limit(most);
    jsonschema::options().offline().with_pattern_options(patterns).build(&schema)
}

/// What is wrong, in words of the schema's language and none of the data.
fn message(error: &ValidationError<'_>) -> String {
    let found = Kind::of(error.instance());
    match error.kind() {
        ValidationErrorKind::Required { .. } => "found nothing, expected a required property".to_owned(),
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
            let plural = if unexpected.len() == 1 { "property" } else { "properties" };
            format!("found {} {plural} that the schema does not allow", unexpected.len())
        }
        ValidationErrorKind::Type { kind: jsonschema::error::TypeKind::Single(of) } => {
            format!("found {found}, expected type {of}")
        }
        other => format!("found {found}, expected what `{}` of the schema says", other.keyword()),
    }
}

/// The part of a schema that is about the part of the data that was reached, and the names on the way.
struct Schema<'a> {
    root: &'a Map<String, Value>,
    at: Option<&'a Map<String, Value>>,
    names: Vec<Cow<'a, str>>,
}

impl<'a> Schema<'a> {
    fn new(root: &'a Map<String, Value>) -> Self {
        Self { root, at: Some(root), names: Vec::new() }
    }

    /// Follows a JSON pointer into the data, as far as its names are properties of the schema.
    fn named(mut self, pointer: &str) -> Self {
        for name in pointer.split('/').skip(1) {
            let name = unescaped(name);
            let Some(at) = self.resolved() else { break };
            if let Some((name, below)) = property(at, &name) {
                self.names.push(name.into());
                self.at = below.as_object();
            } else if let (Some(items), Ok(index)) = (at.get("items"), name.parse::<usize>()) {
                self.names.push(index.to_string().into());
                self.at = items.as_object();
            } else {
                self.at = None;
            }
        }
        self
    }

    /// Goes on to a property that is missing, if the schema names it.
    fn required(&mut self, name: &str) {
        if let Some((name, _)) = self.resolved().and_then(|at| property(at, name)) {
            self.names.push(name.into());
        }
    }

    /// What references within the schema lead to.
    fn resolved(&self) -> Option<&'a Map<String, Value>> {
        let mut at = self.at?;
        for _ in 0..REFERENCES {
            let Some(reference) = at.get("$ref").and_then(Value::as_str) else { break };
            let mut way = reference.strip_prefix('#')?.split('/').skip(1);
            at = way.try_fold(self.root, |at, name| at.get(&unescaped(name))?.as_object())?;
        }
        Some(at)
    }
}

/// A name of a JSON pointer without its escapes.
fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

fn property<'a>(schema: &'a Map<String, Value>, name: &str) -> Option<(&'a str, &'a Value)> {
    let (name, below) = schema.get("properties")?.as_object()?.get_key_value(name)?;
    Some((name.as_str(), below))
}

/// Names that are the language's and not the caller's.
const KEYWORDS: &[&str] = &[
    "$defs",
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "definitions",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "uniqueItems",
];
