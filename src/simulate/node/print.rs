//! Values as JSON text.

use std::fmt::Display;
use std::io::Write as _;

use super::Node;

impl Node {
    /// The JSON text.
    pub(in crate::simulate) fn print(&self) -> Vec<u8> {
        let mut text = Vec::new();
        self.print_to(&mut text);
        text
    }

    fn print_to(&self, text: &mut Vec<u8>) {
        match self {
            Self::Absent | Self::Null => text.extend_from_slice(b"null"),
            Self::Boolean(boolean) => print(text, boolean),
            Self::Whole(whole) => print(text, whole),
            Self::Decimal(digits, places) => print_decimal(text, *digits, *places),
            Self::Double(double) => print(text, double),
            Self::Digits(digits) => text.extend_from_slice(digits.as_bytes()),
            Self::Text(string) => print_text(text, string),
            Self::Array(elements) => {
                text.push(b'[');
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        text.push(b',');
                    }
                    element.print_to(text);
                }
                text.push(b']');
            }
            Self::Object(members) => {
                text.push(b'{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        text.push(b',');
                    }
                    print_text(text, name);
                    text.push(b':');
                    value.print_to(text);
                }
                text.push(b'}');
            }
            Self::Shared(printed) => text.extend_from_slice(&printed.text),
        }
    }
}

/// Writing to a vector cannot fail.
fn print(text: &mut Vec<u8>, value: &impl Display) {
    let _ = write!(text, "{value}");
}

fn print_text(text: &mut Vec<u8>, string: &str) {
    let _ = serde_json::to_writer(text, string);
}

fn print_decimal(text: &mut Vec<u8>, digits: i64, places: usize) {
    let sign = if digits < 0 { "-" } else { "" };
    let printed = format!("{:0>width$}", digits.unsigned_abs(), width = places + 1);
    let (whole, fraction) = printed.split_at(printed.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    print(text, &format_args!("{sign}{whole}{point}{fraction}"));
}
