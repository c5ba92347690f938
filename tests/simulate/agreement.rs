//! The figures of a call agree with one another.

use interactly_webhooks::Webhook;
use interactly_webhooks::simulate::{Call, Campaign, Workflow};
use interactly_webhooks::wire::Timestamp;
use serde_json::Value;

use crate::{json, made, messages};

fn int(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} is no integer"))
}

fn array<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Milliseconds since the Unix epoch.
fn time(text: &Value) -> i64 {
    let text = text.as_str().expect("a text");
    let time = Timestamp::from(text).at().expect("a time");
    i64::try_from(time.unix_timestamp_nanos() / 1_000_000).expect("fits")
}

/// A number of this many decimal places as an integer; fails if it has more of them.
fn scaled(number: &Value, places: usize) -> i64 {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    assert!(fraction.len() <= places, "{text}");
    format!("{whole}{fraction:0<places$}").parse().expect("an integer")
}

/// Calls with everything that can happen.
fn calls() -> Vec<Vec<Value>> {
    let plain = (0..60).map(Call::from_seed);
    let eventful = (60..90).map(|seed| Call::from_seed(seed).with_hang().with_error().forwarded());
    plain.chain(eventful).map(|call| messages(&call)).collect()
}

#[test]
fn events_come_in_the_order_of_their_times_and_hold_what_was_said() {
    for events in calls() {
        let times: Vec<_> = events.iter().map(|event| int(&event["timestamp"])).collect();
        assert!(times.is_sorted_by(|a, b| a < b), "{times:?}");
        let statuses: Vec<_> =
            events.iter().map(|event| event["call"]["status"].as_str().expect("a status")).collect();
        assert_eq!(statuses[..3], ["initiated", "queued", "ongoing"]);
        assert_eq!(statuses[statuses.len() - 2..], ["finished", "finished"]);
        let mut before: &[Value] = &[];
        for event in &events {
            if event["type"] != "status-update" {
                let said = array(event, "/messages");
                assert!(said.starts_with(before), "an update repeats what was said");
                let last = said.last().map_or(0, |message| int(&message["timestamp"]));
                assert!(last <= int(&event["timestamp"]));
                before = said;
            }
            for pointer in
                ["/call/id", "/call/teamId", "/call/assistantId", "/call/userNumber", "/assistant/_id"]
            {
                assert_eq!(event.pointer(pointer), events[0].pointer(pointer), "{pointer}");
            }
            assert_eq!(event["call"]["assistantId"], event["assistant"]["_id"]);
        }
        let updates = events.iter().filter(|event| event["type"] == "conversation-update").count();
        assert_eq!(updates, before.len(), "each message gives an update");
    }
}

#[test]
fn a_hang_comes_five_seconds_after_the_person_spoke() {
    let mut hangs = 0;
    for events in calls() {
        for (index, event) in events.iter().enumerate().filter(|(_, event)| event["type"] == "hang") {
            let last = array(event, "/messages").last().expect("somebody spoke");
            assert_eq!(last["role"], "user");
            assert_eq!(int(&event["timestamp"]) - int(&last["timestamp"]), 5_000);
            let elapsed = int(&event["timestamp"]) - time(&event["call"]["startAt"]);
            assert_eq!(int(&event["call"]["assistantCallDuration"]), elapsed);
            let next = array(&events[index + 1], "/messages").last().expect("the answer");
            assert!(int(&next["metrics"]["llm"]["responseLatencyMs"]) > 5_000);
            hangs += 1;
        }
    }
    assert!(hangs > 30, "{hangs}");
}

