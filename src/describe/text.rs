//! Descriptions out of doc comments.

/// What the words mean by which descriptions say where a fact comes from.
pub(crate) const PROVENANCE: &str = include_str!("../guide/words.md").trim_ascii();

/// A doc comment as a description for readers of any language: lines of a paragraph are
/// joined, and sentences about the Rust interface (they link to it) are left out.
pub(crate) fn description(doc: &str) -> String {
    let mut paragraphs = vec![String::new()];
    for line in doc.lines().map(str::trim) {
        let is_numbered = line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ");
        let starts_anew = line.is_empty() || line.starts_with("- ") || is_numbered;
        match paragraphs.last_mut() {
            Some(paragraph) if !starts_anew && !paragraph.is_empty() => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => paragraphs.push(line.to_owned()),
        }
    }
    let paragraphs: Vec<_> =
        paragraphs.iter().map(|paragraph| without_rust(paragraph)).filter(|kept| !kept.is_empty()).collect();
    paragraphs.join("\n\n")
}

/// A doc comment as one line.
pub(crate) fn line(doc: &str) -> String {
    description(doc).replace("\n\n", " ")
}

fn without_rust(paragraph: &str) -> String {
    let sentences = paragraph.split_inclusive(". ");
    let kept: String =
        sentences.filter(|sentence| !sentence.contains("[`") && !sentence.contains("`extra`")).collect();
    kept.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::description;

    #[test]
    fn paragraphs_are_joined() {
        let doc = " Id of the call; opaque.\n Seen: a bare UUID.\n\n Second part,\n with `code`.\n";
        assert_eq!(
            description(doc),
            "Id of the call; opaque. Seen: a bare UUID.\n\nSecond part, with `code`."
        );
    }

    #[test]
    fn sentences_about_rust_are_left_out() {
        assert_eq!(description(" Results. See\n [`Thing::results`].\n"), "Results.");
        assert_eq!(description(" First.\n\n Parse it with [`x`] or so.\n"), "First.");
        assert_eq!(description(" Known.\n Others go into `extra`. Third.\n"), "Known. Third.");
    }
}
