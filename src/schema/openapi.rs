//! The `OpenAPI` document.

use super::definitions::Definitions;
use super::events::{self, Event};
use super::{examples, payloads};
use crate::describe::{Kind, Node, Profile, node, text};
use crate::family::Family;

pub(super) fn document(profile: Profile) -> Node {
    let mut definitions = Definitions::new(profile, Kind::OpenApi);
    let webhooks: Node = events::all()
        .map(|event| {
            let definition = definitions.event(event);
            (event.wire().to_owned(), node! {"post": operation(event, &definition)})
        })
        .collect();
    for (name, form) in payloads::TYPES {
        if name == ANSWER {
            definitions.object(form());
        }
    }
    let description = format!(
        "An unofficial description. The platform may add events, members and values at any time.\n\n{}",
        text::PROVENANCE
    );
    node! {
        "openapi": "3.1.0",
        "info": node! {
            "title": "Interactly webhooks",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Every body that the Interactly voice-agent platform posts to a customer's server.",
            "description": description,
            "license": node! {"name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE")},
        },
        "tags": Family::ALL.into_iter().filter_map(tag).collect::<Node>(),
        "webhooks": webhooks,
        "components": node! {
            "schemas": definitions.finish().into_iter().collect::<Node>(),
            "parameters": parameters(),
            "securitySchemes": node! {
                "workflowToken": node! {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The `bearer_token` of the subscription. Not sent if none is set.",
                },
            },
        },
    }
}

/// The payload that a receiver answers with.
const ANSWER: &str = "server-message-response";

fn tag(family: Family) -> Option<Node> {
    Some(node! {"name": name(family)?, "description": delivery(family)})
}

/// What the family is called where its events are grouped.
pub(super) fn name(family: Family) -> Option<&'static str> {
    match family {
        Family::ServerMessage => Some("Server messages"),
        Family::Campaign => Some("Campaign events"),
        Family::Workflow => Some("Workflow events"),
        Family::Unknown => None,
    }
}

/// How the bodies of a family come.
pub(super) fn delivery(family: Family) -> &'static str {
    match family {
        Family::ServerMessage => {
            "About a call. Posted once, whatever the receiver answers: there is no retry. Events may arrive in any \
             order. The headers configured in `assistantServer.headers` come with them."
        }
        Family::Campaign => {
            "About a campaign. How often a failed delivery is tried again is not documented. The headers \
             configured with the campaign's webhook come with them."
        }
        Family::Workflow => {
            "About a workflow. Delivered at least once: after a network error, a timeout or the status 408, 409, \
             425, 429, 500, 502, 503 or 504 it is tried again, as often as the subscription's `max_retries` says. \
             The pauses begin with its `retry_backoff_seconds` and double."
        }
        Family::Unknown => "",
    }
}

fn operation(event: Event, definition: &str) -> Node {
    let security = match event.family {
        Family::Workflow => vec![node! {}, node! {"workflowToken": Vec::<Node>::new()}],
        Family::ServerMessage | Family::Campaign | Family::Unknown => Vec::new(),
    };
    let parameters: Vec<_> = headers(event.family)
        .map(|header| node! {"$ref": format!("#/components/parameters/{}", header.component)})
        .collect();
    let examples: Node = examples::of(&event.file())
        .map(|example| (example.name.to_owned(), node! {"value": example.value}))
        .collect();
    node! {
        "operationId": definition,
        "tags": name(event.family).into_iter().collect::<Vec<_>>(),
        "summary": event.wire(),
        "description": event.description(),
        "security": security,
        "parameters": parameters,
        "requestBody": node! {
            "required": true,
            "content": node! {"application/json": node! {
                "schema": node! {"$ref": format!("#/components/schemas/{definition}")},
                "examples": examples,
            }},
        },
        "responses": responses(event.family),
    }
}

fn responses(family: Family) -> Node {
    let delivered = if family == Family::ServerMessage {
        node! {
            "description": "Delivered. The content does not matter; this is the documented one.",
            "content": node! {"application/json": node! {
                "schema": node! {"$ref": "#/components/schemas/ServerMessageResponse"},
                "examples": node! {"done": node! {"value": node! {"message": "Done"}}},
            }},
        }
    } else {
        node! {"description": "Delivered. The content does not matter."}
    };
    node! {"2XX": delivered, "default": node! {"description": format!("Not delivered. {}", failed(family))}}
}

fn failed(family: Family) -> &'static str {
    match family {
        Family::Workflow => "Tried again after some statuses, see the description of the tag.",
        Family::Campaign => "How often it is tried again is not documented.",
        Family::ServerMessage | Family::Unknown => "It is not sent again.",
    }
}

/// A header that the platform sends.
pub(super) struct Header {
    component: &'static str,
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    is_sent_with: fn(Family) -> bool,
}

/// The headers that come with the bodies of a family, but for `Authorization`.
pub(super) fn headers(family: Family) -> impl Iterator<Item = &'static Header> {
    HEADERS.iter().filter(move |header| (header.is_sent_with)(family))
}

const HEADERS: [Header; 4] = [
    Header {
        component: "InteractlySecret",
        name: "x-interactly-secret",
        description: "The shared secret as configured. Not sent if none is set. There is no signature.",
        is_sent_with: |family| matches!(family, Family::ServerMessage | Family::Campaign),
    },
    Header {
        component: "InteractlySecretOfDashboard",
        name: "X-INTERACTLY.AI-SECRET",
        description: "The name that the dashboard prints for the header of the shared secret. Accept it too.",
        is_sent_with: |family| matches!(family, Family::ServerMessage | Family::Campaign),
    },
    Header {
        component: "InteractlySignature",
        name: "X-Interactly-Signature",
        description: "HMAC-SHA256 of the raw body in lower-case hex. Only one of the platform's sources has it.",
        is_sent_with: |family| family == Family::Workflow,
    },
    Header {
        component: "InteractlyTimestamp",
        name: "X-Interactly-Timestamp",
        description: "When it was signed, in seconds since the Unix epoch; not part of what is signed.",
        is_sent_with: |family| family == Family::Workflow,
    },
];

fn parameters() -> Node {
    let parameter = |header: &Header| {
        let parameter = node! {
            "name": header.name,
            "in": "header",
            "required": false,
            "description": header.description,
            "schema": node! {"type": "string"},
        };
        (header.component.to_owned(), parameter)
    };
    HEADERS.iter().map(parameter).collect()
}
