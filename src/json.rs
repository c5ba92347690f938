//! A reader of JSON text for the usual case: fast, strict, and without a word about errors.
//!
//! More than half of what a parse costs with `serde_json` is its bookkeeping for each member.
//! This reader takes a third off the whole (safe code, one look at each byte). What it refuses
//! is read again by `serde_json`, which then decides and finds the place of the error; so here
//! an error is nothing but [`Refused`], and whatever is rare (numbers beyond 18 digits, `\u`
//! escapes) is passed to `serde_json` piece by piece. It takes nothing that `serde_json` would
//! refuse; the tests compare the two on damaged texts.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The text is not JSON, or not of the form that its reader wants.
#[derive(Debug)]
pub(crate) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a `T` from the whole of `text`.
pub(crate) fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Refused> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader)?;
    if reader.is_through() { Ok(value) } else { Err(Refused) }
}

/// As `serde_json` has it.
const DEEPEST: u8 = 127;

/// Whether another crate of the build turned on `arbitrary_precision`: numbers with a fraction
/// then are for `serde_json` to read, for it keeps their text.
static KEEPS_TEXT: LazyLock<bool> = LazyLock::new(|| {
    serde_json::from_str::<serde_json::Number>("1.10").is_ok_and(|number| number.to_string() == "1.10")
});

/// JSON text, and how far it is read.
pub(crate) struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth: u8,
}

