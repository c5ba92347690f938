//! Types in words.

use crate::model::Form;

/// What a member holds, in words that link to the parts of the page.
pub(super) fn html_of(form: &Form) -> String {
    match form {
        Form::Boolean => "boolean".to_owned(),
        Form::Text | Form::Secret => "string".to_owned(),
        Form::Count => "integer".to_owned(),
        Form::Number => "number".to_owned(),
        Form::NumberOrText => "number or string".to_owned(),
        Form::Time => "time: milliseconds as a number, or ISO 8601 as a string".to_owned(),
        Form::Values(values) => format!("string: {}", link(values.name)),
        Form::Object(object) => link(object.name),
        Form::Array(of) => format!("array of {}", html_of(of)),
        Form::OneOrMany(of) => format!("{0}, or array of {0}", html_of(of)),
        Form::Map(of) => format!("object, keys free, each value {}", html_of(of)),
        Form::Distribution => "histogram: object, lower bound to count".to_owned(),
        Form::FreeObject => "object, members free".to_owned(),
        Form::Any => "any JSON value".to_owned(),
        Form::Loose(of) | Form::Optional(of) => html_of(of),
    }
}

/// A link to an object or a set of values.
fn link(name: &str) -> String {
    format!("<a href=\"#{name}\">{name}</a>")
}
