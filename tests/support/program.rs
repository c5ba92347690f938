//! Running the example programs.

use std::process::Command;

use super::child::run_to_end;

/// Runs an example program where the fixtures are: its exit code, and what it prints to standard output and to
/// standard error.
pub(crate) fn run(name: &str, arguments: &[&str], input: &str) -> (i32, String, String) {
    run_to_end(command(name).args(arguments), input.as_bytes())
}

/// An example program where the fixtures are.
pub(crate) fn command(name: &str) -> Command {
    // Tests run from `target/<profile>/deps`; examples are built beside it.
    let mut path = std::env::current_exe().expect("a path");
    path.pop();
    path.pop();
    path.push(format!("examples/{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "build the example programs first: cargo build --examples --all-features");
    let mut program = Command::new(path);
    program.current_dir(super::folder());
    program
}
