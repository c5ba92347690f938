//! The conversation as a person reads it.

use std::fmt;

use crate::message::{Message, Role, ServerMessage};

/// Prints a conversation as a person reads it: a line a turn, with what one side said in a
/// row joined (the platform sends an answer sentence by sentence).
///
/// This is what patients said. It is the only text in the crate that prints it, and only
/// where it is asked for.
#[derive(Clone, Copy, PartialEq)]
pub struct Transcript<'a>(&'a [Message]);

impl fmt::Debug for Transcript<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transcript({} messages)", self.0.len())
    }
}

impl fmt::Display for Transcript<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut speaker = None;
        for message in self.0 {
            let text = message.text.as_deref().map(str::trim).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            let role = message.role.as_ref().map_or("", Role::as_str);
            if speaker == Some(role) {
                f.write_str(" ")?;
            } else {
                if speaker.is_some() {
                    f.write_str("\n")?;
                }
                write!(f, "{}: ", named(role))?;
                speaker = Some(role);
            }
            // A turn is a line, whatever was said.
            for (index, word) in text.split_whitespace().enumerate() {
                let space = if index == 0 { "" } else { " " };
                write!(f, "{space}{word}")?;
            }
        }
        Ok(())
    }
}

fn named(role: &str) -> &str {
    match role {
        "user" => "User",
        "assistant" => "Assistant",
        "" => "?",
        other => other,
    }
}

impl ServerMessage {
    /// The conversation so far, to print.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    ///
    /// let request = ServerMessageRequest::from_slice(br#"{"message":{"messages":[
    ///     {"role":"assistant","text":"Good morning."},
    ///     {"role":"assistant","text":"How can I help?"},
    ///     {"role":"user","text":"I need an appointment."}
    /// ]}}"#)?;
    /// assert_eq!(
    ///     request.message.transcript().to_string(),
    ///     "Assistant: Good morning. How can I help?\nUser: I need an appointment."
    /// );
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn transcript(&self) -> Transcript<'_> {
        Transcript(self.messages())
    }
}
