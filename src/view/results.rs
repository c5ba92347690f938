//! The analysis that counts.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::message::analysis::typed;
use crate::message::{Analysis, ServerMessage};
use crate::parse_error::ParseError;
use crate::wire::{FreeForm, Hidden, show_json};

/// The results of the analysis after a call, each from the place where it is.
///
/// Captured reports carry them in `message.analysis` and leave empty strings in
/// `call.analysis`; the documented sample fills both. So each member is taken from
/// `message.analysis`, and from `call.analysis` where it is absent or empty there.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Results<'a> {
    /// The summary; never empty.
    pub summary: Option<&'a str>,
    /// The evaluation, in the words of the rubric; never empty.
    pub success_evaluation: Option<&'a str>,
    /// The data that the caller's schema asked for; never empty.
    pub structured_data: Option<&'a FreeForm>,
    /// The outcome; never empty.
    pub outcome: Option<&'a str>,
    /// What the guardrails found: `"DISABLED"` is the only form seen.
    pub guardrails: Option<&'a Value>,
}

impl fmt::Debug for Results<'_> {
    /// Shows which results there are and how long they are, not what they say.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Results")
            .field("summary", &self.summary.map(Hidden))
            .field("success_evaluation", &self.success_evaluation.map(Hidden))
            .field("structured_data", &self.structured_data)
            .field("outcome", &self.outcome.map(Hidden))
            .field("guardrails", &self.guardrails.map(Shown))
            .finish()
    }
}

impl Results<'_> {
    /// Reads [`structured_data`](Self::structured_data) into a type of the caller's. `Ok(None)` if there is
    /// none.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Appointment {
    ///     #[serde(rename = "phone number")]
    ///     phone_number: String,
    /// }
    ///
    /// let body = br#"{"message":{"analysis":{
    ///     "structuredData":{"phone number":"+15550100123"}}}}"#;
    /// let message = ServerMessageRequest::from_slice(body)?.message;
    /// let appointment = message.results().structured_data_as::<Appointment>()?;
    /// assert_eq!(appointment.unwrap().phone_number, "+15550100123");
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the data does not have the shape of `T`. The error quotes nothing of the data and nothing of what
    /// the reader of `T` says, as that may quote it.
    pub fn structured_data_as<T: DeserializeOwned>(&self) -> Result<Option<T>, ParseError> {
        self.structured_data.map(typed).transpose()
    }
}

/// Free JSON by its kind and length.
struct Shown<'a>(&'a Value);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_json(self.0, f)
    }
}

impl ServerMessage {
    /// The results of the analysis, from `message.analysis`, or else `call.analysis`;
    /// empty strings and empty data count as absent.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    ///
    /// let body = br#"{"message":{"analysis":{"summary":""},
    ///     "call":{"analysis":{"summary":"Booked."}}}}"#;
    /// let message = ServerMessageRequest::from_slice(body)?.message;
    /// assert_eq!(message.results().summary, Some("Booked."));
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn results(&self) -> Results<'_> {
        let places = [self.analysis.as_deref(), self.call.as_ref().and_then(|call| call.analysis.as_deref())];
        let text = |member: fn(&Analysis) -> Option<&String>| {
            let texts = places.into_iter().flatten().filter_map(member);
            texts.map(String::as_str).find(|text| !text.is_empty())
        };
        Results {
            summary: text(|analysis| analysis.summary.as_ref()),
            success_evaluation: text(|analysis| analysis.success_evaluation.as_ref()),
            outcome: text(|analysis| analysis.outcome.as_ref()),
            structured_data: places
                .into_iter()
                .flatten()
                .filter_map(|analysis| analysis.structured_data.as_ref())
                .find(|data| !data.is_empty()),
            guardrails: places.into_iter().flatten().find_map(|analysis| analysis.guardrails.as_ref()),
        }
    }
}
