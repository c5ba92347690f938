use super::Webhook;
use crate::Family;

#[test]
fn the_deciding_member_decides_wherever_it_stands() {
    for (body, family) in [
        (r#"{"message":{}}"#, Family::ServerMessage),
        (r#"{"workflow":{},"campaign":{},"message":{}}"#, Family::ServerMessage),
        (r#"{"workflow":{},"campaign":{}}"#, Family::Campaign),
        (r#"{"event":"x","workflow":{}}"#, Family::Workflow),
        (r#"{"event":"x"}"#, Family::Unknown),
        ("{}", Family::Unknown),
    ] {
        let webhook = Webhook::from_str(body).expect(body);
        assert_eq!(webhook.family(), family, "{body}");
        let plain: Webhook = serde_json::from_str(body).expect(body);
        assert_eq!(plain, webhook, "{body}");
        let printed = serde_json::to_value(&webhook).expect("prints");
        assert_eq!(printed, serde_json::from_str::<serde_json::Value>(body).expect("reads"));
    }
}

#[test]
fn a_damaged_deciding_member_is_refused_and_still_decides_when_lenient() {
    for (body, error, family) in [
        (
            r#"{"message":null,"campaign":{}}"#,
            "/message: found null, expected an object (line 1, column 15)",
            Family::ServerMessage,
        ),
        (
            r#"{"campaign":[],"event":"call_status"}"#,
            "/campaign: found an array, expected an object (line 1, column 13)",
            Family::Campaign,
        ),
        (
            r#"{"workflow":7}"#,
            "/workflow: found a number, expected an object (line 1, column 13)",
            Family::Workflow,
        ),
    ] {
        assert_eq!(Webhook::from_str(body).expect_err(body).to_string(), error);
        assert!(serde_json::from_str::<Webhook>(body).is_err(), "{body}");
        let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect(body);
        assert_eq!(lenient.value.family(), family);
        assert_eq!(
            serde_json::to_value(&lenient).expect("prints"),
            serde_json::from_str::<serde_json::Value>(body).expect("reads")
        );
    }
}

#[test]
fn what_is_repaired_before_the_deciding_member_hides_it_not() {
    for (body, family) in [
        (&br#"{"\ud83d":1,"message":{"type":"hang"}}"#[..], Family::ServerMessage),
        (br#"{"a":{"\ud83d":"\udc00"},"\udc00":1e999,"campaign":{"id":"cmp-1"}}"#, Family::Campaign),
        (b"{\"\xff\":1,\"workflow\":{}}", Family::Workflow),
        (br#"{"x":1,"x":[1e999],"message":{}}"#, Family::ServerMessage),
    ] {
        let shown = String::from_utf8_lossy(body);
        let lenient = Webhook::from_slice_lenient(body).expect(&shown);
        assert_eq!(lenient.value.family(), family, "{shown}");
        assert!(Webhook::from_slice(body).is_err(), "{shown}");
    }
}
