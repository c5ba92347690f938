//! Which event carries which member, as the examples show it.

use super::tree::Tree;
use crate::describe::{Node, node};
use crate::family::Family;
use crate::model::{Form, ObjectForm};
use crate::schema::{events, examples};
use crate::webhook::form_of;

/// The rows of a family's matrix: a member, and for each event whether it carries it.
pub(super) fn of(family: Family, tree: &Tree) -> Node {
    let events: Vec<_> = events::all().filter(|event| event.family == family).collect();
    let bodies: Vec<Vec<Node>> = events
        .iter()
        .map(|event| examples::of(&event.file()).map(|example| example.value).collect())
        .collect();
    let depth = if family == Family::ServerMessage { 3 } else { 2 };
    let mut rows = Vec::new();
    collect(form_of(family), "", depth, tree, &mut rows);
    let cell = |path: &str, bodies: &[Node]| {
        let shown = bodies.iter().filter(|body| body.pointer(path).is_some_and(|value| *value != Node::Null));
        match shown.count() {
            0 => "",
            count if count == bodies.len() => "always",
            _ => "sometimes",
        }
    };
    let row = |(path, anchor): &(String, String)| {
        let cells: Vec<_> = bodies.iter().map(|bodies| cell(path, bodies)).collect();
        let is_carried = cells.iter().any(|cell| !cell.is_empty());
        let shown = path.trim_start_matches('/').replace('/', ".");
        is_carried.then(|| node! {"anchor": anchor.as_str(), "path": shown, "cells": cells})
    };
    node! {
        "events": events.iter().map(|event| event.wire()).collect::<Node>(),
        "rows": rows.iter().filter_map(row).collect::<Node>(),
    }
}

/// The pointers to the members of `object`, some levels deep, and where the page tells of them.
fn collect(object: &ObjectForm, at: &str, depth: usize, tree: &Tree, rows: &mut Vec<(String, String)>) {
    for member in object.members {
        let path = format!("{at}/{}", member.wire);
        rows.push((path.clone(), tree.anchor(object, member)));
        if depth > 1
            && let Some(below) = single(&member.form)
        {
            collect(below, &path, depth - 1, tree, rows);
        }
    }
}

/// The object here, not in an array.
fn single(form: &Form) -> Option<&'static ObjectForm> {
    match form {
        Form::Object(object) => Some(object),
        Form::Optional(of) => single(of),
        _ => None,
    }
}
