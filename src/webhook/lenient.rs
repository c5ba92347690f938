//! What was read leniently, by its family.

use super::{Webhook, each};
use crate::facts::{DeliveryKey, Tells, key_of};
use crate::lenient::Lenient;
use crate::privacy::redacted_lenient;

impl Lenient<Webhook> {
    /// A copy without personal data. Every text, number and key of a deviation is replaced, as anything
    /// may be where something else belongs.
    #[must_use]
    pub fn redacted(&self) -> Self {
        each!(&self.value, body, wrap => redacted_lenient(body, self.damage()).map(wrap))
    }
}

#[allow(private_bounds, reason = "what has a delivery key; callers need not name it")]
impl<T: Tells> Lenient<T> {
    /// What identifies the event, see [`DeliveryKey`]. Where the body deviates the key says so, and
    /// is another one than its sound copy's.
    #[must_use]
    pub fn delivery_key(&self) -> Option<DeliveryKey> {
        let key = key_of(&self.value)?;
        Some(if self.is_sound() { key } else { key.damaged() })
    }
}
