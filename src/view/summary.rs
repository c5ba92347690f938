//! One safe line about a body.

use std::fmt;

use super::Facts;
use super::facts::Word;
use crate::drift::Drift;

/// Prints one line about a body.
pub(crate) struct Summary<'a> {
    facts: Facts<'a>,
    unknown: usize,
}

impl<'a> Summary<'a> {
    pub(crate) fn new(facts: Facts<'a>, drift: &[Drift]) -> Self {
        Self { facts, unknown: drift.iter().filter(|drift| drift.is_member()).count() }
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

/// A word of the line, cut and without white space and control characters: one line is one line.
fn word(word: Option<Word<'_>>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match word {
        None => f.write_str("-"),
        Some(Word { text, is_known }) if !is_known && !f.alternate() => {
            write!(f, "text({}-bytes)", text.len())
        }
        Some(Word { text, .. }) => {
            let (text, is_cut) = crate::model::cut(text);
            for character in text.chars() {
                let plain = !character.is_whitespace() && !character.is_control();
                write!(f, "{}", if plain { character } else { '_' })?;
            }
            f.write_str(if is_cut { "…" } else { "" })
        }
    }
}