#[test]
fn metrics_agree_with_times() {
    for events in calls() {
        let report = events.last().expect("a report");
        let start = time(&report["call"]["startAt"]);
        let said = array(report, "/messages");
        // The audio begins a moment after the call.
        let first = &said[0];
        let stream = int(&first["timestamp"]) - int(&first["metrics"]["timeline"]["totalElapsedTimeMs"]);
        assert!(stream > start);
        let (mut elapsed_before, mut audio_before) = (start - stream, 0);
        for message in said {
            let metrics = &message["metrics"];
            let at = |pointer: &str| metrics.pointer(pointer).map_or_else(|| panic!("{pointer}"), int);
            let (elapsed, audio) = (at("/timeline/totalElapsedTimeMs"), at("/audio/totalAudioReceivedMs"));
            assert_eq!(audio % 16, 0);
            if message["role"] == "assistant" {
                assert_eq!(int(&message["timestamp"]), stream + elapsed);
                if let Some(llm) = metrics["llm"]["timestampMs"].as_i64() {
                    let ready = llm + at("/tts/queueLatencyMs") + at("/tts/generationTimeMs");
                    assert_eq!(int(&message["timestamp"]), ready);
                }
                continue;
            }
            assert_eq!(at("/stt/timestampMs"), stream + elapsed);
            let eou = at("/interactlyEOU/turnDetectionTimeMs") + at("/interactlyEOU/queueLatencyMs");
            assert_eq!(int(&message["timestamp"]), stream + elapsed + eou);
            assert_eq!(at("/stt/durationMs"), at("/stt/endOffsetMs") - at("/stt/startOffsetMs"));
            assert_eq!(at("/stt/relativeLatencyMs"), audio - at("/stt/endOffsetMs"));
            assert_eq!(at("/timeline/offsetFromPreviousTurnMs"), elapsed - elapsed_before);
            assert_eq!(at("/audio/offsetFromPreviousTurnMs"), audio - audio_before);
            let delay = at("/timeline/offsetFromPreviousTurnMs") - at("/audio/offsetFromPreviousTurnMs");
            assert_eq!(at("/audio/audioDelayPerTurnMs"), delay);
            assert_eq!(at("/audio/audioDelayCumulativeMs"), elapsed - audio);
            (elapsed_before, audio_before) = (elapsed, audio);
        }
    }
}

