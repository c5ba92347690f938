//! What people and assistants say; all of it invented.

mod european;
mod others;

use super::random::Random;

/// What is said in one language.
#[derive(Debug)]
pub(super) struct Speech {
    /// The language as transcribers spell it.
    pub(super) language: &'static str,
    /// The language as voices spell it.
    pub(super) voice_language: &'static str,
    /// People who call.
    pub(super) names: &'static [&'static str],
    /// The assistant's first message.
    pub(super) welcome: &'static str,
    /// What the person says.
    pub(super) user: &'static [&'static str],
    /// What the assistant answers, one message per sentence.
    pub(super) answers: &'static [&'static [&'static str]],
    /// What the person says when they were not understood.
    pub(super) again: &'static str,
    /// What the person says at the end.
    pub(super) farewell: &'static str,
    /// What the assistant says at the end.
    pub(super) goodbye: &'static str,
    /// What the assistant says before it puts the person through.
    pub(super) forwarding: &'static str,
    /// What the analysis says of a call that ended well.
    pub(super) summary: &'static str,
    /// What the analysis says of one that did not.
    pub(super) failed_summary: &'static str,
}

/// All languages, the commonest first.
static ALL: [&Speech; 5] =
    [&european::ENGLISH, &european::SPANISH, &european::GERMAN, &others::HINDI, &others::CHINESE];

/// A language: in half of the cases English.
pub(super) fn any(random: &mut Random) -> &'static Speech {
    if random.percent(50) { ALL[0] } else { random.pick(&ALL) }
}

/// How long it takes to say a text, in milliseconds. Characters beyond ASCII's neighbours stand for
/// whole syllables.
pub(super) fn duration(text: &str) -> i64 {
    text.chars().map(|character| if u32::from(character) < 0x2000 { 62 } else { 190 }).sum::<i64>() + 260
}

/// The characters of a text.
pub(super) fn characters(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// What is said in a language, in whichever way its code is spelt; English if nobody here speaks it.
pub(super) fn of_language(code: &str) -> &'static Speech {
    let main = |code: &str| code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    ALL.into_iter().find(|speech| main(speech.language) == main(code)).unwrap_or(ALL[0])
}
