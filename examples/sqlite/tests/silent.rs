//! Nothing of a request is printed or answered, and the database repeats none of it beside the body.

mod support;

use rusqlite::Connection;
use support::marked::{assert_silent, damaged, marked};
use support::{Program, TemporaryFolder};

const SECRET: &str = "zq7Jane-155501";

#[test]
fn no_part_of_a_request_is_told() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("calls.db");
    let program = Program::with(&["--secret", SECRET], &file);
    let right = format!("x-interactly-secret: {SECRET}\r\nx-zq7Jane: 155501\r\n");
    let mut statuses = Vec::new();
    let mut told = |(status, answer): (u16, String)| {
        assert_silent("the answer", &answer);
        statuses.push(status);
    };
    let bodies = [marked(true), marked(false)].concat();
    for body in &bodies {
        told(program.send(&right, body.to_string().as_bytes()));
    }
    for body in damaged() {
        told(program.send(&right, &body));
    }
    told(program.send("x-interactly-secret: zq7Jane\r\n", b"\"zq7Jane\""));
    told(
        program.send_raw(
            format!("PUT /zq7Jane?zq7Jane HTTP/1.1\r\nconnection: close\r\n{right}\r\n").as_bytes(),
        ),
    );
    told(program.send(&right, &b"zq7Jane ".repeat((2 << 20) + 1)));
    told(program.send_raw(b"zq7Jane 155501\r\n\r\n"));

    let database = Connection::open(&file).expect("opens");
    let problems = "SELECT group_concat(problem, char(10)) FROM deliveries";
    let problems: String = database.query_row(problems, [], |row| row.get(0)).expect("problems");
    assert_silent("the database", &problems);
    // Now it fails.
    database.execute("DROP TABLE deliveries", []).expect("drops");
    told(program.send(&right, bodies[0].to_string().as_bytes()));
    for status in [200, 400, 401, 405, 413, 500] {
        assert!(statuses.contains(&status), "{status}");
    }
    let [out, errors] = &program.kill()[..] else { panic!("two texts") };
    assert!(out.lines().count() > bodies.len() && errors.starts_with("not stored: "), "{errors}");
    assert_silent("standard output", out);
    assert_silent("standard error", errors);
}
