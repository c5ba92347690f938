//! A bar for each answer: how long the person waited, and for what.

use svg::Node as _;
use svg::node::element::Group;

use super::pen::{LEFT, MARGIN, Pen, RIGHT, block, hover, label};
use crate::answers::{self, Answer, PARTS};
use crate::figures;

/// So many bars are shown: of more, the longest.
const MOST: usize = 12;
/// What a bar is high, and what bars are apart.
const HEIGHT: f64 = 14.0;
const PITCH: f64 = 19.0;
/// Where the longest bar ends; its length is written after it.
const END: f64 = RIGHT - 64.0;

pub(crate) fn draw(pen: &mut Pen, answers: &[Answer]) {
    let Some(median) = answers::median(answers) else { return };
    let mut shown: Vec<_> = answers.iter().collect();
    shown.sort_by(|a, b| b.delay.total_cmp(&a.delay));
    shown.truncate(MOST);
    // One answer that makes no sense must not make dots of the others.
    let longest = shown[0].delay.min(median * 6.0).max(100.0);
    shown.sort_by(|a, b| a.at.total_cmp(&b.at));
    pen.y += 18.0;
    pen.write("heading", MARGIN, "Where each answer's time went");
    if answers.len() > MOST {
        pen.write("axis end", RIGHT, format!("the {MOST} longest of {}", answers.len()));
    }
    pen.y += 8.0;
    for answer in shown {
        bar(pen, answer, (END - LEFT) / longest);
        pen.y += PITCH;
    }
    pen.y += 4.0;
}

fn bar(pen: &mut Pen, answer: &Answer, unit: f64) {
    let (y, about) = (pen.y, about(answer));
    pen.put(label("lane", LEFT - 8.0, y + 11.0, figures::clock(answer.at)));
    let width = |length: f64| length * unit;
    let unsplit = [("whole", answer.delay)];
    let shares =
        answer.shares().map(|shares| PARTS.into_iter().zip(shares).map(|((class, _), share)| (class, share)));
    let pieces: Vec<_> = shares.map_or_else(|| unsplit.to_vec(), Iterator::collect);
    let mut x = LEFT;
    let mut whole = Group::new().add(hover(about));
    for (class, length) in pieces {
        let end = (x + width(length)).min(END);
        if end - x >= 0.1 {
            whole.append(block(class, (x, y, end - x, HEIGHT)));
        }
        let text = format!("{length:.0}");
        // What is drawn shorter than it was is not named.
        if end - x >= 30.0 && text.len() <= 5 && !answer.overlaps() {
            whole.append(label("inside", x + 4.0, y + 11.0, text));
        }
        x = x.max(end);
    }
    let is_longer = LEFT + width(answer.delay) > END + 0.1;
    let total = format!("{}{}", if is_longer { "… " } else { "" }, figures::length(answer.delay));
    whole.append(label("total", x + 6.0, y + 11.0, total));
    pen.put(whole);
}

/// The figures of an answer, as they came.
pub(crate) fn about(answer: &Answer) -> String {
    let end = figures::position(answer.at + answer.delay);
    let whole = format!("Answer at {end} after {:.0} ms", answer.delay);
    let Some(shares) = answer.shares() else { return format!("{whole}, parts not known") };
    let mut lines = vec![whole];
    lines.extend(PARTS.into_iter().zip(answer.parts).map(|((_, name), part)| {
        let figure = part.map(|part| format!("{} ms", figures::short(part, 0)));
        format!("{name}: {}", figure.as_deref().unwrap_or("not known"))
    }));
    lines.push(if answer.overlaps() {
        "The parts overlap, and are drawn shorter.".to_owned()
    } else {
        format!("{}: {:.0} ms", PARTS[4].1, shares[4])
    });
    lines.join("\n")
}
