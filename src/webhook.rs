//! Any body that the platform posts.

mod lenient;
mod read;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::campaign::CampaignEvent;
use crate::drift::{self, Drift};
use crate::facts::{Facts, Parts, Tells, Word};
use crate::family::{Family, family_of};
use crate::json::Reader;
use crate::lenient::{Lenient, Repaired};
use crate::message::{ServerMessage, ServerMessageRequest};
use crate::model::{ObjectForm, Record};
use crate::parse;
use crate::parse_error::ParseError;
use crate::payload::{facts, object};
use crate::validate::{self, Report};
use crate::workflow::WorkflowEvent;

/// A body of any family, see [`Family`] for what decides.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Webhook {
    /// About a call: `{"message": …}`.
    ServerMessage(ServerMessageRequest),
    /// About a campaign: `{"event": …, "campaign": …}`.
    Campaign(CampaignEvent),
    /// About a workflow: `{"event": …, "workflow": …}`.
    Workflow(WorkflowEvent),
    /// Any other JSON object, kept as it came.
    Unknown(UnknownBody),
}

object! {
    /// A body of no known family: without `message`, `campaign` and `workflow`. All its members are in
    /// `extra`.
    pub struct UnknownBody {}
}

/// Does the same with whichever body it is. With `$wrap`, that makes a [`Webhook`] of another such body.
macro_rules! each {
    ($webhook:expr, $body:ident $(, $wrap:ident)? => $do:expr) => {
        match $webhook {
            Webhook::ServerMessage($body) => each!(@ServerMessage $($wrap)? => $do),
            Webhook::Campaign($body) => each!(@Campaign $($wrap)? => $do),
            Webhook::Workflow($body) => each!(@Workflow $($wrap)? => $do),
            Webhook::Unknown($body) => each!(@Unknown $($wrap)? => $do),
        }
    };
    (@$variant:ident $($wrap:ident)? => $do:expr) => {{
        $(let $wrap = Webhook::$variant;)?
        $do
    }};
}
pub(crate) use each;

/// Does the same for whichever family it is; `$wrap` makes a [`Webhook`] of its body.
macro_rules! by_family {
    ($family:expr, $wrap:ident => $do:expr) => {
        match $family {
            Family::ServerMessage => $crate::webhook::each!(@ServerMessage $wrap => $do),
            Family::Campaign => $crate::webhook::each!(@Campaign $wrap => $do),
            Family::Workflow => $crate::webhook::each!(@Workflow $wrap => $do),
            Family::Unknown => $crate::webhook::each!(@Unknown $wrap => $do),
        }
    };
}
use by_family;

impl Webhook {
    /// Reads a body of any family.
    ///
    /// # Errors
    ///
    /// If the bytes are not one JSON object, a modelled member has the wrong JSON type,
    /// or a member is given twice.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, ParseError> {
        Self::from_str(parse::text_of(bytes, &|| form_of(family_of_broken(&Repaired::new(bytes))))?)
    }

    /// Reads a body of any family, see [`Webhook::from_slice`].
    ///
    /// # Errors
    ///
    /// As [`Webhook::from_slice`].
    #[allow(clippy::should_implement_trait, reason = "it is implemented too; this needs no import")]
    pub fn from_str(text: &str) -> Result<Self, ParseError> {
        by_family!(family_of(Reader::strict(text)), wrap => parse::strict_text(text).map(wrap))
    }

    /// Reads a body of any family and keeps what does not fit beside it, see
    /// [`lenient`](crate::lenient).
    ///
    /// # Errors
    ///
    /// If the bytes are anything but a JSON object, cut off, or nested deeper than 127 levels.
    pub fn from_slice_lenient(bytes: &[u8]) -> Result<Lenient<Self>, ParseError> {
        let text = Repaired::new(bytes);
        by_family!(family_of_broken(&text), wrap => Ok(parse::lenient_text(text)?.map(wrap)))
    }

    /// The family.
    #[must_use]
    pub fn family(&self) -> Family {
        self.facts().family
    }

    /// The message, if this is about a call.
    #[must_use]
    pub fn as_server_message(&self) -> Option<&ServerMessage> {
        if let Self::ServerMessage(request) = self { Some(&request.message) } else { None }
    }

    /// The event, if this is about a campaign.
    #[must_use]
    pub fn as_campaign(&self) -> Option<&CampaignEvent> {
        if let Self::Campaign(event) = self { Some(event) } else { None }
    }

    /// The event, if this is about a workflow.
    #[must_use]
    pub fn as_workflow(&self) -> Option<&WorkflowEvent> {
        if let Self::Workflow(event) = self { Some(event) } else { None }
    }

    /// What the platform added: members and values of this body that the crate does not
    /// know, with their places.
    #[must_use]
    pub fn drift(&self) -> Vec<Drift> {
        each!(self, body => drift::of(body))
    }

    /// A copy of the same shape in which placeholders stand for personal data, credentials
    /// and the places of audio; see [`privacy`](crate::privacy).
    #[must_use]
    pub fn redacted(&self) -> Self {
        each!(self, body, wrap => wrap(body.redacted()))
    }

    /// What is wrong or odd about the body, see [`validate`]. A body of no known
    /// family has no findings.
    #[must_use]
    pub fn validate(&self) -> Report {
        each!(self, body => validate::of(body))
    }
}

impl Tells for Webhook {
    fn facts(&self) -> Facts<'_> {
        each!(self, body => body.facts())
    }

    fn key_parts(&self) -> Option<Parts> {
        each!(self, body => body.key_parts())
    }

    fn unknown_members(&self) -> usize {
        each!(self, body => body.unknown_members())
    }
}

impl Tells for UnknownBody {
    fn facts(&self) -> Facts<'_> {
        let name = ["event", "type"].iter().find_map(|name| self.extra.get(*name)?.as_str());
        Facts {
            family: Family::Unknown,
            event: name.map(|text| Word { text, is_known: false }),
            call_id: None,
            status: None,
            time: None,
            messages: None,
        }
    }

    fn key_parts(&self) -> Option<Parts> {
        None
    }

    fn unknown_members(&self) -> usize {
        drift::unknown_members(self)
    }
}

facts! { Webhook }

/// The family of a body that may be damaged.
fn family_of_broken(body: &Repaired<'_>) -> Family {
    Reader::lenient(&body.text).map_or(Family::Unknown, family_of)
}

/// What is known of the bodies of a family.
pub(crate) fn form_of(family: Family) -> &'static ObjectForm {
    fn form<T: Record>(_: fn(T) -> Webhook) -> &'static ObjectForm {
        T::OBJECT
    }
    by_family!(family, wrap => form(wrap))
}

impl FromStr for Webhook {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_str(text)
    }
}

impl Serialize for Webhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        each!(self, body => body.serialize(serializer))
    }
}
