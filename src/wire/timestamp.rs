//! Points in time, in whichever form they came.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::Number;

/// A point in time: epoch milliseconds or ISO 8601 text, printed back in the form that came.
///
/// Both forms occur for the same member (`messages[].timestamp`), and text may be empty
/// for "not yet". Text that is not a time is kept too; validation reports it.
///
/// `==` compares what came, form included; `<` and `>` compare the times. Two forms of the same
/// time are neither before nor after each other; nor is a text that is not a time. To
/// sort, or to ask whether two times are the same, compare [`at`](Self::at).
///
/// ```
/// use interactly_webhooks::wire::Timestamp;
///
/// let number = Timestamp::from(1_772_702_480_281);
/// let text = Timestamp::from("2026-03-05T09:21:20.281Z");
/// assert_eq!(number.at(), text.at());
/// assert_ne!(number, text);
/// assert!(number < Timestamp::from("2026-03-05T09:21:21Z"));
/// ```
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Timestamp(Held);

#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Held {
    Number(Number),
    Text(Box<str>),
}

impl Timestamp {
    /// The time, if the form is one: a number, or text of thirteen digits from `1`, as milliseconds since the
    /// Unix epoch (a fraction is kept to the nanosecond, as far as a double holds it), other
    /// text by RFC 3339. `None` for empty text, for other text, and beyond the year 9999.
    #[must_use]
    pub fn at(&self) -> Option<OffsetDateTime> {
        match &self.0 {
            Held::Number(number) => from_milliseconds(*number),
            // The years 2001 to 2033. Other digits may be a phone number; one that begins with 1 has eleven.
            Held::Text(text)
                if text.len() == 13
                    && text.starts_with('1')
                    && text.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                from_milliseconds(text.parse::<i64>().ok()?.into())
            }
            Held::Text(text) => OffsetDateTime::parse(text, &Rfc3339).ok(),
        }
    }

    /// Milliseconds since the Unix epoch, if the form is a time ([`at`](Self::at)); a fraction is
    /// dropped. What a row of a database stores.
    #[must_use]
    pub fn unix_milliseconds(&self) -> Option<i64> {
        // What the platform sends; up to the year 9999 each is a time, and costs no calendar.
        if let Held::Number(number) = &self.0
            && let Some(whole @ 0..=253_402_300_799_999) = number.as_i64()
        {
            return Some(whole);
        }
        i64::try_from(self.at()?.unix_timestamp_nanos().div_euclid(1_000_000)).ok()
    }

    /// The text, if it came as text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Held::Text(text) => Some(text),
            Held::Number(_) => None,
        }
    }

    /// The number of milliseconds, if it came as a number.
    #[must_use]
    pub fn as_number(&self) -> Option<Number> {
        match &self.0 {
            Held::Number(number) => Some(*number),
            Held::Text(_) => None,
        }
    }

    /// Whether it came as the empty string, which stands for "not yet".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_text().is_some_and(str::is_empty)
    }
}

fn from_milliseconds(number: Number) -> Option<OffsetDateTime> {
    let nanoseconds = match number.as_i64() {
        Some(whole) => i128::from(whole) * 1_000_000,
        None if number.as_f64().abs() < 1e15 => {
            let (whole, fraction) = (number.as_f64().floor(), number.as_f64().rem_euclid(1.0));
            #[allow(clippy::cast_possible_truncation, reason = "below 1e15, and below 1e6")]
            let (whole, fraction) = (whole as i128, (fraction * 1e6).round() as i128);
            whole * 1_000_000 + fraction
        }
        None => return None,
    };
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()
}

impl From<i64> for Timestamp {
    /// Milliseconds since the Unix epoch.
    fn from(milliseconds: i64) -> Self {
        Self(Held::Number(milliseconds.into()))
    }
}

impl From<Number> for Timestamp {
    /// Milliseconds since the Unix epoch.
    fn from(milliseconds: Number) -> Self {
        Self(Held::Number(milliseconds))
    }
}

impl From<OffsetDateTime> for Timestamp {
    /// Milliseconds since the Unix epoch, as the platform writes the times of events and messages;
    /// what is below a millisecond is dropped.
    fn from(time: OffsetDateTime) -> Self {
        let milliseconds = time.unix_timestamp_nanos().div_euclid(1_000_000);
        // The years of an `OffsetDateTime` fit.
        i64::try_from(milliseconds).unwrap_or_default().into()
    }
}

