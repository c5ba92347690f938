//! What a receiver answers to a server message.

use crate::payload::object;

object! {
    /// Body of the answer to a server message.
    ///
    /// The platform looks at the status only (200 to 299: delivered); this is the documented body.
    pub struct ServerMessageResponse {
        /// Any text; `Done` in the API reference.
        #[wire("message", Personal)]
        pub message: Option<String>,
    }
}

impl ServerMessageResponse {
    /// The documented answer, `{"message":"Done"}`.
    #[must_use]
    pub fn done() -> Self {
        Self { message: Some("Done".to_owned()), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::ServerMessageResponse;

    #[test]
    fn done_is_the_documented_answer() -> Result<(), serde_json::Error> {
        let text = serde_json::to_string(&ServerMessageResponse::done())?;
        assert_eq!(text, r#"{"message":"Done"}"#);
        Ok(())
    }
}
