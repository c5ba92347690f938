//! Bodies and records in `SQLite`: what a receiver stores, so that nothing is lost and nothing is done
//! twice.
//!
//! A server message comes once. So its bytes are stored before anything is made of them, together
//! with the [`CallRecord`] that they change and with what is to be done about it, in **one
//! transaction**: after a crash either all of it is there or nothing, and then the request was not answered.
//!
//! - `deliveries` holds every body as it came, those that could not be read too. The same body of the
//!   same event is stored once.
//! - `calls` holds a record a call. Applying does not depend on order or repetition, so neither do these rows.
//! - `tasks` holds what a change asks for, here that the call ended: once a call, whatever comes later. A
//!   worker of yours takes them.
//!
//! The file holds what patients said: protect it as you protect that.

use std::path::Path;

use interactly_webhooks::wire::Timestamp;
use interactly_webhooks::{CallRecord, Lenient, ParseError, Webhook};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS deliveries (
        id INTEGER PRIMARY KEY,
        key TEXT,             -- What identifies the event; NULL where nothing does.
        event TEXT,           -- As on the wire.
        call_id TEXT,
        at INTEGER,           -- When the event was produced, in epoch milliseconds.
        problem TEXT,         -- What did not fit or could not be read: places, no values.
        body BLOB NOT NULL    -- As it came.
    ) STRICT;
    CREATE INDEX IF NOT EXISTS deliveries_by_key ON deliveries (key);
    CREATE INDEX IF NOT EXISTS deliveries_by_call ON deliveries (call_id);
    CREATE TABLE IF NOT EXISTS calls (
        call_id TEXT PRIMARY KEY,
        status TEXT,
        ended INTEGER NOT NULL,
        record TEXT NOT NULL  -- JSON of the record.
    ) STRICT;
    CREATE TABLE IF NOT EXISTS tasks (
        id INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL,
        what TEXT NOT NULL
    ) STRICT;
";

/// A database with the bodies and records.
#[derive(Debug)]
pub struct Store(Connection);

/// What became of a body.
#[derive(Debug)]
pub enum Taken {
    /// It was read and stored.
    Stored(Box<Lenient<Webhook>>),
    /// It is not a JSON object or is cut off. Its bytes are stored.
    Unreadable(ParseError),
}

impl Store {
    /// Opens the database in the file, and makes it if there is none.
    ///
    /// # Errors
    ///
    /// If the file cannot be used, or is another database.
    pub fn open(file: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(file)?;
        // What is committed survives a crash of the machine, and readers do not stop writers.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }

    /// Stores a body and what it changes. Answer the request when this is done, not before.
    ///
    /// # Errors
    ///
    /// If the database fails; then nothing is stored.
    pub fn take(&mut self, body: &[u8]) -> rusqlite::Result<Taken> {
        // A writer from the start: two receivers may have the file open.
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let taken = match Webhook::from_slice_lenient(body) {
            Ok(received) => {
                if keep(&transaction, &received, body)? {
                    fold(&transaction, &received)?;
                }
                Taken::Stored(Box::new(received))
            }
            Err(error) => {
                let row = params![error.to_string(), body];
                transaction.execute("INSERT INTO deliveries (problem, body) VALUES (?1, ?2)", row)?;
                Taken::Unreadable(error)
            }
        };
        transaction.commit()?;
        Ok(taken)
    }

    /// The record of a call, as JSON.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub fn record(&self, call_id: &str) -> rusqlite::Result<Option<String>> {
        let query = "SELECT record FROM calls WHERE call_id = ?1";
        self.0.query_row(query, [call_id], |row| row.get(0)).optional()
    }

    /// How many bodies and how many tasks there are.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub fn counts(&self) -> rusqlite::Result<(i64, i64)> {
        let query = "SELECT (SELECT count(*) FROM deliveries), (SELECT count(*) FROM tasks)";
        self.0.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

/// How many deviations are stored as text: an enemy's body has millions, and is stored anyway.
const PROBLEMS: usize = 100;

/// Stores the bytes. Says whether they are new: a key alone does not say so, for two events may share one
/// that is not exact.
fn keep(transaction: &Transaction<'_>, received: &Lenient<Webhook>, body: &[u8]) -> rusqlite::Result<bool> {
    let webhook = &received.value;
    let key = received.delivery_key().map(|key| key.to_string());
    let known = "SELECT EXISTS (SELECT 1 FROM deliveries WHERE key = ?1 AND body = ?2)";
    if transaction.query_row(known, params![key, body], |row| row.get(0))? {
        return Ok(false);
    }
    let deviations = received.deviations();
    let mut problems: Vec<_> = deviations.iter().take(PROBLEMS).map(ToString::to_string).collect();
    if deviations.len() > PROBLEMS {
        problems.push(format!("and {} more", deviations.len() - PROBLEMS));
    }
    let problem = (!problems.is_empty()).then(|| problems.join("\n"));
    let at = webhook.event_time().and_then(Timestamp::unix_milliseconds);
    transaction.execute(
        "INSERT INTO deliveries (key, event, call_id, at, problem, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![key, webhook.event_name(), webhook.call_id(), at, problem, body],
    )?;
    Ok(true)
}

/// Load, apply, store, act on the change.
fn fold(transaction: &Transaction<'_>, received: &Lenient<Webhook>) -> rusqlite::Result<()> {
    let Some(call_id) = received.value.as_server_message().and(received.value.call_id()) else {
        return Ok(());
    };
    let query = "SELECT record FROM calls WHERE call_id = ?1";
    let stored: Option<String> = transaction.query_row(query, [call_id], |row| row.get(0)).optional()?;
    let record = match &stored {
        Some(json) => CallRecord::from_slice(json.as_bytes()),
        None => Ok(CallRecord::default()),
    };
    let applied = record.and_then(|mut record| record.apply_lenient(received).map(|change| (record, change)));
    let Ok((record, change)) = applied else {
        // A record that a later release wrote, say. The bytes are stored; they can be folded later.
        return task(transaction, call_id, "fold again");
    };
    if change.record {
        let json = serde_json::to_string(&record)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        transaction.execute(
            "INSERT INTO calls (call_id, status, ended, record) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (call_id) DO UPDATE SET status = ?2, ended = ?3, record = ?4",
            params![call_id, record.status(), record.is_ended(), json],
        )?;
    }
    if change.ended {
        task(transaction, call_id, "ended")?;
    }
    Ok(())
}

fn task(transaction: &Transaction<'_>, call_id: &str, what: &str) -> rusqlite::Result<()> {
    transaction.execute("INSERT INTO tasks (call_id, what) VALUES (?1, ?2)", [call_id, what]).map(drop)
}
