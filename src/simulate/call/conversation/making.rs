//! A conversation as it goes.

use std::borrow::Cow;

use super::{Answer, Conversation, Incident, Llm, Said, Utterance};
use crate::simulate::call::message::audio_until;
use crate::simulate::call::plan::{Ending, Fault, Plan};
use crate::simulate::clock::Milliseconds;
use crate::simulate::random::{Purpose, Random};
use crate::simulate::speech::{self, characters};

impl Conversation {
    pub(in crate::simulate::call) fn new(seed: u64, plan: &Plan) -> Self {
        let mut random = Random::new(seed, Purpose::Conversation);
        let stream = random.between(190, 260);
        let detection = random.pick(&[700, 800, 900, 1_000]);
        let conversation =
            Self { said: Vec::new(), incidents: Vec::new(), barge_ins: Vec::new(), end: stream };
        let mut making =
            Making { plan, random, stream, detection, elapsed: -stream, audio: 0, last: "", conversation };
        making.welcome();
        for turn in 1..=plan.turns {
            making.turn(turn);
        }
        making.conversation
    }
}

/// A conversation on its way.
struct Making<'a> {
    plan: &'a Plan,
    random: Random,
    /// When the person's audio began, from the start of the call.
    stream: i64,
    detection: i64,
    /// How old the audio was at the last utterance, and how much of it there was.
    elapsed: i64,
    audio: i64,
    /// What the person said last.
    last: &'static str,
    conversation: Conversation,
}

