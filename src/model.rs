//! The core: what a declaration says of a wire object, and everything that is derived from that. (The macros
//! that declare, which join the verbs to a type, are in [`payload`](crate::payload).)
//!
//! - A [`Form`] says all that is known of a type without a value: its members, their classes, bounds,
//!   defaults and documentation. What works on types reads forms.
//! - A [`View`] shows a value; one [`walk`] goes through all views of a body. What works on
//!   values is a visitor of the walk.
//! - A [`Member`] is a type that a member can have: a form, a reader, a view and a
//!   view to change it by.
//!
//! The core knows none of its users: nothing in here speaks of redaction, drift, leniency or schemas.

mod ask;
mod code;
mod containers;
mod debug;
mod declared;
mod form;
mod keys;
mod loose;
mod map;
mod member;
mod number;
mod object;
mod one_or_many;
mod open_enum;
mod plain;
mod print;
mod put;
mod read;
mod refuse;
mod rules;
mod secret;
mod slot;
mod time;
mod told;
mod value;
mod view;
mod walk;
mod within;

pub use self::code::{Code, Severity};
pub(crate) use self::debug::{First, show_object, show_view};
pub(crate) use self::declared::Declared;
pub(crate) use self::form::{
    Class, Defined, Doc, Form, MemberForm, ObjectForm, ValueForm, ValuesForm, doc_text, folded,
};
pub(crate) use self::keys::read_text_key;
pub(crate) use self::member::{Member, ReadTo, read};
pub(crate) use self::object::{Record, count_members, print, reset, see_present};
pub(crate) use self::open_enum::OpenEnum;
pub(crate) use self::print::value_of;
pub(crate) use self::put::{put, put_text};
pub(crate) use self::read::read_record;
pub(crate) use self::refuse::{refuse, refused};
#[cfg(feature = "schema")]
pub(crate) use self::rules::Measure;
pub(crate) use self::rules::{Ask, Bound, Condition, Found, Rules};
pub(crate) use self::slot::{Slot, Whole};
pub(crate) use self::told::{names, read_told};
pub(crate) use self::value::{ValueSeed, read_entry};
pub(crate) use self::view::{Array, Map, Object, View, ViewMut};
pub(crate) use self::walk::{Path, Segment, Visit, VisitMut, cut, harmless, push_segment, walk, walk_mut};
pub(crate) use self::within::within;
