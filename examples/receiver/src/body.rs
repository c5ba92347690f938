//! Bodies, read into room that is limited.

use std::sync::Arc;
use std::time::Duration;

use axum::body::HttpBody as _;
use http_body_util::BodyExt as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// The longest body that is read: 16 MiB. Every event repeats the whole conversation, and
/// still the report of an hour's call stays far below.
pub(crate) const LONGEST_BODY: usize = 16 << 20;

/// What every connection may hold of a body without asking for room.
const FREE: usize = 32 << 10;

/// Room for all longer bodies together.
const ROOM: usize = LONGEST_BODY + (4 << 20);

/// Room is counted in units of this many bytes.
const UNIT: usize = 1 << 10;

/// Room for the bodies of all connections.
pub(crate) struct Room(Arc<Semaphore>);

/// A body, and the room that it takes.
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    room: Option<OwnedSemaphorePermit>,
}

/// Why a body was not read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Unread {
    TooLong,
    TooSlow,
    /// The connection broke, or its chunks make no sense.
    Broken,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(ROOM / UNIT)))
    }

    /// Reads a body within `limit`, waiting for room included.
    pub(crate) async fn read(&self, body: axum::body::Body, limit: Duration) -> Result<Body, Unread> {
        // What announces itself as too long is not worth reading.
        if body.size_hint().lower() > LONGEST_BODY as u64 {
            return Err(Unread::TooLong);
        }
        timeout(limit, self.read_all(body)).await.unwrap_or(Err(Unread::TooSlow))
    }

    async fn read_all(&self, mut body: axum::body::Body) -> Result<Body, Unread> {
        let announced = body.size_hint().upper().and_then(|length| usize::try_from(length).ok());
        let whole = announced.unwrap_or(LONGEST_BODY);
        let mut read = Body { bytes: Vec::with_capacity(whole.min(FREE)), room: None };
        // Each piece is copied, as it may be a byte of a large buffer.
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(|_| Unread::Broken)?.into_data() else { continue };
            let length = read.bytes.len() + data.len();
            if length > LONGEST_BODY {
                return Err(Unread::TooLong);
            }
            if length > FREE && read.room.is_none() {
                // Asked for once and for the whole, so that no two wait for each other.
                read.room = Some(self.take(whole).await?);
                read.bytes.reserve_exact(whole - read.bytes.len());
            }
            read.bytes.extend_from_slice(&data);
        }
        Ok(read)
    }

    async fn take(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Unread> {
        let units = u32::try_from(bytes.div_ceil(UNIT)).map_err(|_| Unread::TooLong)?;
        Arc::clone(&self.0).acquire_many_owned(units).await.map_err(|_| Unread::Broken)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::body::Body;

    use super::{FREE, LONGEST_BODY, Room, Unread};

    const LONG: Duration = Duration::from_secs(60);
    const SHORT: Duration = Duration::from_millis(50);

    fn of(length: usize) -> Body {
        Body::from(vec![b'x'; length])
    }

    #[tokio::test]
    async fn long_bodies_wait_for_room_and_short_ones_do_not() {
        let room = Room::new();
        let first = room.read(of(LONGEST_BODY), LONG).await.expect("there is room");
        assert_eq!(first.bytes.len(), LONGEST_BODY);
        // Room for a quarter of the longest is left.
        let second = room.read(of(LONGEST_BODY / 4), LONG).await.expect("there is room");
        assert_eq!(room.read(of(FREE + 1), SHORT).await.err(), Some(Unread::TooSlow));
        assert!(room.read(of(FREE), LONG).await.is_ok());
        drop(second);
        assert!(room.read(of(FREE + 1), LONG).await.is_ok());
        assert_eq!(room.read(of(LONGEST_BODY), SHORT).await.err(), Some(Unread::TooSlow));
        drop(first);
        assert!(room.read(of(LONGEST_BODY), LONG).await.is_ok());
        assert_eq!(room.read(of(LONGEST_BODY + 1), LONG).await.err(), Some(Unread::TooLong));
    }
}
