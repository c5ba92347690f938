//! The head of a body says what the whole body says, wherever the first reading ends.

use interactly_webhooks::{EventHead, Webhook};

use super::said;

pub fn check(bytes: &[u8]) -> bool {
    let head = EventHead::from_slice(bytes);
    said(&format!("{head:?}"));
    agrees_with_beginnings(bytes, head.as_ref().ok());
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

/// How much of a body the head reads first.
const FIRST: usize = 4096;

/// No beginning of a body has another head, and none comes of a place at which the first reading ends.
fn agrees_with_beginnings(bytes: &[u8], head: Option<&EventHead<'_>>) {
    // Any place will do that the bytes decide.
    let sum = bytes.iter().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let place = sum % (bytes.len() + 1);
    let Some(head) = head else { return };
    if let Ok(of_beginning) = EventHead::from_slice(&bytes[..place]) {
        assert_eq!(of_beginning, *head);
    }
    let Some(body) = bytes.strip_prefix(b"{\"") else { return };
    let [before, behind] = [b"{\"pad\":\"".as_slice(), b"\",\""];
    let Some(pad) = (FIRST + 2).checked_sub(place + before.len() + behind.len()) else { return };
    let padded = [before, &vec![b'p'; pad], behind, body].concat();
    assert_eq!(EventHead::from_slice(&padded).as_ref(), Ok(head));
}
