//! What was said, for those who ask for it.

use interactly_webhooks::message::Message;
use interactly_webhooks::view::Transcript;

use super::pen::{LEFT, MARGIN, Pen, RIGHT};
use crate::call::Call;
use crate::figures;
use crate::spans::{Source, Speaker};

/// So many lines are shown, and so many letters of one message where the mouse rests.
const LINES: usize = 200;
const LETTERS: usize = 300;
/// Letters in a line; wide ones count twice.
const LINE: usize = 84;

/// The conversation, a turn after another.
pub(crate) fn draw(pen: &mut Pen, call: &Call) {
    let turns: Vec<_> = call.record.transcript().turns().collect();
    if turns.is_empty() {
        return;
    }
    pen.y += 18.0;
    pen.write("heading", MARGIN, "What was said");
    let mut left = LINES;
    for (index, turn) in turns.iter().enumerate() {
        if left == 0 {
            pen.y += 16.0;
            pen.write(
                "quiet",
                LEFT,
                format!("and {}", figures::count(turns.len() - index, "turn more", "turns more")),
            );
            break;
        }
        let first = &turn.messages[0];
        let is_first = |said: Option<&Message>| said.is_some_and(|said| std::ptr::eq(said, first));
        let span = call.spans.iter().find(|span| is_first(span.message) && span.source != Source::Order);
        pen.y += 20.0;
        let speaker = Speaker::of(first);
        if let Some(span) = span {
            pen.write("axis end", RIGHT, figures::position(span.start));
        }
        pen.write("lane", LEFT - 8.0, speaker.name());
        for (index, line) in lines(&turn.text()).take(left).enumerate() {
            pen.y += if index > 0 { 15.0 } else { 0.0 };
            pen.write("words", LEFT, line);
            left -= 1;
        }
    }
    pen.y += 4.0;
}

/// The beginning of what a message says.
pub(crate) fn cut(message: &Message) -> String {
    let text =
        Transcript::from(std::slice::from_ref(message)).turns().map(|turn| turn.text()).collect::<String>();
    let mut letters = text.chars().map(harmless);
    let cut: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() { cut + "…" } else { cut }
}

/// Text in lines that fit. Words that are longer than a line are broken.
fn lines(text: &str) -> impl Iterator<Item = String> + '_ {
    let mut letters = text.chars().map(harmless).peekable();
    std::iter::from_fn(move || {
        let (mut line, mut width) = (String::new(), 0);
        let mut rest = String::new();
        while let Some(letter) = letters.next_if(|_| width < LINE) {
            width += if letter >= '\u{1100}' { 2 } else { 1 };
            line.push(letter);
        }
        // Not within a word, if the line has several.
        while let Some(letter) = letters.next_if(|letter| width >= LINE && *letter != ' ') {
            rest.push(letter);
            if rest.chars().count() > 12 {
                break;
            }
        }
        line.push_str(&rest);
        (!line.is_empty()).then(|| line.trim().to_owned())
    })
}

/// A character that XML can hold and that does nothing to others.
pub(crate) fn harmless(letter: char) -> char {
    let is_barred = letter.is_control()
        || matches!(letter, '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if is_barred { char::REPLACEMENT_CHARACTER } else { letter }
}