impl<'de> Reader<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// Whether the reader stands at the end of the text.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_through(&mut self) -> bool {
        self.peek().is_none()
    }

    /// How many bytes were read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Whether the next value begins with `byte`.
    pub(crate) fn is_at(&mut self, byte: u8) -> bool {
        self.peek() == Some(byte)
    }

    /// Reads an object; `each` gets the name of each member and must read its value.
    pub(crate) fn members(
        &mut self,
        mut each: impl FnMut(&str, &mut Self) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        if !self.is_at(b'{') {
            return Err(Refused);
        }
        self.nested(|mut members| {
            while let Some(name) = members.next_name()? {
                each(&name, members.reader)?;
            }
            Ok(())
        })
    }

    /// Reads a list, with `read`.
    pub(crate) fn list(
        &mut self,
        read: impl FnOnce(Parts<'_, 'de>) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        if self.is_at(b'[') { self.nested(read) } else { Err(Refused) }
    }

    /// The byte at which the reader stands.
    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space, at which the reader stands then.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                other => return other,
            }
        }
    }

    fn literal(&mut self, word: &str) -> Result<(), Refused> {
        let found = self.rest().starts_with(word.as_bytes());
        self.at += word.len();
        if found { Ok(()) } else { Err(Refused) }
    }

    /// What is not read yet.
    #[inline]
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Passes text without escapes, and the quote or the backslash that ends it.
    #[inline]
    fn plain(&mut self) -> Result<(&'de str, u8), Refused> {
        let start = self.at;
        let end = start + plain_length(self.rest());
        self.at = end + 1;
        match (self.text.as_bytes().get(end), self.text.get(start..end)) {
            (Some(end @ (b'"' | b'\\')), Some(plain)) => Ok((plain, *end)),
            _ => Err(Refused),
        }
    }

    /// Reads a string; the reader stands at its quote, see [`Reader::is_at`].
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Refused> {
        let start = self.at;
        self.at += 1;
        match self.plain()? {
            (plain, b'"') => Ok(Cow::Borrowed(plain)),
            (plain, _) => self.escaped(start, plain).map(Cow::Owned),
        }
    }

    /// Reads on in the string that begins at `start`, behind the first backslash.
    fn escaped(&mut self, start: usize, plain: &str) -> Result<String, Refused> {
        let mut text = String::with_capacity(plain.len() + 64);
        text.push_str(plain);
        loop {
            text.push(match self.byte() {
                Some(b'n') => '\n',
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                Some(b'/') => '/',
                Some(b't') => '\t',
                Some(b'r') => '\r',
                Some(b'b') => '\u{8}',
                Some(b'f') => '\u{c}',
                _ => return self.escaped_otherwise(start),
            });
            self.at += 1;
            let (plain, end) = self.plain()?;
            text.push_str(plain);
            if end == b'"' {
                text.shrink_to_fit();
                return Ok(text);
            }
        }
    }

    /// Passes the string that begins at `start` to `serde_json`; the reader stands behind one of
    /// its backslashes.
    fn escaped_otherwise(&mut self, start: usize) -> Result<String, Refused> {
        loop {
            // What stands behind the backslash may be a quote; if it is longer than a byte, it
            // is refused by `serde_json`.
            self.at += 1;
            if let (_, b'"') = self.plain()? {
                let text = self.text.get(start..self.at).ok_or(Refused)?;
                return serde_json::from_str(text).map_err(|_| Refused);
            }
        }
    }

    /// Reads a number; the reader stands at its first character.
    #[inline]
    fn number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Refused> {
        let start = self.at;
        let negative = self.byte() == Some(b'-');
        self.at += usize::from(negative);
        let digits = self.rest();
        let mut whole = 0_i64;
        let mut count = 0;
        while let Some(digit @ b'0'..=b'9') = digits.get(count) {
            whole = whole.wrapping_mul(10).wrapping_add((digit - b'0').into());
            count += 1;
        }
        self.at += count;
        match digits.get(count) {
            // 18 digits are below 2^63; the first of several is not 0; minus zero is a double.
            _ if count == 0 || (count > 1 && digits.first() == Some(&b'0')) => Err(Refused),
            Some(b'.' | b'e' | b'E') => self.odd_number(start, visitor),
            _ if count > 18 || (negative && whole == 0) => self.odd_number(start, visitor),
            _ if negative => visitor.visit_i64(-whole),
            _ => visitor.visit_u64(whole.unsigned_abs()),
        }
    }

    /// Reads the rest of a number that begins at `start` and is no integer of 18 digits; the
    /// reader stands behind the digits before a fraction.
    fn odd_number<V: Visitor<'de>>(&mut self, start: usize, visitor: V) -> Result<V::Value, Refused> {
        let mut whole = true;
        if self.byte() == Some(b'.') {
            whole = false;
            self.at += 1;
            if self.digits() == 0 {
                return Err(Refused);
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            whole = false;
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            if self.digits() == 0 {
                return Err(Refused);
            }
        }
        let text = self.text.get(start..self.at).ok_or(Refused)?;
        if whole || *KEEPS_TEXT {
            return serde_json::Deserializer::from_str(text).deserialize_any(visitor).map_err(|_| Refused);
        }
        match text.parse::<f64>() {
            Ok(double) if double.is_finite() => visitor.visit_f64(double),
            _ => Err(Refused),
        }
    }

    /// Passes digits and counts them.
    fn digits(&mut self) -> usize {
        let count = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    /// Reads an object or a list; the reader stands at its bracket.
    #[inline]
    fn nested<T>(&mut self, read: impl FnOnce(Parts<'_, 'de>) -> Result<T, Refused>) -> Result<T, Refused> {
        if self.depth == DEEPEST {
            return Err(Refused);
        }
        self.at += 1;
        let outside = self.depth;
        self.depth += 1;
        let value = read(Parts { reader: self, first: true })?;
        // Unless its visitor saw the end, the reader does not stand behind it.
        if self.depth == outside { Ok(value) } else { Err(Refused) }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Refused;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.peek() {
            Some(b'"') => visit_text(self.string()?, visitor),
            Some(b'0'..=b'9' | b'-') => self.number(visitor),
            Some(b'{') => self.nested(|parts| visitor.visit_map(parts)),
            Some(b'[') => self.nested(|parts| visitor.visit_seq(parts)),
            Some(b't') => self.literal("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.literal("false").and_then(|()| visitor.visit_bool(false)),
            Some(b'n') => self.literal("null").and_then(|()| visitor.visit_unit()),
            _ => Err(Refused),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.peek() {
            Some(b'n') => self.literal("null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// How many bytes stand before the next quote, backslash or control character.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let mut passed = 0;
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        // The highest bit of a byte is set where it is special; false alarms (from a borrow)
        // stand above a true one only, and the lowest counts.
        let eight = u64::from_le_bytes(*eight);
        let quotes = eight ^ (ONES * u64::from(b'"'));
        let backslashes = eight ^ (ONES * u64::from(b'\\'));
        let special = (eight.wrapping_sub(ONES * 0x20) & !eight)
            | (quotes.wrapping_sub(ONES) & !quotes)
            | (backslashes.wrapping_sub(ONES) & !backslashes);
        let special = special & (ONES << 7);
        if special != 0 {
            return passed + (special.trailing_zeros() / 8) as usize;
        }
        passed += 8;
    }
    passed + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)).count()
}

#[inline]
fn visit_text<'de, V: Visitor<'de>>(text: Cow<'de, str>, visitor: V) -> Result<V::Value, Refused> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

/// The members of an object or the elements of a list, as far as they are not read.
pub(crate) struct Parts<'a, 'de> {
    pub(crate) reader: &'a mut Reader<'de>,
    first: bool,
}

impl<'de> Parts<'_, 'de> {
    /// Goes to the next part and says whether there is one, or goes behind the `end`.
    #[inline]
    fn next(&mut self, end: u8) -> Result<bool, Refused> {
        let byte = self.reader.peek();
        if byte == Some(end) {
            self.reader.at += 1;
            self.reader.depth -= 1;
            return Ok(false);
        }
        if self.first {
            self.first = false;
        } else if byte == Some(b',') {
            self.reader.at += 1;
        } else {
            return Err(Refused);
        }
        Ok(true)
    }

    /// Goes to the next element, or behind the list if there is none.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool, Refused> {
        self.next(b']')
    }

    /// Reads the name of the next member.
    #[inline]
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, Refused> {
        if !self.next(b'}')? {
            return Ok(None);
        }
        if !self.reader.is_at(b'"') {
            return Err(Refused);
        }
        let name = self.reader.string()?;
        if !self.reader.is_at(b':') {
            return Err(Refused);
        }
        self.reader.at += 1;
        Ok(Some(name))
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = Refused;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        match self.next_name()? {
            Some(name) => seed.deserialize(Key(name)).map(Some),
            None => Ok(None),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = Refused;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if self.next_element()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

/// A member's name.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Refused;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visit_text(self.0, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::from_str;

    /// What this reader makes of a text must be what `serde_json` makes of it.
    fn compare(text: &str) -> bool {
        let theirs = serde_json::from_str::<Value>(text);
        let ours = from_str::<Value>(text);
        if let Ok(ours) = &ours {
            assert_eq!(Some(ours), theirs.as_ref().ok(), "{text}");
        }
        ours.is_ok() == theirs.is_ok()
    }

    #[test]
    fn it_agrees_with_serde_json() {
        for text in [
            r#" { "a" : [ 1 , -2.5e3, 0.010620000000000001, true , false, null ], "" : { } , "b":[]} "#,
            r#"["\"\\\/\b\f\n\r\t","\u00e9\ud83d\ude00 é","a long text with an escape \n at its end"]"#,
            "[0,-0,-0.0,18446744073709551615,9223372036854775807,-9223372036854775808,1e2,1E+2,1e-2]",
            "[123456789012345678,1234567890123456789,12345678901234567890123,0.1e1,5e-324,1.7976931348623157e308]",
            "[1e400]",
            "[01]",
            "[-]",
            "[1.]",
            "[.5]",
            "[1e]",
            "[1e+]",
            "[+1]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\":1,}",
            "{,}",
            "{\"a\" 1}",
            "{a:1}",
            "{\"a\":}",
            "{1:2}",
            "[",
            "{",
            "\"",
            "",
            " ",
            "nul",
            "truex",
            "[\"\\x\"]",
            "[\"\\u12\"]",
            "[\"\\ud800\"]",
            "\"\\é\"",
            "\"a\nb\"",
            "\"\u{7f}\"",
            "[\"\\",
            "[]]",
            "\"\\",
            "\"\\\"",
            "\"\0\"",
            "\u{feff}{}",
            "{\"a\":1,\"a\":2}",
            "-",
            "1",
            "\"x\"",
            "[tru]",
            "[nulll]",
        ] {
            assert!(compare(text), "{text}");
        }
        for depth in [126, 127, 128, 1000] {
            assert!(compare(&("[".repeat(depth) + &"]".repeat(depth))), "{depth}");
        }
    }

    #[test]
    fn it_takes_no_damaged_text_that_serde_json_refuses() {
        let sound = concat!(
            r#"{"a":[1,-2.50,3e2,true,false,null,{"b":"x\n\"y\" \u00e9 ü – long enough for words"}],"#,
            r#" "c" : {}, "\u0064":[[],[ ]],"e":12345678901234567,"f":0.1}"#,
        );
        let odd =
            ['"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', 'n', ' ', '\n', '\u{1}', 'é', 'u'];
        let (mut sure, mut all) = (0, 0);
        for (at, old) in sound.char_indices() {
            let (before, after) = (&sound[..at], &sound[at + old.len_utf8()..]);
            let cut = [before.to_owned(), format!("{before}{after}"), format!("{before}{old}{old}{after}")];
            let changed = odd.iter().map(|new| format!("{before}{new}{after}"));
            for text in changed.chain(cut) {
                all += 1;
                sure += usize::from(compare(&text));
            }
        }
        assert_eq!(sure, all, "it refuses only what serde_json refuses, too");
    }
}
