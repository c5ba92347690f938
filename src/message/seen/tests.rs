use super::Seen;
use crate::ServerMessageRequest;

const BODY: &str = r#"{"a":[1,"]"],"message":{"call":{"messages":[{"messageId":"a"}]},"messages": [ {"messageId":"a","text":"]}"} ,
    {"messageId":"b"},{"role":"user"} , {"messageId":"b"},{"messageId":"\u0063"} ] ,"type":"hang"}}"#;

fn ids(body: &str, seen: Seen<'_>) -> (usize, Vec<String>) {
    let update = ServerMessageRequest::from_slice_after(body.as_bytes(), seen).expect(body);
    let messages = update.request.message.messages().iter();
    (update.skipped, messages.map(|message| message.message_id.clone().unwrap_or_default()).collect())
}

#[test]
fn it_gives_what_the_full_parse_gives() {
    let whole = ServerMessageRequest::from_slice(BODY.as_bytes()).expect("parses");
    for id in ["a", "b", "c", "z", ""] {
        let update = ServerMessageRequest::from_slice_after(BODY.as_bytes(), Seen::Id(id)).expect("parses");
        assert_eq!(update.request.message.messages(), whole.message.messages_after(id), "{id}");
    }
    for count in 0..8 {
        let update =
            ServerMessageRequest::from_slice_after(BODY.as_bytes(), Seen::Count(count)).expect("parses");
        assert_eq!(update.skipped, count.min(5));
        let mut expected = whole.clone();
        expected.message.messages.as_mut().expect("messages").drain(..update.skipped);
        assert_eq!(update.request, expected, "{count}");
    }
}

#[test]
fn no_message_is_missed_where_ids_repeat_or_are_not_found() {
    assert_eq!(ids(BODY, Seen::Id("b")), (2, vec![String::new(), "b".into(), "c".into()]));
    assert_eq!(ids(BODY, Seen::Id("z")).0, 0);
    assert_eq!(ids(BODY, Seen::Id("c")), (5, Vec::new()));
    for body in [r#"{"message":{}}"#, r#"{"message":{"messages":null}}"#, r#"{"message":{"messages":[]}}"#] {
        assert_eq!(ids(body, Seen::Id("a")), (0, Vec::new()));
        assert_eq!(ids(body, Seen::Count(3)), (0, Vec::new()));
    }
}

#[test]
fn of_what_is_left_out_only_the_syntax_counts() {
    let body =
        r#"{"message":{"messages":[{"messageId":"a","text":5},{},{"messageId":"b"},{"messageId":[]}]}}"#;
    assert!(ServerMessageRequest::from_slice(body.as_bytes()).is_err());
    let error = ServerMessageRequest::from_slice_after(body.as_bytes(), Seen::Id("b")).expect_err("a list");
    // The first thing that a whole parse refuses.
    assert_eq!(error.pointer(), "/message/messages/0/text");
    assert_eq!(ids(body, Seen::Count(4)), (4, Vec::new()));
    let sound = body.replace("[]}", "\"c\"}");
    assert_eq!(ids(&sound, Seen::Id("b")), (3, vec!["c".to_owned()]));
    let cut = br#"{"message":{"messages":[{"messageId":"a"},{"messageId":}]}}"#;
    assert!(ServerMessageRequest::from_slice_after(cut, Seen::Id("a")).is_err());
    assert!(ServerMessageRequest::from_slice_after(cut, Seen::Count(2)).is_err());
    let twice = br#"{"message":{"messages":[{"messageId":"a"}],"messages":[]}}"#;
    assert!(ServerMessageRequest::from_slice_after(twice, Seen::Id("a")).is_err());
}
