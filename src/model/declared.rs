//! What the attribute of a struct states.

use super::{Defined, Doc, Found, MemberForm, ObjectForm, Rules};

/// A struct as its declaration states it: the form, and the rules of the type.
pub(crate) struct Declared<T> {
    pub(crate) form: ObjectForm,
    pub(crate) check: Option<fn(&T, &mut dyn Found)>,
}

/// The options in `#[object(...)]`.
impl<T: Defined> Declared<T> {
    pub(crate) const fn new(name: &'static str, doc: Doc, members: &'static [MemberForm]) -> Self {
        let form = ObjectForm {
            name,
            doc,
            members,
            #[cfg(feature = "schema")]
            refer: schemars::SchemaGenerator::subschema_for::<T>,
            ..ObjectForm::NONE
        };
        Self { form, check: None }
    }

    /// It is written to the platform.
    pub(crate) const fn configuration(mut self) -> Self {
        self.form.configuration = true;
        self
    }

    /// `enabled: false` switches it off.
    pub(crate) const fn switch(mut self) -> Self {
        self.form.switch = true;
        self
    }

    /// It implements [`Rules`].
    pub(crate) const fn rules(mut self) -> Self
    where
        T: Rules,
    {
        self.form.conditions = T::CONDITIONS;
        self.check = Some(T::check);
        self
    }
}
