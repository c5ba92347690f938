//! The schema of any body: which member decides the family.

use super::openapi;
use crate::describe::{Named, Node, Writer, node, schema_of, write};
use crate::family::Family;
use crate::webhook::{Webhook, form_of};

schema_of!(Webhook, |generator| write(generator, any_body));

/// A body of any family. Each family is decided by the first of the deciding members that is there.
pub(super) fn any_body(writer: &mut Writer<'_>) -> Node {
    let families = Family::ALL.map(|family| (family, (writer.refer)(Named::Object(form_of(family)))));
    let decided = families.iter().rev().fold(None, |otherwise, (family, schema)| {
        let Some(member) = family.decided_by() else { return otherwise };
        let rule = node! {"if": node! {"required": [member]}, "then": schema.clone()};
        Some(rule.with(otherwise.map(|otherwise| ("else".to_owned(), otherwise))))
    });
    let deciding = Family::ALL.into_iter().filter_map(|family| {
        Some(format!("`{}` ({})", family.decided_by()?, openapi::name(family)?.to_lowercase()))
    });
    let description = format!(
        "Any body that the platform posts. The first of these members that it has decides its family: {}. \
         Without them it is of no known family.",
        deciding.collect::<Vec<_>>().join(", ")
    );
    let schemas: Vec<_> = families.into_iter().map(|(_, schema)| schema).collect();
    let decided = decided.unwrap_or(node! {});
    writer
        .described("Webhook", &description)
        .with([
            ("type".to_owned(), "object".into()),
            ("anyOf".to_owned(), schemas.into()),
            (
                "$comment".to_owned(),
                "`anyOf` names the families for people and code generators; `if` decides which one holds."
                    .into(),
            ),
        ])
        .with(decided.members().to_vec())
}
