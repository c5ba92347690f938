//! Brackets, commas and colons: going from one member or element to the next.

use super::reader::Object;
use super::walk::{self, LEVELS};
use super::{Error, Problem, Reader, Syntax};

impl Reader<'_> {
    /// Goes to the next key of the object. `false` is its end, and the cursor stays before it.
    #[inline]
    pub(super) fn member(&mut self, first: &mut bool) -> Result<bool, Error> {
        match self.bytes().get(self.at) {
            Some(b',') if !*first && self.bytes().get(self.at + 1) == Some(&b'"') => {
                self.at += 1;
                Ok(true)
            }
            Some(b'}') => Ok(false),
            Some(b'"') if *first => {
                *first = false;
                Ok(true)
            }
            _ => self.member_behind_space(first),
        }
    }

    /// A member or the end after white space, and what is wrong.
    #[cold]
    #[inline(never)]
    fn member_behind_space(&mut self, first: &mut bool) -> Result<bool, Error> {
        match self.peek() {
            Some(b',') if !*first => {
                self.at += 1;
                match self.peek() {
                    Some(b'"') => Ok(true),
                    _ => Err(walk::no_key(self.bytes().get(self.at), self.at, false)),
                }
            }
            Some(b'"') if *first => {
                *first = false;
                Ok(true)
            }
            Some(b'}') => Ok(false),
            _ if *first => Err(walk::no_key(self.bytes().get(self.at), self.at, true)),
            _ => Err(walk::not_closed(self.bytes().get(self.at), self.at, true)),
        }
    }

    /// Goes to the next element of the array. `false` is its end, and the cursor stays before it.
    #[inline]
    pub(super) fn element(&mut self, first: bool) -> Result<bool, Error> {
        match self.peek() {
            Some(b']') => Ok(false),
            Some(b',') if !first => {
                self.at += 1;
                match self.peek() {
                    Some(b']') => Err(Error::syntax(Syntax::TrailingComma, self.at + 1)),
                    _ => Ok(true),
                }
            }
            Some(_) if first => Ok(true),
            _ => Err(walk::not_closed(self.bytes().get(self.at), self.at, false)),
        }
    }

    /// Passes the colon after a key.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), Error> {
        if self.bytes().get(self.at) == Some(&b':') {
            self.at += 1;
            return Ok(());
        }
        self.colon_behind_space()
    }

    #[cold]
    #[inline(never)]
    fn colon_behind_space(&mut self) -> Result<(), Error> {
        self.at = walk::colon(self.bytes(), self.at)?;
        Ok(())
    }

    /// Passes the bracket that opens an array or an object. Gives the object around.
    #[inline]
    pub(super) fn enter(&mut self) -> Result<Object, Error> {
        if self.depth >= LEVELS {
            return Err(Error::new(Problem::Depth, self.at + 1));
        }
        self.depth += 1;
        self.at += 1;
        Ok(self.object)
    }

    /// The same for an object, which is the innermost now.
    #[inline]
    pub(super) fn enter_members(&mut self) -> Result<Object, Error> {
        let outer = self.enter()?;
        self.object = Object { start: self.at - 1, repeats: false };
        Ok(outer)
    }

    /// Returns to `outer` after a visitor has finished. If it took the array or object,
    /// passes the bracket that closes it.
    pub(super) fn leave<T>(
        &mut self,
        outer: Object,
        result: Result<T, Error>,
        close: u8,
    ) -> Result<T, Error> {
        let result = self.placed(result);
        self.depth -= 1;
        self.object = outer;
        let value = result?;
        if self.bytes().get(self.at) == Some(&close) {
            self.at += 1;
        } else {
            self.leave_early(close)?;
        }
        Ok(value)
    }

    /// The visitor did not ask for the end.
    #[cold]
    #[inline(never)]
    fn leave_early(&mut self, close: u8) -> Result<(), Error> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(())
            }
            Some(b',') => Err(Error::new(Problem::Other, self.at + 1)),
            _ => Err(walk::not_closed(self.bytes().get(self.at), self.at, close == b'}')),
        }
    }
}
