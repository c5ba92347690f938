//! Figures as people read them.

/// A position, to the tenth of a second: `0:08.8`, `1:02:03.0`.
pub(crate) fn position(milliseconds: f64) -> String {
    let tenths = (milliseconds / 100.0).round();
    let (minutes, rest) = parts(tenths, 600.0);
    let (hours, minutes) = parts(minutes, 60.0);
    let seconds = rest / 10.0;
    if hours > 0.0 {
        format!("{hours}:{minutes:02}:{seconds:04.1}")
    } else {
        format!("{minutes}:{seconds:04.1}")
    }
}

/// A position or a length, to the second: `0:08`, `1:02:03`.
pub(crate) fn clock(milliseconds: f64) -> String {
    let (minutes, seconds) = parts((milliseconds / 1000.0).round(), 60.0);
    let (hours, minutes) = parts(minutes, 60.0);
    if hours > 0.0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A short time, in seconds.
pub(crate) fn seconds(milliseconds: f64) -> String {
    format!("{:.1} s", milliseconds / 1000.0)
}

/// A delay, in milliseconds as long as that reads well.
pub(crate) fn length(milliseconds: f64) -> String {
    if milliseconds < 100_000.0 { format!("{milliseconds:.0} ms") } else { clock(milliseconds) }
}

/// Any number, with few digits.
pub(crate) fn short(number: f64, decimals: usize) -> String {
    if number.abs() < 1e9 { format!("{number:.decimals$}") } else { format!("{number:.1e}") }
}

/// A number of things.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn parts(number: f64, unit: f64) -> (f64, f64) {
    let whole = (number / unit).floor();
    (whole, number - whole * unit)
}
