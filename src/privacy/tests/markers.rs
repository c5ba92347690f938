//! No text of a body comes out where nobody asked for it: bodies with a marker in every text
//! and key are printed in every way that ends up in logs.

use std::fmt::{Debug, Display};

use fastrand::Rng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::bodies;
use super::fixtures::{Fixture, fixtures};
use super::seed::{MARKER, Markers, is_marked};
use crate::campaign::CampaignWebhookConfig;
use crate::message::MessageType;
use crate::model::Record;
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use crate::webhook::form_of;
use crate::workflow::WorkflowSubscription;
use crate::{EventHead, ServerMessageRequest, Webhook, privacy};

/// Everything that is said about a body without being asked for its texts.
#[derive(Default)]
struct Said(Vec<(&'static str, String)>);

impl Said {
    fn debug(&mut self, what: &'static str, said: &impl Debug) {
        self.0.push((what, format!("{said:?}")));
    }

    /// What is safe to print in every way, as JSON too.
    fn all(&mut self, what: &'static str, said: &(impl Debug + Display + Serialize)) {
        self.0.push((what, format!("{said} {said:?}")));
        self.json(what, said);
    }

    fn json(&mut self, what: &'static str, said: &impl Serialize) {
        self.0.push((what, serde_json::to_string(said).expect("prints")));
    }

    fn about(&mut self, webhook: &Webhook) {
        self.debug("Webhook", webhook);
        self.debug("DeliveryKey", &webhook.delivery_key());
        self.0.push(("summary", webhook.summary().to_string()));
        for drift in webhook.drift() {
            self.all("Drift", &drift);
            self.0.push(("Drift::pattern", drift.pattern().to_owned()));
        }
        if let Some(message) = webhook.as_server_message() {
            self.debug("Event", &message.event());
            self.debug("Results", &message.results());
            self.debug("Transcript", &message.transcript());
        }
        let report = webhook.validate();
        self.all("Report", &report);
        for finding in report {
            self.all("Finding", &finding);
        }
        self.json("redacted", &webhook.redacted());
    }

    fn about_bytes(&mut self, body: &[u8]) {
        match Webhook::from_slice(body) {
            Ok(webhook) => self.about(&webhook),
            Err(error) => {
                self.all("ParseError", &error);
                let parts = (error.pointer(), error.message(), error.found(), error.expected());
                self.debug("ParseError's parts", &parts);
            }
        }
        match EventHead::from_slice(body) {
            Ok(head) => self.debug("EventHead", &head),
            Err(error) => self.all("EventHead::from_slice", &error),
        }
        for plain in [
            serde_json::from_slice::<Webhook>(body).map(drop),
            serde_json::from_slice::<ServerMessageRequest>(body).map(drop),
        ] {
            if let Err(error) = plain {
                self.0.push(("serde_json::Error", format!("{error} {error:?}")));
            }
        }
        match Webhook::from_slice_lenient(body) {
            Ok(lenient) => {
                self.about(&lenient.value);
                self.debug("Lenient", &lenient);
                self.debug("DeliveryKey, lenient", &lenient.delivery_key());
                for deviation in lenient.deviations() {
                    self.all("Deviation", deviation);
                    self.0.push(("Deviation's parts", deviation.pointer() + &deviation.reason()));
                }
                let redacted = lenient.redacted();
                self.debug("Lenient, redacted", &redacted);
                self.json("Lenient, redacted", &redacted);
                for deviation in redacted.deviations() {
                    let bytes = String::from_utf8_lossy(&deviation.bytes()).into_owned();
                    self.0.push(("Deviation, redacted", bytes));
                }
            }
            Err(error) => self.all("ParseError, lenient", &error),
        }
    }

    fn is_clean(&self, whose: &str) {
        for (what, said) in &self.0 {
            if let Some(at) = said.find(MARKER) {
                let (from, to) =
                    (said.floor_char_boundary(at.saturating_sub(60)), said.ceil_char_boundary(at + 40));
                panic!("{whose}: {what} says {:?}", &said[from..to]);
            }
        }
    }
}

fn is_silent_about(body: &Value, whose: &str) {
    let mut said = Said::default();
    said.about_bytes(body.to_string().as_bytes());
    assert!(said.0.len() > 3, "{whose}");
    said.is_clean(whose);
}

/// The fixture with markers.
pub(super) fn seeded(text: &str, keep_known: bool) -> Value {
    let mut body: Map<String, Value> = serde_json::from_str(text).expect("an object");
    let family = Webhook::from_str(text).expect("parses").family();
    Markers { keep_known, ..Markers::default() }.seed(&mut body, form_of(family));
    let body = Value::Object(body);
    assert!(is_marked(&body.to_string()));
    body
}

#[test]
fn every_fixture_with_markers_is_kept_silent() {
    for Fixture { name, text } in fixtures() {
        for keep_known in [false, true] {
            let body = seeded(&text, keep_known);
            assert!(Webhook::from_str(&body.to_string()).is_ok(), "{name}: markers change no type");
            is_silent_about(&body, &name);
        }
    }
}

#[test]
fn every_member_of_every_type_is_kept_silent() {
    for (what, form) in bodies() {
        for choice in 0..6 {
            let mut body = Markers::default().every_member(form, choice);
            is_silent_about(&body, &what);
            for known in MessageType::ALL {
                if let Some(kind) = body.pointer_mut("/message/type") {
                    *kind = known.as_str().into();
                    is_silent_about(&body, &what);
                }
            }
        }
    }
}

#[test]
fn what_is_written_to_the_platform_is_kept_silent() {
    fn check<T: Record + Clone + Debug + Serialize + DeserializeOwned>() {
        let body = Markers::default().every_member(T::OBJECT, 1);
        let typed: T = serde_json::from_value(body).expect("has the types of its members");
        let redacted = serde_json::to_string(&privacy::redacted(&typed)).expect("prints");
        assert!(!is_marked(&format!("{typed:?} {redacted}")), "{}", T::OBJECT.name);
    }
    check::<ServerMessageResponse>();
    check::<ToolResult>();
    check::<ControlRequest>();
    check::<ControlResponse>();
    check::<CampaignWebhookConfig>();
    check::<WorkflowSubscription>();
}

/// The places of all values below `value`.
fn places(value: &Value, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    found.push(at.clone());
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(array) => {
            array.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => return,
    };
    for (step, value) in parts {
        at.push(step);
        places(value, at, found);
        at.pop();
    }
}

fn at<'a>(body: &'a mut Value, place: &[String]) -> &'a mut Value {
    place.iter().fold(body, |value, step| match value {
        Value::Array(array) => &mut array[step.parse::<usize>().expect("an index")],
        Value::Object(object) => object.get_mut(step).expect("a member"),
        _ => panic!("no way there"),
    })
}

