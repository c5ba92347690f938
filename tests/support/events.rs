//! The events of each family.

use interactly_webhooks::Family;
use interactly_webhooks::campaign::CampaignEventName;
use interactly_webhooks::message::MessageType;
use interactly_webhooks::workflow::WorkflowEventName;

/// The names of a family's events on the wire, in the order in which they are declared.
pub(crate) fn events_of(family: Family) -> Vec<&'static str> {
    fn names<T: AsRef<str>>(values: &'static [T]) -> Vec<&'static str> {
        values.iter().map(AsRef::as_ref).collect()
    }
    match family {
        Family::ServerMessage => names(MessageType::ALL),
        Family::Campaign => names(CampaignEventName::ALL),
        Family::Workflow => names(WorkflowEventName::ALL),
        Family::Unknown => Vec::new(),
        other => panic!("name the events of `{other}` in tests/support/events.rs"),
    }
}
