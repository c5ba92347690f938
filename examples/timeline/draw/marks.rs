//! What happened besides what was said, at its time.

use svg::node::element::Polygon;

use super::pen::{CLOSE, MARGIN, Pen, RIGHT, hover, label, line};
use super::rows::Row;
use crate::figures;
use crate::marks::{Kind, Mark};

/// The marks of a row and, below the lanes, their names where there is room.
pub(crate) fn draw(pen: &mut Pen, marks: &[&Mark], end: f64, row: Row, top: f64) {
    pen.y += 14.0;
    let (mut free, mut last) = (MARGIN, f64::NEG_INFINITY);
    for mark in marks {
        let x = row.x(mark.at);
        if x - last < CLOSE {
            continue;
        }
        last = x;
        let name = mark.kind.name();
        let details = if mark.details.is_empty() { String::new() } else { format!(": {}", mark.details) };
        let about = format!("{name} at {}{details}", figures::position(mark.at));
        pen.put(line(&format!("mark {name}"), x, top, pen.y - 9.0).add(hover(about.clone())));
        let y = pen.y;
        let points = format!("{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}", x - 4.5, y, x + 4.5, y, x, y - 9.0);
        pen.put(Polygon::new().set("class", name).set("points", points).add(hover(about.clone())));
        let until = (mark.kind == Kind::Forwarded).then(|| format!(" until {}", figures::clock(end)));
        let text = format!("{name}{}", until.unwrap_or_default());
        let width = 12.0 + 6.5 * f64::from(u8::try_from(text.len()).unwrap_or(u8::MAX));
        let is_right = x + width <= RIGHT;
        let (from, to) = if is_right { (x + 7.0, x + width) } else { (x - width, x + 7.0) };
        if from >= free {
            let (side, x) = if is_right { ("", x + 8.0) } else { (" end", x - 8.0) };
            pen.put(label(&format!("small {name}{side}"), x, y, text).add(hover(about)));
            free = to;
        }
    }
}
