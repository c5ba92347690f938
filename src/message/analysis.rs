//! Results of the analysis after a call, `message.analysis` and `message.call.analysis`.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::json::Problem;
use crate::parse_error::ParseError;
use crate::payload::object;
use crate::wire::FreeForm;

object! {
    /// What the analysis found, from `message.analysis` and `message.call.analysis`.
    ///
    /// `message.analysis` is filled in the end-of-call report and `{}` in the events before. `call.analysis`
    /// comes with every full call, with empty texts; captured end-of-call reports leave them empty there
    /// too, while the documented sample fills both places. So read `message.analysis` first.
    pub struct Analysis {
        /// Summary of the conversation. Empty before the end, in `call.analysis` also after it.
        #[wire("summary", Personal)]
        pub summary: Option<String>,
        /// How well the call went, in the words of the configured rubric: `Excellent`, `Good`, `Fair` or
        /// `Poor` with the descriptive scale, `success` in the documented sample, any text with a prompt of
        /// your own. Empty before the end.
        #[wire("successEvaluation", Personal)]
        pub success_evaluation: Option<String>,
        /// Data taken from the conversation, in the shape the assistant's schema asks for. Keys are the
        /// caller's and may hold spaces. Captured bodies lack it in `call.analysis`.
        #[wire("structuredData", Personal)]
        pub structured_data: Option<FreeForm>,
        /// What came of the call, free text, may be empty. Never seen in `call.analysis`.
        #[wire("outcome", Personal)]
        pub outcome: Option<String>,
        /// Result of the guardrail checks. Only the text `DISABLED` has been seen, in `call.analysis`; what
        /// it looks like when checks run is not documented.
        #[wire("guardrails", Personal)]
        pub guardrails: Option<Value>,
    }
}

impl Analysis {
    /// Reads [`structured_data`](Self::structured_data) into a type of the caller's.
    ///
    /// `Ok(None)` if there is no structured data. An empty object is read like any other, so a type whose
    /// members are all optional takes it.
    ///
    /// # Errors
    ///
    /// If the data does not have the shape of `T`; the error names the place below `structuredData`.
    pub fn structured_data_as<T: DeserializeOwned>(&self) -> Result<Option<T>, ParseError> {
        self.structured_data.as_ref().map(typed).transpose()
    }
}

/// Reads the caller's own data into the caller's own type.
///
/// The type's messages may quote values and its keys are the caller's, so nothing of its errors is
/// passed on.
pub(crate) fn typed<T: DeserializeOwned>(data: &FreeForm) -> Result<T, ParseError> {
    T::deserialize(&Value::Object((**data).clone()))
        .map_err(|_| ParseError::new(Problem::Other, "/structuredData".to_owned(), None))
}
