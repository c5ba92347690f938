//! Redacted copies of what was read leniently.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

use super::redact::Redactor;
use super::replaceable::keys_of;
use crate::lenient::put_back::{self, Replace};
use crate::lenient::{Damage, Lenient};
use crate::model::{Member, Object, VisitMut as _, value_of, walk_mut};
use crate::parse;

#[allow(private_bounds, reason = "`Object` is what every payload is; callers need not name it")]
impl<T: Object + Member + Clone> Lenient<T> {
    /// A copy without personal data. Every text, number and key of a deviation is replaced, as anything
    /// may be where something else belongs.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    ///
    /// let odd = br#"{"message":{"type":"hang",
    ///     "customer":{"number":["Jane","Doe"]}}}"#;
    /// let lenient = ServerMessageRequest::from_slice_lenient(odd)?;
    /// let copy = serde_json::to_value(lenient.redacted()).unwrap();
    /// assert_eq!(copy["message"]["customer"]["number"][1], "text-2");
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn redacted(&self) -> Self {
        redacted(&self.value, self.damage())
    }
}

/// A redacted copy of `value`, and of what was wrong with its body.
pub(crate) fn redacted<T: Object + Member + Clone>(value: &T, damage: Option<&Damage>) -> Lenient<T> {
    let Some(damage) = damage else { return Lenient::new(super::redacted(value), None) };
    let mut text = Vec::new();
    let mut print = |value: &T, replace: &dyn Replace| {
        text.clear();
        put_back::print(&value_of(value), damage, Some(replace), &mut serde_json::Serializer::new(&mut text))
    };
    // Keys are numbered in their order, so all must be known before the first is replaced.
    let keys = Keys::default();
    if print(value, &keys).is_err() {
        return Lenient::new(super::redacted(value), None);
    }
    let keys = keys.0.into_inner();
    let mut copy = value.clone();
    let mut redactor = Redactor::of(value, &keys);
    walk_mut(&mut copy, &mut redactor);
    let printed = print(&copy, &RefCell::new(redactor));
    // What is printed is read again, and deviates as its original did.
    match printed.map(|()| parse::lenient(&text)) {
        Ok(Ok(redacted)) => redacted,
        _ => Lenient::new(copy, None),
    }
}

/// Replaces nothing: collects the callers' keys in what was moved out.
#[derive(Default)]
struct Keys(RefCell<BTreeSet<String>>);

impl Replace for Keys {
    fn key(&self, key: &mut String) {
        self.0.borrow_mut().insert(key.clone());
    }

    fn value(&self, value: &mut Value) {
        self.0.borrow_mut().extend(keys_of(value).map(str::to_owned));
    }
}

impl Replace for RefCell<Redactor<'_>> {
    fn key(&self, key: &mut String) {
        self.borrow_mut().key(key);
    }

    fn value(&self, value: &mut Value) {
        self.borrow_mut().free(value);
    }
}
