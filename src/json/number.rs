//! Numbers: the grammar of JSON, and their values.

use super::{Error, Problem, Syntax};

/// A number as serde's visitors take it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Unsigned(u64),
    /// Below zero.
    Signed(i64),
    Double(f64),
}

/// A positive integer of at most 18 digits, and where it ends. `None` is any other number.
#[inline]
pub(super) fn short(bytes: &[u8], start: usize) -> Option<(u64, usize)> {
    let mut at = start;
    let mut value = 0u64;
    loop {
        match bytes.get(at) {
            Some(&byte @ b'0'..=b'9') => value = value.wrapping_mul(10).wrapping_add(u64::from(byte - b'0')),
            Some(b'.' | b'e' | b'E') => return None,
            _ => break,
        }
        at += 1;
    }
    let sound = at - start == 1 || (at - start).wrapping_sub(2) <= 16 && bytes.get(start) != Some(&b'0');
    sound.then_some((value, at))
}

/// The powers of ten that doubles hold, as far as they are needed here.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// The number at `start` if it has a fraction, no exponent and at most 15 digits, and where it
/// ends. `None` is any other, and anything else.
///
/// Digits and power of ten are exact as doubles, so their quotient is the nearest double.
pub(super) fn short_double(bytes: &[u8], start: usize) -> Option<(f64, usize)> {
    let negative = bytes.get(start) == Some(&b'-');
    let first = start + usize::from(negative);
    let (mut at, mut digits, mut point) = (first, 0_u64, None);
    loop {
        match (bytes.get(at), point) {
            (Some(&byte @ b'0'..=b'9'), _) => digits = digits * 10 + u64::from(byte - b'0'),
            (Some(b'.'), None) => point = Some(at),
            (Some(b'e' | b'E' | b'.'), _) => return None,
            _ => break,
        }
        at += 1;
        if at - first > 16 {
            return None;
        }
    }
    let whole = point? - first;
    let fraction = at - point? - 1;
    let sound = whole == 1 || whole > 1 && bytes.get(first) != Some(&b'0');
    if !sound || fraction == 0 {
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "15 digits are below 2^53")]
    let double = digits as f64 / TENS.get(fraction)?;
    Some((if negative { -double } else { double }, at))
}

/// Checks the grammar of the number at `start`. Gives its end and whether it is an integer.
#[inline]
pub(super) fn end(bytes: &[u8], start: usize) -> Result<(usize, bool), Error> {
    let mut at = start + usize::from(bytes.get(start) == Some(&b'-'));
    match bytes.get(at) {
        Some(b'0') => {
            at += 1;
            if let Some(b'0'..=b'9') = bytes.get(at) {
                return Err(Error::syntax(Syntax::Number, at + 1));
            }
        }
        Some(b'1'..=b'9') => at = digits(bytes, at + 1),
        other => return Err(no_digit(other, at)),
    }
    let mut integer = true;
    if bytes.get(at) == Some(&b'.') {
        integer = false;
        at = some_digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        integer = false;
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = some_digits(bytes, at)?;
    }
    Ok((at, integer))
}

#[inline]
fn digits(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    at
}

#[inline]
fn some_digits(bytes: &[u8], at: usize) -> Result<usize, Error> {
    let end = digits(bytes, at);
    if end == at { Err(no_digit(bytes.get(at), at)) } else { Ok(end) }
}

#[cold]
fn no_digit(found: Option<&u8>, at: usize) -> Error {
    match found {
        Some(_) => Error::syntax(Syntax::Number, at + 1),
        None => Error::syntax(Syntax::EndInValue, at),
    }
}

/// The value of a number that `end` has checked. `None` if no double holds it.
pub(super) fn value(text: &str, integer: bool) -> Option<Number> {
    if integer {
        if text.starts_with('-') {
            if let Ok(signed @ ..0) = text.parse() {
                return Some(Number::Signed(signed));
            }
        } else if let Ok(unsigned) = text.parse() {
            return Some(Number::Unsigned(unsigned));
        }
    }
    text.parse().ok().filter(|double: &f64| double.is_finite()).map(Number::Double)
}

/// What a reader needs of a number that is wrong.
#[cold]
pub(super) fn out_of_range(at: usize) -> Error {
    Error::new(Problem::OutOfRange, at)
}

/// Whether a double does not say all that the text of a number says: the text it is printed as,
/// the shortest, is another decimal number.
#[inline]
pub(super) fn is_rounded(text: &str, double: f64) -> bool {
    // At most 15 digits and a point, and no exponent: always exact.
    (text.len() > 16 || text.bytes().any(|byte| matches!(byte, b'e' | b'E'))) && is_rounded_long(text, double)
}

