//! The head of a body says what the whole body says.

use interactly_webhooks::{EventHead, Webhook};

use super::said;

pub fn check(bytes: &[u8]) -> bool {
    let head = EventHead::from_slice(bytes);
    said(&format!("{head:?}"));
    let Ok(body) = Webhook::from_slice(bytes) else { return true };
    let head = head.expect("what is sound has a head");
    assert_eq!(head.family(), body.family());
    assert_eq!(head.event(), body.event_name());
    assert_eq!(head.call_id(), body.call_id());
    assert_eq!(head.status(), body.status());
    let Some(message) = body.as_server_message() else { return true };
    assert_eq!(head.timestamp().as_ref(), message.timestamp.as_ref());
    let of_call = message.call.as_ref().and_then(|call| call.assistant_id.as_deref());
    let of_assistant = message.assistant.as_ref().and_then(|assistant| assistant.id.as_deref());
    assert_eq!(head.assistant_id(), of_call.or(of_assistant));
    true
}
