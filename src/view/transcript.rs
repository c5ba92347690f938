//! The conversation as a person reads it.

use std::fmt;

use crate::message::{Message, Role, ServerMessage};
use crate::model::{cut, harmless};

/// Prints a conversation as a person reads it: a line a turn.
///
/// This is what patients said: with [`Turn::text`], the only text of the crate that prints
/// it, and only where it is asked for.
///
/// # Lines that can be trusted
///
/// A line is a turn, and its first word names who spoke: `User`, `Assistant`, `?` where no role
/// came, and any other role in square brackets, without white space and cut to 128 bytes. White
/// space in a text becomes a space; control characters (line feeds, escape sequences of a terminal)
/// and characters that turn the direction of writing become `\u{fffd}`. So no body forges a turn.
#[derive(Clone, Copy, PartialEq)]
pub struct Transcript<'a>(&'a [Message]);

/// What one side said in a row, see [`Transcript::turns`].
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Turn<'a> {
    /// Who spoke. Absent where the messages have no role.
    pub speaker: Option<&'a Role>,
    /// The messages, from the first of the turn to its last: one at least. Messages without text, of
    /// either side, may be between them.
    pub messages: &'a [Message],
}

impl<'a> Transcript<'a> {
    /// The turns, in the order of the messages: what one side said in a row is one turn, as the
    /// platform sends an answer sentence by sentence. Messages without text begin and end none.
    ///
    /// ```
    /// use interactly_webhooks::message::{Message, Role};
    /// use interactly_webhooks::view::Transcript;
    ///
    /// let messages = [
    ///     Message::new(Role::Assistant, "Good morning."),
    ///     Message::new(Role::Assistant, "How can I help?"),
    ///     Message::new(Role::User, "I need an appointment."),
    /// ];
    /// let turns: Vec<_> = Transcript::from(&messages).turns().collect();
    /// assert_eq!(turns[0].text(), "Good morning. How can I help?");
    /// assert_eq!(turns[0].messages.len(), 2);
    /// assert_eq!(turns[1].speaker, Some(&Role::User));
    /// ```
    pub fn turns(&self) -> impl Iterator<Item = Turn<'a>> + use<'a> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let begin = rest.iter().position(has_text)?;
            let speaker = rest[begin].role.as_ref();
            let spoken = |message: &&Message| has_text(message);
            let of_other = |message: &Message| has_text(message) && message.role.as_ref() != speaker;
            let behind = &rest[begin..];
            let end = behind.iter().position(of_other).unwrap_or(behind.len());
            let silent = behind[..end].iter().rev().position(|message| spoken(&message)).unwrap_or(0);
            let messages = &behind[..end - silent];
            rest = &behind[end..];
            Some(Turn { speaker, messages })
        })
    }
}

impl Turn<'_> {
    /// What was said, as one line: see [`Transcript`] for what is replaced. The texts as they came
    /// are in [`messages`](Self::messages).
    #[must_use]
    pub fn text(&self) -> String {
        let said = self.messages.iter().filter(|message| message.role.as_ref() == self.speaker);
        let mut line = String::new();
        for word in said.flat_map(|message| message.text.as_deref().unwrap_or_default().split_whitespace()) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word.chars().map(harmless));
        }
        line
    }
}

fn has_text(message: &Message) -> bool {
    message.text.as_deref().is_some_and(|text| !text.trim().is_empty())
}

impl<'a> From<&'a [Message]> for Transcript<'a> {
    fn from(messages: &'a [Message]) -> Self {
        Self(messages)
    }
}

impl<'a, const N: usize> From<&'a [Message; N]> for Transcript<'a> {
    fn from(messages: &'a [Message; N]) -> Self {
        Self(messages)
    }
}

impl<'a> From<&'a Vec<Message>> for Transcript<'a> {
    fn from(messages: &'a Vec<Message>) -> Self {
        Self(messages)
    }
}

impl fmt::Debug for Transcript<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transcript({} messages)", self.0.len())
    }
}

impl fmt::Debug for Turn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Turn({:?}, {} messages)", self.speaker, self.messages.len())
    }
}

impl fmt::Display for Transcript<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, turn) in self.turns().enumerate() {
            let line = if index == 0 { "" } else { "\n" };
            write!(f, "{line}{}: {}", Speaker(turn.speaker), turn.text())?;
        }
        Ok(())
    }
}

/// The first word of a line.
struct Speaker<'a>(Option<&'a Role>);

impl fmt::Display for Speaker<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("?"),
            Some(Role::User) => f.write_str("User"),
            Some(Role::Assistant) => f.write_str("Assistant"),
            Some(Role::Unknown(role)) => {
                let (role, is_cut) = cut(role.as_str());
                let word = role.chars().map(|one| if one.is_whitespace() { '_' } else { harmless(one) });
                write!(f, "[{}{}]", word.collect::<String>(), if is_cut { "…" } else { "" })
            }
        }
    }
}

impl ServerMessage {
    /// The conversation so far, to print or to go through.
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
