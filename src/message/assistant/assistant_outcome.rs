//! `assistant.assistantOutcome[]`.

use crate::payload::object;

object! {
    /// What counts as the outcome of a call, an element of `message.assistant.assistantOutcome`.
    ///
    /// In the documented sample with placeholders; captured bodies have none.
    #[object(configuration)]
    pub struct AssistantOutcome {
        /// Kind of source. The dashboard offers "Structured Data"; the spelling on the wire was never seen.
        #[doc(alias = "type")]
        #[wire("type", Personal)]
        pub kind: Option<String>,
        /// Which of its members: for structured data the name of a property.
        #[wire("field", Personal)]
        pub field: Option<String>,
    }
}

impl AssistantOutcome {
    /// An outcome read from this field of this kind of source.
    #[must_use]
    pub fn new(kind: impl Into<String>, field: impl Into<String>) -> Self {
        Self { kind: Some(kind.into()), field: Some(field.into()), ..Self::default() }
    }
}
