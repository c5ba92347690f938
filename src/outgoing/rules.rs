//! What a control request must say.

use super::{ControlRequest, ControlType};
use crate::model::{Ask, Condition, Found, Rules};
use crate::validate::code;

impl Rules for ControlRequest {
    const CONDITIONS: &'static [Condition] = &[Condition {
        member: "type",
        values: &[r#""say""#],
        reason: "Speaking needs a text.",
        asks: &[Ask::Present(&["message"])],
    }];

    /// Only the form of `say` is documented.
    fn check(&self, found: &mut dyn Found) {
        if self.kind != Some(ControlType::Say) {
            return;
        }
        match self.message.as_deref() {
            None => {
                let message = "found nothing, expected the text to say".to_owned();
                found.found(&["message"], &code::SAY_MESSAGE_MISSING, message);
            }
            Some(text) if text.trim().is_empty() => {
                let message = "found a text without words, expected the text to say".to_owned();
                found.found(&["message"], &code::SAY_MESSAGE_EMPTY, message);
            }
            Some(_) => {}
        }
    }
}
