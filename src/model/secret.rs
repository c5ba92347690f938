//! Members that are credentials.

use serde::de::{Deserialize, Deserializer, Visitor};

use super::{Form, Member, Slot, To, View, ViewMut, read, refuse};
use crate::wire::Secret;

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

/// Reads a text as a credential.
struct SecretVisitor;

impl<'de> Visitor<'de> for SecretVisitor {
    type Value = Secret;

    fn visit_str<E>(self, secret: &str) -> Result<Secret, E> {
        Ok(secret.into())
    }

    refuse!(String: boolean number bytes null array object);
}

impl Member for Secret {
    const FORM: Form = Form::Secret;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(To(SecretVisitor, slot))
    }

    fn view(&self) -> View<'_> {
        View::Secret(self.expose())
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Secret(self.text_mut())
    }
}
