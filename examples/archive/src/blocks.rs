//! Blocks of memory that files are read into, which go round between the thread that reads and those that take.

use std::sync::{Arc, Mutex, PoisonError};

/// The length of a block.
///
/// Two of them fit into the caches of one core, so that what was read is still there when it is parsed.
pub(crate) const BLOCK: usize = 256 << 10;

/// How many spare blocks are kept.
const SPARE: usize = 8;

/// See the [module](self).
///
/// Fresh memory costs the kernel more than reading into it does.
#[derive(Clone, Default, Debug)]
pub(crate) struct Blocks(Arc<Mutex<Vec<Vec<u8>>>>);

impl Blocks {
    /// A block, with anything in it.
    pub(crate) fn take(&self) -> Vec<u8> {
        let spare = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        spare.unwrap_or_else(|| vec![0; BLOCK])
    }

    /// Takes back what was [taken](Self::take), shortened perhaps.
    pub(crate) fn give(&self, mut block: Vec<u8>) {
        if block.capacity() == BLOCK {
            block.resize(BLOCK, 0);
            let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if spare.len() < SPARE {
                spare.push(block);
            }
        }
    }
}
