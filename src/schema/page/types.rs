//! Types in words.

use crate::model::Form;

/// What stands at a member, in words that link to the parts of the page.
pub(super) fn html_of(form: &Form) -> String {
    match form {
        Form::Boolean => "true or false".to_owned(),
        Form::Text | Form::Secret => "text".to_owned(),
        Form::Count => "integer".to_owned(),
        Form::Number => "number".to_owned(),
        Form::NumberOrText => "number or text".to_owned(),
        Form::Time => "time: number of milliseconds or ISO 8601 text".to_owned(),
        Form::Values(values) => format!("text: {}", link(values.name)),
        Form::Object(object) => link(object.name),
        Form::Array(of) => format!("array of {}", html_of(of)),
        Form::OneOrMany(of) => format!("{0}, or array of {0}", html_of(of)),
        Form::Map(of) => format!("object with keys of your own, each {}", html_of(of)),
        Form::Distribution => "histogram: object of counts by the lower bound".to_owned(),
        Form::FreeObject => "object with members of your own".to_owned(),
        Form::Any => "any JSON".to_owned(),
        Form::Loose(of) | Form::Optional(of) => html_of(of),
    }
}

/// A link to an object or a set of values.
fn link(name: &str) -> String {
    format!("<a href=\"#{name}\">{name}</a>")
}
