//! The schema of any body: which member decides the family.

use schemars::json_schema;

use super::named;
use crate::Webhook;
use crate::campaign::CampaignEvent;
use crate::message::ServerMessageRequest;
use crate::workflow::WorkflowEvent;

/// A body that is of no known family.
pub(super) struct UnknownBody;

named!(UnknownBody, |_| json_schema!({
    "title": "UnknownBody",
    "description": "A body without `message`, `campaign` and `workflow`: of no known family, kept as it came.",
    "type": "object",
    "additionalProperties": true,
    "not": {"anyOf": [{"required": ["message"]}, {"required": ["campaign"]}, {"required": ["workflow"]}]},
}));

named!(Webhook, |generator| {
    let unknown = generator.subschema_for::<UnknownBody>();
    let message = generator.subschema_for::<ServerMessageRequest>();
    let campaign = generator.subschema_for::<CampaignEvent>();
    let workflow = generator.subschema_for::<WorkflowEvent>();
    json_schema!({
        "title": "Webhook",
        "description": "Any body that the platform posts. One member decides the family: with `message` it is \
            a server message, else with `campaign` a campaign event, else with `workflow` a workflow event.",
        "$comment": "`anyOf` lists the families for people and code generators; `if` decides which one holds.",
        "type": "object",
        "anyOf": [message, campaign, workflow, unknown],
        "if": {"required": ["message"]},
        "then": message,
        "else": {
            "if": {"required": ["campaign"]},
            "then": campaign,
            "else": {"if": {"required": ["workflow"]}, "then": workflow},
        },
    })
});
