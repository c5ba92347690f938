//! Bodies like those of the platform, made up from a seed.
//!
//! The members, their order and their forms are those of real bodies; the words, names and
//! numbers are random, so that no two strings are alike and every number has its usual
//! length.

mod fill;

use fill::Random;

/// How large the parts of a body are.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Bytes of the assistant's prompt; no complete assistant is sent if 0.
    pub prompt: usize,
    /// Entries of the assistant's voice list.
    pub voices: usize,
    /// Elements of `messages`, with metrics; `messages` is not sent if 0.
    pub messages: usize,
    /// Elements of each array in `callStats`; there is no report if 0.
    pub turns: usize,
    /// Whether the words are Spanish, French, Hindi and Chinese ones.
    pub is_foreign: bool,
}

const CALL: &str = include_str!("bodies/call.txt");
const REPORT: &str = include_str!("bodies/report.txt");
const ASSISTANT: &str = include_str!("bodies/assistant.txt");
const VOICE: &str = include_str!("bodies/voice.txt");
const USER_MESSAGE: &str = include_str!("bodies/user-message.txt");
const ASSISTANT_MESSAGE: &str = include_str!("bodies/assistant-message.txt");

/// An end-of-call report with everything in it: the complete assistant with a long prompt
/// and many voices, 60 messages with metrics, all call statistics. About 170 KB.
#[must_use]
pub fn large() -> String {
    body(&Sizes { prompt: 66_000, voices: 24, messages: 60, turns: 160, is_foreign: false })
}

/// The same with half of it, in words that are not ASCII. About 85 KB.
#[must_use]
pub fn foreign() -> String {
    body(&Sizes { prompt: 22_000, voices: 10, messages: 35, turns: 75, is_foreign: true })
}

/// A report of about 15 KB: a few messages and turns.
#[must_use]
pub fn medium() -> String {
    body(&Sizes { prompt: 300, voices: 1, messages: 6, turns: 6, is_foreign: false })
}

/// A status update of about 5 KB: the complete assistant with a short prompt.
#[must_use]
pub fn small() -> String {
    body(&Sizes { prompt: 100, voices: 0, messages: 0, turns: 0, is_foreign: false })
}

/// A conversation update with this many messages, and the assistant as it usually is there.
#[must_use]
pub fn conversation(messages: usize) -> String {
    body(&Sizes { prompt: 0, voices: 0, messages, turns: 0, is_foreign: false })
}

/// A conversation of 5,000 messages, of which this many have a number for an id.
#[must_use]
pub fn deviating(count: usize) -> String {
    conversation(5_000).replacen("\"messageId\":\"", "\"messageId\":1,\"x\":\"", count)
}

/// The parts of [`large`], each grown or shrunk alike, to about this many bytes (from 10 KB).
#[must_use]
pub fn of_size(bytes: usize) -> String {
    // What stands in each body once has 7 KB.
    let part = |large: usize| (large * bytes.saturating_sub(7_600)).div_ceil(161_400);
    body(&Sizes {
        prompt: part(66_000),
        voices: part(24),
        messages: part(60),
        turns: part(160),
        is_foreign: false,
    })
}

/// A body with parts of these sizes.
#[must_use]
pub fn body(sizes: &Sizes) -> String {
    let mut random = Random::new(0x1a7e, sizes.is_foreign);
    let random = &mut random;
    let kind = match sizes {
        Sizes { turns: 1.., .. } => "end-of-call-report",
        Sizes { messages: 1.., .. } => "conversation-update",
        _ => "status-update",
    };
    let report = if sizes.turns > 0 { report(random, sizes.turns) } else { String::new() };
    let call = fill::fill(random, CALL, &[("report", &report)]);
    let assistant = if sizes.prompt > 0 {
        let voices = list(sizes.voices, |_| fill::fill(random, VOICE, &[]));
        let prompt = random.text(sizes.prompt);
        fill::fill(random, ASSISTANT, &[("voices", &voices), ("prompt", &prompt)])
    } else {
        fill::fill(random, r#"{"_id":"<hex 24>","name":"<words 4>"}"#, &[])
    };
    let messages = if sizes.messages > 0 {
        let messages = list(sizes.messages, |at| {
            let template = if at % 2 == 0 { ASSISTANT_MESSAGE } else { USER_MESSAGE };
            fill::fill(random, template, &[("n", &at.to_string())])
        });
        format!(r#""messages":[{messages}],"#)
    } else {
        String::new()
    };
    let message = r#"{"message":{"timestamp":17780<int 10000000 99999999>,"type":"<kind>","call":<call>,"assistant":<assistant>,<messages>"phone":{"provider":{"name":"twilio"}},"customer":{"number":"+1555<int 1000000 9999999>"},"analysis":{"summary":"<words 30>"}}}"#;
    let parts = [("kind", kind), ("call", call.as_str()), ("assistant", &assistant), ("messages", &messages)];
    fill::fill(random, message, &parts)
}

fn report(random: &mut Random, turns: usize) -> String {
    let interval = r#"{"max":<int 20 900>,"count":<int 1 40>,"avg":<float>,"duration":8000,"cumulativeDuration":<int 8000 999999>}"#;
    let user = r#"{"start":<int 1000 499999>,"end":<int 500000 999999>,"messageId":"user-<n>"}"#;
    let bot = r#"{"start":<int 1000 499999>,"end":<int 500000 999999>,"interrupted":<bool>,"playedDuration":<int 0 9>.<int 100 999>,"audioDuration":<int 0 9>.<int 100 999>,"userMessageId":"user-<n>","stopSpeakingReason":null}"#;
    let mut elements =
        |template: &str| list(turns, |at| fill::fill(random, template, &[("n", &at.to_string())]));
    let parts =
        [elements(interval), elements(user), elements(bot), elements("<int 300 9000>"), turns.to_string()];
    let names = ["intervals", "userTurns", "botTurns", "times", "turns"];
    let parts: Vec<_> = names.into_iter().zip(parts.iter().map(String::as_str)).collect();
    fill::fill(random, REPORT, &parts)
}

fn list(count: usize, element: impl FnMut(usize) -> String) -> String {
    (0..count).map(element).collect::<Vec<_>>().join(",")
}
