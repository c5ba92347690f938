//! Parsing without the messages that were seen before.

use serde::de::{Deserialize, IgnoredAny};

use super::ServerMessageRequest;
use crate::json::{self, Parts, Reader, Refused};
use crate::parse_error::{self, ParseError};

/// Up to where a receiver has seen the conversation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(clippy::exhaustive_enums, reason = "there is no third way to say it")]
pub enum Seen<'a> {
    /// Up to the first message with this `messageId`. If no message has it, none was seen.
    ///
    /// Ids are not always unique, so messages behind the first one may come again; none is
    /// missed. [`super::ServerMessage::messages_after`] does the same.
    Id(&'a str),
    /// This many messages, or all if there are fewer.
    Count(usize),
}

/// A body without the messages that were seen before.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Unseen {
    /// The body; its `messages` are the new ones only.
    pub request: ServerMessageRequest,
    /// How many messages were left out in front of them.
    pub skipped: usize,
}

impl ServerMessageRequest {
    /// Parses the body of an assistant webhook without building the messages that were seen
    /// before: events repeat the whole conversation, and most of it is known.
    ///
    /// Of the messages left out, nothing is checked but that they are JSON; all else is read
    /// as by [`ServerMessageRequest::from_slice`]. A body without messages is read too.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    /// use interactly_webhooks::message::Seen;
    ///
    /// let body = br#"{"message":{"messages":[{"messageId":"a"},{"messageId":"b"},{"messageId":"c"}]}}"#;
    /// let update = ServerMessageRequest::from_slice_after(body, Seen::Id("b"))?;
    /// assert_eq!(update.skipped, 2);
    /// assert_eq!(update.request.message.messages()[0].message_id.as_deref(), Some("c"));
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`ServerMessageRequest::from_slice`].
    pub fn from_slice_after(bytes: &[u8], seen: Seen<'_>) -> Result<Unseen, ParseError> {
        let text = parse_error::check_utf8::<Self>(bytes)?;
        let mut known = Known::default();
        // It ends with `Refused` in any case, for it stops early.
        let _ = known.look(&mut Reader::new(text), seen);
        if let (Some(before), Some(behind)) = (text.get(..known.start), text.get(known.end..))
            && let Ok(request) = json::from_str(&[before, behind].concat())
        {
            return Ok(Unseen { request, skipped: known.count });
        }
        // It is damaged, and the place of that is to be found in the whole text.
        let mut request: Self = parse_error::from_str(text)?;
        let skipped = match seen {
            Seen::Count(count) => count.min(request.message.messages().len()),
            Seen::Id(id) => request.message.messages().len() - request.message.messages_after(id).len(),
        };
        if let Some(messages) = &mut request.message.messages {
            messages.drain(..skipped);
        }
        Ok(Unseen { request, skipped })
    }
}

/// Where the messages stand that were seen before.
#[derive(Default)]
struct Known {
    count: usize,
    start: usize,
    end: usize,
}

impl Known {
    /// Looks into `message.messages`, and stops there with an error.
    fn look(&mut self, reader: &mut Reader<'_>, seen: Seen<'_>) -> Result<(), Refused> {
        reader.members(|name, reader| {
            if name != "message" {
                return skip(reader);
            }
            reader.members(|name, reader| {
                if name != "messages" {
                    return skip(reader);
                }
                reader.list(|list| self.look_in_list(list, seen))?;
                Err(Refused)
            })
        })
    }

    fn look_in_list(&mut self, mut list: Parts<'_, '_>, seen: Seen<'_>) -> Result<(), Refused> {
        let start = list.reader.position();
        let (mut count, mut all) = (0, seen == Seen::Count(0));
        let mut more = list.next_element()?;
        while more && !all {
            count += 1;
            all = match seen {
                Seen::Id(id) => has_id(list.reader, id)?,
                Seen::Count(wanted) => {
                    skip(list.reader)?;
                    count == wanted
                }
            };
            more = list.next_element()?;
        }
        if all || matches!(seen, Seen::Count(_)) {
            // At the next element, or before the bracket that was passed.
            let end = list.reader.position() - usize::from(!more);
            *self = Self { count, start, end };
        }
        Err(Refused)
    }
}

