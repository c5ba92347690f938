//! What happened besides what was said, at its time.

use svg::node::element::Polygon;

use super::pen::{CLOSE, MARGIN, Pen, RIGHT, hover, label, line};
use super::rows::Row;
use crate::figures;
use crate::marks::Mark;

/// The marks of a row and, below the lanes, their names where there is room.
pub(crate) fn draw(pen: &mut Pen, marks: &[&Mark], row: Row, top: f64) {
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
        let width = 12.0 + 6.5 * f64::from(u8::try_from(name.len()).unwrap_or(u8::MAX));
        if x + 7.0 >= free && x + width <= RIGHT {
            pen.put(label(&format!("small {name}"), x + 8.0, y, name).add(hover(about)));
            free = x + width;
        }
    }
}
