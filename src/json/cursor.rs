//! Reading without serde: for callers that look for a few members and stop.
//!
//! ```text
//! if reader.enter_object()? {
//!     while let Some(key) = reader.next_key()? {
//!         match &*key {
//!             "id" => id = reader.read_text()?,
//!             _ => reader.skip()?,
//!         }
//!     }
//! }
//! ```
//!
//! What gives `None` or `false` has consumed nothing, so that the value can be read otherwise.

use std::borrow::Cow;

use super::{Error, Number, Problem, Reader, Syntax, number};

impl<'a> Reader<'a> {
    /// Enters the object that is next. `false` if another value is.
    pub(crate) fn enter_object(&mut self) -> Result<bool, Error> {
        if self.peek() != Some(b'{') {
            return Ok(false);
        }
        self.enter()?;
        self.fresh = true;
        Ok(true)
    }

    /// The key of the object's next member, whose value is to be read or skipped next. `None` is
    /// the end of the object, which is left.
    pub(crate) fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, Error> {
        let mut first = std::mem::take(&mut self.fresh);
        if !self.member(&mut first)? {
            self.at += 1;
            self.depth = self.depth.saturating_sub(1);
            return Ok(None);
        }
        let key = self.string(true)?;
        self.colon()?;
        Ok(Some(key))
    }

    /// Reads the string that is next. `None` if another value is.
    pub(crate) fn read_text(&mut self) -> Result<Option<Cow<'a, str>>, Error> {
        if self.peek() == Some(b'"') { self.string(false).map(Some) } else { Ok(None) }
    }

    /// Reads the number that is next. `None` if another value is.
    ///
    /// Nothing closes a number: one at the end of the text may be the beginning of a longer one, and
    /// counts as cut off.
    pub(crate) fn read_number(&mut self) -> Result<Option<Number>, Error> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => {}
            _ => return Ok(None),
        }
        let length = self.bytes().len();
        match number::short(self.bytes(), self.at) {
            Some((value, end)) if end < length => {
                self.at = end;
                Ok(Some(Number::Unsigned(value)))
            }
            _ if number::end(self.bytes(), self.at)?.0 == length => {
                Err(Error::syntax(Syntax::EndInValue, length))
            }
            _ => self.number().map(Some),
        }
    }

    /// Reads the `null` that is next. `false` if another value is.
    pub(crate) fn read_null(&mut self) -> Result<bool, Error> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.literal().map(|()| true)
    }

    /// The error of a caller who does not take the value that is next.
    pub(crate) fn refuse(&self, problem: Problem) -> Error {
        Error::new(problem, self.at + 1)
    }

    fn string(&mut self, key: bool) -> Result<Cow<'a, str>, Error> {
        if let Some(text) = self.plain() {
            return Ok(Cow::Borrowed(text));
        }
        self.decode(key)?;
        Ok(Cow::Owned(self.scratch.clone()))
    }
}
