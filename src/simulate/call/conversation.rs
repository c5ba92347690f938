//! Who says what, and when.
//!
//! All times are whole milliseconds. The platform counts from two moments: most from the start of the
//! call, the metrics of messages from the start of the person's audio a little later.

mod making;

use std::borrow::Cow;

use super::plan::Fault;
use crate::simulate::clock::Milliseconds;

/// Something that the person said.
#[derive(Debug)]
pub(super) struct Utterance {
    pub(super) id: String,
    pub(super) text: &'static str,
    /// When the message was made.
    pub(super) time: Milliseconds,
    /// When the transcriber gave the text.
    pub(super) transcribed: Milliseconds,
    /// The start of the speech in the person's audio.
    pub(super) start: i64,
    /// How old the person's audio was when the transcriber gave the text.
    pub(super) elapsed: i64,
    /// The same at the utterance before; less than nothing before the first one, where the call began
    /// before the audio.
    pub(super) previous_elapsed: i64,
    /// The audio received by then.
    pub(super) audio: i64,
    pub(super) previous_audio: i64,
    /// The audio received less the end of the speech in it.
    pub(super) latency: i64,
    pub(super) vad: i64,
    /// In ten-millionths.
    pub(super) confidence: i64,
    /// How long the end of the turn took to be detected.
    pub(super) detection: i64,
    pub(super) queue: i64,
}

/// A sentence that the assistant said.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) id: String,
    /// The message that it answers; its own for the welcome.
    pub(super) answers: String,
    pub(super) text: Cow<'static, str>,
    pub(super) time: Milliseconds,
    pub(super) elapsed: i64,
    /// What the language model did for it; nothing for the welcome.
    pub(super) llm: Option<Llm>,
    pub(super) audio_duration: i64,
    pub(super) queue: i64,
    pub(super) generation: i64,
    pub(super) is_cached: bool,
    /// When it began to be heard, from the start of the call.
    pub(super) start: i64,
    /// When it ended or was cut short.
    pub(super) end: i64,
    pub(super) is_interrupted: bool,
}

/// A response of the language model; sentences of one response share all but the time.
#[derive(Clone, Debug)]
pub(super) struct Llm {
    pub(super) time: Milliseconds,
    pub(super) queue: i64,
    pub(super) latency: i64,
    /// Whether this sentence is the first of the response.
    pub(super) is_first: bool,
}

/// A message.
#[derive(Debug)]
pub(super) enum Said {
    User(Utterance),
    Assistant(Answer),
}

impl Said {
    pub(super) fn time(&self) -> Milliseconds {
        match self {
            Self::User(said) => said.time,
            Self::Assistant(said) => said.time,
        }
    }
}

/// Something that happens beside the messages.
#[derive(Clone, Copy, Debug)]
pub(super) enum Incident {
    Hang,
    Error(Fault),
}

/// A whole conversation.
#[derive(Debug)]
pub(super) struct Conversation {
    pub(super) said: Vec<Said>,
    /// What happened when, with the number of messages until then.
    pub(super) incidents: Vec<(Milliseconds, Incident, usize)>,
    /// For each interruption, how long both spoke.
    pub(super) barge_ins: Vec<i64>,
    /// When the last word was said, from the start of the call.
    pub(super) end: i64,
}
