//! Telling deliveries apart.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};
use serde_with::SerializeDisplay;

use crate::family::Family;
use crate::model::read;
use crate::wire::Hidden;

/// What identifies the event of a body, to recognise the same event when it comes again.
///
/// Campaign and workflow deliveries may repeat; server messages are sent once. No body has
/// an id of its own, so the key is made of what tells events apart:
///
/// | family | event | key |
/// |---|---|---|
/// | server message | `end-of-call-report` | `call.id` (exact: once a call) |
/// | | any other, or none | `call.id`, status, `timestamp`, number of messages |
/// | campaign | `call_status` | `campaign.id`, `call.id`, `call.status`, `call.updatedAt` |
/// | | any other | `campaign.id`, `status`, `campaign.updatedAt` |
/// | workflow | `workflow_run_started`, `workflow_run_completed` | `run.id` (exact) |
/// | | any other | `workflow.id`, `activeVersionNumber`, `updatedAt`, `deletedAt` |
///
/// The event's name is always part of it. Where the key is not exact
/// ([`DeliveryKey::is_exact`]), two events that differ in none of these have the same key: do not drop the
/// second without reading it; compare the bodies, or fold both, which changes nothing if they are the same.
///
/// # Damaged bodies
///
/// A damaged body must not hide its sound copy. So the key of a body with deviations
/// ([`Lenient::delivery_key`](crate::Lenient::delivery_key)) says so, and differs from its sound
/// copy's.
///
/// # Storing
///
/// `Display` gives text to store, and [`DeliveryKey::from_str`](std::str::FromStr::from_str) reads it;
/// its JSON is that text. It has event, status and times as they came, which may say anything where the crate
/// does not know them: log `Debug` instead.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, SerializeDisplay)]
pub struct DeliveryKey {
    parts: Vec<String>,
    certainty: Certainty,
}

/// What equal keys mean.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Certainty {
    /// They belong to one event.
    Exact,
    /// They may belong to two events.
    Loose,
    /// The body deviated.
    Damaged,
}

/// The places of the family and of the identifying id among the parts; between them
/// is the event.
const FAMILY: usize = 0;
const ID: usize = 2;

impl DeliveryKey {
    /// Of an event with this name.
    pub(super) fn new(family: Family, event: Option<&str>, Parts { id, is_exact, others }: Parts) -> Self {
        let mut parts = vec![family.as_str().to_owned(), event.unwrap_or_default().to_owned(), id];
        parts.extend(others);
        Self { parts, certainty: if is_exact { Certainty::Exact } else { Certainty::Loose } }
    }

    /// Whether the parts name one event and no other, by what the platform documents.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.certainty == Certainty::Exact
    }

    /// Whether the body deviated from what the strict reader takes.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.certainty == Certainty::Damaged
    }

    /// The key of a body that deviated.
    pub(crate) fn damaged(mut self) -> Self {
        self.certainty = Certainty::Damaged;
        self
    }
}

impl fmt::Display for DeliveryKey {
    /// The parts with a slash between them, `~` in front of a key that is not exact and `!` in
    /// front of a damaged body's. Slashes and percent signs inside a part are escaped, so different keys
    /// print differently.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.certainty {
            Certainty::Exact => "",
            Certainty::Loose => "~",
            Certainty::Damaged => "!",
        })?;
        for (index, part) in self.parts.iter().enumerate() {
            let slash = if index == 0 { "" } else { "/" };
            write!(f, "{slash}{}", part.replace('%', "%25").replace('/', "%2F"))?;
        }
        Ok(())
    }
}

/// A text that is not a [`DeliveryKey`]. Its JSON is its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, SerializeDisplay)]
#[error("not a delivery key: expected a family, an event and an id with slashes between them")]
pub struct KeyError(());

impl FromStr for DeliveryKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (certainty, parts) = match text.split_at_checked(1) {
            Some(("~", parts)) => (Certainty::Loose, parts),
            Some(("!", parts)) => (Certainty::Damaged, parts),
            _ => (Certainty::Exact, text),
        };
        let parts: Vec<_> =
            parts.split('/').map(|part| part.replace("%2F", "/").replace("%25", "%")).collect();
        if parts.get(ID).is_none_or(String::is_empty) {
            return Err(KeyError(()));
        }
        Ok(Self { parts, certainty })
    }
}

impl<'de> Deserialize<'de> for DeliveryKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::<String, D>(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl fmt::Debug for DeliveryKey {
    /// The family and the identifying id; of the other parts the length, as they may be
    /// anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("DeliveryKey");
        for (index, part) in self.parts.iter().enumerate() {
            if index == FAMILY || index == ID {
                shown.field(part);
            } else {
                shown.field(&Hidden(part));
            }
        }
        shown.finish()
    }
}

/// What tells a body's event from others of its family and name.
pub(crate) struct Parts {
    /// The identifying id, which is not empty.
    pub(crate) id: String,
    /// Whether it is enough.
    pub(crate) is_exact: bool,
    /// What else tells events apart.
    pub(crate) others: Vec<String>,
}

/// A part of a key, empty if it is absent.
pub(crate) fn part(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// An id that identifies something: an empty one stands for "not yet".
pub(crate) fn id(value: Option<&String>) -> Option<&str> {
    value.map(String::as_str).filter(|id| !id.is_empty())
}
