//! Whether a double says all that the text of a number says.

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
    use super::super::{Number, number};
    use super::*;

    fn rounded(text: &str) -> bool {
        match number::value(text, false) {
            Some(Number::Double(double)) => is_rounded(text, double),
            _ => panic!("{text} is no double"),
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
}
