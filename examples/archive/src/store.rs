//! The records of all calls, in bounded memory.
//!
//! Calls are divided by a hash of their ids. Once the records of a division take more than its share of
//! the memory, they are written to a temporary file, and the division begins anew: records of parts of a
//! call merge to the record of the whole. In the end each division is read back by itself.

use std::collections::BTreeMap;
use std::mem::{size_of, size_of_val};
use std::sync::{Mutex, PoisonError};

use interactly_webhooks::message::Message;
use interactly_webhooks::message::messages::MessageMetrics;
use interactly_webhooks::{CallRecord, Lenient, Webhook};

use crate::spill::{Spill, slot};

/// How many divisions there are: more than threads, so that these seldom wait for one another.
const DIVISIONS: usize = 64;

/// How much more memory a record is taken to need than its text.
const TIMES_TEXT: usize = 3;

pub(crate) struct Store {
    divisions: Vec<Mutex<Division>>,
    /// Bytes that the records of one division may take.
    share: usize,
}

/// The records of the calls of one division, and where those are that had no room.
#[derive(Default)]
pub(crate) struct Division {
    calls: BTreeMap<String, Held>,
    weight: usize,
    spill: Option<Spill>,
}

#[derive(Default)]
struct Held {
    record: CallRecord,
    /// The bytes that it takes, about.
    weight: usize,
}

impl Store {
    /// With room for so many bytes.
    pub(crate) fn new(memory: usize) -> Self {
        let divisions = std::iter::repeat_with(Mutex::default).take(DIVISIONS).collect();
        Self { divisions, share: memory / DIVISIONS }
    }

    /// Takes a body of a call. An error is about records that could not be written.
    pub(crate) fn apply(&self, call: &str, body: &Lenient<Webhook>) -> Result<(), String> {
        self.change(call, |held| {
            let change = held.record.apply_lenient(body).map_err(|error| error.to_string())?;
            if change.record {
                held.weight = held.weight.max(weight(&held.record));
            }
            Ok(())
        })
    }

    /// Takes a record of a call, whose text has this length.
    pub(crate) fn merge(&self, call: &str, record: CallRecord, length: usize) -> Result<(), String> {
        self.change(call, |held| {
            held.record.merge(record).map_err(|error| error.to_string())?;
            held.weight = held.weight.max(length * TIMES_TEXT);
            Ok(())
        })
    }

    fn change(&self, call: &str, change: impl FnOnce(&mut Held) -> Result<(), String>) -> Result<(), String> {
        let division = &self.divisions[slot(call, 0, DIVISIONS)];
        let mut division = division.lock().unwrap_or_else(PoisonError::into_inner);
        if !division.calls.contains_key(call) {
            division.calls.insert(call.to_owned(), Held::default());
        }
        let Some(held) = division.calls.get_mut(call) else { return Ok(()) };
        let before = held.weight;
        let done = change(held);
        let grown = held.weight - before;
        division.weight += grown;
        if division.weight > self.share {
            division.write_out().map_err(|error| format!("temporary file: {error}"))?;
        }
        done
    }

    /// The divisions, one after the other; they are gone from here then.
    pub(crate) fn take(&self) -> Vec<Division> {
        let take = |division: &Mutex<Division>| {
            std::mem::take(&mut *division.lock().unwrap_or_else(PoisonError::into_inner))
        };
        self.divisions.iter().map(take).collect()
    }
}

impl Division {
    fn write_out(&mut self) -> std::io::Result<()> {
        let spill = match &mut self.spill {
            Some(spill) => spill,
            none => none.insert(Spill::new()?),
        };
        self.weight = 0;
        for (call, held) in std::mem::take(&mut self.calls) {
            spill.write(&call, &held.record)?;
        }
        Ok(())
    }

    /// Gives back the memory of calls of which something was written out before.
    pub(crate) fn settle(&mut self) -> Result<(), String> {
        if self.spill.is_some() {
            self.write_out().map_err(|error| format!("temporary file: {error}"))?;
        }
        Ok(())
    }

    /// Hands over each call once, with all that is known of it; takes `room` bytes of memory for what was
    /// written out. It must be [settled](Self::settle).
    pub(crate) fn finish(self, room: usize, each: &mut dyn FnMut(&str, &CallRecord)) -> Result<(), String> {
        let Some(spill) = self.spill else {
            for (call, held) in self.calls {
                each(&call, &held.record);
            }
            return Ok(());
        };
        spill.finish(room / TIMES_TEXT, 1, each).map_err(|error| format!("temporary file: {error}"))
    }
}

/// The bytes that a slim record takes, about.
fn weight(record: &CallRecord) -> usize {
    const CALL: usize = 6 << 10;
    let text = |text: Option<&String>| text.map_or(0, String::len);
    let messages: usize = record
        .messages()
        .iter()
        .map(|message| {
            let texts = text(message.message_id.as_ref()) + text(message.text.as_ref());
            let metrics = if message.metrics.is_some() { size_of::<MessageMetrics>() } else { 0 };
            // Its place, and what is told of it, beside it.
            size_of::<Message>() + 48 + texts + metrics
        })
        .sum();
    let times = record.call().map_or(0, |call| call.response_times().len() * 16);
    CALL + messages + times + 2 * size_of_val(record.events())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use interactly_webhooks::Webhook;
    use interactly_webhooks::simulate::Call;

    use super::Store;

    /// The records of some calls, of which so much memory is used, as their texts.
    fn records(memory: usize) -> BTreeMap<String, String> {
        let store = Store::new(memory);
        let calls: Vec<_> =
            (0..40).map(|seed| Call::from_seed(seed).turns(3).bodies().expect("makes")).collect();
        let most = calls.iter().map(ExactSizeIterator::len).max().expect("calls");
        for index in 0..most {
            for mut bodies in calls.clone() {
                let Some(body) = bodies.nth(index) else { continue };
                let body = Webhook::from_slice_lenient(body.as_bytes()).expect("reads");
                store.apply(body.value.call_id().expect("a call"), &body).expect("has room");
            }
        }
        let mut records = BTreeMap::new();
        for mut division in store.take() {
            division.settle().expect("has room");
            division
                .finish(memory, &mut |call, record| {
                    let text = serde_json::to_string(record).expect("prints");
                    assert!(records.insert(call.to_owned(), text).is_none(), "{call} twice");
                })
                .expect("reads back");
        }
        records
    }

    #[test]
    fn little_room_gives_the_same_records() {
        let all = records(1 << 30);
        assert_eq!(all.len(), 40);
        // Each body is written out by itself, and no two calls are held.
        assert_eq!(records(1 << 10), all);
        assert_eq!(records(1 << 20), all);
    }
}
