//! Strings: eight bytes at a time, and escapes.

use super::{Error, Problem, Syntax};

/// What to do with a lone surrogate, which no Rust string holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lone {
    /// It is an error.
    Refuse,
    /// U+FFFD in its place.
    Replace,
    /// U+FFFD and its four hex digits, so that two keys stay two.
    Spell,
}

/// Bytes as text, checked whole.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    simdutf8::basic::from_utf8(bytes).map_err(|_| {
        let sound = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        Error::new(Problem::Encoding, sound + 1)
    })
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// The offset of the first byte that does not stand for itself in a string: a quote, a backslash
/// or a control character. The length of the text if there is none.
#[inline]
pub(super) fn plain(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    // Most strings are short, and end in these.
    let (words, _) = rest.get(..16).unwrap_or_default().as_chunks::<8>();
    for (word, behind) in words.iter().zip([0, 8]) {
        if let Some(found) = special(*word) {
            return at + behind + found;
        }
    }
    long(bytes, at + 8 * words.len())
}

/// The same for what is left of a long string, or of the text.
fn long(bytes: &[u8], mut at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    for block in rest.as_chunks::<32>().0 {
        if has_special(block) {
            break;
        }
        at += 32;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    for word in rest.as_chunks::<8>().0 {
        if let Some(found) = special(*word) {
            return at + found;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

/// Whether a special byte is in the block; without a way out, so that compilers use vectors.
#[inline]
fn has_special(block: &[u8; 32]) -> bool {
    // Zero for a special byte, and only for one.
    let sign = |byte: u8| (byte ^ b'"').min(byte ^ b'\\').min(byte & 0xe0);
    let (left, right) = block.split_at(16);
    let mut signs = [0; 16];
    for ((sign_of_both, left), right) in signs.iter_mut().zip(left).zip(right) {
        *sign_of_both = sign(*left).min(sign(*right));
    }
    let (low, high) = (signs.first_chunk::<8>(), signs.last_chunk::<8>());
    [low, high].into_iter().flatten().any(|signs| {
        let signs = u64::from_le_bytes(*signs);
        signs.wrapping_sub(ONES) & !signs & (ONES << 7) != 0
    })
}

/// The place of the first special byte in a word.
#[inline]
fn special(word: [u8; 8]) -> Option<usize> {
    let word = u64::from_le_bytes(word);
    // Below 0x20, or a quote: the change of one bit puts the quote next to the former.
    let low = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    // A borrow makes false hits only above a true one, and the lowest counts. A byte that has
    // its top bit set keeps it through both changes.
    let hits = (low | backslash) & !word & (ONES << 7);
    (hits != 0).then(|| (hits.trailing_zeros() / 8) as usize)
}

/// Skips a string, from after its opening quote. Escapes are checked for their form only.
#[inline]
pub(super) fn skip(bytes: &[u8], at: usize) -> Result<usize, Error> {
    let at = plain(bytes, at);
    if bytes.get(at) == Some(&b'"') { Ok(at + 1) } else { skip_escaped(bytes, at) }
}

fn skip_escaped(bytes: &[u8], mut at: usize) -> Result<usize, Error> {
    loop {
        at = plain(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => match bytes.get(at + 1) {
                Some(b'u') => {
                    hex(bytes, at + 2)?;
                    at += 6;
                }
                Some(&byte) if unescaped(byte).is_some() => at += 2,
                other => return Err(bad_escape(other, at + 1)),
            },
            other => return Err(cut(other, at)),
        }
    }
}

/// Decodes a string, from after its opening quote to after its closing one. Says also whether
/// lone surrogates were replaced.
pub(super) fn decode(
    text: &str,
    mut at: usize,
    lone: Lone,
    out: &mut String,
) -> Result<(usize, bool), Error> {
    let bytes = text.as_bytes();
    let mut replaced = false;
    out.clear();
    loop {
        let end = plain(bytes, at);
        out.push_str(text.get(at..end).unwrap_or_default());
        at = end;
        match bytes.get(at) {
            Some(b'"') => return Ok((at + 1, replaced)),
            Some(b'\\') => match bytes.get(at + 1) {
                Some(b'u') => {
                    let unit = hex(bytes, at + 2)?;
                    at += 6;
                    if let Some(c) = char::from_u32(u32::from(unit)) {
                        out.push(c);
                    } else if let Some(c) = pair(bytes, at, unit, lone)? {
                        out.push(c);
                        at += 6;
                    } else {
                        out.push(char::REPLACEMENT_CHARACTER);
                        if lone == Lone::Spell {
                            out.extend(
                                bytes[at - 4..at].iter().map(|byte| char::from(byte.to_ascii_lowercase())),
                            );
                        }
                        replaced = true;
                    }
                }
                Some(&byte) => match unescaped(byte) {
                    Some(c) => {
                        out.push(c);
                        at += 2;
                    }
                    None => return Err(bad_escape(Some(&byte), at + 1)),
                },
                None => return Err(bad_escape(None, at + 1)),
            },
            other => return Err(cut(other, at)),
        }
    }
}

/// The character of the surrogate `lead`, which ends at `at`, and the one after it. `None` if
/// `lead` is lone and may be.
fn pair(bytes: &[u8], at: usize, lead: u16, lone: Lone) -> Result<Option<char>, Error> {
    let next = match (lead, bytes.get(at), bytes.get(at + 1)) {
        (0xdc00.., ..) => Err(Error::syntax(Syntax::LoneSurrogate, at)),
        (_, Some(b'\\'), Some(b'u')) => hex(bytes, at + 2),
        (_, Some(b'\\'), Some(_)) => Err(Error::syntax(Syntax::EndOfHexEscape, at + 2)),
        (_, None, _) | (_, Some(b'\\'), None) => return Err(Error::syntax(Syntax::EndInString, bytes.len())),
        _ => Err(Error::syntax(Syntax::EndOfHexEscape, at + 1)),
    };
    match next {
        Ok(trail @ 0xdc00..=0xdfff) => {
            let code = 0x1_0000 + ((u32::from(lead) - 0xd800) << 10) + (u32::from(trail) - 0xdc00);
            Ok(char::from_u32(code))
        }
        _ if lone != Lone::Refuse => Ok(None),
        Ok(_) => Err(Error::syntax(Syntax::LoneSurrogate, at + 6)),
        Err(error) => Err(error),
    }
}

/// The four hex digits of an escape.
fn hex(bytes: &[u8], at: usize) -> Result<u16, Error> {
    let Some(digits) = bytes.get(at..at + 4) else {
        return Err(Error::syntax(Syntax::EndInString, bytes.len()));
    };
    digits.iter().enumerate().try_fold(0, |unit, (index, &byte)| {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            _ => return Err(Error::syntax(Syntax::Escape, at + index + 1)),
        };
        Ok(unit << 4 | u16::from(digit))
    })
}

/// What the letter of a short escape stands for.
fn unescaped(byte: u8) -> Option<char> {
    Some(match byte {
        b'"' | b'\\' | b'/' => char::from(byte),
        b'b' => '\x08',
        b'f' => '\x0c',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        _ => return None,
    })
}

#[cold]
fn bad_escape(found: Option<&u8>, at: usize) -> Error {
    match found {
        Some(_) => Error::syntax(Syntax::Escape, at + 1),
        None => Error::syntax(Syntax::EndInString, at),
    }
}

#[cold]
fn cut(found: Option<&u8>, at: usize) -> Error {
    match found {
        Some(_) => Error::syntax(Syntax::ControlCharacter, at + 1),
        None => Error::syntax(Syntax::EndInString, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_special_byte_at_every_offset() {
        for length in (0..40).chain([57, 64, 97]) {
            for place in 0..length {
                for byte in 0..=255u8 {
                    for filler in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                        let mut bytes = vec![filler; length];
                        bytes[place] = byte;
                        let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                        assert_eq!(plain(&bytes, 0), if special { place } else { length });
                    }
                }
            }
        }
    }

    #[test]
    fn lone_surrogates() {
        let mut out = String::new();
        let text = r#"a\uD800b\udc00\ud83d\ude00\ud800\ud83d\ude00""#;
        assert_eq!(decode(text, 0, Lone::Replace, &mut out).ok(), Some((text.len(), true)));
        assert_eq!(out, "a\u{fffd}b\u{fffd}😀\u{fffd}😀");
        assert_eq!(decode(text, 0, Lone::Spell, &mut out).ok(), Some((text.len(), true)));
        assert_eq!(out, "a\u{fffd}d800b\u{fffd}dc00😀\u{fffd}d800😀");
        assert!(decode(text, 0, Lone::Refuse, &mut out).is_err());
        assert_eq!(skip(text.as_bytes(), 0).ok(), Some(text.len()));
    }

    #[test]
    fn broken_behind_a_lone_surrogate() {
        let mut out = String::new();
        for text in [r#"\ud800\x""#, r#"\ud800\uzzzz""#, r"\ud800\ud8", r"\ud800\", r"\ud800", "\\ud800\n\""]
        {
            assert!(decode(text, 0, Lone::Replace, &mut out).is_err(), "{text}");
            assert!(skip(text.as_bytes(), 0).is_err(), "{text}");
        }
    }

    #[test]
    fn not_utf8() {
        let error = utf8(b"\"ab\xff\"").err().map(|error| (error.problem(), error.at()));
        assert_eq!(error, Some((Problem::Encoding, 4)));
    }
}
