//! What goes wrong between the platform and a receiver.

use std::fmt;
use std::str::FromStr;

use super::SimulateError;
use crate::family::Family;

/// Something that goes wrong, or differs, in a delivery; each variant says what a good receiver does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Mishap {
    /// A body comes up to three places too late.
    ///
    /// No order is promised. A good receiver sorts by what the body says (its time, the status, how many
    /// messages it holds) and never lets an older body overwrite a newer one.
    OutOfOrder,
    /// A body comes twice, the second time somewhere after the first.
    ///
    /// A good receiver recognises it by its [`DeliveryKey`](crate::DeliveryKey), or folds bodies so that a
    /// repetition changes nothing.
    Duplicated,
    /// A body ends early, at any byte.
    ///
    /// Nothing comes again. A good receiver stores the bytes, answers 400, and takes what the next body
    /// repeats: updates and the report hold all messages so far.
    CutOff,
    /// A member of a body has the wrong JSON type.
    ///
    /// A good receiver reads [leniently](crate::lenient): everything else of the body is sound.
    MemberDamaged,
    /// All bodies have members that nobody has documented.
    ///
    /// A good receiver keeps them, answers 200, and counts them ([`Drift`](crate::Drift)).
    UnknownMember,
    /// Between the others comes a body of an event that nobody has documented.
    ///
    /// A good receiver stores it under its call, answers 200, and counts it.
    UnknownEvent,
    /// The last body of a call has the form of the documented sample: without `type` and `timestamp`, with
    /// messages timed in text, the results in the call and the complete assistant.
    ///
    /// A good receiver goes by what is in the body: it has results, so the call is over.
    Untyped,
    /// The bodies of a call have older forms: without `timestamp`, the status in the message too,
    /// messages timed in text and without metrics, one language as text, `timeoutSeconds`.
    ///
    /// A good receiver reads both forms; this crate's types do.
    OlderForms,
}

impl Mishap {
    /// All mishaps, in the order in which they are declared.
    pub const ALL: [Self; 8] = [
        Self::OutOfOrder,
        Self::Duplicated,
        Self::CutOff,
        Self::MemberDamaged,
        Self::UnknownMember,
        Self::UnknownEvent,
        Self::Untyped,
        Self::OlderForms,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OutOfOrder => "out-of-order",
            Self::Duplicated => "duplicated",
            Self::CutOff => "cut-off",
            Self::MemberDamaged => "member-damaged",
            Self::UnknownMember => "unknown-member",
            Self::UnknownEvent => "unknown-event",
            Self::Untyped => "untyped",
            Self::OlderForms => "older-forms",
        }
    }

    /// What happens, in one line.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::OutOfOrder => "a body comes up to three places too late",
            Self::Duplicated => "a body comes twice",
            Self::CutOff => "a body ends early",
            Self::MemberDamaged => "a member has another JSON type than it may have",
            Self::UnknownMember => "all bodies have members that nobody has documented",
            Self::UnknownEvent => "a body of an event that nobody has documented comes between the others",
            Self::Untyped => {
                "the last body has the form of the documented sample, without type and timestamp"
            }
            Self::OlderForms => "the bodies have the forms of older documents",
        }
    }

    /// Whether bodies of this family can have it.
    #[must_use]
    pub fn is_possible_in(self, family: Family) -> bool {
        match self {
            Self::Untyped | Self::OlderForms => family == Family::ServerMessage,
            _ => family != Family::Unknown,
        }
    }

    pub(super) fn names() -> String {
        Self::ALL.map(Self::as_str).join(", ")
    }
}

impl fmt::Display for Mishap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Mishap {
    type Err = SimulateError;

    /// The mishap with this name, see [`Mishap::as_str`].
    fn from_str(name: &str) -> Result<Self, SimulateError> {
        Self::ALL.into_iter().find(|mishap| mishap.as_str() == name).ok_or(SimulateError::UnknownMishap)
    }
}
