//! `assistant.assistantPredefinedTools`.

use crate::payload::object;

object! {
    /// Built-in tools, from `message.assistant.assistantPredefinedTools`.
    ///
    /// In the documented sample (all `false`), not in captured bodies.
    #[object(configuration)]
    pub struct AssistantPredefinedTools {
        /// Whether the assistant may search its knowledge bases.
        #[wire("knowledgeBase", Clear)]
        pub knowledge_base: Option<bool>,
        /// Whether it may hang up.
        #[wire("endCall", Clear)]
        pub end_call: Option<bool>,
        /// Whether it may handle appointments.
        #[wire("appointment", Clear)]
        pub appointment: Option<bool>,
        /// Whether it may change its loudness.
        #[wire("volumeControl", Clear)]
        pub volume_control: Option<bool>,
        /// Whether it may use the waiting list.
        #[wire("waitList", Clear)]
        pub wait_list: Option<bool>,
        /// Whether it may forward the call.
        #[wire("callForward", Clear)]
        pub call_forward: Option<bool>,
    }
}