/// The fixtures that have everything.
pub(super) fn full() -> impl Iterator<Item = Fixture> {
    fixtures().into_iter().filter(|fixture| fixture.case() == "full")
}

#[test]
fn errors_about_damaged_bodies_are_silent() {
    let wrong = |kind: usize| match kind {
        0 => Value::from(format!("{MARKER}, expected {MARKER}")),
        1 => serde_json::json!([[MARKER], 7.5]),
        2 => serde_json::json!({ "odd": MARKER, "text": 7, "more": { MARKER: MARKER } }),
        3 => Value::from(7.5),
        4 => Value::Bool(true),
        _ => Value::Null,
    };
    let mut random = Rng::with_seed(7);
    let with_all = bodies().map(|(what, form)| (what, Markers::default().every_member(form, 1)));
    let bodies = full().map(|full| (full.name, seeded(&full.text, true))).chain(with_all);
    let (mut damaged, mut refused) = (0, 0);
    for (file, body) in bodies {
        let mut found = Vec::new();
        places(&body, &mut Vec::new(), &mut found);
        for _ in 0..60 {
            let place = &found[random.usize(..found.len())];
            let mut body = body.clone();
            let value = at(&mut body, place);
            let id = value.as_str().is_some_and(|text| !is_marked(text));
            // Another text where an id stands is an id, and shown.
            *value = wrong(if id { 1 + random.usize(..5) } else { random.usize(..6) });
            damaged += 1;
            refused += usize::from(Webhook::from_str(&body.to_string()).is_err());
            let mut said = Said::default();
            said.about_bytes(body.to_string().as_bytes());
            said.is_clean(&format!("{file} with another value at {place:?}"));
        }
    }
    assert!(damaged > 800 && refused > damaged / 4, "{refused} of {damaged} refused");
}

#[test]
fn errors_about_broken_text_are_silent() {
    for Fixture { name, text } in full() {
        let body = seeded(&text, false).to_string();
        let mut random = Rng::with_seed(11);
        for _ in 0..20 {
            let cut = random.usize(..body.len());
            let mut said = Said::default();
            said.about_bytes(&body.as_bytes()[..cut]);
            for damage in [&b"\xff"[..], b"\\ud83d", b"\"", b"{", b"7", b"\x01"] {
                let bytes = [&body.as_bytes()[..cut], damage, &body.as_bytes()[cut..]].concat();
                said.about_bytes(&bytes);
            }
            said.is_clean(&name);
        }
        // Members given twice, the earlier value being kept as a deviation.
        let twice = body.replacen("\"newText\":", "\"newText\":\"zq7Jane\",\"newText\":", 3);
        let mut said = Said::default();
        said.about_bytes(twice.as_bytes());
        said.is_clean(&name);
    }
}
