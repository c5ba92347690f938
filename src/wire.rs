//! The building blocks of the wire: one type for each form that a member can take.
//!
//! Every object of the platform is declared with the crate's `object!` macro from these
//! types. They accept each form that was seen, keep it, and print it back as it came.

mod containers;
mod distribution;
mod free_form;
mod integer;
mod language;
mod loose;
mod member;
mod number;
mod number_or_text;
mod object;
mod one_or_many;
mod open_enum;
mod path;
mod primitives;
mod privacy;
mod read;
mod secret;
mod slot;
mod timestamp;

pub use self::distribution::Distribution;
pub use self::free_form::FreeForm;
pub use self::language::Language;
pub use self::loose::{Loose, Other};
pub use self::number::Number;
pub use self::number_or_text::NumberOrText;
pub use self::one_or_many::OneOrMany;
pub use self::open_enum::UnknownValue;
pub use self::secret::Secret;
pub use self::timestamp::Timestamp;

pub(crate) use self::containers::read_elements;
pub(crate) use self::member::{Member, Shown, Visit};
pub(crate) use self::object::{
    Info, Object, object, read_members, read_object, read_object_to, salvage_object,
};
pub(crate) use self::open_enum::{EnumVisitor, OpenEnum, open_enum};
pub(crate) use self::path::{Path, Segment, push_segment};
pub(crate) use self::privacy::Class;
pub(crate) use self::read::{Read, is_number_in_disguise, kind_of, refuse, refused};
pub(crate) use self::slot::{ReadTo, Slot, To, Whole};