#[test]
fn statistics_add_up_to_the_metrics() {
    for events in calls() {
        let report = events.last().expect("a report");
        let stats = &report["call"]["metrics"]["callStats"];
        let at = |pointer: &str| stats.pointer(pointer).map_or_else(|| panic!("{pointer}"), int);
        let (users, bots): (Vec<_>, Vec<_>) =
            array(report, "/messages").iter().partition(|message| message["role"] == "user");
        let count = |length: usize| i64::try_from(length).expect("fits");
        assert_eq!((at("/turns/user"), at("/turns/bot")), (count(users.len()), count(bots.len())));

        for (turn, message) in array(stats, "/turnsStats/userTurns").iter().zip(&users) {
            assert_eq!(turn["messageId"], message["messageId"]);
            assert_eq!(turn["end"], message["metrics"]["timeline"]["totalElapsedTimeMs"]);
            assert_eq!(turn["start"], message["metrics"]["stt"]["startOffsetMs"]);
        }
        let start = time(&report["call"]["startAt"]);
        let mut interrupted = 0;
        for (turn, message) in array(stats, "/turnsStats/botTurns").iter().zip(&bots) {
            assert!(int(&turn["start"]) >= int(&message["timestamp"]) - start);
            assert_eq!(scaled(&turn["playedDuration"], 3), int(&turn["end"]) - int(&turn["start"]));
            assert_eq!(scaled(&turn["audioDuration"], 3), int(&message["metrics"]["tts"]["audioDurationMs"]));
            let id = message["messageId"].as_str().expect("an id");
            assert!(id.starts_with(turn["userMessageId"].as_str().expect("an id")));
            interrupted += i64::from(turn["interrupted"] == true);
        }
        assert_eq!((at("/turns/interrupted"), at("/turnsStats/bargeInCount")), (interrupted, interrupted));

        let sum = |messages: &[&Value], pointer: &str| -> i64 {
            messages.iter().filter_map(|message| message["metrics"].pointer(pointer)).map(int).sum()
        };
        let of = |is_cached: bool| -> Vec<&Value> {
            bots.iter()
                .filter(|message| message["metrics"]["tts"]["isCachePlaying"] == is_cached)
                .copied()
                .collect()
        };
        let (api, cache) = (of(false), of(true));
        assert_eq!(
            (at("/ttsStats/apiRequests"), at("/ttsStats/cacheRequests")),
            (count(api.len()), count(cache.len()))
        );
        assert_eq!(at("/ttsStats/apiLatencyTotal"), sum(&api, "/tts/generationTimeMs"));
        assert_eq!(at("/ttsStats/cacheLatencyTotal"), sum(&cache, "/tts/generationTimeMs"));
        assert_eq!(at("/ttsStats/latencyTotal"), sum(&bots, "/tts/generationTimeMs"));

        // Sentences of one response have its latency in common.
        let mut responses: Vec<_> = bots
            .iter()
            .filter_map(|message| Some((message["messageId"].as_str()?.rsplitn(3, '-').last()?, message)))
            .filter(|(_, message)| message["metrics"]["llm"]["responseLatencyMs"].is_i64())
            .collect();
        responses.dedup_by_key(|(id, _)| *id);
        let latencies: Vec<_> = responses.iter().map(|(_, message)| **message).collect();
        assert_eq!(at("/llmStats/responseCount"), count(latencies.len()));
        assert_eq!(at("/llmStats/responseLatencyTotal"), sum(&latencies, "/llm/responseLatencyMs"));
        assert_eq!(at("/sttStats/responseCount"), count(users.len()));
        let happened = |kind: &str| events.iter().filter(|event| event["type"] == kind).count();
        assert_eq!(at("/llmStats/hangups"), count(happened("hang")));
        assert_eq!(at("/llmStats/errors") + at("/sttStats/errors"), count(happened("error")));
        for (pointer, total) in [
            ("/ttsStats/responseTimeDistribution", at("/ttsStats/totalRequests")),
            ("/llmStats/responseTimeDistribution", at("/llmStats/responseCount")),
            ("/sttStats/responseTimeDistribution", at("/sttStats/responseCount")),
            ("/sttStats/confidenceDistribution", at("/sttStats/responseCount")),
        ] {
            let buckets = stats.pointer(pointer).and_then(Value::as_object).expect(pointer);
            assert_eq!(buckets.values().map(int).sum::<i64>(), total, "{pointer}");
        }
        let intervals = array(stats, "/userAudio/latencyIntervals");
        assert_eq!(
            at("/userAudio/cumulativeDuration"),
            intervals.iter().map(|one| int(&one["duration"])).sum::<i64>()
        );
        assert_eq!(
            at("/userAudio/delayedChunksCount"),
            intervals.iter().map(|one| int(&one["count"])).sum::<i64>()
        );
        let fits = |one: &Value| int(&one["count"]) <= int(&one["duration"]) / 16;
        assert!(intervals.iter().all(fits), "no more chunks are late than there are: {intervals:?}");
    }
}

#[test]
fn durations_and_cost_agree_to_the_last_digit() {
    for events in calls() {
        let call = &events.last().expect("a report")["call"];
        let (cost, stats) = (&call["cost"], &call["metrics"]["callStats"]);
        let duration = time(&call["endAt"]) - time(&call["startAt"]);
        assert_eq!(scaled(&cost["callDuration"], 3), duration);
        assert_eq!(int(&call["assistantCallDuration"]) - duration, 7);
        let parts = ["interactlyCost", "phoneCost", "ttsVendorCost", "sttVendorCost", "llmVendorCost"];
        let sum: i64 = parts.iter().map(|part| scaled(&cost[*part], 9)).sum();
        assert_eq!(scaled(&cost["totalCost"], 9), sum + scaled(&cost["analysis"]["total"], 9));
        assert_eq!(cost["inputTokensTotal"], stats["llmStats"]["inputTokens"]);
        assert_eq!(cost["outputTokensTotal"], stats["llmStats"]["outputTokens"]);
        assert_eq!(scaled(&cost["interactlyCost"], 9), duration * 1_000 / 6);
    }
}

