//! What must hold for any bytes, as plain functions. `fuzz_targets` hands them to libFuzzer; a test of the
//! workspace runs them on stable over the fixtures, the seeds and some changes of both.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../support/compare.rs"]
mod compare;
mod given;
mod head;
mod lenient;
mod record;
mod redact;
mod referee;
mod simulate;
pub mod spans;
mod validate;

pub use self::head::check as head;
pub use self::lenient::check as lenient;
pub use self::record::check as record;
pub use self::redact::check as redact;
pub use self::referee::check as referee;
pub use self::simulate::check as simulate;
pub use self::validate::check as validate;

/// A target: panics where a promise is broken, and says whether the input is one to go on from.
pub type Target = fn(&[u8]) -> bool;

/// All targets, by name.
pub const TARGETS: [(&str, Target); 7] = [
    ("head", head),
    ("lenient", lenient),
    ("record", record),
    ("redact", redact),
    ("referee", referee),
    ("simulate", simulate),
    ("validate", validate),
];

/// A text that the mutations put into bodies, to see where it comes out again.
const MARKER: &str = "Zebra";

/// A line for a log or a terminal: no character in it ends the line, or moves the cursor.
fn said(line: &str) {
    assert!(!line.contains(char::is_control), "{line:?}");
}
