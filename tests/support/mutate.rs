//! Random changes of bodies, the same for the same seed: of any place, to any kind of value. The simulation
//! damages one member of a body in one way, so that a test can say what is left; that is not enough here.

use serde_json::{Value, json};

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
    let mut places = places(body);
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
pub(crate) fn places(value: &Value) -> Vec<String> {
    fn collect(value: &Value, at: &str, places: &mut Vec<String>) {
        let mut each = |key: &str, value: &Value| {
            let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            places.push(at.clone());
            collect(value, &at, places);
        };
        match value {
            Value::Object(members) => members.iter().for_each(|(key, value)| each(key, value)),
            Value::Array(array) => {
                array.iter().enumerate().for_each(|(index, value)| each(&index.to_string(), value));
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    collect(value, "", &mut places);
    places
}

/// Adds the member `xUnseen`, which the crate does not model, to every object of `value`, and
/// gives the pointers of these objects.
pub(crate) fn add_unknown_members(value: &mut Value, unknown: &Value) -> Vec<String> {
    let mut objects = places(value);
    objects.push(String::new());
    objects.retain(|place| value.pointer(place).is_some_and(Value::is_object));
    for place in &objects {
        if let Some(Value::Object(members)) = value.pointer_mut(place) {
            members.insert("xUnseen".to_owned(), unknown.clone());
        }
    }
    objects
}
