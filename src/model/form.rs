//! What is known of a type without looking at a value.

#![cfg_attr(not(feature = "schema"), allow(dead_code, reason = "the schemas read all of it"))]

use super::{Bound, Condition};

/// How sensitive a member is: it states so where it is declared.
///
/// The class decides what `Debug` shows, what a redacted copy replaces, and what the schema
/// marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Ids, known values, booleans, counts, measures and times: shown and kept as they are.
    Clear,
    /// Another object or an array of objects, whose members have classes of their own.
    Nested,
    /// Words, names, people's numbers, texts of the customer: shown as kind and length.
    Personal,
    /// Credentials: never shown.
    Secret,
    /// Where audio or an endpoint is: shown as kind and length.
    Location,
}

/// What JSON a type is read from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    Boolean,
    Text,
    /// A text that is a credential.
    Secret,
    /// An integer of 64 bits.
    Count,
    Number,
    /// A number, or the vendor's word for one.
    NumberOrText,
    /// A number of milliseconds or a text.
    Time,
    /// A text, of which some are known.
    Values(&'static ValuesForm),
    Object(&'static ObjectForm),
    Array(&'static Form),
    /// A value or an array of such values.
    OneOrMany(&'static Form),
    /// The value, or anything else but `null`: its shape was never seen.
    Loose(&'static Form),
    /// An object whose keys are the caller's.
    Map(&'static Form),
    /// Counts by the lower bound of their bucket.
    Distribution,
    /// An object of which nothing is known.
    FreeObject,
    /// Any JSON.
    Any,
    /// The value, `null`, or no member at all.
    Optional(&'static Form),
}

impl Form {
    /// Whether an object without a member of this form is damaged.
    pub(crate) const fn is_required(self) -> bool {
        !matches!(self, Self::Optional(_))
    }

    /// The object here or in an array here; none for a value without members of its own,
    /// and none for maps, whose keys are the caller's.
    pub(crate) const fn object(self) -> Option<&'static ObjectForm> {
        match self {
            Self::Object(object) => Some(object),
            Self::Array(of) | Self::OneOrMany(of) | Self::Loose(of) | Self::Optional(of) => of.object(),
            _ => None,
        }
    }

    /// What an array here holds. `None` where nothing in an array is known.
    pub(crate) const fn element(self) -> Option<Self> {
        match self {
            Self::Array(of) | Self::OneOrMany(of) => Some(*of),
            Self::Optional(of) => of.element(),
            _ => None,
        }
    }

    /// The values here or in an array here, if only some are known.
    pub(crate) const fn values(self) -> Option<&'static ValuesForm> {
        match self {
            Self::Values(values) => Some(values),
            Self::Array(of) | Self::OneOrMany(of) | Self::Loose(of) | Self::Optional(of) => of.values(),
            _ => None,
        }
    }
}

/// A doc comment, a line each.
#[cfg(feature = "schema")]
pub(crate) type Doc = &'static str;

/// Without the feature `schema` nobody reads doc comments, and programs need not carry them.
#[cfg(not(feature = "schema"))]
pub(crate) type Doc = ();

/// A [`Doc`].
#[cfg(feature = "schema")]
macro_rules! doc_text {
    ($($doc:literal)*) => { concat!($($doc, "\n",)*) };
}

/// A [`Doc`].
#[cfg(not(feature = "schema"))]
macro_rules! doc_text {
    ($($doc:literal)*) => {
        ()
    };
}
pub(crate) use doc_text;

/// What may be a definition of a schema.
#[cfg(feature = "schema")]
pub(crate) use schemars::JsonSchema as Defined;

/// Without the feature `schema` there is none.
#[cfg(not(feature = "schema"))]
pub(crate) trait Defined {}

#[cfg(not(feature = "schema"))]
impl<T> Defined for T {}

/// A wire object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ObjectForm {
    /// The type's name.
    pub(crate) name: &'static str,
    /// The type's doc comment.
    pub(crate) doc: Doc,
    /// The members in declared order, which is the order on the wire.
    pub(crate) members: &'static [MemberForm],
    /// Whether it is written to the platform, so that an unknown value may be a typing error.
    pub(crate) configuration: bool,
    /// What it asks of its members on a condition.
    pub(crate) conditions: &'static [Condition],
    /// Whether `enabled: false` switches it off, so that nothing in it need work.
    pub(crate) switch: bool,
    /// Makes the type a definition of a schema, and refers to it.
    #[cfg(feature = "schema")]
    pub(crate) refer: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

impl ObjectForm {
    /// The form of an object of which no member is known.
    pub(crate) const NONE: Self = Self {
        name: "",
        doc: doc_text!(),
        members: &[],
        configuration: false,
        conditions: &[],
        switch: false,
        #[cfg(feature = "schema")]
        refer: |_| schemars::json_schema!({"type": "object"}),
    };

    /// The member with the wire name `name`.
    pub(crate) fn member(&self, name: &str) -> Option<&'static MemberForm> {
        self.members.iter().find(|member| member.wire == name)
    }

    /// The members without which it is damaged, as a set of bits.
    pub(crate) const fn required(&self) -> u64 {
        assert!(self.members.len() <= 64, "a set has 64 bits");
        let mut required = 0;
        let mut index = 0;
        while index < self.members.len() {
            required |= (self.members[index].form.is_required() as u64) << index;
            index += 1;
        }
        required
    }
}

/// A member of a wire object.
#[derive(Debug)]
pub(crate) struct MemberForm {
    /// The name on the wire.
    pub(crate) wire: &'static str,
    /// The name of the field.
    pub(crate) rust: &'static str,
    /// How sensitive it is.
    pub(crate) class: Class,
    /// What it is read from.
    pub(crate) form: Form,
    /// The doc comment.
    pub(crate) doc: Doc,
    /// What its numbers or its length must be.
    pub(crate) bound: Option<&'static Bound>,
    /// What the platform takes where the member is absent, as JSON text.
    pub(crate) default: Option<&'static str>,
    /// Whether the platform replaced it.
    pub(crate) deprecated: bool,
}

/// The options in `#[wire(...)]` after the class. Their values come by reference: most members have none, so the
/// table keeps a pointer.
impl MemberForm {
    pub(crate) const fn new(
        wire: &'static str,
        rust: &'static str,
        class: Class,
        form: Form,
        doc: Doc,
    ) -> Self {
        Self { wire, rust, class, form, doc, bound: None, default: None, deprecated: false }
    }

    pub(crate) const fn bound(mut self, bound: &'static Bound) -> Self {
        self.bound = Some(bound);
        self
    }

    pub(crate) const fn default(mut self, json: &'static &'static str) -> Self {
        self.default = Some(*json);
        self
    }

    pub(crate) const fn deprecated(mut self) -> Self {
        self.deprecated = true;
        self
    }
}

/// A set of known texts that stays open.
#[derive(Debug)]
pub(crate) struct ValuesForm {
    /// The type's name.
    pub(crate) name: &'static str,
    /// The type's doc comment.
    pub(crate) doc: Doc,
    /// Whether case and separators do not matter, as with languages.
    pub(crate) folded: bool,
    /// Whether a source gives the whole set, so that another text in a configuration is a mistake.
    pub(crate) complete: bool,
    /// The known texts.
    pub(crate) known: &'static [ValueForm],
    /// Makes the type a definition of a schema, and refers to it.
    #[cfg(feature = "schema")]
    pub(crate) refer: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// The options in `#[values(...)]`.
impl ValuesForm {
    pub(crate) const fn new<T: Defined>(name: &'static str, doc: Doc, known: &'static [ValueForm]) -> Self {
        Self {
            name,
            doc,
            folded: false,
            complete: false,
            known,
            #[cfg(feature = "schema")]
            refer: schemars::SchemaGenerator::subschema_for::<T>,
        }
    }

    /// Neither case nor separators matter.
    pub(crate) const fn folded(mut self) -> Self {
        self.folded = true;
        self
    }

    /// A source gives the whole set.
    pub(crate) const fn complete(mut self) -> Self {
        self.complete = true;
        self
    }
}

impl ValuesForm {
    /// Whether `text` is a known text, spelled in its own way where that does not matter.
    pub(crate) fn knows(&self, text: &str) -> bool {
        self.known.iter().any(|known| {
            known.wire == text || self.folded && known.wire.bytes().map(folded).eq(text.bytes().map(folded))
        })
    }
}

/// A byte in lower case, with `_` for `-` too: neither case nor separators matter.
pub(crate) const fn folded(byte: u8) -> u8 {
    if byte == b'-' { b'_' } else { byte.to_ascii_lowercase() }
}

/// A known text of an open enum.
#[derive(Debug)]
pub(crate) struct ValueForm {
    /// The text on the wire.
    pub(crate) wire: &'static str,
    /// The doc comment.
    pub(crate) doc: Doc,
}
