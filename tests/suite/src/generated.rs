//! Bodies generated after the fixtures' structure print back whole.
//!
//! The fixtures together have every member of every object, in every form that was seen. So
//! their union is the structure: each member may be absent, `null`, or of any form seen, with
//! any text, any number of its kind, and unknown members beside it. A simulated call has none of that: its
//! bodies are as the platform's, so it cannot take the place of this.

use std::collections::BTreeMap;

use interactly_webhooks::{Family, Webhook};
use serde_json::{Map, Value, json};

use crate::support::{Rng, difference, fixtures, keeps_null, seed};

const BODIES: u64 = 1_000;

/// What was seen at a place, in all fixtures together.
#[derive(Default, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "one for each kind of value")]
struct Seen {
    boolean: bool,
    whole: bool,
    fraction: bool,
    text: bool,
    array: Option<Box<Seen>>,
    object: Option<BTreeMap<String, Seen>>,
}

impl Seen {
    fn is_empty(&self) -> bool {
        let leaf = self.boolean || self.whole || self.fraction || self.text;
        !leaf && self.array.is_none() && self.object.is_none()
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => {}
            Value::Bool(_) => self.boolean = true,
            Value::Number(number) if number.is_f64() => self.fraction = true,
            Value::Number(_) => self.whole = true,
            Value::String(_) => self.text = true,
            Value::Array(array) => {
                let element = self.array.get_or_insert_default();
                for value in array {
                    element.add(value);
                }
            }
            Value::Object(members) => {
                let seen = self.object.get_or_insert_default();
                members.iter().for_each(|(name, value)| seen.entry(name.clone()).or_default().add(value));
            }
        }
    }
}

fn text(rng: &mut Rng) -> String {
    match rng.u8(0..4) {
        0 => String::new(),
        1 => "2026-03-05T09:21:20.281Z".to_owned(),
        _ => (0..rng.usize(0..12)).map(|_| character(rng)).collect(),
    }
}

/// Half of them are plain, and some of these have a meaning in JSON.
fn character(rng: &mut Rng) -> char {
    match rng.u8(0..6) {
        0 => rng.char('\0'..='\u{9f}'),
        1 | 2 => rng.char(' '..='~'),
        3 => rng.char('\u{a0}'..='\u{7ff}'),
        4 => rng.char('\u{800}'..='\u{ffff}'),
        _ => rng.char('\u{10000}'..=char::MAX),
    }
}

/// Any double that JSON can write: most have an odd exponent.
fn double(rng: &mut Rng) -> Value {
    let any = f64::from_bits(rng.u64(..));
    if any.is_finite() { json!(any) } else { json!(rng.f64()) }
}

fn any_json(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(0..if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 => rng.i64(..).into(),
        3 => rng.u64(..).into(),
        4 => double(rng),
        5 => text(rng).into(),
        6 => (0..rng.usize(0..4)).map(|_| any_json(rng, depth - 1)).collect(),
        _ => (0..rng.usize(0..4)).map(|_| (text(rng), any_json(rng, depth - 1))).collect(),
    }
}

/// Maps with the caller's keys and typed values take no members of any kind.
fn is_typed_map(name: &str) -> bool {
    name.ends_with("Distribution") || name == "headers" || name == "variablesValidations"
}

fn object(rng: &mut Rng, name: &str, members: &BTreeMap<String, Seen>) -> Value {
    let typed_map = is_typed_map(name);
    let mut object = Map::new();
    for (name, seen) in members {
        // A `null` is a value of a typed map, and refused there.
        if !typed_map && rng.u8(0..8) == 0 {
            object.insert(name.clone(), Value::Null);
        } else if rng.u8(0..10) < 7 {
            object.insert(name.clone(), value(rng, name, seen));
        }
    }
    if !typed_map && rng.u8(0..10) == 0 {
        object.insert(format!("x{}", text(rng)), any_json(rng, 3));
    }
    object.into()
}

/// A value of one of the forms that were seen.
fn value(rng: &mut Rng, name: &str, seen: &Seen) -> Value {
    let mut forms: Vec<&dyn Fn(&mut Rng) -> Value> = Vec::new();
    if seen.boolean {
        forms.push(&|rng| rng.bool().into());
    }
    if seen.whole {
        forms.extend([&|rng: &mut Rng| rng.i64(..).into(), &whole_double as &dyn Fn(&mut Rng) -> Value]);
    }
    if seen.fraction {
        forms.extend([&|rng: &mut Rng| rng.u64(..).into(), &double as &dyn Fn(&mut Rng) -> Value]);
    }
    if seen.text {
        forms.push(&|rng| text(rng).into());
    }
    let array = |rng: &mut Rng| match &seen.array {
        Some(element) if !element.is_empty() => {
            (0..rng.usize(0..4)).map(|_| value(rng, "", element)).collect()
        }
        _ => json!([]),
    };
    if seen.array.is_some() {
        forms.push(&array);
    }
    let members =
        |rng: &mut Rng| seen.object.as_ref().map_or(Value::Null, |members| object(rng, name, members));
    if seen.object.is_some() {
        forms.push(&members);
    }
    if forms.is_empty() { Value::Null } else { forms[rng.usize(0..forms.len())](rng) }
}

fn whole_double(rng: &mut Rng) -> Value {
    json!(f64::from(rng.i32(-1_000..1_000)))
}

/// What was seen in each family, with the member that decides for it.
fn families() -> Vec<(&'static str, Seen)> {
    let seen = |family: Family| {
        let mut seen = Seen::default();
        for fixture in fixtures() {
            // Members that nobody models come at random.
            if fixture.family() == family.as_str() && !fixture.case().starts_with("unknown-") {
                seen.add(&fixture.value());
            }
        }
        Some((family.decided_by()?, seen))
    };
    Family::ALL.into_iter().filter_map(seen).collect()
}

#[test]
fn generated_bodies_print_back_whole() {
    let families = families();
    let seed = seed(0x9e0);
    for case in 0..BODIES {
        let mut rng = Rng::with_seed(seed ^ (case << 20));
        let (deciding, structure) = &families[rng.usize(0..families.len())];
        let mut body = value(&mut rng, "", structure);
        // The deciding member is the one that may neither be absent nor `null`.
        if !body[*deciding].is_object() {
            body[*deciding] = json!({});
        }
        let text = body.to_string();
        let what = format!("SEED={seed} case {case}\n{text}\n");
        let webhook = Webhook::from_str(&text).unwrap_or_else(|error| panic!("{what}{error}"));
        let printed = serde_json::to_string(&webhook).expect("prints");
        let back: Value = serde_json::from_str(&printed).expect("JSON");
        if let Some(difference) = difference(&body, &back, &keeps_null) {
            panic!("{what}{difference}");
        }
        assert_eq!(Webhook::from_str(&printed).expect("parses"), webhook, "{what}");
    }
}
