//! One form of what is equal, so that records that are equal print the same bytes.

use serde_json::{Number, Value};

use crate::model::{Member, MemberForm, Object, ViewMut, VisitMut, walk_mut};
use crate::wire::FreeForm;

/// A copy that prints as all its equals print: members of free data in order, minus zero as zero.
pub(super) fn settled<T: Member + Clone>(value: &T) -> T {
    let mut copy = value.clone();
    settle(copy.view_mut());
    copy
}

fn settle(value: ViewMut<'_>) {
    match value {
        ViewMut::Object(object) => settle_object(object),
        ViewMut::Array(array) => array.each_mut(&mut settle),
        ViewMut::FreeObject(data) => Settler.unknown_members(data),
        ViewMut::Any(value) => Settler.free(value),
        _ => {}
    }
}

/// Makes an object print as all its equals print.
pub(super) fn settle_object(object: &mut dyn Object) {
    walk_mut(object, &mut Settler);
}

struct Settler;

impl VisitMut for Settler {
    fn value(&mut self, _: &'static MemberForm, value: ViewMut<'_>) {
        if let ViewMut::FreeObject(data) = value {
            self.unknown_members(data);
        }
    }

    fn free(&mut self, value: &mut Value) {
        match value {
            Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => {
                *number = Number::from_f64(0.0).unwrap_or_else(|| 0.into());
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.free(value)),
            Value::Object(members) => {
                members.sort_keys();
                members.values_mut().for_each(|value| self.free(value));
            }
            _ => {}
        }
    }

    fn key(&mut self, _: &mut String) {}

    fn unknown_members(&mut self, members: &mut FreeForm) {
        if members.is_empty() {
            return;
        }
        members.sort_keys();
        members.values_mut().for_each(|value| self.free(value));
    }
}
