//! Nothing of a request is in the log or in an answer.

mod support;

use support::marked::{assert_silent, damaged, marked};
use support::{Client, Receiver};

const PATH: &str = "/zq7Jane/155501?token=zq7Jane";
const SECRET: &str = "zq7Jane-155501";
const HEADERS: [(&str, &[u8]); 3] =
    [("user-agent", b"zq7Jane"), ("x-zq7Jane", b"155501"), ("cookie", b"zq7Jane=155501")];

#[test]
fn no_part_of_a_request_is_told() {
    let receiver = Receiver::start(&["--secret", SECRET]);
    let mut answers = Vec::new();
    let mut post = |headers: &[(&str, &[u8])], body: &[u8]| {
        let mut client = Client::connect(receiver.address);
        let answer = client.post(PATH, &[headers, &HEADERS].concat(), body);
        assert_silent("the answer", &answer.1);
        answers.push(answer.0);
    };
    let bearer = format!("Bearer {SECRET}");
    let right = [("authorization", bearer.as_bytes())];
    let bodies = [marked(true), marked(false)].concat();
    for body in &bodies {
        post(&right, body.to_string().as_bytes());
    }
    for body in damaged() {
        post(&right, &body);
    }
    // Too much to be built: the head alone is read.
    let large =
        bodies[0].to_string().replacen('{', &format!("{{\"zq7Jane\":[{}0],", "7,".repeat(100_000)), 1);
    post(&right, large.as_bytes());
    post(&right, &large.as_bytes()[..large.len() - 1]);
    for wrong in [&b"zq7Jane"[..], b"zq7Jane-155501-zq7Jane", b"zq7Jane\xff"] {
        post(&[("x-interactly-secret", wrong)], bodies[0].to_string().as_bytes());
    }
    post(&right, &b"\"zq7Jane\"".repeat(2 << 20));
    for status in [200, 400, 401, 413] {
        assert!(answers.contains(&status), "{status}");
    }

    // What no parser of ours sees.
    let mut get = Client::connect(receiver.address);
    get.send("PUT", PATH, &right, 9, b"\"zq7Jane\"");
    assert_eq!(get.answer(), (405, String::new()));
    for odd in [
        "zq7Jane 155501\r\n\r\n",
        "POST /zq7Jane HTTP/9\r\nzq7Jane\r\n\r\n",
        "POST / HTTP/1.1\r\nzq7Jane\r\n\r\n",
    ] {
        let mut client = Client::connect(receiver.address);
        client.more(odd.as_bytes());
        assert!(client.try_answer().is_none_or(|answer| answer == (400, String::new())), "{odd}");
    }
    let lines = receiver.stop();
    assert_silent("the log", &lines.join("\n"));
    for start in ["unread, ", "refused 400: ", "refused 401: ", "refused 413: ", "campaign ", "workflow "] {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{start}");
    }
}
