//! What clients may take.

use std::time::Duration;

/// How many connections there may be, and how long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time. When there are more, the one that has waited longest without sending
    /// its first headers is closed; if all have sent theirs, new ones wait.
    pub connections: usize,
    /// How long a connection may take for the headers of a request, idle time before them included.
    pub headers: Duration,
    /// How long a body may take, from the end of the headers.
    pub body: Duration,
    /// How long a connection may last. After half of it, its next answer says that it ends.
    pub connection: Duration,
    /// How long requests under way may take once the receiver is told to stop.
    pub stop: Duration,
}

impl Default for Limits {
    /// 256 connections; 10 seconds for headers, and 20 for a body, which is how long the platform
    /// waits for the answer by default; 2 minutes for a connection, and 10 seconds to stop.
    fn default() -> Self {
        Self {
            connections: 256,
            headers: Duration::from_secs(10),
            body: Duration::from_secs(20),
            connection: Duration::from_secs(120),
            stop: Duration::from_secs(10),
        }
    }
}
