//! `call.metrics.callStats`: what the messages' metrics add up to.

use super::conversation::{Answer, Conversation, Incident, Said, Utterance};
use super::plan::Fault;
use crate::simulate::node::{Node, node};
use crate::simulate::random::Random;
use crate::simulate::speech::characters;

/// The sums over a call.
#[derive(Debug)]
pub(super) struct Stats {
    pub(super) input_tokens: i64,
    pub(super) output_tokens: i64,
    /// Characters that a voice was paid for: what came from the cache is free.
    pub(super) generated_characters: i64,
    node: Node,
}

/// Lower bounds in milliseconds of voices and transcribers.
const SPEECH_BOUNDS: [i64; 9] = [0, 100, 200, 300, 600, 1_000, 3_000, 5_000, 10_000];

/// Lower bounds in milliseconds of language models.
const LLM_BOUNDS: [i64; 9] = [0, 100, 300, 600, 1_000, 1_500, 2_000, 5_000, 10_000];

/// Lower bounds of probabilities in tenths.
const TENTHS: [i64; 6] = [0, 1, 3, 5, 7, 9];

/// What the transcriber's own latency has less than the relative one, in milliseconds.
const STT_OWN: i64 = 13;

impl Stats {
    /// The statistics of a conversation; `audio` milliseconds were received, and the language model was
    /// given a prompt of `prompt` characters each time.
    pub(super) fn new(conversation: &Conversation, audio: i64, prompt: i64, random: &mut Random) -> Self {
        let users: Vec<_> = conversation.said.iter().filter_map(user).collect();
        let answers: Vec<_> = conversation.said.iter().filter_map(answer).collect();
        let (input_tokens, output_tokens) = tokens(conversation, prompt);
        let generated = answers.iter().filter(|said| !said.is_cached);
        let generated_characters = generated.map(|said| characters(&said.text)).sum();
        let node = node!({"callStats": node!({
            "userAudio": user_audio(audio, random),
            "turns": node!({
                "user": count(users.iter()),
                "bot": count(answers.iter()),
                "played": count(answers.iter()),
                "interrupted": count(conversation.barge_ins.iter()),
                "skipped": 0_i64,
            }),
            "turnsStats": turns(&users, &answers, &conversation.barge_ins),
            "ttsStats": tts(&answers),
            "llmStats": llm(&answers, conversation, input_tokens, output_tokens),
            "sttStats": stt(&users, conversation),
        })});
        Self { input_tokens, output_tokens, generated_characters, node }
    }

    /// The member `metrics`.
    pub(super) fn node(&self) -> Node {
        self.node.clone()
    }
}

fn user(said: &Said) -> Option<&Utterance> {
    if let Said::User(said) = said { Some(said) } else { None }
}

fn answer(said: &Said) -> Option<&Answer> {
    if let Said::Assistant(said) = said { Some(said) } else { None }
}

fn count<T>(values: impl Iterator<Item = T>) -> i64 {
    i64::try_from(values.count()).unwrap_or(i64::MAX)
}

/// A token is about four characters. Each response reads the prompt and all that was said before.
fn tokens(conversation: &Conversation, prompt: i64) -> (i64, i64) {
    let (mut input, mut output, mut before) = (0, 0, prompt);
    for said in &conversation.said {
        match said {
            Said::User(said) => before += characters(said.text),
            Said::Assistant(said) => {
                if said.llm.as_ref().is_some_and(|llm| llm.is_first) {
                    input += before / 4 + 1;
                }
                if said.llm.is_some() {
                    output += characters(&said.text) / 4 + 1;
                }
                before += characters(&said.text);
            }
        }
    }
    (input, output)
}

/// Windows of about eight seconds, the last one shorter.
fn user_audio(audio: i64, random: &mut Random) -> Node {
    let (mut intervals, mut received) = (Vec::new(), 0);
    let (mut chunks, mut latencies) = (0, 0);
    while received < audio {
        let duration = (8_000 + random.pick(&[-1, 0, 0, 0, 1])).min(audio - received);
        received += duration;
        let late = if random.percent(20) { 0 } else { random.between(1, 30).min(duration / 16) };
        let average = random.between(55, 120);
        let total = late * average + if late > 1 { random.between(-late, late) } else { 0 };
        let max = if late == 0 { 0 } else { average + random.between(1, 60) };
        chunks += late;
        latencies += total;
        intervals.push(node!({
            "max": max,
            "count": late,
            "avg": Node::average(total, late),
            "duration": duration,
            "cumulativeDuration": received,
        }));
    }
    node!({
        "delayedChunksCount": chunks,
        "latencyAvg": Node::average(latencies, chunks),
        "latencyTotal": latencies,
        "latencyIntervals": intervals,
        "cumulativeDuration": received,
        "droppedChunksCount": 0_i64,
    })
}

