//! What JSON a form stands for.

use super::node::{Node, node};
use super::{Profile, bounds};
use crate::model::{Bound, Form, MemberForm, ObjectForm, ValuesForm};

/// A schema that others refer to by its name.
#[derive(Clone, Copy)]
pub(crate) enum Named {
    Object(&'static ObjectForm),
    Values(&'static ValuesForm),
    /// The known ones of these values.
    Known(&'static ValuesForm),
    /// Any text, beside the known ones.
    OtherText,
    Time,
    NumberOrText,
    Distribution,
}

impl Named {
    pub(crate) fn name(self, kind: Kind) -> String {
        match self {
            Self::Object(form) => form.name.to_owned(),
            Self::Values(form) => form.name.to_owned(),
            Self::Known(form) => format!("Known{}", form.name),
            Self::OtherText => "OtherText".to_owned(),
            // Generators of Java take `Timestamp` for that of `java.sql`.
            Self::Time if kind == Kind::OpenApi => "PointInTime".to_owned(),
            Self::Time => "Timestamp".to_owned(),
            Self::NumberOrText => "NumberOrText".to_owned(),
            Self::Distribution => "Distribution".to_owned(),
        }
    }
}

/// Which kind of document a schema is in: their tools understand different words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    JsonSchema,
    OpenApi,
}

/// Gives values of a member to show, as far as whoever asks for a schema knows any.
pub(crate) type Seen = fn(&'static ObjectForm, &'static MemberForm) -> &'static [Node];

/// Writes schemas.
pub(crate) struct Writer<'a> {
    pub(crate) profile: Profile,
    pub(crate) kind: Kind,
    /// Gives a reference to a schema.
    pub(crate) refer: &'a mut dyn FnMut(Named) -> Node,
    pub(crate) seen: Seen,
}

impl Writer<'_> {
    /// The schema behind a name.
    pub(crate) fn named(&mut self, named: Named) -> Node {
        match named {
            Named::Object(form) => self.object(form),
            Named::Values(form) => self.values(form),
            Named::Known(form) => self.known(form),
            Named::OtherText => node! {
                "title": "OtherText",
                "description": "Any other text: values may be added at any time.",
                "type": "string",
            },
            Named::Time => node! {
                "title": Named::Time.name(self.kind),
                "description": "A point in time: milliseconds since the Unix epoch as a number, or ISO 8601 \
                    text. Both forms occur for the same member; the empty string stands for \"not yet\".",
                "anyOf": [self.branch("milliseconds", "number"), self.branch("ISO 8601", "string")],
            },
            Named::NumberOrText => node! {
                "title": "NumberOrText",
                "description": "A number, or a text where the vendor uses words (`slow`).",
                "anyOf": [self.branch("number", "number"), self.branch("word", "string")],
            },
            Named::Distribution => node! {
                "title": "Distribution",
                "description": "A histogram: how many values lie at or above each bound and below the next. \
                    The keys are the bounds as text (`0`, `100`, `0.3`) and differ between members.",
                "type": "object",
                "additionalProperties": self.count(),
            },
        }
    }

    /// One of several forms. Readers of documents see its title; generators of types would make a type of it.
    fn branch(&self, title: &str, kind: &str) -> Node {
        match self.kind {
            Kind::OpenApi => node! {"title": title, "type": kind},
            Kind::JsonSchema => node! {"type": kind},
        }
    }