#[test]
fn a_campaign_counts_its_calls_and_names_their_conversations() {
    for seed in 0..12 {
        let campaign = Campaign::from_seed(seed);
        let events: Vec<_> = made(campaign.bodies()).iter().map(json).collect();
        let calls: Vec<_> = events.iter().filter(|event| event["event"] == "call_status").collect();
        let report = &events.last().expect("a report")["report"];
        let with = |status: &str| calls.iter().filter(|event| event["call"]["status"] == status).count();
        assert_eq!(report["totalCalls"], calls.len());
        assert_eq!(
            (&report["completedCalls"], &report["failedCalls"]),
            (&with("completed").into(), &with("failed").into())
        );
        let conversations = campaign.conversations().expect("can be made");
        let is_answered = |event: &&&Value| {
            event["call"]["status"] == "completed" && event["call"]["outcome"] != "no_answer"
        };
        assert_eq!(conversations.len(), calls.iter().filter(is_answered).count());
        for conversation in conversations {
            let bodies = made(conversation.bodies());
            let last = json(bodies.last().expect("a report"));
            let own = &last["message"]["call"];
            let row =
                calls.iter().find(|event| event["call"]["conversationId"] == own["id"]).expect("its row");
            let row = &row["call"];
            assert_eq!(
                (&row["phoneNumber"], &row["assistantNumber"]),
                (&own["userNumber"], &own["assistantNumber"])
            );
            assert!(
                time(&row["createdAt"]) < time(&own["startAt"])
                    && time(&own["endAt"]) < time(&row["updatedAt"])
            );
            let webhook = Webhook::from_slice(bodies[0].as_bytes()).expect("sound");
            assert_eq!(webhook.call_id(), own["id"].as_str());
        }
    }
}

#[test]
fn a_campaign_pauses_while_its_calls_go_on() {
    let mut paused = 0;
    for seed in 0..60 {
        let campaign = Campaign::from_seed(seed).calls(3);
        let events: Vec<_> = made(campaign.bodies()).iter().map(json).collect();
        let place = |found: &dyn Fn(&Value) -> bool| events.iter().position(found);
        let Some(pause) = place(&|event| event["status"] == "paused") else { continue };
        let launch = place(&|event| event["status"] == "processing").expect("it was launched");
        let last = events.iter().rposition(|event| event["event"] == "call_status").expect("a call");
        let goes_on = events.iter().rposition(|event| event["status"] == "processing").expect("it goes on");
        assert!(launch < pause && pause < goes_on && pause < last, "{events:?}");
        paused += 1;
    }
    assert!(paused > 8, "{paused}");
    for seed in 0..60 {
        let bodies = made(Campaign::from_seed(seed).calls(1).bodies());
        assert!(
            bodies.iter().all(|body| json(body)["status"] != "paused"),
            "one call leaves no time to pause in"
        );
    }
}

#[test]
fn a_workflow_is_deleted_last() {
    let mut deleted = 0;
    for seed in 0..60 {
        let webhooks: Vec<_> = made(Workflow::from_seed(seed).bodies())
            .iter()
            .map(|body| body.webhook().expect("sound"))
            .collect();
        let times: Vec<_> = webhooks
            .iter()
            .map(|webhook| webhook.event_time().and_then(Timestamp::at).expect("a time"))
            .collect();
        assert!(times.is_sorted(), "{times:?}");
        let is_deletion = |webhook: &Webhook| webhook.event_name() == Some("workflow_deleted");
        let place = webhooks.iter().position(is_deletion);
        assert!(place.is_none_or(|place| place == webhooks.len() - 1));
        deleted += usize::from(place.is_some());
    }
    assert!(deleted > 8, "{deleted}");
}
