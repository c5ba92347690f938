//! What was wrong with a body: the body's text, and where to look in it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::json::{self, Found, Note, Notes, Places, Step, What};
use crate::model::ObjectForm;

/// A body as text, whatever its bytes.
pub(crate) struct Repaired<'a> {
    bytes: &'a [u8],
    pub(crate) text: Cow<'a, str>,
    pub(crate) repairs: Repairs,
}

impl<'a> Repaired<'a> {
    /// `bytes` without a byte order mark, and as UTF-8.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut repairs = Repairs::default();
        let without_mark = bytes.strip_prefix("\u{feff}".as_bytes());
        repairs.mark = without_mark.is_some();
        let rest = without_mark.unwrap_or(bytes);
        if let Ok(text) = json::utf8(rest) {
            return Self { bytes, text: text.into(), repairs };
        }
        let short = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let mut text = String::with_capacity(rest.len());
        let mut at = bytes.len() - rest.len();
        for chunk in rest.utf8_chunks() {
            text.push_str(chunk.valid());
            at += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                let end = at + chunk.invalid().len();
                repairs.bytes.push((short(text.len()), short(at)..short(end)));
                text.push('\u{fffd}');
                at = end;
            }
        }
        Self { bytes, text: text.into(), repairs }
    }
}

/// What was done to bytes to make them text.
#[derive(Default)]
pub(crate) struct Repairs {
    /// Whether a byte order mark was passed over.
    pub(crate) mark: bool,
    /// Where in the text a replacement character stands for bytes, and the bytes' range.
    pub(crate) bytes: Vec<(u32, Range<u32>)>,
}

impl Repairs {
    pub(crate) fn is_empty(&self) -> bool {
        !self.mark && self.bytes.is_empty()
    }
}

/// What was wrong with a body.
pub(crate) struct Damage {
    /// The body as text, in which all places are.
    pub(super) text: Box<str>,
    /// The body's bytes, if they are not the text's.
    pub(super) bytes: Option<Box<[u8]>>,
    pub(super) repairs: Repairs,
    pub(super) form: &'static ObjectForm,
    notes: Notes,
    places: OnceLock<Places>,
}

impl Damage {
    pub(crate) fn new(body: Repaired<'_>, mut notes: Notes, form: &'static ObjectForm) -> Self {
        let Repaired { bytes, text, repairs } = body;
        let others = (!repairs.bytes.is_empty()).then(|| bytes.into());
        // A repair is inside a string, in which the walk finds it.
        notes.notes.extend(repairs.bytes.iter().map(|(at, range)| Note {
            start: *at,
            end: range.start,
            what: What::Bytes,
        }));
        Self { text: text.into(), bytes: others, repairs, form, notes, places: OnceLock::new() }
    }

    /// The places of everything that was noted, looked up once.
    pub(super) fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::new(&self.text, &self.notes))
    }

    /// The text of a range.
    pub(super) fn range(&self, found: &Found) -> &str {
        self.text.get(found.start as usize..found.end as usize).unwrap_or_default()
    }

    /// The bytes that the replacement character at this offset replaces.
    pub(super) fn bytes_at(&self, at: u32) -> &[u8] {
        let repairs = &self.repairs.bytes;
        let range = repairs.binary_search_by_key(&at, |(at, _)| *at).map(|index| &repairs[index].1);
        let range = range.map_or(0..0, |range| range.start as usize..range.end as usize);
        self.bytes.as_deref().and_then(|bytes| bytes.get(range)).unwrap_or_default()
    }

    /// The name of a required member that is missing.
    pub(super) fn missing(&self, name: u8) -> &'static str {
        self.notes.names.get(usize::from(name)).copied().unwrap_or_default()
    }

    /// The way to a node from the body.
    pub(super) fn way(&self, node: u32) -> Vec<Step> {
        self.places().way(node)
    }
}
