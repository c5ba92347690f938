//! Members that are credentials.

use serde::de::{Deserialize, Deserializer};

use super::{Form, Member, Slot, View, ViewMut, put_text, read};
use crate::wire::Secret;

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

impl Member for Secret {
    const FORM: Form = Form::Secret;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put_text(slot, deserializer, |secret| secret.into_owned().into())
    }

    fn view(&self) -> View<'_> {
        View::Secret(self.expose())
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Secret(self.text_mut())
    }
}
