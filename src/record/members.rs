//! Joining members: of each, the latest value that says something counts.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::Value;

use super::change::Change;
use super::order::compare;
use super::settle::settled;
use super::stamp::{Stamp, old_stage};
use super::weight::{SAYS_SOMETHING, weight};
use crate::message::{Analysis, Assistant, Call, CallStatus, ServerMessage};
use crate::model::{Member, View};
use crate::wire::FreeForm;

/// Which event each member of an object comes from.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Sources {
    /// Those of the modelled members, in the order in which they are joined.
    known: Vec<Stamp>,
    unknown: BTreeMap<String, Stamp>,
}

impl Sources {
    /// Where the member with this field comes from, of the part of a record at `part`.
    pub(super) fn of_field(&self, part: &str, field: &str) -> Stamp {
        index_of(part, field).and_then(|index| self.known.get(index).copied()).unwrap_or_default()
    }

    pub(super) fn set_field(&mut self, part: &str, field: &str, stamp: Stamp) {
        let Some(index) = index_of(part, field) else { return };
        self.known.resize(self.known.len().max(index + 1), Stamp::default());
        self.known[index] = stamp;
    }

    /// Where the unknown members come from.
    pub(super) fn of_unknown(&self) -> impl Iterator<Item = (&str, Stamp)> {
        self.unknown.iter().map(|(name, stamp)| (name.as_str(), *stamp))
    }

    pub(super) fn set_unknown(&mut self, name: &str, stamp: Stamp) {
        self.unknown.insert(name.to_owned(), stamp);
    }
}

/// The place of a field among those that are joined.
fn index_of(part: &str, field: &str) -> Option<usize> {
    let fields = match part {
        "" => message::FIELDS,
        "/call" => call::FIELDS,
        "/assistant" => assistant::FIELDS,
        _ => analysis::FIELDS,
    };
    fields.iter().position(|other| *other == field)
}

/// Where the members of an object that is joined come from: one event, or each its own.
pub(super) enum Given<'a, T> {
    One(Stamp),
    Each(&'a T),
}

impl<T> Clone for Given<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Given<'_, T> {}

impl<'a, T> Given<'a, T> {
    /// The same for an object below.
    fn below<U>(self, of: impl FnOnce(&'a T) -> &'a U) -> Given<'a, U> {
        match self {
            Self::One(stamp) => Given::One(stamp),
            Self::Each(sources) => Given::Each(of(sources)),
        }
    }
}

impl Given<'_, Sources> {
    fn known(self, index: usize) -> Stamp {
        match self {
            Self::One(stamp) => stamp,
            Self::Each(sources) => sources.known.get(index).copied().unwrap_or_default(),
        }
    }

    fn unknown(self, name: &str) -> Stamp {
        match self {
            Self::One(stamp) => stamp,
            Self::Each(sources) => sources.unknown.get(name).copied().unwrap_or_default(),
        }
    }
}

/// Which event each member of a record comes from.
#[derive(Clone, PartialEq, Default)]
pub(super) struct AllSources {
    pub(super) message: Sources,
    pub(super) call: Sources,
    pub(super) call_analysis: Sources,
    pub(super) assistant: Sources,
    pub(super) analysis: Sources,
}

/// What joining a value did.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joined {
    /// Nothing.
    Kept,
    /// The value comes from a later event.
    Later,
    /// The value is another one.
    Taken,
}

/// Joins a value: the one that says more stays, then the one that is further on, then the later one,
/// then the greater one in the order of values.
pub(super) fn join<T: Member + Clone + PartialEq>(
    (mine, stamp): (&mut T, &mut Stamp),
    (theirs, given): (&T, Stamp),
    further: Further<T>,
) -> Joined {
    // Most members of most bodies are, and they cost nothing else.
    if theirs.view().is_absent() {
        return Joined::Kept;
    }
    let key = |value: &T, stamp| (weight(value.view()), further(value, stamp), stamp);
    match key(mine, *stamp).cmp(&key(theirs, given)) {
        Ordering::Less => {
            *stamp = given;
            if mine == theirs {
                return Joined::Later;
            }
        }
        Ordering::Equal if mine != theirs && compare(mine.view(), theirs.view()).is_lt() => {}
        _ => return Joined::Kept,
    }
    *mine = settled(theirs);
    Joined::Taken
}

/// How far on a value is, whenever it came.
pub(super) type Further<T> = fn(&T, Stamp) -> u8;

/// No value is further on than another.
pub(super) fn alike<T>(_: &T, _: Stamp) -> u8 {
    0
}

/// Some events carry the whole assistant, the others a part of it.
fn of_whole_event<T>(_: &T, stamp: Stamp) -> u8 {
    u8::from(stamp.tells_assistant())
}

/// Joins the unknown members, each by itself.
fn join_unknown(
    mine: &mut FreeForm,
    theirs: &FreeForm,
    sources: &mut BTreeMap<String, Stamp>,
    given: Given<'_, Sources>,
    further: Further<Value>,
) -> Joined {
    let mut joined = Joined::Kept;
    for (name, value) in theirs.iter() {
        let stamp = given.unknown(name);
        if let Some(own) = mine.get_mut(name) {
            let sources = sources.entry(name.clone()).or_default();
            joined = joined.max(join((own, sources), (value, stamp), further));
        } else {
            mine.insert(name.clone(), settled(value));
            sources.insert(name.clone(), stamp);
            joined = Joined::Taken;
        }
    }
    mine.sort_keys();
    joined
}