impl From<&str> for Timestamp {
    /// ISO 8601 text, kept as it is.
    fn from(text: &str) -> Self {
        Self(Held::Text(text.into()))
    }
}

impl From<String> for Timestamp {
    /// ISO 8601 text, kept as it is.
    fn from(text: String) -> Self {
        Self(Held::Text(text.into()))
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        Some(self.at()?.cmp(&other.at()?)).filter(|order| order.is_ne())
    }
}

impl fmt::Display for Timestamp {
    /// The form on the wire, text without quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Held::Number(number) => fmt::Display::fmt(number, f),
            Held::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for Timestamp {
    /// The form on the wire; of text that is not a time, the length only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_text() {
            Some(text) if self.at().is_none() => write!(f, "text({} bytes)", text.len()),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Timestamp;

    fn read(text: &str) -> Timestamp {
        serde_json::from_str(text).expect("reads")
    }

    #[test]
    fn every_form_prints_back() {
        for text in [
            "1772702480281",
            "0",
            "-5",
            "18446744073709551615",
            "1772702480281.5",
            "\"\"",
            "\"2026-03-05T09:21:20.281Z\"",
            "\"2026-03-05T10:21:20.281000+01:00\"",
            "\"1772702480281\"",
            "\"yesterday\"",
        ] {
            assert_eq!(serde_json::to_string(&read(text)).expect("prints"), text);
        }
        assert_eq!(serde_json::to_string(&read("1.772702480281e12")).expect("prints"), "1772702480281");
    }

    #[test]
    fn every_form_that_is_a_time_gives_it() {
        let at = read("1772702480281").at().expect("a time");
        for text in ["\"2026-03-05T09:21:20.281Z\"", "\"2026-03-05T10:21:20.281+01:00\"", "\"1772702480281\""]
        {
            assert_eq!(read(text).at(), Some(at), "{text}");
        }
        for text in
            ["\"\"", "\"yesterday\"", "\"+15550100123\"", "\"15550100123\"", "18446744073709551615", "1e300"]
        {
            assert_eq!(read(text).at(), None, "{text}");
        }
        assert_eq!(format!("{:?}", read("\"4915550100123\"")), "text(13 bytes)");
        let half = read("1772702480281.5").at().expect("a time");
        assert_eq!(half - at, time::Duration::microseconds(500));
    }

    #[test]
    fn the_order_is_that_of_the_times() {
        let times = ["-1", "0", "\"2026-03-05T10:21:20.280+01:00\"", "1772702480281", "1772702480281.5"];
        for (place, early) in times.iter().enumerate() {
            for (other, late) in times.iter().enumerate() {
                assert_eq!(read(early).partial_cmp(&read(late)), Some(place.cmp(&other)), "{early} {late}");
            }
        }
        let (number, text) = (read("1772702480281"), read("\"2026-03-05T09:21:20.281Z\""));
        assert_eq!((number.partial_cmp(&text), number == text), (None, false));
        for none in ["\"\"", "\"yesterday\"", "1e300"] {
            assert_eq!(read(none).partial_cmp(&number), None, "{none}");
            assert_eq!(read(none).partial_cmp(&read(none)), Some(Ordering::Equal), "{none}");
        }
    }

    #[test]
    fn milliseconds_are_whole_and_never_after_the_time() {
        for (text, milliseconds) in [
            ("1772702480281.9", Some(1_772_702_480_281)),
            ("-0.5", Some(-1)),
            ("\"1969-12-31T23:59:59.9995Z\"", Some(-1)),
            ("\"2026-03-05T09:21:20.281Z\"", Some(1_772_702_480_281)),
            ("253402300799999", Some(253_402_300_799_999)),
            ("253402300800000", None),
            ("\"\"", None),
        ] {
            assert_eq!(read(text).unix_milliseconds(), milliseconds, "{text}");
        }
        let at = time::OffsetDateTime::from_unix_timestamp_nanos(-500_000).expect("a time");
        assert_eq!(Timestamp::from(at), Timestamp::from(-1));
    }

    #[test]
    fn debug_shows_times_only() {
        let shown = |text| format!("{:?}", read(text));
        assert_eq!(shown("1772702480281"), "1772702480281");
        assert_eq!(shown("\"2026-03-05T09:21:20.281Z\""), "2026-03-05T09:21:20.281Z");
        assert_eq!(shown("\"Jane Doe\""), "text(8 bytes)");
    }
}
