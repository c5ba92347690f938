//! Reading no more of a body than its head.

use std::borrow::Cow;

use crate::family::{Family, look};
use crate::json::{self, Error, Expected, Problem, Reader};
use crate::parse;
use crate::parse_error::ParseError;
use crate::webhook::form_of;
use crate::wire::Number;

/// What is looked for.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Head<'a> {
    pub(super) event: Option<Cow<'a, str>>,
    /// The name that counts if there is none.
    pub(super) other_event: Option<Cow<'a, str>>,
    pub(super) timestamp: Option<Time<'a>>,
    /// The status that stands beside the call, and the id that stands in the assistant:
    /// what counts if the call has none.
    pub(super) outer_status: Option<Cow<'a, str>>,
    pub(super) outer_assistant_id: Option<Cow<'a, str>>,
    pub(super) call_id: Option<Cow<'a, str>>,
    pub(super) call_status: Option<Cow<'a, str>>,
    pub(super) call_assistant_id: Option<Cow<'a, str>>,
    /// Whether the call was read to its end.
    pub(super) call_read: bool,
}

/// A time as it came.
#[derive(Clone, PartialEq)]
pub(super) enum Time<'a> {
    Number(Number),
    Text(Cow<'a, str>),
}

/// How much of a body is looked at first. The head of a server message is within.
const FIRST: usize = 4096;

/// The family and the head of a body, if it is of a known family.
///
/// Reads longer and longer beginnings of the body, so that no more of it is checked to be
/// UTF-8 than is read; the work stays linear.
pub(super) fn read(bytes: &[u8]) -> Result<(Family, Head<'_>), ParseError> {
    let mut length = FIRST;
    loop {
        let whole = length >= bytes.len();
        let text = beginning(bytes, length);
        let mut family = Family::Unknown;
        let mut head = Head::default();
        let read = look(&mut Reader::strict(text), &mut family)
            .and_then(|()| head.read(&mut Reader::strict(text), family));
        match read {
            Ok(()) => return Ok((family, head)),
            Err(error) if whole || !error.problem().is_end() => {
                // That the bytes are not UTF-8 says more than that the text ends there.
                let sound = parse::text_of(bytes, form_of(family));
                return Err(match sound {
                    Err(encoding) if text.len() < bytes.len() && error.problem().is_end() => encoding,
                    _ => ParseError::of_text(text, &error, form_of(family)),
                });
            }
            Err(_) => length *= 8,
        }
    }
}

/// The first `length` bytes, as far as they are UTF-8.
fn beginning(bytes: &[u8], length: usize) -> &str {
    let bytes = &bytes[..length.min(bytes.len())];
    json::utf8(bytes)
        .unwrap_or_else(|_| bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default())
}

/// An object on the way to what is looked for.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    Body,
    /// `message`.
    Message,
    /// `campaign` or `workflow`: only whether it is an object matters.
    Subject,
    /// `call` or `run`.
    Call,
    /// `assistant`.
    Assistant,
}

impl<'a> Head<'a> {
    fn read(&mut self, reader: &mut Reader<'a>, family: Family) -> Result<(), Error> {
        self.object(reader, family, Level::Body)?;
        if !self.is_complete(family) {
            reader.end()?;
        }
        Ok(())
    }

    /// Whether nothing that comes can change the head.
    fn is_complete(&self, family: Family) -> bool {
        let call = |of_call: &Option<Cow<'a, str>>, outer: &Option<Cow<'a, str>>| {
            of_call.is_some() || (self.call_read && outer.is_some())
        };
        family == Family::ServerMessage
            && self.event.is_some()
            && self.timestamp.is_some()
            && (self.call_id.is_some() || self.call_read)
            && call(&self.call_status, &self.outer_status)
            && call(&self.call_assistant_id, &self.outer_assistant_id)
    }

    /// Reads the members of an object, and no further once the head is complete.
    fn object(&mut self, reader: &mut Reader<'a>, family: Family, level: Level) -> Result<(), Error> {
        let takes_null = matches!(level, Level::Call | Level::Assistant);
        if takes_null && reader.read_null()? {
            return Ok(());
        }
        if !reader.enter_object()? {
            return Err(refused(reader, Expected::Object));
        }
        while let Some(name) = reader.next_key()? {
            self.member(reader, family, level, &name)?;
            if self.is_complete(family) {
                return Ok(());
            }
        }
        self.call_read |= level == Level::Call;
        Ok(())
    }

    fn member(
        &mut self,
        reader: &mut Reader<'a>,
        family: Family,
        level: Level,
        name: &str,
    ) -> Result<(), Error> {
        use Family::{Campaign, ServerMessage, Unknown, Workflow};
        let text = match (level, family, name) {
            // Of a body of no family `event` or else `type`, where they are texts.
            (Level::Body, Unknown, "event" | "type") => {
                match reader.read_text()? {
                    Some(text) if name == "event" => self.event = Some(text),
                    Some(text) => self.other_event = Some(text),
                    None => reader.skip()?,
                }
                return Ok(());
            }
            (Level::Body, ServerMessage, "message") => return self.object(reader, family, Level::Message),
            (Level::Body, Campaign, "campaign") | (Level::Body, Workflow, "workflow") => {
                return self.object(reader, family, Level::Subject);
            }
            (Level::Message, _, "call")
            | (Level::Body, Campaign, "call")
            | (Level::Body, Workflow, "run") => return self.object(reader, family, Level::Call),
            (Level::Message, _, "assistant") => return self.object(reader, family, Level::Assistant),
            (Level::Message, _, "timestamp") => {
                self.timestamp = time(reader)?;
                return Ok(());
            }
            (Level::Message, _, "type") | (Level::Body, Campaign | Workflow, "event") => &mut self.event,
            (Level::Message, _, "status") | (Level::Body, Campaign, "status") => &mut self.outer_status,
            (Level::Call, ServerMessage, "id") | (Level::Call, Campaign, "conversationId") => {
                &mut self.call_id
            }
            (Level::Call, _, "status") => &mut self.call_status,
            (Level::Call, ServerMessage, "assistantId") => &mut self.call_assistant_id,
            (Level::Assistant, _, "_id") => &mut self.outer_assistant_id,
            _ => return reader.skip(),
        };
        *text = optional_text(reader)?;
        Ok(())
    }
}

/// Reads a string or `null`.
fn optional_text<'a>(reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, Error> {
    if reader.read_null()? {
        return Ok(None);
    }
    let text = reader.read_text()?;
    text.map(Some).ok_or_else(|| refused(reader, Expected::String))
}

/// Reads a time or `null`.
fn time<'a>(reader: &mut Reader<'a>) -> Result<Option<Time<'a>>, Error> {
    if reader.read_null()? {
        return Ok(None);
    }
    if let Some(text) = reader.read_text()? {
        return Ok(Some(Time::Text(text)));
    }
    let number = reader.read_number()?.map(|number| match number {
        json::Number::Unsigned(large) => large.into(),
        json::Number::Signed(whole) => whole.into(),
        json::Number::Double(double) => double.into(),
    });
    number.map(|number| Some(Time::Number(number))).ok_or_else(|| refused(reader, Expected::Time))
}

/// The error for a value of another kind than the expected one.
fn refused(reader: &mut Reader<'_>, expected: Expected) -> Error {
    match reader.kind() {
        Some(found) => reader.refuse(Problem::Kind { found, expected }),
        // No value at all: the reader says what is wrong.
        None => reader.skip().err().unwrap_or_else(|| reader.refuse(Problem::Other)),
    }
}
