//! Async services move these across tasks, so they stay small.

use interactly_webhooks::campaign::CampaignEvent;
use interactly_webhooks::workflow::WorkflowEvent;
use interactly_webhooks::{Event, EventHead, ServerMessage, ServerMessageRequest, Webhook};

#[test]
fn events_are_at_most_256_bytes() {
    for (name, size) in [
        ("Event", size_of::<Event<'_>>()),
        ("EventHead", size_of::<EventHead<'_>>()),
        ("ServerMessage", size_of::<ServerMessage>()),
        ("ServerMessageRequest", size_of::<ServerMessageRequest>()),
        ("CampaignEvent", size_of::<CampaignEvent>()),
        ("WorkflowEvent", size_of::<WorkflowEvent>()),
        ("Webhook", size_of::<Webhook>()),
    ] {
        assert!(size <= 256, "{name}: {size} bytes");
    }
}
