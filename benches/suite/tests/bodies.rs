//! The bodies must be what the figures are said to be of.

use benches::{bodies, by_hand, plain};
use interactly_webhooks::{ServerMessageRequest, Webhook};

#[test]
fn bodies_are_sound_and_known() {
    let sizes = [bodies::large(), bodies::foreign(), bodies::medium(), bodies::small()];
    for body in sizes.into_iter().chain([bodies::conversation(10), bodies::of_size(10_000)]) {
        let webhook = Webhook::from_str(&body).expect("parses");
        assert!(webhook.drift().is_empty(), "{:?}", webhook.drift());
        // Findings would be what is measured, and not the rules.
        assert!(webhook.validate().iter().count() == 0, "{}", webhook.validate());
        let request = ServerMessageRequest::from_slice(body.as_bytes()).expect("parses");
        let plain: plain::ServerMessageRequest = serde_json::from_str(&body).expect("parses");
        assert_eq!(
            plain.message.messages.map(|list| list.len()),
            request.message.messages.map(|list| list.len())
        );
        serde_json::from_str::<by_hand::Body>(&body).expect("parses");
    }
}

#[test]
fn bodies_have_their_sizes_and_are_always_the_same() {
    for (body, least, most) in [
        (bodies::large(), 160_000, 180_000),
        (bodies::foreign(), 75_000, 85_000),
        (bodies::medium(), 13_000, 16_000),
        (bodies::small(), 4_500, 5_800),
    ] {
        assert!((least..most).contains(&body.len()), "{}", body.len());
    }
    let foreign = bodies::foreign();
    let share = foreign.bytes().filter(|byte| !byte.is_ascii()).count() * 100 / foreign.len();
    assert!((15..25).contains(&share), "{share} per cent are not ASCII");
    for messages in [1, 13, 150] {
        assert_eq!(bodies::conversation(messages).matches("\"messageId\"").count(), messages);
    }
    for bytes in [10_000, 1_000_000] {
        let found = bodies::of_size(bytes).len();
        assert!((bytes * 9 / 10..bytes * 11 / 10).contains(&found), "{bytes}: {found}");
    }
    assert_eq!(bodies::large(), bodies::large());
}
