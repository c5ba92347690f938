//! `assistant.assistantAnalysis`.

use super::{AssistantModel, AssistantProvider};
use crate::payload::{object, open_enum};
use crate::validate::bounds::TIMEOUT;
use crate::wire::{FreeForm, Number};

object! {
    /// What is worked out after the call, from `message.assistant.assistantAnalysis`.
    ///
    /// The results are elsewhere: `message.analysis` and `message.call.analysis`.
    #[object(configuration, rules)]
    pub struct AssistantAnalysis {
        /// Summary of the call.
        #[wire("summary", Nested)]
        pub summary: Option<Box<AnalysisPlan>>,
        /// Verdict on the call; the one plan with a rubric.
        #[wire("successEvaluation", Nested)]
        pub success_evaluation: Option<Box<AnalysisPlan>>,
        /// Data extracted from the call; the one plan with a schema.
        #[wire("structuredData", Nested)]
        pub structured_data: Option<Box<AnalysisPlan>>,
        /// Checks on what the assistant said; the one plan with metrics. Only captured bodies have it.
        #[wire("guardrails", Nested)]
        pub guardrails: Option<Box<AnalysisPlan>>,
        /// Removal of health information from the record. Only captured bodies have it.
        #[wire("phiRedaction", Nested)]
        pub phi_redaction: Option<Box<AnalysisPlan>>,
        /// Where the results are posted. Captured bodies show an address inside the platform (plain http,
        /// loopback), which says nothing about the receiver. Absent in the documented sample.
        #[wire("callbackUrl", Location)]
        pub callback_url: Option<String>,
    }
}

object! {
    /// One step of the analysis, from `message.assistant.assistantAnalysis.summary` and its neighbours.
    ///
    /// With the complete assistant: in status updates and in the documented sample.
    #[object(configuration, switch, rules)]
    pub struct AnalysisPlan {
        /// Whether the step runs.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Instruction for the model. `""` for guardrails and redaction in captured bodies.
        #[wire("prompt", Personal)]
        pub prompt: Option<String>,
        /// Who serves the model. Only `""` was seen; absent in the documented sample.
        #[wire("provider", Clear)]
        pub provider: Option<AssistantProvider>,
        /// Which language model does the analysis. Only `""` was seen; absent in the documented sample.
        #[wire("model", Clear)]
        pub model: Option<AssistantModel>,
        /// Time limit in seconds, as the API reference spells it; captured bodies say `timeoutInSecs`. To
        /// configure, send this one and not both: the reference is what states how to write.
        #[wire("timeoutSeconds", Clear, bound(TIMEOUT))]
        pub timeout_seconds: Option<Number>,
        /// Time limit in seconds, as captured bodies spell it; the API reference says `timeoutSeconds`.
        #[wire("timeoutInSecs", Clear, bound(TIMEOUT))]
        pub timeout_in_secs: Option<Number>,
        /// Scale of the verdict (success evaluation). Absent in the documented sample.
        #[wire("rubric", Clear)]
        pub rubric: Option<Rubric>,
        /// The scale in words (success evaluation). Absent in the documented sample.
        #[wire("rubricDescription", Personal)]
        pub rubric_description: Option<String>,
        /// JSON Schema of the data to extract (structured data); property names may contain spaces.
        #[wire("schema", Personal)]
        pub schema: Option<FreeForm>,
        /// What is checked (guardrails). Only `[]` was seen.
        #[wire("metrics", Personal)]
        pub metrics: Option<Vec<serde_json::Value>>,
    }
}

impl AnalysisPlan {
    /// A step with this instruction, enabled.
    #[must_use]
    pub fn new(prompt: impl Into<String>) -> Self {
        Self { enabled: Some(true), prompt: Some(prompt.into()), ..Self::default() }
    }

    /// Time limit under either spelling: `timeoutSeconds` first, then `timeoutInSecs`.
    ///
    /// `None` if neither was sent, or if what was sent is not a duration (negative or too large).
    #[must_use]
    pub fn timeout(&self) -> Option<std::time::Duration> {
        self.timeout_seconds.or(self.timeout_in_secs)?.as_seconds()
    }
}

open_enum! {
    /// Scale of a verdict, from `assistantAnalysis.successEvaluation.rubric`.
    pub enum Rubric {
        /// Excellent, Good, Fair or Poor.
        DescriptiveScale = "DescriptiveScale",
    }
}