fn turns(users: &[&Utterance], answers: &[&Answer], barge_ins: &[i64]) -> Node {
    let user_turns = users
        .iter()
        .map(|said| node!({"start": said.start, "end": said.elapsed, "messageId": said.id.clone()}));
    let bot_turns = answers.iter().map(|said| {
        node!({
            "start": said.start,
            "end": said.end,
            "interrupted": said.is_interrupted,
            "playedDuration": Node::Decimal(said.end - said.start, 3),
            "audioDuration": Node::Decimal(said.audio_duration, 3),
            "userMessageId": said.answers.clone(),
            "stopSpeakingReason": Node::Null,
        })
    });
    let response_times =
        answers.iter().filter(|said| said.llm.as_ref().is_some_and(|llm| llm.is_first)).filter_map(|said| {
            let asked = users.iter().find(|user| user.id == said.answers)?;
            Some(Node::from(said.start - asked.elapsed))
        });
    node!({
        "userTurns": user_turns.collect::<Vec<_>>(),
        "botTurns": bot_turns.collect::<Vec<_>>(),
        "botResponseTime": response_times.collect::<Vec<_>>(),
        "bargeInCount": count(barge_ins.iter()),
        "bargeInTimeAvg": Node::average(barge_ins.iter().sum(), count(barge_ins.iter())),
    })
}

fn tts(answers: &[&Answer]) -> Node {
    let times = |is_cached: bool| {
        answers.iter().filter(move |said| said.is_cached == is_cached).map(|said| said.generation)
    };
    let (api, cache) = (times(false).sum::<i64>(), times(true).sum::<i64>());
    let (api_count, cache_count) = (count(times(false)), count(times(true)));
    node!({
        "responseTimeDistribution": distribution(&SPEECH_BOUNDS, answers.iter().map(|said| said.generation)),
        "totalRequests": api_count + cache_count,
        "latencyAvg": Node::average(api + cache, api_count + cache_count),
        "latencyTotal": api + cache,
        "errors": 0_i64,
        "retries": 0_i64,
        "apiRequests": api_count,
        "apiLatencyTotal": api,
        "apiLatencyAvg": Node::average(api, api_count),
        "cacheRequests": cache_count,
        "cacheLatencyTotal": cache,
        "cacheLatencyAvg": Node::average(cache, cache_count),
    })
}

fn llm(answers: &[&Answer], conversation: &Conversation, input: i64, output: i64) -> Node {
    let responses = answers.iter().filter_map(|said| said.llm.as_ref()).filter(|llm| llm.is_first);
    let latencies: Vec<_> = responses.map(|llm| llm.latency).collect();
    let (responses, total) = (count(latencies.iter()), latencies.iter().sum());
    let happened = |is: fn(&Incident) -> bool| {
        count(conversation.incidents.iter().filter(|(_, incident, _)| is(incident)))
    };
    node!({
        "responseCount": responses,
        "responseLatencyTotal": total,
        "responseLatencyAvg": Node::average(total, responses),
        "errors": happened(|incident| matches!(incident, Incident::Error(Fault::RateLimit | Fault::Authentication))),
        "hangups": happened(|incident| matches!(incident, Incident::Hang)),
        "responseTimeDistribution": distribution(&LLM_BOUNDS, latencies.iter().copied()),
        "inputTokens": input,
        "outputTokens": output,
        "inputTokensAvg": Node::average(input, responses),
        "outputTokensAvg": Node::average(output, responses),
    })
}

fn stt(users: &[&Utterance], conversation: &Conversation) -> Node {
    let turns = count(users.iter());
    let relative: i64 = users.iter().map(|said| said.latency).sum();
    let own = relative - turns * STT_OWN;
    let confidence: i64 = users.iter().map(|said| said.confidence).sum();
    let errors = conversation.incidents.iter();
    let errors = count(errors.filter(|(_, incident, _)| matches!(incident, Incident::Error(Fault::Audio))));
    let confidences = users.iter().map(|said| said.confidence / 1_000_000);
    node!({
        "responseTimeDistribution": distribution(&SPEECH_BOUNDS, users.iter().map(|said| said.latency)),
        "responseCount": turns,
        "responseLatencyAvg": Node::average(own, turns),
        "relativeLatencyAvg": Node::average(relative, turns),
        "responseLatencyTotal": own,
        "confidenceAvg": Node::average(confidence, turns * 10_000_000),
        "connectionRetries": 0_i64,
        "errors": errors,
        "confidenceDistribution": of_tenths(confidences),
        "eouProbabilityDistribution": of_tenths(std::iter::empty()),
    })
}

/// How many values are in each bucket; what is below the first bound is in the first.
fn counts<const N: usize>(bounds: &[i64; N], values: impl Iterator<Item = i64>) -> [i64; N] {
    let mut counts = [0; N];
    for value in values {
        let above = bounds.iter().filter(|bound| **bound <= value).count();
        counts[above.saturating_sub(1)] += 1;
    }
    counts
}

fn distribution<const N: usize>(bounds: &[i64; N], values: impl Iterator<Item = i64>) -> Node {
    let counts = counts(bounds, values);
    Node::object(bounds.iter().zip(counts).map(|(bound, count)| (bound.to_string().into(), count.into())))
}

fn of_tenths(values: impl Iterator<Item = i64>) -> Node {
    let counts = counts(&TENTHS, values);
    let name = |tenths: &i64| if *tenths == 0 { "0".to_owned() } else { format!("0.{tenths}") };
    Node::object(TENTHS.iter().zip(counts).map(|(bound, count)| (name(bound).into(), count.into())))
}
