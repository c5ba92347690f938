//! What all parts of the picture draw with.

use svg::Node;
use svg::node::element::{Group, Line, Rectangle, Text, Title};

/// How wide a picture is. Letters are about 6 wide and 12 high.
pub(crate) const WIDTH: f64 = 680.0;
/// Where the plots begin and end.
pub(crate) const LEFT: f64 = 80.0;
pub(crate) const RIGHT: f64 = WIDTH - 16.0;
/// The margin of everything but plots.
pub(crate) const MARGIN: f64 = 16.0;

/// What starts closer to the last one than this is drawn as one with it. It bounds the picture.
pub(crate) const CLOSE: f64 = 2.0;

/// A group of elements, and how far down it goes.
#[derive(Default)]
pub(crate) struct Pen {
    pub(crate) group: Group,
    pub(crate) y: f64,
}

impl Pen {
    pub(crate) fn put(&mut self, node: impl Into<Box<dyn Node>>) {
        self.group.append(node);
    }

    /// Text with its baseline at the height where the pen is.
    pub(crate) fn write(&mut self, class: &str, x: f64, text: impl Into<String>) {
        self.put(label(class, x, self.y, text));
    }

    /// Puts the whole of another one below.
    pub(crate) fn below(&mut self, other: Self) {
        let group = other.group.set("transform", format!("translate(0 {})", round(self.y)));
        self.group.append(group);
        self.y += other.y;
    }
}

pub(crate) fn label(class: &str, x: f64, y: f64, text: impl Into<String>) -> Text {
    Text::new(text).set("class", class).set("x", round(x)).set("y", round(y))
}

/// A rectangle of `(x, y, width, height)`.
pub(crate) fn block(class: &str, (x, y, width, height): (f64, f64, f64, f64)) -> Rectangle {
    Rectangle::new()
        .set("class", class)
        .set("x", round(x))
        .set("y", round(y))
        .set("width", round(width))
        .set("height", round(height))
}

/// A line from one height down to another.
pub(crate) fn line(class: &str, x: f64, from: f64, to: f64) -> Line {
    let x = round(x);
    Line::new().set("class", class).set("x1", x).set("x2", x).set("y1", round(from)).set("y2", round(to))
}

/// What is shown where the mouse rests.
pub(crate) fn hover(text: impl Into<String>) -> Title {
    Title::new(text)
}

/// A tenth of a unit is less than anybody sees.
fn round(number: f64) -> f64 {
    let round = (number * 10.0).round() / 10.0;
    // Minus zero prints its sign.
    if round == 0.0 { 0.0 } else { round }
}
