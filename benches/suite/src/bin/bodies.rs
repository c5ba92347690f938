//! Writes a generated body to standard output: `bodies large`, `bodies small`,
//! `bodies conversation N`, `bodies size BYTES`.

use std::process::ExitCode;

use benches::bodies;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse().ok();
    let body = match words[..] {
        ["large"] => Some(bodies::large()),
        ["small"] => Some(bodies::small()),
        ["medium"] => Some(bodies::medium()),
        ["foreign"] => Some(bodies::foreign()),
        ["conversation", count] => number(count).map(bodies::conversation),
        ["size", bytes] => number(bytes).map(bodies::of_size),
        _ => None,
    };
    let Some(body) = body else {
        eprintln!("usage: bodies large | foreign | medium | small | conversation MESSAGES | size BYTES");
        return ExitCode::from(2);
    };
    println!("{body}");
    ExitCode::SUCCESS
}