fn skip(reader: &mut Reader<'_>) -> Result<(), Refused> {
    IgnoredAny::deserialize(reader).map(drop)
}

/// Reads a message and says whether it has the id.
fn has_id(reader: &mut Reader<'_>, id: &str) -> Result<bool, Refused> {
    if !reader.is_at(b'{') {
        return skip(reader).map(|()| false);
    }
    let mut found = false;
    reader.members(|name, reader| {
        if name == "messageId" && reader.is_at(b'"') {
            found = reader.string()? == id;
            return Ok(());
        }
        skip(reader)
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use crate::ServerMessageRequest;

    const BODY: &str = r#"{"a":[1,"]"],"message":{"call":{"messages":[{"messageId":"a"}]},"messages": [ {"messageId":"a","text":"]}"} ,
        {"messageId":"b"},{"role":"user"} , {"messageId":"b"},{"messageId":"\u0063"} ] ,"type":"hang"}}"#;

    fn ids(body: &str, seen: Seen<'_>) -> (usize, Vec<String>) {
        let update = ServerMessageRequest::from_slice_after(body.as_bytes(), seen).expect(body);
        let messages = update.request.message.messages().iter();
        (update.skipped, messages.map(|message| message.message_id.clone().unwrap_or_default()).collect())
    }

    #[test]
    fn it_gives_what_the_full_parse_gives() {
        let whole = ServerMessageRequest::from_slice(BODY.as_bytes()).expect("parses");
        for id in ["a", "b", "c", "z", ""] {
            let update =
                ServerMessageRequest::from_slice_after(BODY.as_bytes(), Seen::Id(id)).expect("parses");
            assert_eq!(update.request.message.messages(), whole.message.messages_after(id), "{id}");
        }
        for count in 0..8 {
            let update =
                ServerMessageRequest::from_slice_after(BODY.as_bytes(), Seen::Count(count)).expect("parses");
            assert_eq!(update.skipped, count.min(5));
            let mut expected = whole.clone();
            expected.message.messages.as_mut().expect("messages").drain(..update.skipped);
            assert_eq!(update.request, expected, "{count}");
        }
    }

    #[test]
    fn no_message_is_missed_where_ids_repeat_or_are_not_found() {
        assert_eq!(ids(BODY, Seen::Id("b")), (2, vec![String::new(), "b".into(), "c".into()]));
        assert_eq!(ids(BODY, Seen::Id("z")).0, 0);
        assert_eq!(ids(BODY, Seen::Id("c")), (5, Vec::new()));
        for body in
            [r#"{"message":{}}"#, r#"{"message":{"messages":null}}"#, r#"{"message":{"messages":[]}}"#]
        {
            assert_eq!(ids(body, Seen::Id("a")), (0, Vec::new()));
            assert_eq!(ids(body, Seen::Count(3)), (0, Vec::new()));
        }
    }

    #[test]
    fn of_what_is_left_out_only_the_syntax_counts() {
        let body =
            r#"{"message":{"messages":[{"messageId":"a","text":5},7,{"messageId":"b"},{"messageId":[]}]}}"#;
        assert!(ServerMessageRequest::from_slice(body.as_bytes()).is_err());
        let error =
            ServerMessageRequest::from_slice_after(body.as_bytes(), Seen::Id("b")).expect_err("a list");
        // The first thing that a whole parse refuses.
        assert_eq!(error.pointer(), "/message/messages/0/text");
        assert_eq!(ids(body, Seen::Count(4)), (4, Vec::new()));
        let sound = body.replace("[]}", "\"c\"}");
        assert_eq!(ids(&sound, Seen::Id("b")), (3, vec!["c".to_owned()]));
        let cut = br#"{"message":{"messages":[{"messageId":"a"},{"messageId":}]}}"#;
        assert!(ServerMessageRequest::from_slice_after(cut, Seen::Id("a")).is_err());
        assert!(ServerMessageRequest::from_slice_after(cut, Seen::Count(2)).is_err());
        let twice = br#"{"message":{"messages":[{"messageId":"a"}],"messages":[]}}"#;
        assert!(ServerMessageRequest::from_slice_after(twice, Seen::Id("a")).is_err());
    }
}
