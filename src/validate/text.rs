//! Rules about single texts.

/// The names of types that samples put in angle brackets in place of a value.
const PLACEHOLDERS: [&str; 8] = [
    "`<string>`",
    "`<number>`",
    "`<integer>`",
    "`<boolean>`",
    "`<object>`",
    "`<array>`",
    "`<date>`",
    "`<any>`",
];

/// Whether `text` begins as a text does that [`placeholder`] finds something in.
#[inline]
pub(super) fn may_be_placeholder(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'<' | b'h'))
}

/// The kind of placeholder that `text` holds.
///
/// A text that is one placeholder, or a URL with a part in angle brackets, which no URL has.
/// Other texts in angle brackets may be tags of the speech (`<silence>`).
pub(crate) fn placeholder(text: &str) -> Option<&'static str> {
    match text.as_bytes().first() {
        Some(b'<') => PLACEHOLDERS.into_iter().find(|known| known.trim_matches('`') == text),
        Some(b'h') if is_http(text) => {
            let (before, behind) = text.split_once('<')?;
            let (part, _) = behind.split_once('>')?;
            let is_text = [before, part].iter().any(|text| text.contains(char::is_whitespace));
            (!is_text).then_some("a URL with a part in angle brackets")
        }
        _ => None,
    }
}

/// Whether `text` is what samples put in place of a credential.
#[inline]
pub(super) fn in_angle_brackets(text: &str) -> bool {
    text.len() > 2 && text.starts_with('<') && text.ends_with('>')
}

/// The longest name that is compared with the known ones, in bytes.
const LONGEST_NAME: usize = 64;

/// The known name that is most like `name`, if one is so like it that it may be meant.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let differing = |known: &str| strsim::osa_distance(&name, &known.to_ascii_lowercase());
    let near = known.map(|known| (differing(known), known)).min_by_key(|(differing, _)| *differing);
    // A letter in four: a slip of the pen, not another word.
    near.filter(|(differing, _)| *differing <= name.len() / 4).map(|(_, known)| known)
}

/// Whether `text` begins as an http or https URL does.
pub(crate) fn is_http(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether `text` is an http or https URL with a host and without white space.
pub(crate) fn is_http_url(text: &str) -> bool {
    let host = text.split_once("://").map_or("", |(_, behind)| behind);
    is_http(text)
        && !host.is_empty()
        && !host.starts_with(['/', '?', '#'])
        && !text.contains(|character: char| character.is_whitespace() || character.is_control())
}

/// The names in `{{name}}`, as far as they are closed and may be names (other braces may be
/// JSON in an instruction).
pub(crate) fn variables(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = behind_brace(rest)?;
            let Some(inside) = rest.strip_prefix('{') else { continue };
            let (name, behind) = inside.split_once('}')?;
            rest = behind;
            let name = name.trim();
            if behind.starts_with('}') && !name.is_empty() && !name.contains(['{', '"', '\n']) {
                return Some(name);
            }
        }
    })
}

/// What follows the first `{`. Prompts are the longest texts of a body, so this looks at blocks without
/// a way out, and compilers use vectors.
fn behind_brace(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let has_none = |block: &&[u8; 128]| block.iter().fold(u8::MAX, |least, byte| least.min(byte ^ b'{')) > 0;
    let skipped = 128 * bytes.as_chunks::<128>().0.iter().take_while(has_none).count();
    let place = bytes.get(skipped..)?.iter().position(|byte| *byte == b'{')?;
    text.get(skipped + place + 1..)
}

#[cfg(test)]
mod tests {
    use super::{is_http_url, nearest, placeholder, variables};

    #[test]
    fn the_nearest_name_is_one_that_may_be_meant() {
        let known = || ["welcomeMessage", "welcomeMessageMode", "name", "hints"].into_iter();
        for (name, near) in [
            ("welcomMessage", Some("welcomeMessage")),
            ("WELCOMEMESSAGEMODE", Some("welcomeMessageMode")),
            ("nmae", Some("name")),
            ("name2", Some("name")),
            ("game1", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, known()), near, "{name}");
        }
        assert_eq!(nearest(&"n".repeat(1_000_000), known()), None);
        assert_eq!(nearest("n", std::iter::empty()), None);
    }

    #[test]
    fn placeholders_are_whole_texts_or_stand_in_urls() {
        assert_eq!(placeholder("<string>"), Some("`<string>`"));
        let in_url = Some("a URL with a part in angle brackets");
        assert_eq!(placeholder("https://<domain>.example.com/<random-id>"), in_url);
        for sound in
            ["", "<silence>", "<end_call>", "Say <string>", "https://example.com/a", "https://a b<c>", "h"]
        {
            assert_eq!(placeholder(sound), None, "{sound}");
        }
    }

    #[test]
    fn a_url_has_a_scheme_and_a_host() {
        for url in ["https://example.com", "HTTP://127.0.0.1:8600/internal", "https://[::1]/x?y#z"] {
            assert!(is_http_url(url), "{url}");
        }
        for other in
            ["", "<string>", "example.com", "ftp://example.com", "https://", "https:///x", "http://a b"]
        {
            assert!(!is_http_url(other), "{other}");
        }
    }

    #[test]
    fn variables_are_names_in_double_braces() {
        let names = |text| variables(text).collect::<Vec<_>>();
        assert_eq!(names("{{a}}{{ b_2 }}, {{}}, {c}, {{d}, {{e}} }} {{{f}} {{open"), ["a", "b_2", "e"]);
        assert_eq!(names("none"), [""; 0]);
        for before in 0..140 {
            let text = format!("{}{{{{a}}}}{0}{{{{b}}}}", "é".repeat(before));
            assert_eq!(variables(&text).collect::<Vec<_>>(), ["a", "b"], "{before}");
        }
    }
}
