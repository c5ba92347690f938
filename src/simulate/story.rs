//! What a simulation tells: a call, a campaign or a run of a workflow.

use super::node::Node;
use crate::family::Family;

/// What happened, from which bodies are made one at a time.
pub(super) trait Story: Send + Sync {
    fn family(&self) -> Family;

    /// The number of bodies.
    fn len(&self) -> usize;

    /// A body by its place in the order in which they were produced.
    fn body(&self, index: usize) -> Node;

    /// The complete assistant and the person's name, of a call.
    fn assistant_and_customer(&self) -> Option<(&Node, &'static str)> {
        None
    }
}
