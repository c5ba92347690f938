//! The picture: a title, the lanes, the answers, and the words if they are asked for.
//!
//! It is made of the parts' own small pictures, one below the other. Every text goes through the crate that
//! writes the SVG, which escapes it; here only what XML cannot hold at all is replaced.

mod bars;
mod header;
mod marks;
mod pen;
mod rows;
mod strips;
mod words;

use svg::node::element::{Rectangle, SVG, Style, Title};

use self::pen::{Pen, WIDTH};
use crate::call::Call;
use crate::figures;

/// The picture of one call.
pub(crate) struct Picture {
    title: String,
    pen: Pen,
}

/// Draws a call, with the words that were said if `with_words`.
pub(crate) fn picture(call: &Call, with_words: bool) -> Picture {
    let mut pen = Pen::default();
    let title = header::draw(&mut pen, call);
    strips::draw(&mut pen, call, with_words);
    bars::draw(&mut pen, &call.answers);
    if with_words {
        words::draw(&mut pen, call);
    }
    header::notes(&mut pen, call);
    Picture { title, pen }
}

/// An SVG document of the pictures, one below the other.
pub(crate) fn page(pictures: Vec<Picture>) -> String {
    let title = match pictures.as_slice() {
        [one] => one.title.clone(),
        several => figures::count(several.len(), "call", "calls"),
    };
    let mut page = Pen::default();
    for picture in pictures {
        page.below(picture.pen);
    }
    let height = page.y + 10.0;
    let paper = Rectangle::new()
        .set("class", "paper")
        .set("x", 0.5)
        .set("y", 0.5)
        .set("width", WIDTH - 1.0)
        .set("height", height - 1.0)
        .set("rx", 8);
    SVG::new()
        .set("viewBox", (0, 0, WIDTH, height))
        .set("width", "100%")
        .set("role", "img")
        .set("aria-label", title.clone())
        .add(Title::new(title))
        .add(Style::new(include_str!("style.css").trim()))
        .add(paper)
        .add(page.group)
        .to_string()
}
