//! From a file to what is known of its call.

use interactly_webhooks::record::RecordError;
use interactly_webhooks::{CallRecord, Webhook};

use crate::support::{self, Failure};

/// What a file says of a call: a body as a record of that body alone, or a record that was printed.
pub(crate) fn record(file: &str, bytes: &[u8]) -> Result<CallRecord, Failure> {
    let body = Webhook::from_slice_lenient(bytes)?;
    let is_record =
        matches!(&body.value, Webhook::ServerMessage(request) if request.extra.contains_key("callRecord"));
    let mut record = CallRecord::default();
    if is_record {
        record = CallRecord::from_slice(bytes).map_err(failure)?;
        record.call_id().ok_or(RecordError::NoCall).map_err(failure)?;
    } else {
        record.apply_lenient(&body).map_err(failure)?;
        support::tell(file, body.deviations());
    }
    Ok(record)
}

fn failure(error: RecordError) -> Failure {
    match error {
        RecordError::Unreadable(error) => error.into(),
        RecordError::NoCall => Failure::at("/message/call/id", &"no call id"),
        RecordError::LaterVersion => Failure::at("/callRecord", &"a record of a later version"),
        RecordError::OtherFamily => Failure::other(&"a body of another family is about no call"),
        other => Failure::other(&other),
    }
}
