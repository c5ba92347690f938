//! Members of `Option`, `Box` and `Vec`.

use std::marker::PhantomData;

use serde::de::{Deserializer, SeqAccess, Visitor};

use super::read::read_elements;
use super::slot::{Boxed, OrNull, Slot, null_if_taken};
use super::{Array, Form, Member, View, ViewMut, refuse};

impl<T: Member> Member for Option<T> {
    const FORM: Form = Form::Optional(&T::FORM);

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        slot.fill(|option| T::read_to(OrNull(option), deserializer))
    }

    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Some(value) => value.view(),
            None => View::Absent,
        }
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        match self {
            Some(value) => value.view_mut(),
            None => ViewMut::Plain,
        }
    }
}

impl<T: Member + Default> Member for Box<T> {
    const FORM: Form = T::FORM;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        T::read_to(Boxed(slot), deserializer)
    }

    #[inline]
    fn view(&self) -> View<'_> {
        (**self).view()
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        (**self).view_mut()
    }
}

struct ArrayVisitor<T, S>(S, PhantomData<T>);

impl<'de, T: Member, S: Slot<Vec<T>>> Visitor<'de> for ArrayVisitor<T, S> {
    type Value = ();

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        self.0.fill(|values| read_elements(values, &mut array))
    }

    null_if_taken!(S);

    refuse!(Array: boolean number text bytes object);
}

impl<T: Member> Member for Vec<T> {
    const FORM: Form = Form::Array(&T::FORM);

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(ArrayVisitor(slot, PhantomData))
    }

    fn view(&self) -> View<'_> {
        View::Array(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Array(self)
    }
}

impl<T: Member> Array for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn each<'a>(&'a self, see: &mut dyn FnMut(View<'a>)) {
        for value in self {
            see(value.view());
        }
    }

    fn each_mut(&mut self, see: &mut dyn FnMut(ViewMut<'_>)) {
        for value in self {
            see(value.view_mut());
        }
    }
}