impl Making<'_> {
    fn welcome(&mut self) {
        let Some(text) = self.plan.configuration.welcome.clone() else { return };
        let generation = self.random.between(4, 11);
        let elapsed = self.random.between(2, 4);
        let time = self.plan.start + self.stream + elapsed;
        let id = "welcome-1".to_owned();
        self.speak(Answer {
            answers: id.clone(),
            id,
            audio_duration: speech::duration(&text),
            text: text.into(),
            time,
            elapsed,
            llm: None,
            queue: 0,
            generation,
            is_cached: true,
            start: 0,
            end: 0,
            is_interrupted: false,
        });
    }

    fn turn(&mut self, turn: usize) {
        let is_last = turn == self.plan.turns;
        let fault = self.plan.fault.filter(|(at, _)| *at == turn).map(|(_, fault)| fault);
        let mut begin =
            self.interruption().unwrap_or_else(|| self.conversation.end + self.random.between(350, 2_600));
        if fault == Some(Fault::Audio) {
            let failed = begin + self.random.between(1_500, 3_000);
            self.note(failed, Incident::Error(Fault::Audio));
            begin = failed + self.random.between(1_200, 2_400);
        }
        let text = self.words(turn, fault);
        let time = self.listen(turn, text, begin);
        let at = time - self.plan.start;
        let is_hanging = self.plan.hang == Some(turn);
        let mut latency = self.random.between(580, 2_600);
        if fault == Some(Fault::RateLimit) {
            let failed = self.random.between(300, 900);
            self.note(at + failed, Incident::Error(Fault::RateLimit));
            latency += failed;
        }
        if is_hanging {
            self.note(at + 5_000, Incident::Hang);
            latency = self.random.between(5_200, 9_400);
        }
        if fault == Some(Fault::Authentication) {
            let failed = self.random.between(300, 900);
            self.note(at + failed, Incident::Error(Fault::Authentication));
            self.conversation.end = at + failed;
            return;
        }
        // Now and then somebody says a second thing before they are answered.
        let is_answered = is_last || is_hanging || fault.is_some() || !self.random.percent(12);
        if is_answered {
            self.answer(turn, time, latency);
        }
    }

    /// What the person says.
    fn words(&mut self, turn: usize, fault: Option<Fault>) -> &'static str {
        let speech = self.plan.speech;
        if fault == Some(Fault::Audio) {
            return speech.again;
        }
        if turn == self.plan.turns && matches!(self.plan.ending, Ending::User | Ending::Assistant) {
            return speech.farewell;
        }
        let words = self.random.pick(speech.user);
        if words == self.last { self.random.pick(speech.user) } else { words }
    }

    /// When the person interrupts what is being said, if they do.
    fn interruption(&mut self) -> Option<i64> {
        let percent = self.plan.interrupts;
        let interrupts = self.random.percent(percent);
        let (share, reaction) = (self.random.between(30, 80), self.random.between(180, 620));
        let Some(Said::Assistant(said)) = self.conversation.said.last_mut() else { return None };
        let begin = said.start + (said.end - said.start) * share / 100;
        // The welcome message is not interrupted, and there must be something left to cut off.
        if !interrupts || said.llm.is_none() || begin + reaction >= said.end {
            return None;
        }
        said.end = begin + reaction;
        said.is_interrupted = true;
        self.conversation.barge_ins.push(reaction);
        self.conversation.end = said.end;
        Some(begin)
    }

    /// The person speaks from `begin` on; gives the time of the message.
    fn listen(&mut self, turn: usize, text: &'static str, begin: i64) -> Milliseconds {
        let start = begin - self.stream;
        let elapsed = start + speech::duration(text);
        let audio = audio_until(elapsed);
        let latency = -self.random.between(190, 340);
        let transcribed = self.plan.start + self.stream + elapsed;
        let queue = i64::from(self.random.percent(15));
        let time = transcribed + self.detection + queue;
        let said = Utterance {
            id: format!("user-{turn}"),
            text,
            time,
            transcribed,
            start,
            elapsed,
            previous_elapsed: self.elapsed,
            audio,
            previous_audio: self.audio,
            latency,
            vad: self.random.between(-120, 620),
            confidence: self.random.between(2_600_000, 9_990_000),
            detection: self.detection,
            queue,
        };
        (self.elapsed, self.audio, self.last) = (elapsed, audio, text);
        self.conversation.said.push(Said::User(said));
        self.conversation.end = self.conversation.end.max(time - self.plan.start);
        time
    }

    /// The assistant answers an utterance.
    fn answer(&mut self, turn: usize, asked: Milliseconds, latency: i64) {
        let speech = self.plan.speech;
        let closing =
            [if self.plan.ending == Ending::Forwarded { speech.forwarding } else { speech.goodbye }];
        let is_last = turn == self.plan.turns;
        let sentences = if is_last { &closing[..] } else { self.random.pick(speech.answers) };
        let queue = self.random.between(2, 5);
        let mut generated = asked + queue + latency;
        let mut ready = generated;
        for (index, text) in sentences.iter().enumerate() {
            let is_cached = self.random.percent(if characters(text) < 20 { 45 } else { 10 });
            let generation =
                if is_cached { self.random.between(4, 12) } else { self.random.between(170, 640) };
            // Sentences are ready in their order.
            let generation = generation.max(ready + 1 - generated - 2);
            ready = generated + 2 + generation;
            let unique = self.random.alphanumeric(10);
            self.speak(Answer {
                id: format!("user-{turn}-{unique}-{}", generated + 1),
                answers: format!("user-{turn}"),
                text: Cow::Borrowed(text),
                time: ready,
                elapsed: ready - self.plan.start - self.stream,
                llm: Some(Llm { time: generated, queue, latency, is_first: index == 0 }),
                audio_duration: speech::duration(text),
                queue: 2,
                generation,
                is_cached,
                start: 0,
                end: 0,
                is_interrupted: false,
            });
            generated += self.random.between(28, 64);
        }
    }

    /// The assistant says something once it is ready and what went before is said.
    fn speak(&mut self, mut said: Answer) {
        let lead = said.time - self.plan.start + 7;
        let before = match self.conversation.said.last() {
            Some(Said::Assistant(before)) => before.end + 1,
            _ => 0,
        };
        said.start = lead.max(before);
        said.end = said.start + said.audio_duration + self.random.between(290, 620);
        self.conversation.end = said.end;
        self.conversation.said.push(Said::Assistant(said));
    }

    fn note(&mut self, offset: i64, incident: Incident) {
        self.conversation.incidents.push((self.plan.start + offset, incident, self.conversation.said.len()));
    }
}
