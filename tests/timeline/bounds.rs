//! Whatever the body holds, the picture is sound and bounded.

use serde_json::{Value, json};

use crate::{picture, report, small};

#[test]
fn long_texts_are_broken_and_bounded() {
    let mut body = small();
    body["message"]["messages"][1]["text"] = json!("word ".repeat(40) + &"x".repeat(200));
    let out = picture(&["--text", "-"], &body);
    let words: Vec<_> =
        out.split("class=\"words\"").skip(1).map(|rest| rest.lines().nth(1).expect("a line")).collect();
    assert!(words.len() > 4 && words.iter().all(|line| line.len() <= 100), "{words:?}");
    assert_eq!(words[1..words.len() - 1].concat().matches("word").count(), 40);
    assert_eq!(words.concat().matches('x').count(), 200);
    body["message"]["messages"][1]["text"] = json!("words ".repeat(200_000));
    let out = picture(&["--text", "-"], &body);
    assert!(out.len() < 60_000 && out.contains("and 1 turn more"), "{}", out.len());
}

#[test]
fn absurd_numbers_give_bounded_pictures() {
    let odd = [
        json!(1e300),
        json!(-1e300),
        json!(-5),
        json!(0),
        json!(1e-300),
        json!(u64::MAX),
        json!(9e8),
        json!(1500.5),
    ];
    for start in &odd {
        for end in odd.iter().chain([&Value::Null]) {
            let turn = json!({"start": start, "end": end, "messageId": "u-1", "userMessageId": "u-1",
                "interrupted": true, "audioDuration": start, "playedDuration": end});
            let mut body = report(json!([turn]), json!([turn, turn]), small()["message"]["messages"].take());
            let metrics = json!({"timeline": {"totalElapsedTimeMs": start}, "llm": {"responseLatencyMs": end},
                "stt": {"relativeLatencyMs": end, "durationMs": end, "confidence": end},
                "tts": {"generationTimeMs": start, "audioDurationMs": end},
                "interactlyEOU": {"turnDetectionTimeMs": start}});
            for message in body["message"]["messages"].as_array_mut().expect("messages") {
                message["metrics"] = metrics.clone();
                message["timestamp"] = start.clone();
            }
            body["message"]["call"]["cost"] = json!({"totalCost": start, "callDuration": end});
            body["message"]["call"]["startAt"] = end.clone();
            body["message"]["call"]["assistantCallDuration"] = start.clone();
            for with_turns in [true, false] {
                if !with_turns {
                    body["message"]["call"]["metrics"] = json!({});
                }
                let out = picture(&["--text", "-"], &body);
                assert!(out.len() < 60_000, "{start} {end}: {}", out.len());
                assert!(!out.contains("00000000000"), "{start} {end}: {out}");
            }
        }
    }
}

#[test]
fn what_is_partly_outside_the_call_is_cut() {
    let turns =
        json!([{"start": -500, "end": 1_000}, {"start": 2_000, "end": 1e300}, {"start": -9, "end": -1}]);
    let mut body = report(turns, json!([]), json!([]));
    body["message"]["call"]["assistantCallDuration"] = json!(10_000);
    let out = picture(&["-"], &body);
    for text in [
        "Person: 0:00.0 to 0:01.0, 1.0 s",
        "Person: 0:02.0 to 1:20.0, 78.0 s",
        "Not drawn: 1 turn or event has",
    ] {
        assert!(out.contains(text), "{text}\n{out}");
    }
}

#[test]
fn ends_before_starts_are_points() {
    let turns = json!([{"start": 5_000, "end": 2_000, "messageId": "u-1"}, {"end": 1_000}, {"start": 60_000, "end": -1}, {}]);
    let out = picture(&["-"], &report(turns, json!([]), json!([])));
    for text in ["Person: 0:05.0<", "Person: 0:01.0<", "Person: 1:00.0<", "Not drawn: 1 turn or event has"] {
        assert!(out.contains(text), "{text}\n{out}");
    }
}

#[test]
fn an_answer_that_took_far_longer_than_others_does_not_hide_them() {
    let turn = |id: i64, start: i64, end: i64| json!({"start": start, "end": end, "messageId": id.to_string(), "userMessageId": id.to_string()});
    let users = json!([turn(1, 0, 1_000), turn(2, 4_000, 5_000), turn(3, 7_000, 8_000)]);
    let mut last = turn(3, 40_000, 44_000);
    // The sound was played slower than it was made.
    (last["interrupted"], last["audioDuration"]) = (json!(true), json!(3.5));
    let out = picture(
        &["-"],
        &report(users, json!([turn(1, 2_000, 3_000), turn(2, 6_500, 6_900), last]), json!([])),
    );
    for text in ["\n1000 ms\n", "\n1500 ms\n", "\n… 32000 ms\n"] {
        assert!(out.contains(text), "{text}\n{out}");
    }
    assert!(!out.contains("Made, but not played") && out.contains("cut short of 3.5 s that were made"));
}

#[test]
fn long_calls_have_bounded_pictures() {
    let call = |turns: i64, apart: i64| {
        let user = |turn: i64| json!({"start": turn * apart, "end": turn * apart + apart / 3, "messageId": format!("u-{turn}")});
        let bot = |turn: i64| {
            json!({"start": turn * apart + apart / 2, "end": (turn + 1) * apart, "userMessageId": format!("u-{turn}"),
                "interrupted": turn % 3 == 0, "audioDuration": 9})
        };
        let said = |turn: i64| {
            [
                json!({"role": "user", "messageId": format!("u-{turn}"), "metrics": {"interactlyEOU": {"turnDetectionTimeMs": 300}}}),
                json!({"role": "assistant", "text": "Yes.", "metrics": {"llm": {"responseLatencyMs": 200}}}),
            ]
        };
        let of = |one: &dyn Fn(i64) -> Value| Value::from((0..turns).map(one).collect::<Vec<_>>());
        report(of(&user), of(&bot), (0..turns).flat_map(said).collect())
    };
    let out = picture(&["-"], &call(250, 10_000));
    // Of 500 turns each is there.
    assert_eq!(out.matches(">Person: ").count() + out.matches(">Assistant: ").count(), 500);
    assert!(out.contains("the 12 longest of 250"));
    for (turns, apart) in [(10_000, 20_000), (2_000, 1), (2_000, 0), (3, 400_000_000)] {
        let out = picture(&["-"], &call(turns, apart));
        assert!(out.len() < 3_000_000, "{turns} {apart}: {}", out.len());
    }
}
