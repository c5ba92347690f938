//! Bodies generated after the fixtures' structure print back whole.
//!
//! The fixtures together have every member of every object, in every form that was seen. So
//! their union is the structure: each member may be absent, `null`, or of any form seen, with
//! any text, any number of its kind, and unknown members beside it.

#[path = "../../support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use interactly_webhooks::Webhook;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::{difference, fixtures};

/// What was seen at a place, in all fixtures together.
#[derive(Default, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "one for each kind of value")]
struct Seen {
    boolean: bool,
    whole: bool,
    fraction: bool,
    text: bool,
    list: Option<Box<Seen>>,
    object: Option<BTreeMap<String, Seen>>,
}

impl Seen {
    fn is_empty(&self) -> bool {
        let leaf = self.boolean || self.whole || self.fraction || self.text;
        !leaf && self.list.is_none() && self.object.is_none()
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => {}
            Value::Bool(_) => self.boolean = true,
            Value::Number(number) if number.is_f64() => self.fraction = true,
            Value::Number(_) => self.whole = true,
            Value::String(_) => self.text = true,
            Value::Array(list) => {
                let element = self.list.get_or_insert_default();
                for value in list {
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

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => proptest::collection::vec(any::<char>(), 0..12).prop_map(|text| text.into_iter().collect()),
        1 => Just(String::new()),
        1 => Just("2026-03-05T09:21:20.281Z".to_owned()),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter_map("finite", |double| double.is_finite().then(|| json!(double))),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(text(), inner, 0..4)
                .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

/// Maps with the caller's keys and typed values take no members of any kind.
fn is_typed_map(name: &str) -> bool {
    name.ends_with("Distribution") || name == "headers" || name == "variablesValidations"
}

fn values(name: &str, seen: &Seen) -> BoxedStrategy<Value> {
    let mut forms: Vec<BoxedStrategy<Value>> = Vec::new();
    if seen.boolean {
        forms.push(any::<bool>().prop_map(Value::from).boxed());
    }
    if seen.whole {
        forms.push(any::<i64>().prop_map(Value::from).boxed());
        forms.push((-1_000_i32..1_000).prop_map(|whole| json!(f64::from(whole))).boxed());
    }
    if seen.fraction {
        forms.push(any::<f64>().prop_filter_map("finite", |f| f.is_finite().then(|| json!(f))).boxed());
        forms.push(any::<u64>().prop_map(Value::from).boxed());
    }
    if seen.text {
        forms.push(text().prop_map(Value::from).boxed());
    }
    if let Some(element) = &seen.list {
        let most = if element.is_empty() { 0 } else { 3 };
        let elements = proptest::collection::vec(values("", element), 0..=most);
        forms.push(elements.prop_map(Value::from).boxed());
    }
    if let Some(members) = &seen.object {
        let typed_map = is_typed_map(name);
        let each: Vec<_> = members
            .iter()
            .map(|(name, seen)| {
                let absent = proptest::option::weighted(0.7, values(name, seen));
                let name = name.clone();
                // A `null` is a value of a typed map, and refused there.
                (absent, 0..if typed_map { 1 } else { 8 }).prop_map(move |(value, dice)| {
                    (name.clone(), if dice == 7 { Some(Value::Null) } else { value })
                })
            })
            .collect();
        let unknown = proptest::option::weighted(0.1, (text(), any_json()))
            .prop_map(move |unknown| unknown.filter(|_| !typed_map));
        let object = (each, unknown).prop_map(|(members, unknown)| {
            let members = members.into_iter().filter_map(|(name, value)| Some((name, value?)));
            let unknown = unknown.map(|(name, value)| (format!("x{name}"), value));
            members.chain(unknown).collect::<Map<_, _>>().into()
        });
        forms.push(object.boxed());
    }
    if seen.is_empty() { Just(Value::Null).boxed() } else { proptest::strategy::Union::new(forms).boxed() }
}

fn bodies() -> impl Strategy<Value = Value> {
    let mut families: BTreeMap<&str, Seen> = BTreeMap::new();
    for fixture in fixtures() {
        // Values that were never seen are for the drift fixtures.
        let family = ["server-message", "campaign", "workflow"]
            .into_iter()
            .find(|name| fixture.name.starts_with(name));
        if let Some(family) = family.filter(|_| !fixture.name.contains("drift")) {
            families.entry(family).or_default().add(&fixture.value());
        }
    }
    let deciding = [("server-message", "message"), ("campaign", "campaign"), ("workflow", "workflow")];
    proptest::strategy::Union::new(deciding.map(|(family, member)| {
        values("", &families[family]).prop_map(move |mut body| {
            // The deciding member is the one that may neither be absent nor `null`.
            if !body[member].is_object() {
                body[member] = json!({});
            }
            body
        })
    }))
}

/// Nulls of modelled objects may be dropped; all others must survive.
fn keeps_nulls(at: &str) -> bool {
    const FREE: [&str; 6] = [
        "/metadata/",
        "/analysis/structuredData/",
        "/dynamicVariables/",
        "/collectedInformation/",
        "/output/",
        "/schema/",
    ];
    FREE.iter().any(|free| at.contains(free)) || at.split('/').any(|name| name.starts_with('x'))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_bodies_print_back_whole(body in bodies()) {
        let text = body.to_string();
        let webhook = Webhook::from_str(&text);
        prop_assert!(webhook.is_ok(), "{}\n{text}", webhook.expect_err("refused"));
        let webhook = webhook.expect("parses");
        let printed = serde_json::to_string(&webhook).expect("prints");
        let back: Value = serde_json::from_str(&printed).expect("JSON");
        let difference = difference(&body, &back, &keeps_nulls);
        prop_assert!(difference.is_none(), "{}\n{text}", difference.expect("one"));
        prop_assert_eq!(Webhook::from_str(&printed).expect("parses"), webhook);
    }
}
