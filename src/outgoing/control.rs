//! Live control of a call: what is posted to `message.call.monitor.controlUrl`, and the answer.

use crate::payload::{object, open_enum};

object! {
    /// A request to the assistant of a running call, posted to `monitor.controlUrl`.
    ///
    /// Only the form of `say` is documented. Further members of the other kinds go into `extra`.
    #[object(configuration, rules)]
    pub struct ControlRequest {
        /// What the assistant is to do.
        #[doc(alias = "type")]
        #[wire("type", Clear)]
        pub kind: Option<ControlType>,
        /// Text to speak. Required with `say`.
        #[wire("message", Personal)]
        pub message: Option<String>,
    }
}

impl ControlRequest {
    /// Makes the assistant speak `text` in the running call.
    #[must_use]
    pub fn say(text: impl Into<String>) -> Self {
        Self { kind: Some(ControlType::Say), message: Some(text.into()), ..Self::default() }
    }
}

open_enum! {
    /// Kind of a control request, from its `type`.
    #[values(complete)]
    pub enum ControlType {
        /// Speak a text.
        Say = "say",
        /// End the call. Members unknown.
        End = "end",
        /// Put the call through to someone else. Members unknown.
        Forward = "forward",
        /// Send keypad tones. Members unknown.
        Dtmf = "dtmf",
        /// Send a text message. Listed by the API reference only; members unknown.
        Sms = "sms",
    }
}

object! {
    /// The platform's answer to a control request.
    pub struct ControlResponse {
        /// The platform's text about what it did.
        #[wire("message", Personal)]
        pub message: Option<String>,
        /// Whether it worked.
        #[wire("data", Nested)]
        pub data: Option<ControlData>,
    }
}

object! {
    /// Outcome of a control request, from `data` of the answer.
    pub struct ControlData {
        /// Whether the request was carried out.
        #[wire("success", Clear)]
        pub success: Option<bool>,
    }
}

#[cfg(test)]
mod tests {
    use super::{ControlRequest, ControlResponse};
    use serde_json::json;

    #[test]
    fn say_carries_the_text() -> Result<(), serde_json::Error> {
        let expected = json!({"type": "say", "message": "A nurse will join in a moment."});
        let request = ControlRequest::say("A nurse will join in a moment.");
        assert_eq!(serde_json::to_value(&request)?, expected);
        Ok(())
    }

    #[test]
    fn response_tells_success() -> Result<(), serde_json::Error> {
        let response: ControlResponse =
            serde_json::from_str(r#"{"message":"Sent to the call.","data":{"success":true}}"#)?;
        assert_eq!(response.data.and_then(|data| data.success), Some(true));
        Ok(())
    }
}
