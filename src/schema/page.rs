//! The reference page: one file, for people who read about the wire and never saw this crate.

mod matrix;
mod prose;
mod tree;
mod types;
mod unit;

use minijinja::{AutoEscape, Environment};

use self::prose::html;
use self::tree::{Part, Tree};
use super::openapi::{delivery, headers, name};
use super::{events, examples, seen};
use crate::describe::{Node, node, phrase, text};
use crate::family::Family;
use crate::model::{Class, MemberForm, ValuesForm};

/// The page as HTML.
pub(super) fn page() -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    let template = environment.template_from_named_str("page.html", include_str!("page/page.html"));
    // A test reads the page, so neither the template nor its data can be wrong here.
    template.and_then(|template| template.render(data())).unwrap_or_else(|error| format!("{error:#}\n"))
}

fn data() -> Node {
    let tree = Tree::new();
    node! {
        "version": env!("CARGO_PKG_VERSION"),
        "style": include_str!("page/page.css"),
        "script": include_str!("page/page.js"),
        "provenance": html(text::PROVENANCE),
        "families": Family::ALL.into_iter().filter_map(|one| family(one, &tree)).collect::<Node>(),
        "parts": tree.parts.iter().map(|one| part(one, &tree)).collect::<Node>(),
        "values": tree.values.iter().map(|values| known(values)).collect::<Node>(),
    }
}

fn family(family: Family, tree: &Tree) -> Option<Node> {
    let events: Node =
        events::all().filter(|known| known.family == family).map(|known| event(known, tree)).collect();
    let headers: Node = headers(family)
        .map(|header| node! {"name": header.name, "meaning": html(header.description)})
        .chain((family == Family::Workflow).then(|| {
            let meaning = "`Bearer` and the `bearer_token` of the subscription. Not sent if none is set.";
            node! {"name": "Authorization", "meaning": html(meaning)}
        }))
        .collect();
    let answer = if family == Family::ServerMessage {
        "Any status from 200 to 299 within the assistant's `timeoutSeconds`. The body of the answer is ignored; \
         the documented one is `{\"message\":\"Done\"}`."
    } else {
        "Any status from 200 to 299. The body of the answer is ignored."
    };
    Some(node! {
        "id": family.as_str(),
        "name": name(family)?,
        "decided_by": family.decided_by().unwrap_or_default(),
        "delivery": html(delivery(family)),
        "headers": headers,
        "answer": html(answer),
        "events": events,
        "matrix": matrix::of(family, tree),
    })
}

fn event(event: events::Event, tree: &Tree) -> Node {
    let Some((object, _)) = events::named_by(event.family) else { return node! {} };
    let shown = event.carried(if std::ptr::eq(object, event.body()) { "" } else { "/message" });
    let carries: Node = object
        .members
        .iter()
        .filter(|member| shown.iter().any(|name| name == member.wire))
        .map(|member| node! {"name": member.wire, "anchor": tree.anchor(object, member)})
        .collect();
    let examples: Node = examples::of(&event.file())
        .map(|example| node! {"name": example.name, "text": example.value.to_text(" ")})
        .collect();
    node! {
        "wire": event.wire(),
        "description": html(&event.description()),
        "carries": carries,
        "examples": examples,
    }
}

fn part(part: &Part, tree: &Tree) -> Node {
    let object = part.object;
    let members: Vec<_> = object.members.iter().map(|form| member(part, form, tree)).collect();
    // A column that is empty all the way down tells nothing.
    let has = |column: &str| members.iter().any(|row| row.get(column) != Some(&"".into()));
    node! {
        "id": object.name,
        "depth": part.depth(),
        "has_unit": has("unit"),
        "has_default": has("default"),
        "has_bound": has("bound"),
        "path": part.paths.first().map(String::as_str).unwrap_or_default(),
        "also": part.paths.iter().skip(1).map(String::as_str).collect::<Node>(),
        "group": part.group,
        "description": html(&text::description(object.doc)),
        "members": members,
    }
}

fn member(part: &Part, form: &'static MemberForm, tree: &Tree) -> Node {
    let meaning = text::description(form.doc);
    let badge = match form.class {
        Class::Personal | Class::Location => "personal",
        Class::Secret => "secret",
        Class::Clear | Class::Nested => "",
    };
    let example = seen::of_member(part.object, form).first();
    node! {
        "name": form.wire,
        "path": part.path_of(form),
        "anchor": tree.anchor(part.object, form),
        "type": types::html_of(&form.form),
        "meaning": html(&meaning),
        "unit": unit::of(&meaning, &form.form).unwrap_or_default(),
        "default": form.default.unwrap_or_default(),
        "bound": form.bound.map(phrase).unwrap_or_default(),
        "example": example.map(|value| serde_json::to_string(value).unwrap_or_default()).unwrap_or_default(),
        "required": form.form.is_required(),
        "deprecated": form.deprecated,
        "badge": badge,
    }
}

fn known(values: &'static ValuesForm) -> Node {
    let value = |value: &crate::model::ValueForm| {
        node! {"wire": value.wire, "meaning": html(&text::description(value.doc))}
    };
    node! {
        "id": values.name,
        "description": html(&text::description(values.doc)),
        "complete": values.complete,
        "known": values.known.iter().map(value).collect::<Node>(),
    }
}

#[cfg(test)]
mod tests;
