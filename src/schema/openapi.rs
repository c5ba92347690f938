//! The `OpenAPI` document.

use serde_json::{Map, Value, json};

use super::payloads::{Event, Payload};
use super::{Profile, document, examples};
use crate::webhook::Family;

pub(super) fn document(profile: Profile) -> Value {
    let (payloads, mut definitions) = document::all(profile);
    let mut webhooks = Map::new();
    for payload in &payloads {
        if let Some(event) = payload.event {
            webhooks.insert(event.wire.to_owned(), json!({"post": operation(payload, event)}));
        }
    }
    // Only a reader of any body needs these; here every webhook has its own.
    definitions.remove("Webhook");
    definitions.remove("UnknownBody");
    let mut document = json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": document::DIALECT,
        "info": {
            "title": "Interactly webhooks",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Every body that the Interactly voice-agent platform posts to a customer's server.",
            "description": "An unofficial description. The value sets are open: further events, members and values may come.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE")},
        },
        "tags": [
            {"name": SERVER_MESSAGES, "description": "About a call. Posted once, without retry."},
            {"name": CAMPAIGNS, "description": "About a campaign."},
            {"name": WORKFLOWS, "description": "About a workflow. Delivered at least once."},
        ],
        "webhooks": webhooks,
        "components": {
            "schemas": definitions,
            "parameters": parameters(),
            "securitySchemes": {
                "workflowToken": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The `bearer_token` of the subscription. Not sent if none is set.",
                },
            },
        },
    });
    refer_to_components(&mut document);
    document
}

const SERVER_MESSAGES: &str = "server messages";
const CAMPAIGNS: &str = "campaigns";
const WORKFLOWS: &str = "workflows";

fn operation(payload: &Payload, event: Event) -> Value {
    let (tag, headers, security): (_, &[&str], Value) = match event.family {
        Family::Campaign => (CAMPAIGNS, &["InteractlySecret"], json!([])),
        Family::Workflow => {
            (WORKFLOWS, &["InteractlySignature", "InteractlyTimestamp"], json!([{}, {"workflowToken": []}]))
        }
        _ => (SERVER_MESSAGES, &["InteractlySecret"], json!([])),
    };
    let parameters: Vec<_> =
        headers.iter().map(|name| json!({"$ref": format!("#/components/parameters/{name}")})).collect();
    let examples: Map<_, _> = examples::of(&payload.name)
        .map(|example| (example.name.to_owned(), json!({"value": example.value})))
        .collect();
    let description = event.description();
    json!({
        "operationId": payload.definition,
        "tags": [tag],
        "summary": description.split(". ").next().map(|first| first.trim_end_matches('.')),
        "description": description,
        "security": security,
        "parameters": parameters,
        "requestBody": {
            "required": true,
            "content": {"application/json": {
                "schema": {"$ref": format!("#/components/schemas/{}", payload.definition)},
                "examples": examples,
            }},
        },
        "responses": responses(event.family),
    })
}

fn responses(family: Family) -> Value {
    match family {
        Family::Campaign => json!({
            "2XX": {"description": "Delivered."},
            "default": {"description": "Not delivered. How often it is tried again is not documented."},
        }),
        Family::Workflow => json!({
            "2XX": {"description": "Delivered."},
            "default": {
                "description": "Not delivered. Tried again after 408, 409, 425, 429, 500, 502, 503 and 504, as the \
                    subscription's `max_retries` and `retry_backoff_seconds` say.",
            },
        }),
        _ => json!({
            "2XX": {
                "description": "Delivered. The content does not matter; this is the documented one.",
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/ServerMessageResponse"},
                    "examples": {"done": {"value": {"message": "Done"}}},
                }},
            },
            "default": {"description": "Not delivered, and not sent again."},
        }),
    }
}

fn parameters() -> Value {
    let header = |name: &str, description: &str| {
        json!({
            "name": name,
            "in": "header",
            "required": false,
            "description": description,
            "schema": {"type": "string"},
        })
    };
    json!({
        "InteractlySecret": header(
            "x-interactly-secret",
            "The shared secret as configured. Not sent if none is set. There is no signature.",
        ),
        "InteractlySignature": header(
            "X-Interactly-Signature",
            "HMAC-SHA256 of the raw body in lower-case hex. Only one of the platform's sources has it.",
        ),
        "InteractlyTimestamp": header(
            "X-Interactly-Timestamp",
            "When it was signed, in seconds since the Unix epoch; not part of what is signed.",
        ),
    })
}

/// Turns references among definitions into references among components.
fn refer_to_components(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some(name) = reference.strip_prefix("#/$defs/")
            {
                *reference = format!("#/components/schemas/{name}");
            }
            members.values_mut().for_each(refer_to_components);
        }
        Value::Array(list) => list.iter_mut().for_each(refer_to_components),
        _ => {}
    }
}
