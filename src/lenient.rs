//! Lenient reading: everything sound is typed, everything else is kept beside it.
//!
//! A server message comes once. One member of an unforeseen shape must not cost the call
//! record. So where the strict reader stops, the lenient one goes on:
//! a value that does not fit is moved out into [`Deviation`]s, elements of arrays included, and the
//! rest is typed as usual.
//!
//! It also repairs what real senders do below the level of types: a byte order mark, bytes
//! that are not UTF-8 and halves of UTF-16 surrogate pairs (both become U+FFFD), and a member
//! given twice, at any level (the last one counts). A number that no double holds (`1e999`) is moved out.
//!
//! Time and memory are linear in the length of the body, however much of it deviates.
//!
//! # Where this crate and `serde_json` differ on purpose
//!
//! The crate's own reader and `serde_json::from_slice` agree on whether a text is JSON and on its value, which
//! differential tests check (`src/json/tests` in the repository). The differences are these:
//!
//! | text | `serde_json`, to a `Value` | strict | lenient |
//! |---|---|---|---|
//! | a member given twice, at any level | keeps the last | refused | keeps the last, reports and prints back the others |
//! | a number that no double holds: `1e999` | refused, or kept with `arbitrary_precision` | refused | moved out, printed back |
//! | more digits than a double holds | the nearest double | the nearest double | the nearest double, printed back as it came |
//! | half a surrogate pair: `"\ud800"` | refused | refused | U+FFFD, printed back as it came |
//! | bytes that are not UTF-8 | refused | refused | U+FFFD, reported |
//! | a byte order mark | refused | refused | skipped, reported |
//! | 127 nested levels | read | read | read |
//! | 128 nested levels or more | refused, or read with `unbounded_depth` | refused | refused |
//! | 128 levels inside a member that is skipped | read | refused | refused |
//!
//! ```
//! use interactly_webhooks::Webhook;
//!
//! let nested = |levels: usize| {
//!     let (open, close) = ("[".repeat(levels), "]".repeat(levels));
//!     format!(r#"{{"x":{open}{close}}}"#)
//! };
//! for (body, is_strict, is_lenient) in [
//!     (r#"{"x":{"a":1,"a":2}}"#, false, true),
//!     (r#"{"x":1e999}"#, false, true),
//!     (r#"{"x":0.10000000000000000001}"#, true, true),
//!     (r#"{"x":"\ud800"}"#, false, true),
//!     ("\u{feff}{}", false, true),
//!     (&*nested(126), true, true), // and the body's own level
//!     (&*nested(127), false, false),
//! ] {
//!     let lenient = Webhook::from_slice_lenient(body.as_bytes());
//!     assert_eq!(Webhook::from_str(body).is_ok(), is_strict);
//!     assert_eq!(lenient.is_ok(), is_lenient);
//!     if let Ok(lenient) = lenient {
//!         assert_eq!(lenient.deviations().is_empty(), is_strict);
//!     }
//! }
//! ```
//!
//! Features of `serde_json` that another crate of the build turns on change nothing here. Through a
//! framework's extractor, or any other serde reader, the same types read with that reader's rules and errors:
//! only `from_slice`, `from_str` and `from_slice_lenient` read as described here.
//!
//! # Elements that were moved out
//!
//! An array holds its sound elements only, so those after a damaged one move up. Do not count
//! elements of lenient bodies to see which are new: see the [guide](crate::guide).

mod damage;
mod deviation;
pub(crate) mod put_back;
mod raw;

use std::sync::{Arc, OnceLock};

use serde::ser::{Error as _, Serialize, Serializer};

pub(crate) use self::damage::{Damage, Repaired};
pub use self::deviation::Deviation;
use crate::model::First;

/// A body as far as it was sound, and what was not.
///
/// Printing it (serde) puts the deviations back, so that nothing is lost.
///
/// ```
/// use interactly_webhooks::Webhook;
///
/// let body = br#"{"message":{"type":"hang","call":{"id":"c-1","startAt":[]}}}"#;
/// assert!(Webhook::from_slice(body).is_err());
///
/// let lenient = Webhook::from_slice_lenient(body)?;
/// let [deviation] = lenient.deviations() else { panic!() };
/// assert_eq!(deviation.pointer(), "/message/call/startAt");
/// assert_eq!(
///     deviation.reason(),
///     "found an array, expected a time as a number or a string",
/// );
/// let original: serde_json::Value = serde_json::from_slice(body).unwrap();
/// assert_eq!(serde_json::to_value(&lenient).unwrap(), original);
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
///
/// Text that `serde_json`'s own values cannot hold (`1e999`, half a surrogate pair) goes back as it
/// came into JSON text; in a `serde_json::Value` or another format the number becomes a text and the half
/// pair U+FFFD.
#[derive(Clone)]
#[non_exhaustive]
pub struct Lenient<T> {
    /// What was sound.
    pub value: T,
    damage: Option<Arc<Damage>>,
    /// Made when first asked for.
    deviations: OnceLock<Vec<Deviation>>,
}

impl<T> Lenient<T> {
    pub(crate) fn new(value: T, damage: Option<Damage>) -> Self {
        Self { value, damage: damage.map(Arc::new), deviations: OnceLock::new() }
    }

    pub(crate) fn damage(&self) -> Option<&Damage> {
        self.damage.as_deref()
    }

    /// The same about another value made of this one.
    pub(crate) fn map<U>(self, with: impl FnOnce(T) -> U) -> Lenient<U> {
        Lenient { value: with(self.value), damage: self.damage, deviations: self.deviations }
    }

    /// What was not sound, in the order of the text; empty for a sound body. The places are looked up
    /// at the first call.
    #[must_use]
    pub fn deviations(&self) -> &[Deviation] {
        self.deviations.get_or_init(|| self.damage.as_ref().map(Deviation::all).unwrap_or_default())
    }

    /// Whether the strict reader accepts the body too.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.deviations().is_empty()
    }

    /// The value and the deviations, apart.
    #[must_use]
    pub fn into_parts(self) -> (T, Vec<Deviation>) {
        let deviations = self.deviations().to_vec();
        (self.value, deviations)
    }
}

impl<T: PartialEq> PartialEq for Lenient<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.deviations() == other.deviations()
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "the deviations say what the damage is")]
impl<T: std::fmt::Debug> std::fmt::Debug for Lenient<T> {
    /// The value and the deviations; in one line (`{:?}`) the first four of them and how many more.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Lenient");
        shown.field("value", &self.value).field("deviations", &First(self.deviations())).finish()
    }
}

impl<T: Serialize> Serialize for Lenient<T> {
    /// Prints the body with what was moved out put back, replacing what was put there since. Where
    /// the value was changed so that the place is gone, the deviation is left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.damage {
            None => self.value.serialize(serializer),
            Some(damage) => {
                let value = serde_json::to_value(&self.value).map_err(S::Error::custom)?;
                put_back::print(&value, damage, None, serializer)
            }
        }
    }
}