fn is_rounded_long(text: &str, double: f64) -> bool {
    // Shorter than 25 bytes, whatever the double.
    let mut buffer = [0; 32];
    let mut room = &mut buffer[..];
    if serde_json::to_writer(&mut room, &double).is_err() {
        return true;
    }
    let left = room.len();
    let printed = buffer.get(..buffer.len() - left).unwrap_or_default();
    printed != text.as_bytes()
        && std::str::from_utf8(printed)
            .map_or(true, |printed| !Decimal::of(text).equals(&Decimal::of(printed)))
}

/// A decimal number without the zeros around it.
struct Decimal<'a> {
    /// From the first digit that is not zero to the last; there may be a point between them.
    digits: &'a str,
    /// The power of ten of the first digit.
    exponent: i64,
}

impl<'a> Decimal<'a> {
    fn of(text: &'a str) -> Self {
        let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let digits = mantissa.trim_start_matches(['-', '0', '.']);
        let before = mantissa.len() - digits.len();
        let digits = digits.trim_end_matches(['0', '.']);
        let point = mantissa.find('.').unwrap_or(mantissa.len());
        // The first digit is before the point or after it.
        let exponent = if before < point { difference(point, before) - 1 } else { difference(point, before) };
        Decimal { digits, exponent: exponent.saturating_add(power_of_ten(power)) }
    }

    fn significant(&self) -> impl Iterator<Item = u8> {
        self.digits.bytes().filter(u8::is_ascii_digit)
    }

    fn equals(&self, other: &Decimal<'_>) -> bool {
        self.significant().eq(other.significant())
            && (self.digits.is_empty() || self.exponent == other.exponent)
    }
}

fn difference(left: usize, right: usize) -> i64 {
    let size = i64::try_from(left.abs_diff(right)).unwrap_or(i64::MAX);
    if left < right { -size } else { size }
}

/// An exponent as written; more than an `i64` holds stays at the end of its range.
fn power_of_ten(text: &str) -> i64 {
    let end = if text.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
    text.parse().unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(text: &str) -> bool {
        match value(text, false) {
            Some(Number::Double(double)) => is_rounded(text, double),
            _ => panic!("{text} is no double"),
        }
    }

    #[test]
    fn short_integers() {
        assert_eq!(short(b"0,", 0), Some((0, 1)));
        assert_eq!(short(b" 120", 1), Some((120, 4)));
        assert_eq!(short(b"999999999999999999]", 0), Some((999_999_999_999_999_999, 18)));
        for text in ["1000000000000000000", "00", "01", "1.", "1e", "0E", "", "-1", "x"] {
            assert_eq!(short(text.as_bytes(), 0), None, "{text}");
        }
    }

    #[test]
    fn short_doubles() {
        for text in
            ["0.1", "-0.0", "41.676", "0.00000000000001", "99999.9999999999", "1.0", "-12345678901234.5"]
        {
            let expected = text.parse::<f64>().expect("a number");
            let (double, end) = short_double(text.as_bytes(), 0).expect(text);
            assert_eq!((double.to_bits(), end), (expected.to_bits(), text.len()), "{text}");
        }
        for text in [
            "1",
            "1.",
            ".5",
            "00.1",
            "01.5",
            "1.5e3",
            "1.2.3",
            "-",
            "-.1",
            "0.000000000000001",
            "0.1234567890123456",
            "",
        ] {
            assert_eq!(short_double(text.as_bytes(), 0), None, "{text}");
        }
    }

    #[test]
    fn what_doubles_hold() {
        let zeros = "0".repeat(400);
        let tiny = format!("0.{zeros}1e401");
        let huge = format!("1{zeros}e-400");
        for text in [
            "0.1",
            "1.0",
            "0.0",
            "-0",
            "-0.0e5",
            "1e5",
            "100e-2",
            "5e-324",
            "1.7976931348623157e308",
            "1E+02",
        ]
        .into_iter()
        .chain(["1.000000000000000000000000", "0.00000000000000000000000000012", "18446744073709551616"])
        .chain(["123456789012345.6", "0.30000000000000004", "9007199254740993e1", &tiny, &huge])
        {
            assert_eq!(
                rounded(text),
                text == "18446744073709551616" || text == "9007199254740993e1",
                "{text}"
            );
        }
    }

    #[test]
    fn what_they_do_not_hold() {
        for text in [
            "1e-400",
            "-1e-400",
            "0.1000000000000000055511151231257827",
            "1.7976931348623158079e308",
            "3e-324",
            "4.9e-324",
            "123456789012345678901",
            "1e-99999999999999999999",
            "0.30000000000000000",
        ] {
            assert_eq!(rounded(text), text != "0.30000000000000000", "{text}");
        }
    }

    #[test]
    fn values() {
        assert_eq!(value("-0", true), Some(Number::Double(-0.0)));
        assert_eq!(value("-9223372036854775808", true), Some(Number::Signed(i64::MIN)));
        assert_eq!(value("18446744073709551615", true), Some(Number::Unsigned(u64::MAX)));
        assert_eq!(value("1e309", false), None);
    }
}
