//! Requests that reach customers' servers and are not webhooks: what is known of each.
//!
//! A receiver of events is sent the three families of bodies that [`Webhook`](crate::Webhook)
//! reads. The platform also calls servers that its customers name elsewhere. Those requests have no
//! envelope, and most have no documented form, so this crate models what is known and no more.
//!
//! # Tool calls
//!
//! Each tool of an assistant names its own server. The server is sent **the bare arguments**, in
//! the shape that the tool's own parameters ask for:
//!
//! ```text
//! POST /tools/send-email
//! {"emailAddress": "…"}
//! ```
//!
//! Read them into a type of your own. The answer is [`ToolResult`](crate::outgoing::ToolResult),
//! `{"result": "…"}`, whose text goes to the language model; put data into that text as JSON. The
//! answer of an `async` tool is ignored. By default the platform waits 20 seconds. Since release
//! notes v1.3.0 the method can be chosen (GET, POST, PUT, PATCH, DELETE); before it was always
//! POST. Which call a request belongs to is not documented: put what you need into the parameters.
//! From older docs (2025); no captured request is known.
//!
//! # Your own language model
//!
//! With provider `custom-llm` the platform posts to `assistantLLMUrl` with `/chat/completions`
//! appended. The public docs give the form of the chat completions that `OpenAI` made common; use a
//! crate for that. What the platform adds to it is not documented.
//!
//! # Verification calls
//!
//! The public docs name callbacks of verification calls and show none of their bodies. If one comes
//! to a receiver of this crate, it reads as [`Webhook::Unknown`](crate::Webhook::Unknown) and is
//! kept.
//!
//! # Rows that fail before a campaign is launched
//!
//! With `validateOnUpload`, rows that fail "trigger webhook notifications" (release notes v1.7.0).
//! Their form is not shown; presumably it is `call_status` with `call.errorCode`, which
//! [`CampaignCall`](crate::campaign::CampaignCall) has.
//!
//! # Do not disturb, and callbacks
//!
//! Release notes v1.13.0 and v1.16.6 add both to the analysis after a call. The names of their
//! members are not published. They will appear in [`Analysis`](crate::message::Analysis)'s `extra`,
//! and [`Webhook::drift`](crate::Webhook::drift) lists them from the first day.
//!
//! # HTTP nodes of workflows
//!
//! A workflow can send any request to any server. Its method, headers and body are what the
//! workflow's author wrote.
//!
//! # The browser
//!
//! The web SDK speaks with the browser over a socket. No server of yours sees these frames.
