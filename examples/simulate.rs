//! Prints bodies as the platform posts them, made from a seed: one a line, in the order of delivery.
//!
//! `cargo run --features simulate --example simulate -- [--family server-message|campaign|workflow]
//! [--seed N] [--calls N] [--turns N] [--assistant FILE] [--set POINTER=JSON]… [--mishap NAME]…`
//!
//! With several calls, the second has the next seed, and so on; of a campaign it is the number of people
//! called, of a workflow that of runs. A value that is set goes into the calls that have its place; if none
//! has it, that is reported at the end. `--mishap list` names the mishaps. Exit 0
//! when all went well, 1 when nothing can be simulated as asked, 2 for wrong usage.

#[path = "support/line.rs"]
mod line;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind, Write as _};
use std::process::ExitCode;

use interactly_webhooks::Family;
use interactly_webhooks::message::Assistant;
use interactly_webhooks::simulate::{Bodies, Call, Campaign, Mishap, SimulateError, Workflow};
use line::{name, say};
use serde_json::Value;

const USAGE: &str = "usage: simulate [--family server-message|campaign|workflow] [--seed N] [--calls N] \
    [--turns N] [--assistant FILE] [--set POINTER=JSON]... [--mishap NAME]...";

struct Asked {
    family: Family,
    seed: u64,
    calls: Option<usize>,
    turns: Option<usize>,
    assistant: Option<OsString>,
    values: Vec<(String, Value)>,
    mishaps: Vec<String>,
}

fn main() -> ExitCode {
    let Some(asked) = arguments() else {
        say(USAGE);
        return ExitCode::from(2);
    };
    let done = if asked.mishaps.iter().any(|name| name == "list") { list() } else { run(&asked) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say(&message);
            ExitCode::FAILURE
        }
    }
}

/// Prints the mishaps.
fn list() -> Result<(), String> {
    let lines = Mishap::ALL.map(|mishap| format!("{mishap}: {}\n", mishap.description()));
    unless_closed(io::stdout().write_all(lines.concat().as_bytes()))
}

/// What failed, unless it is that nobody reads any more.
fn unless_closed(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(text),
    }
}

/// The command line, or nothing if it cannot be read.
fn arguments() -> Option<Asked> {
    let mut asked = Asked {
        family: Family::ServerMessage,
        seed: 1,
        calls: None,
        turns: None,
        assistant: None,
        values: Vec::new(),
        mishaps: Vec::new(),
    };
    let mut arguments = std::env::args_os().skip(1);
    while let Some(flag) = arguments.next() {
        let value = arguments.next()?;
        let text = value.to_str();
        match flag.to_str()? {
            "--family" => asked.family = family(text?)?,
            "--seed" => asked.seed = text?.parse().ok()?,
            "--calls" => asked.calls = Some(text?.parse().ok()?),
            "--turns" => asked.turns = Some(text?.parse().ok()?),
            "--assistant" => asked.assistant = Some(value),
            "--set" => {
                let (pointer, json) = text?.split_once('=')?;
                asked.values.push((pointer.to_owned(), serde_json::from_str(json).ok()?));
            }
            "--mishap" => asked.mishaps.push(text?.to_owned()),
            _ => return None,
        }
    }
    let of_calls = asked.turns.is_some() || asked.assistant.is_some();
    (asked.family == Family::ServerMessage || !of_calls).then_some(asked)
}

fn family(name: &str) -> Option<Family> {
    Family::ALL.into_iter().find(|family| family.as_str() == name && *family != Family::Unknown)
}

fn run(asked: &Asked) -> Result<(), String> {
    let mishaps: Vec<Mishap> =
        asked.mishaps.iter().map(|name| name.parse()).collect::<Result<_, _>>().map_err(text)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let of_many =
        asked.values.iter().filter(|_| asked.calls > Some(1) && asked.family == Family::ServerMessage);
    let unplaced = RefCell::new(of_many.map(|(pointer, _)| pointer.clone()).collect::<BTreeSet<_>>());
    for bodies in simulations(asked, &mishaps, &unplaced)? {
        for body in bodies.map_err(text)? {
            let written = out.write_all(body.as_bytes()).and_then(|()| out.write_all(b"\n"));
            match written {
                // Nobody reads any more.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                other => other.map_err(text)?,
            }
        }
    }
    unless_closed(out.flush())?;
    match unplaced.into_inner().first() {
        Some(pointer) => Err(text(SimulateError::Place(pointer.clone()))),
        None => Ok(()),
    }
}

/// One simulation after another, each made when it is its turn. A campaign and a workflow are one. Takes the
/// places out of `unplaced` that a call has.
fn simulations<'a>(
    asked: &'a Asked,
    mishaps: &'a [Mishap],
    unplaced: &'a RefCell<BTreeSet<String>>,
) -> Result<Box<dyn Iterator<Item = Result<Bodies, SimulateError>> + 'a>, String> {
    macro_rules! changed {
        ($simulation:expr, $values:expr) => {{
            let simulation =
                mishaps.iter().fold($simulation, |simulation, mishap| simulation.mishap(*mishap));
            $values.fold(simulation, |simulation, (pointer, value)| simulation.set(pointer, value.clone()))
        }};
    }
    let assistant = asked.assistant.as_ref().map(read).transpose()?;
    match asked.family {
        Family::Campaign => {
            let campaign = changed!(Campaign::from_seed(asked.seed), asked.values.iter());
            let campaign = asked.calls.into_iter().fold(campaign, Campaign::calls);
            return Ok(Box::new(std::iter::once(campaign.bodies())));
        }
        Family::Workflow => {
            let workflow = changed!(Workflow::from_seed(asked.seed), asked.values.iter());
            let workflow = asked.calls.into_iter().fold(workflow, Workflow::runs);
            return Ok(Box::new(std::iter::once(workflow.bodies())));
        }
        Family::ServerMessage => {}
        other => return Err(text(format_args!("{other}: no body of this family can be simulated"))),
    }
    let calls = asked.calls.unwrap_or(1);
    if calls == 0 {
        return Err(text("calls: found 0, expected at least 1"));
    }
    Ok(Box::new((0..calls).map(move |index| {
        let mut call = Call::from_seed(asked.seed.wrapping_add(index as u64));
        if let Some(turns) = asked.turns {
            call = call.turns(turns);
        }
        if let Some(assistant) = &assistant {
            call = call.assistant(assistant.clone());
        }
        // Whatever some calls have and others have not is left out of these.
        let mut values: Vec<_> = asked.values.iter().collect();
        loop {
            match changed!(call.clone(), values.iter().copied()).bodies() {
                Err(SimulateError::Place(place)) if calls > 1 => {
                    values.retain(|(pointer, _)| *pointer != place);
                }
                bodies => {
                    let mut unplaced = unplaced.borrow_mut();
                    unplaced.retain(|pointer| !values.iter().any(|(placed, _)| placed == pointer));
                    return bodies;
                }
            }
        }
    })))
}

fn read(file: &OsString) -> Result<Assistant, String> {
    let name = name(&file.to_string_lossy());
    let bytes = if file == "-" {
        io::read_to_string(io::stdin()).map(String::into_bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| format!("{name}: : {error}"))?;
    Assistant::from_slice(&bytes).map_err(|error| format!("{name}: {}: {}", error.pointer(), error.message()))
}

#[allow(clippy::needless_pass_by_value, reason = "it is called by map_err")]
fn text(error: impl std::fmt::Display) -> String {
    format!("simulate: {error}")
}