    /// The schema of a member with this form and bound.
    pub(super) fn form(&mut self, form: &Form, bound: Option<&Bound>) -> Node {
        let asserted = bound.filter(|_| self.profile == Profile::Strict).and_then(bounds::asserted);
        let asserted = asserted.unwrap_or_default();
        match form {
            Form::Boolean => node! {"type": "boolean"},
            Form::Text | Form::Secret => node! {"type": "string"}.with(asserted),
            Form::Count => self.count().with(asserted),
            Form::Number => node! {"type": "number"}.with(asserted),
            Form::NumberOrText => (self.refer)(Named::NumberOrText),
            Form::Time => (self.refer)(Named::Time),
            Form::Values(values) => (self.refer)(Named::Values(values)),
            Form::Object(object) => (self.refer)(Named::Object(object)),
            Form::Array(of) => array(self.form(of, None)).with(asserted),
            Form::OneOrMany(of) => {
                let one = self.form(of, None);
                let element = self.element(of, &one);
                one_or_many(one, element)
            }
            Form::Loose(of) => {
                let object = self.form(of, None);
                self.loose(object)
            }
            Form::Map(of) => {
                let value = self.form(of, None);
                node! {"type": "object", "additionalProperties": value}
            }
            // The bound is that of each count.
            Form::Distribution if !asserted.is_empty() => {
                node! {"type": "object", "additionalProperties": self.count().with(asserted)}
            }
            Form::Distribution => (self.refer)(Named::Distribution),
            Form::FreeObject => node! {"type": "object", "additionalProperties": true},
            Form::Any => self.anything(),
            Form::Optional(of) => or_null(self.form(of, bound)),
        }
    }
}

impl Writer<'_> {
    /// The object, or anything but an object and `null`. A careful writer is held to the object.
    pub(super) fn loose(&self, object: Node) -> Node {
        if self.profile == Profile::Strict {
            return object;
        }
        let others = ["boolean", "number", "string"].map(|kind| node! {"type": kind});
        let forms = [object, array(self.anything())].into_iter().chain(others);
        node! {"anyOf": forms.collect::<Vec<_>>()}
    }

    /// One of several values of which one may come alone, as it is in the array. In an array beside other
    /// forms, the Python of openapi-generator reads no element that has several forms itself, so an open value
    /// is a text there.
    fn element(&self, of: &Form, one: &Node) -> Node {
        match of.values() {
            Some(values) if self.kind == Kind::OpenApi && !self.is_closed(values) => {
                node! {"type": "string", "description": format!("A value of {}.", values.name)}
            }
            _ => one.clone(),
        }
    }

    /// An integer of 64 bits. Whole floats (`3.0`) are integers to JSON Schema as to the parser.
    fn count(&self) -> Node {
        let bounds = node! {"minimum": i64::MIN, "maximum": i64::MAX};
        match self.kind {
            // Else some generators take 32 bits.
            Kind::OpenApi => node! {"type": "integer", "format": "int64"},
            Kind::JsonSchema => node! {"type": "integer"},
        }
        .with(bounds.members().to_vec())
    }

    /// Any JSON.
    fn anything(&self) -> Node {
        match self.kind {
            // Else json-schema-to-typescript takes it for an object.
            Kind::JsonSchema => node! {"tsType": "unknown"},
            Kind::OpenApi => node! {},
        }
    }
}

pub(super) fn array(element: Node) -> Node {
    node! {"type": "array", "items": element}
}

pub(super) fn one_or_many(one: Node, element: Node) -> Node {
    let many = array(element);
    // An array is always read as the array of values, never as a single one.
    let mut forms = alternatives(one);
    forms.retain(|form| form.get("type").and_then(Node::as_str) != Some("array"));
    forms.push(many);
    node! {"anyOf": forms}
}

/// What `schema` says, or `null`.
fn or_null(mut schema: Node) -> Node {
    if let Some(kind) = schema.get("type").cloned() {
        schema.set("type", vec![kind, "null".into()]);
        schema
    } else if schema.get("$ref").is_none() && schema.get("anyOf").is_none() {
        // Anything: `null` too.
        schema
    } else {
        let mut forms = alternatives(schema);
        forms.push(node! {"type": "null"});
        node! {"anyOf": forms}
    }
}

fn alternatives(schema: Node) -> Vec<Node> {
    match schema.get("anyOf") {
        Some(Node::Array(forms)) => forms.clone(),
        _ => vec![schema],
    }
}

/// A reference to the definition `name`.
pub(crate) fn reference(kind: Kind, name: &str) -> Node {
    let place = match kind {
        Kind::JsonSchema => "#/$defs/",
        Kind::OpenApi => "#/components/schemas/",
    };
    node! {"$ref": format!("{place}{name}")}
}
