//! The bodies must be what the figures are said to be of.

use benches::{bodies, by_hand, plain};
use interactly_webhooks::{ServerMessageRequest, Webhook};

#[test]
fn bodies_are_sound_and_known() {
    for body in [bodies::large(), bodies::small(), bodies::conversation(10), bodies::of_size(10_000)] {
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
    assert!((160_000..180_000).contains(&bodies::large().len()));
    assert!((4_500..5_800).contains(&bodies::small().len()), "{}", bodies::small().len());
    for bytes in [10_000, 1_000_000] {
        let found = bodies::of_size(bytes).len();
        assert!((bytes * 9 / 10..bytes * 11 / 10).contains(&found), "{bytes}: {found}");
    }
    assert_eq!(bodies::large(), bodies::large());
}
