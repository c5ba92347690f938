//! Bodies as the platform posts them, from the crate's own simulation.
//!
//! This file says how large the parts of a body are. Its members, their order and their forms, and how the
//! figures agree, are the simulation's.

use interactly_webhooks::ServerMessageRequest;
use interactly_webhooks::message::assistant::{Assistant, Language};
use interactly_webhooks::simulate::{Bodies, Body, Call};

/// How large the parts of a report are.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Bytes of the assistant's prompt.
    pub prompt: usize,
    /// Entries of the assistant's voice list.
    pub voices: usize,
    /// How many of the messages are kept, with their metrics.
    pub messages: usize,
    /// How many times the person speaks; the arrays in `callStats` follow from it.
    pub turns: usize,
    /// Whether the words are Spanish, German, Hindi and Chinese ones.
    pub is_foreign: bool,
}

/// A call without a `hang` and an `error`, so that each update has one message more than the one before.
const SEED: u64 = 9;

/// An end-of-call report with everything in it: the complete assistant with a long prompt and many voices,
/// the messages with their metrics, all call statistics. About 170 KB.
#[must_use]
pub fn large() -> String {
    report(&Sizes { prompt: 66_000, voices: 24, messages: 70, turns: 138, is_foreign: false })
}

/// The same with about half of it, in words that are not ASCII. About 80 KB.
#[must_use]
pub fn foreign() -> String {
    report(&Sizes { prompt: 26_000, voices: 10, messages: 40, turns: 70, is_foreign: true })
}

/// A report of about 15 KB: a few messages and turns.
#[must_use]
pub fn medium() -> String {
    report(&Sizes { prompt: 1_400, voices: 1, messages: 8, turns: 6, is_foreign: false })
}

/// A status update of about 5 KB: the complete assistant with a typical prompt.
#[must_use]
pub fn small() -> String {
    let call = Call::from_seed(SEED).assistant(assistant(1_400, 1, false));
    text(bodies(&call).nth(1))
}

/// A conversation update with this many messages, and the assistant as it usually is there.
#[must_use]
pub fn conversation(messages: usize) -> String {
    // Each turn has a message at least, and there are two or three before the first of them.
    text(bodies(&Call::from_seed(SEED).turns(messages.clamp(1, 10_000))).nth(2 + messages))
}

/// A conversation of 5,000 messages, of which this many have a number for an id.
#[must_use]
pub fn deviating(count: usize) -> String {
    conversation(5_000).replacen("\"messageId\":\"", "\"messageId\":1,\"x\":\"", count)
}

/// The parts of [`large`], each grown or shrunk alike, to about this many bytes (from 10 KB).
#[must_use]
pub fn of_size(bytes: usize) -> String {
    // What each body has once has 6 KB.
    let part = |large: usize| (large * bytes.saturating_sub(6_500)).div_ceil(161_600);
    report(&Sizes {
        prompt: part(66_000),
        voices: part(24),
        messages: part(70),
        turns: part(138),
        is_foreign: false,
    })
}

/// A report with parts of these sizes.
///
/// # Panics
///
/// With no turns: there is no such call.
#[must_use]
pub fn report(sizes: &Sizes) -> String {
    let assistant = assistant(sizes.prompt, sizes.voices, sizes.is_foreign);
    let call = Call::from_seed(SEED).turns(sizes.turns).assistant(assistant.clone());
    let report = text(bodies(&call).last());
    let mut messages = parsed(&report).message.messages.expect("messages");
    messages.truncate(sizes.messages);
    // In production a report has two members of the assistant. The rest stays as it was, with its `null`s.
    let (head, _) = report.split_once(",\"assistant\":{").expect("an assistant");
    let (_, tail) = report.rsplit_once(",\"phone\":").expect("a phone");
    let [assistant, messages] = [serde_json::to_string(&assistant), serde_json::to_string(&messages)]
        .map(|part| part.expect("prints"));
    format!("{head},\"assistant\":{assistant},\"messages\":{messages},\"phone\":{tail}")
}

/// The complete assistant, with a prompt of about this many bytes, and this many voices.
fn assistant(prompt: usize, voices: usize, is_foreign: bool) -> Assistant {
    let languages = if is_foreign { &["es", "hi", "de", "zh"][..] } else { &["en-US"] };
    let mut assistant = speaking(languages[0]);
    assistant.assistant_system_prompt = Some(words(prompt, languages));
    let speech = assistant.config.as_mut().and_then(|config| config.speech.as_mut()).expect("its speech");
    let voice = speech.tts_data.as_ref().and_then(|voices| voices.first()).expect("a voice").clone();
    speech.tts_data = Some(vec![voice; voices]);
    assistant
}

/// The assistant as a call's second status update has it, for this language.
fn speaking(language: &str) -> Assistant {
    let update = parsed(&text(bodies(&Call::from_seed(SEED)).nth(1)));
    let mut assistant = *update.message.assistant.expect("a complete assistant");
    let speech = assistant.config.as_mut().and_then(|config| config.speech.as_mut()).expect("its speech");
    speech.stt.as_mut().expect("a transcriber").language = Some(Language::from(language));
    assistant
}

/// About this many bytes of a prompt: what is said in calls of these languages, three messages a line.
fn words(bytes: usize, languages: &[&str]) -> String {
    let calls = languages.iter().map(|language| {
        let bodies = bodies(&Call::from_seed(SEED).turns(100).assistant(speaking(language)));
        let said = parsed(&text(bodies.last())).message.messages.expect("messages");
        said.into_iter().filter_map(|message| message.text).collect::<Vec<_>>()
    });
    let calls: Vec<_> = calls.collect();
    let mut prompt = String::new();
    for line in 0.. {
        if prompt.len() >= bytes {
            break;
        }
        let said = &calls[line % calls.len()];
        let said = [0, 1, 2].map(|next| &*said[(line + next) % said.len()]).join(" ");
        let (before, behind) = [("- ", "\n"), ("Say: \"", "\"\n\n"), ("", "\n"), ("", "\n")][line % 4];
        prompt.extend([before, &said, behind]);
    }
    prompt
}

fn bodies(call: &Call) -> Bodies {
    call.bodies().expect("nothing was asked for that is not there")
}

fn text(body: Option<Body>) -> String {
    String::from_utf8(body.expect("so many bodies").into_bytes()).expect("UTF-8")
}

fn parsed(body: &str) -> ServerMessageRequest {
    ServerMessageRequest::from_slice(body.as_bytes()).expect("sound")
}
