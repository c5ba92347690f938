//! What the tests share: the fixtures, the contract's rule of equality, and mutations.

#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// A fixture: its path below `tests/fixtures`, and its text.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Fixture {
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

/// The folder of the fixtures.
pub(crate) fn folder() -> PathBuf {
    // Members of the workspace share this file; the fixtures stand in the root package.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().map(|folder| folder.join("tests/fixtures")).find(|folder| folder.is_dir());
    found.expect("tests/fixtures in this package or above it")
}

/// Every body in the fixtures, in the order of their names.
pub(crate) fn fixtures() -> Vec<Fixture> {
    fn collect(folder: &Path, base: &Path, fixtures: &mut Vec<Fixture>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                collect(&path, base, fixtures);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.strip_prefix(base).expect("below the base").to_string_lossy().into_owned();
                // `config` holds configuration objects, which are no bodies; `damaged` what
                // the strict parser refuses.
                if !name.starts_with("config") && !name.starts_with("damaged") {
                    fixtures.push(Fixture { name, text: fs::read_to_string(path).expect("UTF-8") });
                }
            }
        }
    }
    let mut fixtures = Vec::new();
    collect(&folder(), &folder(), &mut fixtures);
    assert!(fixtures.len() > 100, "the fixtures are where they should be");
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    fixtures
}

/// The first place where `printed` is not what the contract allows for `original`: a `null`
/// member of a modelled object may be dropped, and `1.0` may become `1`.
///
/// Which objects are modelled cannot be told from the JSON; `keeps_nulls` tells by the
/// pointer where a dropped `null` is a loss.
pub(crate) fn difference(
    original: &Value,
    printed: &Value,
    keeps_nulls: &dyn Fn(&str) -> bool,
) -> Option<String> {
    fn differ(a: &Value, b: &Value, at: &str, keeps_nulls: &dyn Fn(&str) -> bool) -> Option<String> {
        match (a, b) {
            (Value::Object(a), Value::Object(b)) => {
                let appeared = b.keys().find(|key| !a.contains_key(*key));
                if let Some(key) = appeared {
                    return Some(format!("{at}/{key} appeared"));
                }
                a.iter().find_map(|(key, value)| {
                    let at = format!("{at}/{key}");
                    match b.get(key) {
                        Some(printed) => differ(value, printed, &at, keeps_nulls),
                        None if value.is_null() && !keeps_nulls(&at) => None,
                        None => Some(format!("{at} was lost")),
                    }
                })
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let mut pairs = a.iter().zip(b).enumerate();
                pairs.find_map(|(index, (a, b))| differ(a, b, &format!("{at}/{index}"), keeps_nulls))
            }
            (Value::Number(a), Value::Number(b)) if same_number(a, b) => None,
            (a, b) if a == b => None,
            (a, b) => Some(format!("{at}: {a} came back as {b}")),
        }
    }
    differ(original, printed, "", keeps_nulls)
}

fn same_number(a: &serde_json::Number, b: &serde_json::Number) -> bool {
    // Integers must be the same to the digit; only where one side is a float may they
    // differ in form.
    a == b || ((a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64())
}

/// Asserts that `printed` is `original` by the contract's rule, nulls of modelled objects
/// aside.
pub(crate) fn assert_same(original: &Value, printed: &Value, what: &str) {
    if let Some(difference) = difference(original, printed, &|_| false) {
        panic!("{what}: {difference}");
    }
}

/// A seeded source of choices; the same seed gives the same choices everywhere.
pub(crate) type Rng = fastrand::Rng;

/// The seed of a test run: the number in `SEED`, or else the one given.
pub(crate) fn seed(default: u64) -> u64 {
    std::env::var("SEED").map_or(default, |seed| seed.parse().expect("SEED is a number"))
}

/// A value to put where another stood.
pub(crate) fn odd_value(rng: &mut Rng) -> Value {
    match rng.u8(0..20) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => json!(rng.i64(-5..5)),
        3 => json!(i64::MAX),
        4 => json!(i64::MIN),
        5 => json!(u64::MAX),
        6 => json!(9_007_199_254_740_993_i64),
        7 => json!(0.1 + rng.f64()),
        8 => json!(1e30),
        9 => json!(3.0),
        10 => json!(""),
        11 => json!("not what was expected"),
        12 => json!("Grüße, 世界 🦀 \u{0}\"\\"),
        13 => json!([]),
        14 => json!({}),
        15 => json!([null]),
        16 => json!([1, "two", {"three": [null]}]),
        17 => json!({"a": null, "b": {"c/d~e": [1.5, 2]}}),
        18 => json!([{}]),
        _ => json!("2026-03-05T09:21:20.281Z"),
    }
}

/// Replaces one random place of `body`, the body itself excepted, and says where.
pub(crate) fn mutate(rng: &mut Rng, body: &mut Value) -> String {
    let mut places = Vec::new();
    collect_places(body, "", &mut places);
    if places.is_empty() {
        return String::new();
    }
    let place = places.swap_remove(rng.usize(0..places.len()));
    if let Some(value) = body.pointer_mut(&place) {
        *value = odd_value(rng);
    }
    place
}

/// The pointers of all values below `value`.
pub(crate) fn collect_places(value: &Value, at: &str, places: &mut Vec<String>) {
    let mut each = |key: &str, value: &Value| {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        places.push(at.clone());
        collect_places(value, &at, places);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| each(key, value)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| each(&index.to_string(), value));
        }
        _ => {}
    }
}

/// Adds a member that the crate does not model to every object of `value`, and counts them.
pub(crate) fn add_unknown_members(value: &mut Value, unknown: &Value) -> usize {
    match value {
        Value::Object(members) => {
            let below: usize = members.values_mut().map(|value| add_unknown_members(value, unknown)).sum();
            members.insert("xUnseen".to_owned(), unknown.clone());
            below + 1
        }
        Value::Array(list) => list.iter_mut().map(|value| add_unknown_members(value, unknown)).sum(),
        _ => 0,
    }
}

/// A JSON object as a map.
pub(crate) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        other => panic!("no object: {other}"),
    }
}
