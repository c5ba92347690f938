//! What only a whole call shows.

use super::CallRecord;
use crate::model::Found;
use crate::validate::{self, Report};

impl CallRecord {
    /// What is wrong or odd about what is known, see [the module](crate::validate). Pointers start at the
    /// printed record, so they begin with `/message`, as in a body.
    ///
    /// With the feature `structured` the structured data is held against the schema that the assistant
    /// asks for, which comes in another event than the data.
    #[must_use]
    pub fn validate(&self) -> Report {
        validate::of_member("message", &self.message, |found| check(self, found))
    }
}

/// Tells `found` what is wrong, with places from the record's message.
#[cfg(feature = "structured")]
fn check(record: &CallRecord, found: &mut dyn Found) {
    use crate::message::MessageType;
    use crate::validate::structured::{check_data, missing};

    let plan = record
        .assistant()
        .and_then(|assistant| assistant.assistant_analysis.as_ref()?.structured_data.as_deref());
    let Some((plan, schema)) = plan.and_then(|plan| Some((plan, plan.schema.as_ref()?))) else { return };
    let place = ["analysis", "structuredData"];
    let Some(data) = record.results().structured_data else {
        if plan.enabled == Some(true) && record.events_of(&MessageType::EndOfCallReport).next().is_some() {
            missing(&place, found);
        }
        return;
    };
    let of_message = record.message.analysis.as_ref().and_then(|analysis| analysis.structured_data.as_ref());
    if of_message.is_some_and(|data| !data.is_empty()) {
        check_data(schema, data, &place, found);
    } else {
        check_data(schema, data, &["call", "analysis", "structuredData"], found);
    }
}

/// Without the feature `structured` there is nothing more to say.
#[cfg(not(feature = "structured"))]
fn check(_: &CallRecord, _: &mut dyn Found) {}
