//! No text of a body comes out where nobody asked for it: bodies with a marker in every text
//! and key are printed in every way that ends up in logs.

use std::fmt::{Debug, Display};

use fastrand::Rng;
use serde_json::{Map, Value};

use super::ROOTS;
use super::fixtures::{Fixture, fixtures};
use super::seed::{MARKER, Markers, is_marked};
use crate::campaign::CampaignWebhookConfig;
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse};
use crate::wire::Member as _;
use crate::workflow::WorkflowSubscription;
use crate::{EventHead, Redact, ServerMessageRequest, Validate as _, Webhook};

/// Everything that is said about a body without being asked for its texts.
#[derive(Default)]
struct Said(Vec<(&'static str, String)>);

impl Said {
    fn debug(&mut self, what: &'static str, said: &impl Debug) {
        self.0.push((what, format!("{said:?}")));
    }

    fn display(&mut self, what: &'static str, said: &(impl Debug + Display)) {
        self.0.push((what, format!("{said} {said:?}")));
    }

    fn about(&mut self, webhook: &Webhook) {
        self.debug("Webhook", webhook);
        self.debug("DeliveryKey", &webhook.delivery_key());
        for drift in webhook.drift() {
            self.display("Drift", &drift);
        }
        if let Some(message) = webhook.as_server_message() {
            self.debug("Event", &message.event());
            self.debug("Results", &message.results());
            self.debug("Transcript", &message.transcript());
        }
        for finding in webhook.validate() {
            self.display("Finding", &finding);
        }
        let redacted = webhook.redacted();
        self.0.push(("redacted", serde_json::to_string(&redacted).expect("prints")));
    }

    fn about_bytes(&mut self, body: &[u8]) {
        match Webhook::from_slice(body) {
            Ok(webhook) => self.about(&webhook),
            Err(error) => {
                self.display("ParseError", &error);
                self.0.push(("ParseError::found", format!("{:?} {:?}", error.found(), error.expected())));
            }
        }
        match EventHead::from_slice(body) {
            Ok(head) => self.0.push(("EventHead", format!("{head:?}"))),
            Err(error) => self.display("EventHead::from_slice", &error),
        }
        for plain in [
            serde_json::from_slice::<Webhook>(body).map(drop),
            serde_json::from_slice::<ServerMessageRequest>(body).map(drop),
        ] {
            if let Err(error) = plain {
                self.display("serde_json::Error", &error);
            }
        }
        match Webhook::from_slice_lenient(body) {
            Ok(lenient) => {
                self.about(&lenient.value);
                self.debug("Lenient", &lenient);
                for deviation in lenient.deviations() {
                    self.display("Deviation", deviation);
                }
                let redacted = lenient.redacted();
                self.debug("Lenient, redacted", &redacted);
                self.0.push(("Lenient, redacted", serde_json::to_string(&redacted).expect("prints")));
                let values = redacted.deviations().iter().filter_map(|deviation| deviation.value());
                self.0.extend(values.map(|value| ("Deviation, redacted", value.to_string())));
            }
            Err(error) => self.display("ParseError, lenient", &error),
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
fn seeded(text: &str, keep_known: bool) -> Value {
    let mut body: Map<String, Value> = serde_json::from_str(text).expect("an object");
    let members = Webhook::members().expect("has members");
    // A body of no family has no members that anybody knows.
    let family = Webhook::from_str(text).expect("parses").family();
    let members = if family == crate::webhook::Family::Unknown { &[] } else { members };
    Markers { keep_known, ..Markers::default() }.seed(&mut body, members);
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
    for (what, members) in &ROOTS[..3] {
        for form in 0..6 {
            let mut body = Markers::default().every_member(members, form);
            is_silent_about(&body, what);
            if let Some(kind) = body.pointer_mut("/message/type") {
                for known in ["status-update", "conversation-update", "hang", "end-of-call-report", "error"] {
                    *kind = known.into();
                }
                is_silent_about(&body, what);
            }
        }
    }
}

#[test]
fn what_is_written_to_the_platform_is_kept_silent() {
    fn check<T: Redact + Debug + serde::Serialize + serde::de::DeserializeOwned>(what: &str) {
        let (_, members) = ROOTS.iter().find(|(root, _)| *root == what).expect("a root");
        let body = Markers::default().every_member(members, 1);
        let typed: T = serde_json::from_value(body).expect("has the types of its members");
        let redacted = serde_json::to_string(&typed.redacted()).expect("prints");
        assert!(!is_marked(&format!("{typed:?} {redacted}")), "{what}");
    }
    check::<ServerMessageResponse>("answer to a server message");
    check::<ControlRequest>("control request");
    check::<ControlResponse>("answer to a control request");
    check::<CampaignWebhookConfig>("configuration of a campaign's webhook");
    check::<WorkflowSubscription>("subscription to workflow events");
}

/// The places of all values below `value`.
fn places(value: &Value, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    found.push(at.clone());
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
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
        Value::Array(list) => &mut list[step.parse::<usize>().expect("an index")],
        Value::Object(object) => object.get_mut(step).expect("a member"),
        _ => panic!("no way there"),
    })
}

/// The fixtures that have everything.
fn full() -> impl Iterator<Item = Fixture> {
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
    let mut bodies: Vec<_> = full().map(|full| (full.name, seeded(&full.text, true))).collect();
    for (what, members) in &ROOTS[..3] {
        bodies.push(((*what).to_owned(), Markers::default().every_member(members, 1)));
    }
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
