//! Common surprises for receivers: how the platform delivers, and what its bodies mean.
//!
//! Further pages:
//!
//! - [other requests](other_requests), which are not webhooks: tool calls, your own language model and others;
//! - [where facts come from](provenance): what "captured", "documented sample" and the like mean;
//! - [performance]: what reading costs, and how to size a limit for bodies;
//! - [contributing]: how to add a member, an event, a rule or a family.
//!
//! # Delivery
//!
//! **Server messages come once.** There is no retry, whatever you answer: a body that your service
//! fails to read is lost. Parse with [`Webhook::from_slice_lenient`], which refuses only
//! bodies that are not JSON objects, are cut off or are nested too deeply, and store what it could not type
//! beside the rest. Answer any status from 200 to 299 within the assistant's `timeoutSeconds` (20 by default);
//! the body of the answer is ignored.
//!
//! **Campaign and workflow events may repeat.** Workflow deliveries are retried after network
//! errors, timeouts and some statuses. [`Webhook::delivery_key`] recognises an event that came
//! before, and says where it cannot be sure.
//!
//! **Order is not promised.** `queued` may arrive after `ongoing`. `call.startAt` changes between
//! the events of one call, and `message.timestamp` may be earlier than the newest message in the same
//! body. So do not compare them yourself: fold the server messages of a call into a
//! [`CallRecord`], for which neither order nor repetition matters.
//!
//! # Load, apply, store, act on the change
//!
//! 1. Read the body with [`Webhook::from_slice_lenient`], and take its
//!    [`call_id`](Webhook::call_id).
//! 2. **Load** the record stored under that id ([`CallRecord::from_slice`]), or begin with
//!    [`CallRecord::default`].
//! 3. **Apply** the body ([`CallRecord::apply_lenient`]). A damaged body is applied like a sound one:
//!    what was lost comes with the next event or a sound copy.
//! 4. **Store** the record if [`Change::record`] says so.
//! 5. **Act on the change**: new messages, another status, the end, the results. Each is reported once, however
//!    often and in whichever order events come.
//!
//! **Loading and storing must be atomic**: two events of one call arrive at the same time, and the second to
//! store must not overwrite the first. In SQL, one transaction, with the row locked:
//!
//! ```sql
//! BEGIN;
//! INSERT INTO calls (id, record) VALUES ($1, '') ON CONFLICT (id) DO NOTHING;
//! SELECT record FROM calls WHERE id = $1 FOR UPDATE; -- '' is no record yet
//! -- apply the body here
//! UPDATE calls SET record = $2 WHERE id = $1;
//! -- store what the change asks for here: new rows of messages, a row in an outbox
//! COMMIT;
//! ```
//!
//! Without row locks, store a version beside the record, `UPDATE … WHERE id = $1 AND version = $3`, and load and
//! apply again if no row was changed. Put what must happen once outside the database (a mail at the end of the
//! call) into the outbox: otherwise a crash between `COMMIT` and the mail loses it.
//!
//! A message's position in the conversation never moves, so (call id, position) is the key of its row; write it
//! with `ON CONFLICT … DO UPDATE`, as a later event may change what it says. Store records in a text
//! or `json` column (`PostgreSQL`'s `jsonb` refuses U+0000, which a body may hold). A record holds what the bodies
//! hold, the receiver's own secret included.
//!
//! # Secrets
//!
//! **The secret is a header and a member.** Assistant and campaign webhooks carry it as
//! `x-interactly-secret`, if it is not empty; the dashboard prints the name as
//! `X-INTERACTLY.AI-SECRET`. Workflow deliveries use `Authorization: Bearer …`. Compare with
//! [`Secret::matches`] and [`Secret::matches_bearer`]. Bodies echo the secret and the custom
//! headers back in `assistant.assistantServer`: never log a body as it came, only its `Debug`
//! or a redacted copy, see [`privacy`].
//!
//! # Conversations
//!
//! **Every event repeats all messages since the start** (status updates carry none), and a damaged one may
//! lack some in the middle. [`Change::messages`] says which are
//! new, and misses and repeats none. [`ServerMessage::messages_after`] is for receivers that keep no record: it
//! cannot see what a damaged body lost, and treats every message of an older body as new.
//!
//! **Message ids are not always unique.** Older bodies give several messages one id, and in
//! the answer of create-call they have none. Records go by the position instead.
//!
//! **An answer is several messages**, one per sentence; two user messages may follow each other.
//! [`ServerMessage::transcript`] joins what one side said in a row.
//!
//! **A message's `timestamp` is a number or text**: epoch milliseconds in live bodies, ISO 8601
//! in the documented sample. [`Timestamp`] reads both and keeps the form.
//!
//! # Calls
//!
//! **The analysis has two places.** Live reports carry it in `message.analysis`, while
//! `call.analysis` holds empty strings; the documented sample fills both.
//! [`ServerMessage::results`] looks in the first and falls back to the second.
//!
//! **Units are mixed.** `call.assistantCallDuration` is in milliseconds, `call.cost.callDuration`
//! in seconds; in `callStats`, a turn's `start` and `end` are milliseconds and its `playedDuration`
//! seconds. Each member's documentation states its unit; [`Call::duration`] and
//! [`Number::as_seconds`] convert.
//!
//! **Negative numbers are normal** in delays, packet counts and latencies of transcribers.
//!
//! **The empty string means "not yet"**: directions, statuses, reasons, bucket and path of the
//! recording are `""` before they are known. Enums have a variant `Empty` where that was seen, and
//! [`Recording::location`] gives bucket and path only when both are set.
//!
//! **`type` may be missing.** The documented sample has neither `type` nor `timestamp`; it reads as
//! [`Event::Untyped`] and nothing is guessed.
//!
//! **The assistant is complete only in status updates** (and in the documented sample), and cut
//! down to a few members or `{}` elsewhere. No member is required anywhere, except those that
//! decide the family of a body: `message`, `campaign` and `workflow`.
//!
//! **A failed workflow run arrives as `workflow_run_completed`**: look at `run.status`.

pub mod other_requests;

#[doc = include_str!("guide/provenance.md")]
#[doc = include_str!("guide/words.md")]
pub mod provenance {}

#[doc = include_str!("guide/performance.md")]
pub mod performance {}

#[doc = include_str!("guide/contributing.md")]
pub mod contributing {}

#[cfg(doc)]
use crate::message::call::{Call, Recording};
#[cfg(doc)]
use crate::wire::{Number, Secret, Timestamp};
#[cfg(doc)]
use crate::{CallRecord, Change, Event, ServerMessage, Webhook, privacy};
