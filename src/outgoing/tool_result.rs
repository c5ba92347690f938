//! What a tool's own server answers to a tool call.

use serde::Serialize;

use crate::payload::object;

object! {
    /// Body of the answer to a tool call.
    ///
    /// A tool call is a request of its own to the tool's server, not to the receiver of events. The answer to an
    /// `async` tool is ignored.
    pub struct ToolResult {
        /// What the language model is given: always a text, so data is JSON inside it.
        #[wire("result", Personal)]
        pub result: Option<String>,
    }
}

impl ToolResult {
    /// An answer in words.
    ///
    /// ```
    /// use interactly_webhooks::outgoing::ToolResult;
    ///
    /// let answer = ToolResult::text("The next free hour is at ten.");
    /// assert_eq!(
    ///     serde_json::to_string(&answer)?,
    ///     r#"{"result":"The next free hour is at ten."}"#,
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn text(result: impl Into<String>) -> Self {
        Self { result: Some(result.into()), ..Self::default() }
    }

    /// An answer that is data: its JSON as text, as the platform asks for it.
    ///
    /// ```
    /// use interactly_webhooks::outgoing::ToolResult;
    /// use serde_json::json;
    ///
    /// let answer = ToolResult::json(&json!({"free": ["10:00", "11:30"]}))?;
    /// assert_eq!(answer.result.as_deref(), Some(r#"{"free":["10:00","11:30"]}"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `data` cannot be printed as JSON: its own implementation fails, or a key of a map is not a text.
    pub fn json(data: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_string(data).map(Self::text)
    }
}
