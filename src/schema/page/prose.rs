//! Descriptions as HTML.

use std::fmt::Write as _;

/// A description as HTML: paragraphs, lists, `code` and *words of their own*.
pub(super) fn html(description: &str) -> String {
    let mut out = String::new();
    for paragraph in description.split("\n\n") {
        if paragraph.starts_with("- ") {
            out.push_str("<ul>");
            for point in paragraph.split("\n- ") {
                let _ = write!(out, "<li>{}</li>", inline(point.trim_start_matches("- ")));
            }
            out.push_str("</ul>");
        } else {
            let _ = write!(out, "<p>{}</p>", inline(paragraph));
        }
    }
    out
}

fn inline(text: &str) -> String {
    let mut out = String::new();
    // What is between marks; escaped, it may hold none of them.
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            let _ = write!(out, "<code>{}</code>", escape(part));
        } else {
            emphasized(&escape(part).replace("**", "*"), &mut out);
        }
    }
    out
}

fn emphasized(text: &str, out: &mut String) {
    for (index, part) in text.split('*').enumerate() {
        if index % 2 == 1 {
            let _ = write!(out, "<em>{part}</em>");
        } else {
            out.push_str(part);
        }
    }
}

/// `text`, escaped for HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn marks_become_elements_and_the_rest_is_escaped() {
        assert_eq!(
            html("One `a<b` & **two**.\n\nThree."),
            "<p>One <code>a&lt;b</code> &amp; <em>two</em>.</p><p>Three.</p>"
        );
        assert_eq!(html("- one\n- `two`"), "<ul><li>one</li><li><code>two</code></li></ul>");
    }
}
