//! One walk over a value: without recursion, with all of JSON's grammar, and with somebody
//! watching.

use super::{Error, Problem, Syntax, number, text};

/// How deep arrays and objects may be nested. As many as `serde_json` reads.
pub(super) const LEVELS: u8 = 127;

/// Sees what a walk passes. What gives `false` ends the walk.
pub(super) trait Watch {
    /// A value begins.
    #[inline]
    fn value(&mut self, _at: usize) -> bool {
        true
    }

    /// The value that began is an array or an object, and may be entered.
    #[inline]
    fn open(&mut self) {}

    /// A member's key, with its quotes, and the colon after it were passed.
    #[inline]
    fn member(&mut self, _start: usize, _end: usize) -> bool {
        true
    }

    /// A further element of the array follows.
    #[inline]
    fn next(&mut self) {}

    /// The array or object ends.
    #[inline]
    fn close(&mut self) {}

    /// The value ended before `at`.
    #[inline]
    fn end(&mut self, _at: usize) -> bool {
        true
    }
}

/// A watcher that ignores everything.
struct Skip;

impl Watch for Skip {}

/// Skips the value at `at`, where `depth` arrays and objects are open. Gives its end.
///
/// Like `serde_json`'s `IgnoredAny`, it takes numbers of any size and lone surrogates.
pub(super) fn skip(bytes: &[u8], at: usize, depth: u8) -> Result<usize, Error> {
    walk(bytes, at, depth, &mut Skip)
}

/// The offset of the first byte that is not white space.
#[inline]
pub(super) fn space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Passes the value at `at`. Gives its end, or where the watcher ended the walk.
#[inline]
pub(super) fn walk<W: Watch>(
    bytes: &[u8],
    mut at: usize,
    mut depth: u8,
    watch: &mut W,
) -> Result<usize, Error> {
    let outside = depth;
    // A bit for each open array or object, the innermost lowest: whether it is an object.
    let mut objects = 0u128;
    loop {
        at = space(bytes, at);
        if !watch.value(at) {
            return Ok(at);
        }
        let first = bytes.get(at);
        match first {
            Some(b'"') => at = text::skip(bytes, at + 1)?,
            Some(b'-' | b'0'..=b'9') => at = number::end(bytes, at)?.0,
            Some(b'{' | b'[') => {
                if depth >= LEVELS {
                    return Err(Error::new(Problem::Depth, at + 1));
                }
                let object = first == Some(&b'{');
                let next = space(bytes, at + 1);
                watch.open();
                if bytes.get(next) == Some(if object { &b'}' } else { &b']' }) {
                    watch.close();
                    at = next + 1;
                } else {
                    depth += 1;
                    objects = objects << 1 | u128::from(object);
                    if object {
                        let Some(next) = member(bytes, next, watch, true)? else { return Ok(next) };
                        at = next;
                    } else if next == bytes.len() {
                        return Err(Error::syntax(Syntax::EndInArray, next));
                    } else {
                        at = next;
                    }
                    continue;
                }
            }
            _ => at = literal(bytes, at)?,
        }
        // After a value.
        loop {
            if !watch.end(at) || depth == outside {
                return Ok(at);
            }
            at = space(bytes, at);
            let object = objects & 1 != 0;
            match bytes.get(at) {
                Some(b',') if object => {
                    let Some(next) = member(bytes, space(bytes, at + 1), watch, false)? else {
                        return Ok(at);
                    };
                    at = next;
                    break;
                }
                Some(b',') => {
                    at = space(bytes, at + 1);
                    if bytes.get(at) == Some(&b']') {
                        return Err(Error::syntax(Syntax::TrailingComma, at + 1));
                    }
                    watch.next();
                    break;
                }
                Some(b'}') if object => {}
                Some(b']') if !object => {}
                other => return Err(not_closed(other, at, object)),
            }
            watch.close();
            at += 1;
            depth -= 1;
            objects >>= 1;
        }
    }
}

/// Passes a key and its colon. `None` if the watcher ends the walk.
#[inline]
fn member<W: Watch>(bytes: &[u8], start: usize, watch: &mut W, first: bool) -> Result<Option<usize>, Error> {
    if bytes.get(start) != Some(&b'"') {
        return Err(no_key(bytes.get(start), start, first));
    }
    let end = text::skip(bytes, start + 1)?;
    let next = colon(bytes, end)?;
    Ok(watch.member(start, end).then_some(next))
}

/// Passes the colon after a key.
#[inline]
pub(super) fn colon(bytes: &[u8], at: usize) -> Result<usize, Error> {
    let at = space(bytes, at);
    match bytes.get(at) {
        Some(b':') => Ok(at + 1),
        Some(_) => Err(Error::syntax(Syntax::Colon, at + 1)),
        None => Err(Error::syntax(Syntax::EndInObject, at)),
    }
}

/// Passes `null`, `true` or `false`.
pub(super) fn literal(bytes: &[u8], at: usize) -> Result<usize, Error> {
    let word: &[u8] = match bytes.get(at) {
        Some(b'n') => b"null",
        Some(b't') => b"true",
        Some(b'f') => b"false",
        Some(0xef) if at == 0 && bytes.starts_with(b"\xef\xbb\xbf") => {
            return Err(Error::new(Problem::Mark, 3));
        }
        Some(_) => return Err(Error::syntax(Syntax::Value, at + 1)),
        None => return Err(Error::syntax(Syntax::EndInValue, at)),
    };
    let rest = &bytes[at..];
    let same = rest.iter().zip(word).take_while(|(left, right)| left == right).count();
    if same == word.len() {
        Ok(at + same)
    } else if same == rest.len() {
        Err(Error::syntax(Syntax::EndInValue, bytes.len()))
    } else {
        Err(Error::syntax(Syntax::Ident, at + same + 1))
    }
}

/// What is wrong where a key is due.
#[cold]
pub(super) fn no_key(found: Option<&u8>, at: usize, first: bool) -> Error {
    match found {
        None if first => Error::syntax(Syntax::EndInObject, at),
        None => Error::syntax(Syntax::EndInValue, at),
        Some(b'}') => Error::syntax(Syntax::TrailingComma, at + 1),
        Some(_) => Error::syntax(Syntax::KeyNotString, at + 1),
    }
}

/// What is wrong where a comma or the end is due.
#[cold]
pub(super) fn not_closed(found: Option<&u8>, at: usize, object: bool) -> Error {
    match (found, object) {
        (None, true) => Error::syntax(Syntax::EndInObject, at),
        (None, false) => Error::syntax(Syntax::EndInArray, at),
        (Some(_), true) => Error::syntax(Syntax::CommaOrBrace, at + 1),
        (Some(_), false) => Error::syntax(Syntax::CommaOrBracket, at + 1),
    }
}
