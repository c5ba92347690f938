//! Redacted copies: what they keep, what they replace, and that they stay what they are.

use std::fmt::Debug;

use fastrand::Rng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::compare::{Compared, same_shape};
use super::fixtures::{Fixture, configurations, fixture, fixtures};
use super::runs::runs;
use super::seed::MARKER;
use crate::campaign::CampaignWebhookConfig;
use crate::lenient::Lenient;
use crate::message::assistant::AssistantServer;
use crate::model::{Record, value_of};
use crate::outgoing::ControlRequest;
use crate::webhook::{each, form_of};
use crate::workflow::WorkflowSubscription;
use crate::{Finding, Report, Webhook, privacy, validate};

pub(super) fn printed(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("prints")
}

/// Every error of the copy is one of the original.
fn no_new_error(before: &Report, after: &Report, whose: &str) {
    for error in after.errors() {
        let same = |old: &Finding| old.pointer() == error.pointer() && old.code() == error.code();
        assert!(before.errors().any(same), "{whose}: {error}");
    }
}

#[test]
fn fixtures_keep_their_shape_and_what_is_clear() {
    let (mut replaced, mut kept) = (0, 0);
    for Fixture { name: file, text } in fixtures() {
        let webhook = Webhook::from_str(&text).expect("parses");
        let copy = webhook.redacted();
        let (body, redacted) = (printed(&webhook), printed(&copy));

        let mut compared = Compared::default();
        compared.object(&body, &redacted, form_of(webhook.family()), &file);
        compared.finish(&file);
        replaced += compared.replaced;
        kept += compared.kept;

        no_new_error(&webhook.validate(), &copy.validate(), &file);
        assert_eq!(copy.redacted(), copy, "{file}: idempotent");
        let text = serde_json::to_string(&copy).expect("prints");
        let again = Webhook::from_str(&text).expect("a redacted copy parses");
        assert_eq!(again, copy, "{file}: round trip");
        assert_eq!(printed(&again), redacted, "{file}: nothing is lost");
        assert_eq!(printed(&again.redacted()), redacted, "{file}: idempotent over the wire");
    }
    assert!(replaced > 600 && kept > 2000, "{replaced} replaced, {kept} kept");
}

#[test]
fn what_identifies_and_measures_is_untouched() {
    let text = fixture("server-message/end-of-call-report/full").text;
    let webhook = Webhook::from_str(&text).expect("parses");
    let copy = webhook.redacted();
    let (body, redacted) = (printed(&webhook), printed(&copy));
    for place in [
        "/message/type",
        "/message/timestamp",
        "/message/call/id",
        "/message/call/teamId",
        "/message/call/status",
        "/message/call/startAt",
        "/message/call/cost",
        "/message/call/metrics",
        "/message/messages/0/messageId",
        "/message/messages/0/timestamp",
        "/message/messages/0/metrics",
    ] {
        assert!(body.pointer(place).is_some(), "{place}");
        assert_eq!(body.pointer(place), redacted.pointer(place), "{place}");
    }
    assert_eq!(webhook.event_name(), copy.event_name());
    for place in [
        "/message/call/userNumber",
        "/message/call/assistantNumber",
        "/message/call/recording/path",
        "/message/customer/number",
        "/message/messages/0/text",
        "/message/analysis/summary",
    ] {
        let text = |value: &Value| value.pointer(place).and_then(Value::as_str).map(str::to_owned);
        assert!(text(&body).is_some_and(|text| !text.is_empty()), "{place}");
        assert_ne!(text(&body), text(&redacted), "{place}");
    }
}

#[test]
fn configurations_are_redacted_by_themselves() {
    fn check<T>(kind: &str)
    where
        T: Record + Clone + Serialize + DeserializeOwned + PartialEq + Debug,
    {
        for Fixture { name: file, text } in configurations(kind) {
            let body: T = serde_json::from_str(&text).expect("parses");
            let copy = privacy::redacted(&body);
            let redacted = printed(&copy);
            let mut compared = Compared::default();
            compared.object(&printed(&body), &redacted, T::OBJECT, &file);
            compared.finish(&file);
            no_new_error(&validate::of(&body), &validate::of(&copy), &file);
            assert_eq!(privacy::redacted(&copy), copy, "{file}: idempotent");
            assert_eq!(serde_json::from_value::<T>(redacted).expect("parses"), copy, "{file}: round trip");
        }
    }
    check::<AssistantServer>("assistant-server");
    check::<CampaignWebhookConfig>("campaign-webhook-config");
    check::<ControlRequest>("control-request");
    check::<WorkflowSubscription>("workflow-subscription");
}

