//! One safe line about a body.

use std::fmt;

use super::{Facts, Word};

/// Prints one line about a body.
pub(crate) struct Summary<'a> {
    facts: Facts<'a>,
    unknown: usize,
}

impl<'a> Summary<'a> {
    /// Of a body with this many members that are not modelled.
    pub(crate) fn new(facts: Facts<'a>, unknown: usize) -> Self {
        Self { facts, unknown }
    }
}

impl fmt::Display for Summary<'_> {
    /// `server-message hang call=c-1 status=ongoing messages=4 unknown=0`; `-` stands for what is
    /// absent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = self.facts.call_id.map(|text| Word { text, is_known: true });
        write!(f, "{} ", self.facts.family)?;
        word(self.facts.event, f)?;
        f.write_str(" call=")?;
        word(call, f)?;
        f.write_str(" status=")?;
        word(self.facts.status, f)?;
        match self.facts.messages {
            Some(count) => write!(f, " messages={count}")?,
            None => f.write_str(" messages=-")?,
        }
        write!(f, " unknown={}", self.unknown)
    }
}

/// A word of the line, cut and of letters, digits and ASCII signs only: one line is one line, and reads
/// as it is written.
fn word(word: Option<Word<'_>>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match word {
        None => f.write_str("-"),
        Some(Word { text, is_known }) if !is_known && !f.alternate() => {
            write!(f, "text({}-bytes)", text.len())
        }
        Some(Word { text, .. }) => {
            let (text, is_cut) = crate::model::cut(text);
            for character in text.chars() {
                let plain = character.is_alphanumeric() || character.is_ascii_graphic();
                write!(f, "{}", if plain { character } else { '_' })?;
            }
            f.write_str(if is_cut { "…" } else { "" })
        }
    }
}
