//! The building blocks of the wire: one type for each form that a member can take.
//!
//! Every object of the platform is made of these types. They accept each form that was seen,
//! keep it, and print it back as it came.

mod distribution;
mod free_form;
mod loose;
mod number;
mod number_or_text;
mod one_or_many;
mod secret;
mod timestamp;
mod unknown_value;

pub use self::distribution::Distribution;
pub use self::free_form::{FreeForm, NotAnObject};
pub use self::loose::{Loose, Other};
pub use self::number::Number;
pub use self::number_or_text::NumberOrText;
pub use self::one_or_many::OneOrMany;
pub use self::secret::Secret;
pub use self::timestamp::Timestamp;
pub use self::unknown_value::UnknownValue;

pub(crate) use self::loose::show_json;
pub(crate) use self::unknown_value::Hidden;
