//! How long the person waited for each answer, and for what.

use std::collections::{HashMap, HashSet};

use interactly_webhooks::message::Message;
use interactly_webhooks::wire::Number;

use crate::spans::{Source, Span, Speaker};

/// The parts of a delay: what the styles call them, and what people do.
pub(crate) const PARTS: [(&str, &str); 5] =
    [("stt", "STT"), ("eou", "end of utterance"), ("llm", "LLM"), ("tts", "TTS"), ("waiting", "waiting")];

/// An answer that the person waited for.
pub(crate) struct Answer {
    /// When the person had finished speaking.
    pub(crate) at: f64,
    /// How long it took until the assistant spoke.
    pub(crate) delay: f64,
    /// What the body says of STT, end of utterance, LLM and TTS. Below 0 means "at once".
    pub(crate) parts: [Option<f64>; 4],
}

impl Answer {
    /// How long each of the [`PARTS`] is drawn; together they are the delay. Nothing if the body does not
    /// say where the time went.
    pub(crate) fn shares(&self) -> Option<[f64; 5]> {
        if self.parts.iter().all(Option::is_none) {
            return None;
        }
        let [stt, eou, llm, tts] = self.parts.map(|part| part.unwrap_or(0.0).clamp(0.0, 1e12));
        let sum = stt + eou + llm + tts;
        // Parts that overlap share what there is.
        let shrunk = if sum > self.delay { self.delay / sum } else { 1.0 };
        let waiting = (self.delay - sum).max(0.0);
        Some([stt * shrunk, eou * shrunk, llm * shrunk, tts * shrunk, waiting])
    }

    /// Whether the parts are longer than the delay.
    pub(crate) fn overlaps(&self) -> bool {
        self.parts.iter().flatten().map(|part| part.max(0.0)).sum::<f64>() > self.delay
    }
}

/// The answers among spans, which are in the order of their start: the first sentence that answers a message is one,
/// if the person had finished before it.
pub(crate) fn of(spans: &[Span]) -> Vec<Answer> {
    let is_exact = |span: &&Span| matches!(span.source, Source::Turns | Source::Metrics);
    let by = |speaker| spans.iter().filter(is_exact).filter(move |span| span.speaker == speaker);
    let asked: HashMap<_, _> = by(Speaker::Person).filter_map(|span| Some((span.key?, span))).collect();
    let mut answered = HashSet::new();
    let mut answers: Vec<_> = by(Speaker::Assistant)
        .filter_map(|span| {
            let asked = *asked.get(span.key?)?;
            let (at, is_first) = (asked.last(), answered.insert(span.key?));
            let parts = parts(asked.message, span.message);
            (is_first && span.start >= at).then_some(Answer { at, delay: span.start - at, parts })
        })
        .collect();
    answers.sort_by(|a, b| a.at.total_cmp(&b.at));
    answers
}

fn parts(asked: Option<&Message>, answer: Option<&Message>) -> [Option<f64>; 4] {
    let (asked, answer) = (asked.map(Message::latencies), answer.map(Message::latencies));
    let (asked, answer) = (asked.unwrap_or_default(), answer.unwrap_or_default());
    [asked.stt, asked.end_of_utterance, answer.llm, answer.tts].map(|part| part.map(Number::as_f64))
}

/// The middle one of the delays; nothing if there are none.
pub(crate) fn median<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Option<f64> {
    let mut delays: Vec<_> = answers.into_iter().map(|answer| answer.delay).collect();
    delays.sort_by(f64::total_cmp);
    let upper = *delays.get(delays.len() / 2)?;
    let lower = *delays.get((delays.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}