/// Implements the joining of an object's members. After the semicolon come the members that are
/// joined in another way.
macro_rules! members {
    ($part:ident $type:ident, $further:ident: $($member:ident $(by $own:expr)?),*; $($other:ident),*) => {
        pub(super) mod $part {
            use super::*;

            /// The members' fields, in the order in which they are joined.
            pub(in crate::record) const FIELDS: &[&str] = &[$(stringify!($member)),*];

            pub(in crate::record) fn join_members(
                mine: &mut $type,
                theirs: &$type,
                sources: &mut Sources,
                given: Given<'_, Sources>,
            ) -> Joined {
                // A member that is forgotten in the list does not compile. Name it there: the `..` that the compiler
                // offers would lose it from records.
                let $type { $($member,)* $($other: _,)* extra } = theirs;
                sources.known.resize(FIELDS.len(), Stamp::default());
                let Sources { known, unknown } = sources;
                let mut joined = Joined::Kept;
                let mut index = 0;
                $(
                    let member = (&mut mine.$member, &mut known[index]);
                    joined = joined.max(join(member, ($member, given.known(index)), members!(@further $further $($own)?)));
                    index += 1;
                )*
                let _ = index;
                joined.max(join_unknown(&mut mine.extra, extra, unknown, given, $further))
            }
        }
    };
    (@further $further:ident) => { $further };
    (@further $further:ident $own:expr) => { $own };
}

members! { message ServerMessage, alike:
    timestamp, status by |status, _| status.as_ref().map_or(0, old_stage), phone, customer;
    kind, call, assistant, messages, analysis, error
}

members! { call Call, alike:
    id, team_id, assistant_id, call_type, direction, start_at, end_at, user_number, assistant_number,
    status by |status, _| status.as_ref().map_or(0, CallStatus::rank), phone_call_status,
    phone_call_status_reason, call_end_trigger_by, assistant_call_duration, monitor, recording, cost,
    assistant_overrides, metadata, metrics;
    analysis, messages
}

members! { analysis Analysis, alike: summary, success_evaluation, structured_data, outcome, guardrails; }

members! { assistant Assistant, of_whole_event:
    id, name, team_id, created_at, updated_at, welcome_message, welcome_message_mode,
    welcome_message_interruptions_enabled, assistant_provider, assistant_model, assistant_llm_url,
    assistant_system_prompt, assistant_temperature, assistant_max_tokens, assistant_response_splitter,
    assistant_backchanneling_enabled, assistant_type, config, hints, background_sound,
    background_sound_volume, tts_cache_enabled, tts_audio_cache_scope, dtmf_input_enabled,
    max_call_duration, idle_timeout, max_idle_messages_in_sequence, start_speaking_options,
    stop_speaking_options, user_interruption_ack_plan, barge_in_enabled, assistant_tool_ids,
    assistant_tool_servers, assistant_predefined_tools, assistant_knowledge_base_ids, end_call_message,
    end_call_tool_description, end_call_phrases, call_forward_data, assistant_analysis, assistant_server,
    assistant_overrides, assistant_outcome, sms_configuration, persist_history, noise_suppressor_config,
    noise_suppressor, noise_suppression_knob;
}

/// Joins what a message says, but for the conversation.
pub(super) fn join_message(
    mine: &mut ServerMessage,
    theirs: &ServerMessage,
    sources: &mut AllSources,
    given: Given<'_, AllSources>,
    change: &mut Change,
) {
    let mut joined =
        message::join_members(mine, theirs, &mut sources.message, given.below(|all| &all.message));
    if let Some(theirs) = theirs.assistant.as_deref() {
        let mine = mine.assistant.get_or_insert_default();
        let given = given.below(|all| &all.assistant);
        joined = joined.max(assistant::join_members(mine, theirs, &mut sources.assistant, given));
    }
    if let Some(theirs) = theirs.analysis.as_deref() {
        let mine = mine.analysis.get_or_insert_default();
        let given = given.below(|all| &all.analysis);
        joined = joined.max(join_results(mine, theirs, (&mut sources.analysis, given), change));
    }
    if let Some(theirs) = theirs.call.as_deref() {
        let mine = mine.call.get_or_insert_default();
        joined =
            joined.max(call::join_members(mine, theirs, &mut sources.call, given.below(|all| &all.call)));
        if let Some(theirs) = theirs.analysis.as_deref() {
            let mine = mine.analysis.get_or_insert_default();
            let given = given.below(|all| &all.call_analysis);
            joined = joined.max(join_results(mine, theirs, (&mut sources.call_analysis, given), change));
        }
    }
    change.record |= joined != Joined::Kept;
}

fn join_results(
    mine: &mut Analysis,
    theirs: &Analysis,
    (sources, given): (&mut Sources, Given<'_, Sources>),
    change: &mut Change,
) -> Joined {
    let joined = analysis::join_members(mine, theirs, sources, given);
    change.results |= joined == Joined::Taken && weight(View::Object(mine)) == SAYS_SOMETHING;
    joined
}