/// Puts another value, or a member, somewhere into `value`.
fn mutate(value: &mut Value, random: &mut Rng) {
    let deeper = match value {
        Value::Array(array) => array.len(),
        Value::Object(object) => object.len(),
        _ => 0,
    };
    if deeper > 0 && random.usize(..8) > 0 {
        let which = random.usize(..deeper);
        let part = match value {
            Value::Array(array) => array.get_mut(which),
            Value::Object(object) => object.values_mut().nth(which),
            _ => None,
        };
        return mutate(part.expect("counted"), random);
    }
    let odd = [
        Value::Null,
        json!(true),
        json!(7),
        json!(-2.5),
        json!(u64::MAX),
        json!(""),
        json!(MARKER),
        json!([MARKER, 7.5, null, { MARKER: 3, "555": MARKER }]),
        json!({ "odd": MARKER, "text": [MARKER], "startAt": MARKER, "100": { MARKER: MARKER } }),
        json!([]),
        json!({}),
    ];
    let odd = odd[random.usize(..odd.len())].clone();
    match value {
        Value::Object(object) if random.usize(..2) == 0 => {
            let known = ["status", "call", "messages", "text", "metrics", "headers", "newMember"];
            object.insert(known[random.usize(..known.len())].to_owned(), odd);
        }
        Value::Array(array) if random.usize(..2) == 0 => array.insert(random.usize(..=array.len()), odd),
        value => *value = odd,
    }
}

#[test]
fn odd_bodies_keep_their_shape_too() {
    let fixtures = fixtures();
    let mut random = Rng::with_seed(20_260_305);
    let (runs, mut odd) = (runs(3_000), 0);
    for round in 0..runs {
        let Fixture { name: file, text } = &fixtures[round % fixtures.len()];
        let mut body: Value = serde_json::from_str(text).expect("JSON");
        for _ in 0..=random.usize(..4) {
            mutate(&mut body, &mut random);
        }
        if !body.is_object() {
            continue;
        }
        let whose = format!("{file}, round {round}");
        let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect(&whose);
        odd += usize::from(!lenient.deviations().is_empty());
        let copy = lenient.redacted();
        assert_eq!(copy.redacted(), copy, "{whose}: idempotent");
        no_new_error(&lenient.value.validate(), &copy.value.validate(), &whose);

        let (body, redacted) = (printed(&lenient), printed(&copy));
        same_shape(&body, &redacted, &whose);
        let again: Lenient<Webhook> =
            Webhook::from_slice_lenient(redacted.to_string().as_bytes()).expect(&whose);
        assert_eq!(printed(&again), redacted, "{whose}: round trip");
        assert_eq!(printed(&again.redacted()), redacted, "{whose}: idempotent over the wire");
        assert_eq!(again.deviations().len(), lenient.deviations().len(), "{whose}: as odd as before");
    }
    assert!(odd > runs / 4, "{odd} odd bodies");
}

#[test]
fn values_that_another_replaced_do_not_disturb_the_numbers() {
    let twice = r#"{"message":{
        "call":{"id":"Jane","id":["Jane Doe"]},
        "customer":{"number":"+15550100123","number":["+15550100124"]}
    }}"#;
    let lenient = Webhook::from_slice_lenient(twice.as_bytes()).expect("an object");
    assert_eq!(lenient.deviations().len(), 4);
    let copy = lenient.redacted();
    assert!(copy.deviations().iter().filter_map(|one| one.text()).all(|text| text.contains("text-")));
    // As text: a `Value` has each member once.
    let redacted = serde_json::to_string(&copy).expect("prints");
    assert_eq!(redacted.matches("\"id\":").count(), 2, "{redacted}");
    let again = Webhook::from_slice_lenient(redacted.as_bytes()).expect("an object");
    assert_eq!(serde_json::to_string(&again.redacted()).expect("prints"), redacted);
}

/// Keys in what was moved out are the caller's too, and so are those of maps.
#[test]
fn keys_beside_the_value_are_replaced() {
    let odd = r#"{"message":{
        "customer":{"number":{"Jane":{"Doe":1}}},
        "call":{"metadata":{"Anna":1,"Zoe":2}},
        "assistant":{"assistantServer":{"headers":{"Jane":2,"Zoe":"hunter2"}}}
    }}"#;
    let copy = Webhook::from_slice_lenient(odd.as_bytes()).expect("an object").redacted();
    let expected = json!({ "message": {
        "customer": { "number": { "key-3": { "key-2": 1 } } },
        "call": { "metadata": { "key-1": 1, "key-4": 2 } },
        "assistant": { "assistantServer": { "headers": { "key-3": 2, "key-4": "secret-1" } } },
    } });
    assert_eq!(printed(&copy), expected);
    assert_eq!(copy.redacted(), copy);
}

/// A bound is a measure, also where its bucket is given twice or does not fit.
#[test]
fn bounds_of_damaged_histograms_are_kept() {
    let counts = r#"{"100":1,"Jane":3,"100":2,"200":"Doe","300":4,"Jane":5}"#;
    let body = format!(
        r#"{{"message":{{"call":{{"metrics":{{"callStats":{{"llmStats":{{"responseTimeDistribution":{counts}}}}}}}}}}}}}"#
    );
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    let copy = lenient.redacted();
    let text = serde_json::to_string(&copy).expect("prints");
    let (_, shown) = text.split_once("Distribution\":").expect("is there");
    assert!(shown.starts_with(r#"{"100":1,"key-1":2,"100":2,"300":4,"key-1":5,"200":"text-1"}"#), "{shown}");
    assert_eq!(copy.deviations().len(), lenient.deviations().len());
    assert_eq!(serde_json::to_string(&copy.redacted()).expect("prints"), text);
}

#[test]
fn what_is_put_back_into_is_what_serde_prints() {
    for fixture in fixtures() {
        let body = Webhook::from_str(&fixture.text).expect("parses");
        let value = each!(&body, body => value_of(body));
        assert_eq!(value, printed(&body), "{}", fixture.name);
    }
}
