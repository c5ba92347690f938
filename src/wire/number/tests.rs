use std::time::Duration;

use super::Number;

fn read(text: &str) -> Result<Number, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn every_number_prints_back() {
    for (text, printed) in [
        ("0", "0"),
        ("-17", "-17"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"),
        ("9007199254740993", "9007199254740993"),
        ("0.010620000000000001", "0.010620000000000001"),
        ("88.0", "88"),
        ("-0.0", "-0.0"),
        ("1.5e3", "1500"),
        ("9007199254740991.0", "9007199254740991"),
        // As a double it is 1778576430000100096.
        ("1.7785764300001e18", "1.7785764300001e+18"),
    ] {
        let number = read(text).expect("reads");
        assert_eq!(serde_json::to_string(&number).expect("prints"), printed, "{text}");
    }
}

#[test]
fn doubles_beyond_64_bits_print_back() {
    for double in [1e300, 9_223_372_036_854_775_808.0, -1.5e19] {
        let printed = serde_json::to_string(&Number::from(double)).expect("prints");
        assert_eq!(printed.parse(), Ok(double));
    }
}

#[test]
fn whole_doubles_are_integers() {
    for (double, whole) in [
        (-0.0, Some(0)),
        (1e18, Some(1_000_000_000_000_000_000)),
        (-9_223_372_036_854_775_808.0, Some(i64::MIN)),
        (9_223_372_036_854_775_808.0, None),
        (0.5, None),
    ] {
        assert_eq!(Number::from(double).as_i64(), whole, "{double}");
    }
}

#[test]
fn equality_is_of_values() {
    assert_eq!(read("1.0"), read("1"));
    assert_eq!(read("-0.0"), read("0"));
    assert_ne!(read("9007199254740993"), read("9007199254740992.0"));
    assert!(read("0.5").expect("reads") == 0.5 && read("2").expect("reads") > 1.5);
}

#[test]
fn durations_are_refused_where_there_is_none() {
    assert_eq!(Number::from(41_683).as_milliseconds(), Some(Duration::from_millis(41_683)));
    assert_eq!(Number::from(0.5).as_milliseconds(), Some(Duration::from_micros(500)));
    assert_eq!(Number::from(41.5).as_seconds(), Some(Duration::from_millis(41_500)));
    for odd in [-1.0, f64::NAN, f64::INFINITY, 1e300] {
        assert_eq!((Number::from(odd).as_seconds(), Number::from(odd).as_milliseconds()), (None, None));
    }
}

#[test]
fn other_kinds_are_refused_by_kind() {
    for (text, message) in [
        ("\"Jane\"", "invalid type: a string, expected a number at line 1 column 6"),
        ("true", "invalid type: a boolean, expected a number at line 1 column 4"),
        ("{\"a\":1}", "invalid type: an object, expected a number at line 1 column 7"),
    ] {
        let error = read(text).expect_err(text);
        assert_eq!(error.split(" at ").next(), message.split(" at ").next());
    }
}
