//! What receivers store of a campaign event.

use super::{CampaignEvent, CampaignEventName};
use crate::drift;
use crate::facts::{Facts, Parts, Tells, id, part};
use crate::family::Family;

impl Tells for CampaignEvent {
    fn facts(&self) -> Facts<'_> {
        let call = self.call.as_deref();
        let status = call.and_then(|call| call.status.as_ref());
        let settled = call.and_then(|call| call.updated_at.as_ref());
        Facts {
            family: Family::Campaign,
            event: self.event.as_ref().map(Into::into),
            call_id: call.and_then(|call| id(call.conversation_id.as_ref())),
            status: status.map(Into::into).or_else(|| self.status.as_ref().map(Into::into)),
            time: settled.or(self.campaign.updated_at.as_ref()),
            messages: None,
        }
    }

    fn key_parts(&self) -> Option<Parts> {
        let campaign = id(self.campaign.id.as_ref())?.to_owned();
        let others = if self.event == Some(CampaignEventName::CallStatus) {
            let call = self.call.as_deref()?;
            let row = id(call.id.as_ref())?.to_owned();
            vec![row, part(call.status.as_ref()), part(call.updated_at.as_ref())]
        } else {
            vec![part(self.status.as_ref()), part(self.campaign.updated_at.as_ref())]
        };
        Some(Parts { id: campaign, is_exact: false, others })
    }

    fn unknown_members(&self) -> usize {
        drift::unknown_members(self)
    }
}
