//! Macros that declare the objects of the wire, and add the common methods to every one.
//!
//! - [`object!`] and [`open_enum!`] declare what is on the wire; everything else follows from that.
//! - `payload!` adds the verbs to what `object!` declares; `entry_points!` the readers of JSON text to whole bodies,
//!   and `facts!` what receivers ask of them.

mod object;
mod open_enum;

pub(crate) use self::object::object;
pub(crate) use self::open_enum::open_enum;

/// Gives a type declared with `object!` what all objects have.
macro_rules! payload {
    ($name:ident) => {
        impl $name {
            /// What this crate does not know of it: members, values and shapes, with their
            /// places, see [`Drift`](crate::Drift).
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::drift::Drift> {
                $crate::drift::of(self)
            }

            /// A copy of the same shape without personal data, credentials and places of audio,
            /// see [`privacy`](crate::privacy).
            #[must_use]
            pub fn redacted(&self) -> Self {
                $crate::privacy::redacted(self)
            }

            /// What is wrong or odd about it, see [`validate`](crate::validate).
            #[must_use]
            pub fn validate(&self) -> $crate::validate::Report {
                $crate::validate::of(self)
            }
        }

        impl std::fmt::Debug for $name {
            /// The members that are there, without anything sensitive. In one line (`{:?}`) long arrays
            /// and what is nested deeply are counted; `{:#?}` shows everything.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::model::show_object(self, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::print(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }
    };
}
pub(crate) use payload;

/// Gives a type the readers of JSON text.
macro_rules! entry_points {
    ($($name:ident)*) => { $(
        impl $name {
            /// Reads JSON text.
            ///
            /// # Errors
            ///
            /// If the bytes are not one JSON object, a modelled member has the wrong JSON type,
            /// or a member is given twice.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, $crate::parse_error::ParseError> {
                $crate::parse::strict(bytes)
            }

            /// Reads JSON text, see `from_slice`.
            ///
            /// # Errors
            ///
            /// As `from_slice`.
            #[allow(clippy::should_implement_trait, reason = "this needs no import of a trait")]
            pub fn from_str(text: &str) -> Result<Self, $crate::parse_error::ParseError> {
                $crate::parse::strict_text(text)
            }

            /// Reads JSON text and keeps what does not fit beside it, see
            /// [`lenient`](crate::lenient).
            ///
            /// # Errors
            ///
            /// If the bytes are anything but a JSON object, cut off, or nested deeper than 127
            /// levels.
            pub fn from_slice_lenient(bytes: &[u8]) -> Result<$crate::lenient::Lenient<Self>, $crate::parse_error::ParseError> {
                $crate::parse::lenient(bytes)
            }
        }
    )* };
}
pub(crate) use entry_points;

/// Gives types the methods that answer by [`Tells`](crate::facts::Tells).
macro_rules! facts {
    ($($name:ident)*) => { $(
        impl $name {
            /// The event's name on the wire: `message.type`, or `event`; for an unknown body `event`
            /// or else `type`, if it is a string. A name that the crate does not know comes
            /// as it came: log [`summary`](Self::summary) instead.
            #[must_use]
            pub fn event_name(&self) -> Option<&str> {
                $crate::facts::Tells::facts(self).event.map(|event| event.text)
            }

            /// The id of the call: `message.call.id`, or `call.conversationId` of a campaign
            /// event. Absent where it is empty, in workflow events, and where no call is part
            /// of the event.
            #[must_use]
            pub fn call_id(&self) -> Option<&str> {
                $crate::facts::Tells::facts(self).call_id
            }

            /// The status on the wire: `message.call.status` or else the older
            /// `message.status`; `call.status` or else `status` of a campaign event; `run.status` of
            /// a workflow event. One that the crate does not know comes as it came: log
            /// [`summary`](Self::summary) instead.
            #[must_use]
            pub fn status(&self) -> Option<&str> {
                $crate::facts::Tells::facts(self).status.map(|status| status.text)
            }

            /// When the event was produced: `message.timestamp`; of a campaign or workflow event
            /// the time at which what it tells happened. Absent in the documented sample.
            #[must_use]
            pub fn event_time(&self) -> Option<&$crate::wire::Timestamp> {
                $crate::facts::Tells::facts(self).time
            }

            /// What identifies the event, to recognise it when it comes again, see
            /// [`DeliveryKey`](crate::DeliveryKey). `None` where nothing does: without ids or with
            /// empty ones, and for unknown bodies.
            #[must_use]
            pub fn delivery_key(&self) -> Option<$crate::facts::DeliveryKey> {
                $crate::facts::key_of(self)
            }

            /// One line about it for a log: family, event, call, status, and how many messages
            /// and unknown members there are. Nothing in it is personal, and text that this crate does
            /// not know is hidden; `{:#}` shows it.
            #[must_use]
            pub fn summary(&self) -> impl std::fmt::Display + '_ {
                $crate::facts::Summary::new(
                    $crate::facts::Tells::facts(self),
                    $crate::facts::Tells::unknown_members(self),
                )
            }
        }
    )* };
}
pub(crate) use facts;
