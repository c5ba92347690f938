//! `assistant.assistantPredefinedTools`.

use crate::wire::object;

object! {
    /// Built-in tools, from `message.assistant.assistantPredefinedTools`.
    ///
    /// In the documented sample (all `false`), not in captured bodies.
    pub struct AssistantPredefinedTools {
        /// Whether the assistant may search its knowledge bases.
        #[wire("knowledgeBase", clear)]
        pub knowledge_base: Option<bool>,
        /// Whether it may hang up.
        #[wire("endCall", clear)]
        pub end_call: Option<bool>,
        /// Whether it may handle appointments.
        #[wire("appointment", clear)]
        pub appointment: Option<bool>,
        /// Whether it may change its loudness.
        #[wire("volumeControl", clear)]
        pub volume_control: Option<bool>,
        /// Whether it may use the waiting list.
        #[wire("waitList", clear)]
        pub wait_list: Option<bool>,
        /// Whether it may forward the call.
        #[wire("callForward", clear)]
        pub call_forward: Option<bool>,
    }
}
