//! The reader: a text, a cursor, and what was noted on the way.

use super::text::Lone;
use super::walk;
use super::{Error, Kind, Notes, Number, Problem, Syntax, What, number, rounding, text};

/// Reads one JSON text, strictly or leniently.
pub(crate) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How many arrays and objects are open.
    pub(super) depth: u8,
    pub(super) lenient: bool,
    /// Whether the object that the cursor API entered last has given no member yet.
    pub(super) fresh: bool,
    /// The innermost object that a visitor reads.
    pub(super) object: Object,
    /// What was wrong with the value that was refused last, and where.
    pub(super) refused: Option<(Problem, usize)>,
    /// The string that was decoded last.
    pub(super) scratch: String,
    pub(super) notes: Notes,
}

/// An object that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object {
    pub(super) start: usize,
    /// Whether it is noted that members are given twice.
    pub(super) repeats: bool,
}

impl<'a> Reader<'a> {
    /// Stops at the first fault.
    pub(crate) fn strict(text: &'a str) -> Self {
        Reader {
            text,
            at: 0,
            depth: 0,
            lenient: false,
            fresh: false,
            object: Object { start: 0, repeats: false },
            refused: None,
            scratch: String::new(),
            notes: Notes::default(),
        }
    }

    /// Notes faults and goes on after them. Refuses texts of 4 GiB and more.
    pub(crate) fn lenient(text: &'a str) -> Result<Self, Error> {
        if u32::try_from(text.len()).is_ok_and(|length| length < u32::MAX) {
            Ok(Reader { lenient: true, ..Reader::strict(text) })
        } else {
            Err(Error::new(Problem::Other, 0))
        }
    }

    /// The offset of the next byte.
    #[cfg(test)]
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// Checks that only white space is left.
    pub(crate) fn end(&self) -> Result<(), Error> {
        let at = walk::space(self.bytes(), self.at);
        if at < self.text.len() { Err(Error::syntax(Syntax::TrailingCharacters, at + 1)) } else { Ok(()) }
    }

    /// Checks that only white space is left, and gives what was noted.
    pub(crate) fn finish(self) -> Result<Notes, Error> {
        self.end().map(|()| self.notes)
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// Goes to the next byte that is not white space.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        match self.bytes().get(self.at) {
            Some(&byte) if byte > b' ' => Some(byte),
            _ => self.peek_behind_space(),
        }
    }

    fn peek_behind_space(&mut self) -> Option<u8> {
        self.at = walk::space(self.bytes(), self.at);
        self.bytes().get(self.at).copied()
    }

    /// Reads a string without escapes. `None` is any other: the cursor stays.
    #[inline]
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        let start = self.at + 1;
        let end = text::plain(self.bytes(), start);
        if self.bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Decodes the string at the cursor into the scratch.
    pub(super) fn decode(&mut self, key: bool) -> Result<(), Error> {
        let lone = match (self.lenient, key) {
            (false, _) => Lone::Refuse,
            (true, false) => Lone::Replace,
            (true, true) => Lone::Spell,
        };
        let (end, replaced) = text::decode(self.text, self.at + 1, lone, &mut self.scratch)?;
        if replaced {
            self.notes.push(self.at, end, if key { What::SurrogateKey } else { What::Surrogate });
        }
        self.at = end;
        Ok(())
    }

    /// Reads the number at the cursor.
    pub(super) fn number(&mut self) -> Result<Number, Error> {
        let start = self.at;
        if let Some((double, end)) = number::short_double(self.bytes(), start) {
            self.at = end;
            return Ok(Number::Double(double));
        }
        let (end, integer) = number::end(self.bytes(), start)?;
        let digits = self.text.get(start..end).unwrap_or_default();
        let number = number::value(digits, integer).ok_or_else(|| number::out_of_range(end))?;
        if let Number::Double(double) = number
            && self.lenient
            && rounding::is_rounded(digits, double)
        {
            self.notes.push(start, end, What::Rounded);
        }
        self.at = end;
        Ok(number)
    }

    /// Reads `null`, `true` or `false`.
    pub(super) fn literal(&mut self) -> Result<(), Error> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        self.at = match rest.first_chunk() {
            Some(b"true" | b"null") => self.at + 4,
            _ => walk::literal(self.bytes(), self.at)?,
        };
        Ok(())
    }

    /// Skips the value at the cursor.
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        self.at = walk::skip(self.bytes(), self.at, self.depth)?;
        Ok(())
    }

    /// Which of the first two names the key at the cursor is. Names end as keys do, in a quote and a
    /// colon.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    pub(super) fn predicted(&mut self, names: &[&str]) -> Option<usize> {
        let rest = self.bytes().get(self.at + 1..)?;
        let first = names.first()?;
        if begins(rest, first.as_bytes()) {
            self.at += first.len();
            return Some(0);
        }
        self.predicted_second(names)
    }

    #[inline(never)]
    fn predicted_second(&mut self, names: &[&str]) -> Option<usize> {
        let rest = self.bytes().get(self.at + 1..)?;
        let second = names.get(1)?;
        begins(rest, second.as_bytes()).then(|| {
            self.at += second.len();
            1
        })
    }

    /// What the next value is, by its first byte. `None` if no value starts there.
    pub(crate) fn kind(&mut self) -> Option<Kind> {
        self.peek().and_then(Kind::of_byte)
    }

    /// How many elements of an array may still come, if they are as long as those since `start`.
    pub(super) fn still_to_come(&self, start: usize, elements: usize) -> Option<usize> {
        let each = (self.at - start).checked_div(elements)?;
        Some((self.text.len() - self.at) / each.max(2) + 1)
    }
}

/// Whether `text` begins with `name`. Names are short: a call to compare them costs more than it
/// does.
#[inline]
fn begins(text: &[u8], name: &[u8]) -> bool {
    let Some(text) = text.get(..name.len()) else { return false };
    if let (Some(a), Some(b)) = (text.last_chunk::<8>(), name.last_chunk::<8>()) {
        let (text, name) = (text.as_chunks::<8>().0, name.as_chunks::<8>().0);
        return text.iter().zip(name).all(|(a, b)| a == b) && a == b;
    }
    if let (Some(a), Some(b)) = (text.last_chunk::<4>(), name.last_chunk::<4>()) {
        return text.first_chunk::<4>() == name.first_chunk::<4>() && a == b;
    }
    text == name
}
