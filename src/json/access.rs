//! Members and elements, one after the other.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::key::Key;
use super::{Error, Reader};

/// The members of an object.
pub(super) struct Members<'r, 'a> {
    reader: &'r mut Reader<'a>,
    first: bool,
}

impl<'r, 'a> Members<'r, 'a> {
    pub(super) fn new(reader: &'r mut Reader<'a>) -> Self {
        Members { reader, first: true }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Error;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if !self.reader.member(&mut self.first)? {
            return Ok(None);
        }
        let key = seed.deserialize(Key(self.reader))?;
        self.reader.colon()?;
        Ok(Some(key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let start = self.reader.at;
        let mut result = seed.deserialize(&mut *self.reader);
        if let Err(error) = &mut result {
            self.reader.failed(error, start);
        }
        result
    }
}

/// The elements of an array.
pub(super) struct Elements<'r, 'a> {
    reader: &'r mut Reader<'a>,
    /// Where the first element begins.
    start: usize,
    /// How many elements were given.
    given: usize,
    /// Whether the element at the cursor was refused.
    again: bool,
}

impl<'r, 'a> Elements<'r, 'a> {
    pub(super) fn new(reader: &'r mut Reader<'a>) -> Self {
        Elements { start: reader.at, reader, given: 0, again: false }
    }
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if !self.again {
            if !self.reader.element(self.given == 0)? {
                return Ok(None);
            }
            self.given += 1;
        }
        let start = self.reader.at;
        match seed.deserialize(&mut *self.reader) {
            Ok(element) => {
                self.again = false;
                Ok(Some(element))
            }
            Err(mut error) => {
                self.reader.failed(&mut error, start);
                self.again = true;
                Err(error)
            }
        }
    }

    fn size_hint(&self) -> Option<usize> {
        self.reader.still_to_come(self.start, self.given)
    }
}
