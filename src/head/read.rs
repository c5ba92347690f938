//! Reading no more of a body than its head.

use std::borrow::Cow;

use crate::family::{Family, decide_family};
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
    /// The status beside the call, and the id in the assistant: what counts if the call has none.
    pub(super) outer_status: Option<Cow<'a, str>>,
    pub(super) outer_assistant_id: Option<Cow<'a, str>>,
    pub(super) call_id: Option<Cow<'a, str>>,
    pub(super) call_status: Option<Cow<'a, str>>,
    pub(super) call_assistant_id: Option<Cow<'a, str>>,
}

/// A time as it came.
#[derive(Clone, PartialEq)]
pub(super) enum Time<'a> {
    Number(Number),
    Text(Cow<'a, str>),
}

/// How much of a body is read at first. The head of a server message is within.
const FIRST: usize = 4096;

/// The family and the head of a body.
///
/// Most bodies have it all in their beginning, and no more of them is checked to be UTF-8 and read. The others
/// are then read whole, at once.
pub(super) fn read(bytes: &[u8]) -> Result<(Family, Head<'_>), ParseError> {
    let beginning = beginning(bytes, FIRST);
    match Search::run(beginning) {
        Err((_, error)) if beginning.len() < bytes.len() && error.problem().is_end() => {
            let text = self::beginning(bytes, bytes.len());
            Search::run(text).map_err(|(family, error)| {
                // That the bytes are not UTF-8 says more than that the text ends there.
                match parse::text_of(bytes, &|| form_of(family)) {
                    Err(encoding) if error.problem().is_end() => encoding,
                    _ => ParseError::of_text(text, &error, form_of(family)),
                }
            })
        }
        first => first.map_err(|(family, error)| ParseError::of_text(beginning, &error, form_of(family))),
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
    /// What the body is about, if not a call: only whether it is an object matters.
    Subject,
    /// `call` or `run`.
    Call,
    /// `assistant`.
    Assistant,
}

/// The way through a body.
struct Search<'a> {
    head: Head<'a>,
    /// The family, as far as the members that were read decide it.
    family: Family,
    /// Whether the family is known from the start.
    is_known: bool,
    /// Whether members were skipped that count in another family than the one known then.
    is_partial: bool,
    /// Whether the call was read to its end.
    call_read: bool,
}

impl<'a> Search<'a> {
    fn new(family: Option<Family>) -> Self {
        Search {
            head: Head::default(),
            family: family.unwrap_or(Family::Unknown),
            is_known: family.is_some(),
            is_partial: false,
            call_read: false,
        }
    }

    /// The family and the head of a body with this text; if it has no head, the family and the reason.
    fn run(text: &'a str) -> Result<(Family, Head<'a>), (Family, Error)> {
        let mut search = Self::new(None);
        let read = search.read(&mut Reader::strict(text));
        let again = match &read {
            Ok(()) => search.is_partial && search.family != Family::Unknown,
            // Another family may not ask for what was refused.
            Err(error) => error.problem().is_recoverable() && search.family != Family::ServerMessage,
        };
        let read = if again { search.read_again(text) } else { read };
        match read {
            Ok(()) => Ok((search.family, search.head)),
            Err(error) => Err((search.family, error)),
        }
    }

    /// Reads the body once more, where the member that decides does not come first.
    #[cold]
    fn read_again(&mut self, text: &'a str) -> Result<(), Error> {
        decide_family(&mut Reader::strict(text), &mut self.family)?;
        *self = Self::new(Some(self.family));
        self.read(&mut Reader::strict(text))
    }

    fn read(&mut self, reader: &mut Reader<'a>) -> Result<(), Error> {
        self.object(reader, Level::Body)?;
        if self.is_complete() { Ok(()) } else { reader.end() }
    }

    /// Whether nothing that comes can change the head.
    fn is_complete(&self) -> bool {
        let Head { event, timestamp, call_id, .. } = &self.head;
        let call = |of_call: &Option<Cow<'a, str>>, outer: &Option<Cow<'a, str>>| {
            of_call.is_some() || (self.call_read && outer.is_some())
        };
        self.family == Family::ServerMessage
            && event.is_some()
            && timestamp.is_some()
            && (call_id.is_some() || self.call_read)
            && call(&self.head.call_status, &self.head.outer_status)
            && call(&self.head.call_assistant_id, &self.head.outer_assistant_id)
    }

    /// Reads the members of an object, and no further once the head is complete.
    fn object(&mut self, reader: &mut Reader<'a>, level: Level) -> Result<(), Error> {
        let takes_null = matches!(level, Level::Call | Level::Assistant);
        if takes_null && reader.read_null()? {
            return Ok(());
        }
        if !reader.enter_object()? {
            return Err(refused(reader, Expected::Object));
        }
        while let Some(name) = reader.next_key()? {
            if level == Level::Body && !self.is_known {
                self.decide(&name);
            }
            self.member(reader, level, &name)?;
            if self.is_complete() {
                return Ok(());
            }
        }
        self.call_read |= level == Level::Call;
        Ok(())
    }

    /// Sees what a member of the body says of its family. What was read for another one goes, but for the event
    /// of a body that had no family before.
    fn decide(&mut self, name: &str) {
        let before = self.family;
        self.family = Family::of_member(name).min(before);
        if self.family == before {
            return;
        }
        let head = std::mem::take(&mut self.head);
        self.call_read = false;
        match self.family {
            Family::ServerMessage => self.is_partial = false,
            _ if before == Family::Unknown => self.head.event = head.event,
            _ => self.is_partial = true,
        }
    }

    fn member(&mut self, reader: &mut Reader<'a>, level: Level, name: &str) -> Result<(), Error> {
        use Family::{Campaign, ServerMessage, Unknown, Workflow};
        let head = &mut self.head;
        let text = match (level, self.family, name) {
            // Of a body of no family `event` or else `type`, where they are texts.
            (Level::Body, Unknown, "event" | "type") => {
                match reader.read_text()? {
                    Some(text) if name == "event" => head.event = Some(text),
                    Some(text) => head.other_event = Some(text),
                    None => {
                        self.is_partial = true;
                        reader.skip()?;
                    }
                }
                return Ok(());
            }
            (Level::Body, Unknown, "status" | "call" | "run") => {
                self.is_partial = true;
                return reader.skip();
            }
            (Level::Body, ServerMessage, "message") => return self.object(reader, Level::Message),
            (Level::Body, family, _) if family.decided_by() == Some(name) => {
                return self.object(reader, Level::Subject);
            }
            (Level::Message, _, "call")
            | (Level::Body, Campaign, "call")
            | (Level::Body, Workflow, "run") => return self.object(reader, Level::Call),
            (Level::Message, _, "assistant") => return self.object(reader, Level::Assistant),
            (Level::Message, _, "timestamp") => {
                head.timestamp = time(reader)?;
                return Ok(());
            }
            (Level::Message, _, "type") => &mut head.event,
            (Level::Body, family, "event") if family != ServerMessage => &mut head.event,
            (Level::Message, _, "status") | (Level::Body, Campaign, "status") => &mut head.outer_status,
            (Level::Call, ServerMessage, "id") | (Level::Call, Campaign, "conversationId") => {
                &mut head.call_id
            }
            (Level::Call, _, "status") => &mut head.call_status,
            (Level::Call, ServerMessage, "assistantId") => &mut head.call_assistant_id,
            (Level::Assistant, _, "_id") => &mut head.outer_assistant_id,
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
