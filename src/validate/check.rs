//! The walk that validates, and what the rules write their findings with.

use super::bounds::{self, Bound};
use super::time::is_time;
use super::{Code, Finding, Report, code, text};
use crate::wire::{Language, Member, Object, OpenEnum as _, Path, Segment, Timestamp, Visit, push_segment};

/// Validates `body`; in a configuration, values that are not known are findings.
pub(crate) fn of<T: Member>(body: &T, configuration: bool) -> Report {
    let mut walk = Walk { findings: Vec::new(), configuration };
    body.walk(&Path::ROOT, &mut walk);
    Report::new(walk.findings)
}

/// Whether the type `name` of the module `module` is written to the platform, and not sent
/// by it.
pub(crate) fn is_configuration(name: &str, module: &str) -> bool {
    module.contains("::assistant")
        || ["CampaignWebhookConfig", "CampaignHeader", "WorkflowSubscription", "ControlRequest"]
            .contains(&name)
}

struct Walk {
    findings: Vec<Finding>,
    configuration: bool,
}

impl Walk {
    fn found(&mut self, at: &Path<'_>, code: &'static Code, message: String) {
        self.findings.push(Finding::new(at.to_pointer(), code, message));
    }

    fn in_configuration(&self, at: &Path<'_>) -> bool {
        let below = |segment| matches!(segment, Segment::Member("assistant" | "assistantOverrides"));
        self.configuration || at.segments().into_iter().any(below)
    }
}

impl Visit for Walk {
    #[inline]
    fn object<T: Object>(&mut self, at: &Path<'_>, object: &T) {
        let mut check = Check { at, findings: &mut self.findings };
        for bound in const { bounds::of_object(T::NAME) } {
            if bound.condition.is_none()
                && let Some(key) = T::key(bound.member)
            {
                check.bound(bound, &[], object.extent(key));
            }
        }
        object.check(&mut check);
    }

    #[inline]
    fn text(&mut self, at: &Path<'_>, text: &str) {
        if let Some(placeholder) = text::placeholder(text) {
            self.found(at, &code::PLACEHOLDER, format!("found {placeholder}, expected a value"));
        }
    }

    #[inline]
    fn time(&mut self, at: &Path<'_>, time: &Timestamp) {
        if !is_time(time) {
            let found = time.as_number().map_or_else(|| "a text".to_owned(), |number| number.to_string());
            let message = format!("found {found}, expected RFC 3339 or epoch milliseconds of a time");
            self.found(at, &code::TIMESTAMP_FORM, message);
        }
    }

    fn unknown_value(&mut self, at: &Path<'_>, value: &str) {
        if !self.in_configuration(at) {
            return;
        }
        // Languages are spelled in several cases and with either separator.
        let of_language =
            at.segments().iter().any(|part| matches!(part, Segment::Member("language" | "languages")));
        if of_language && Language::KNOWN.iter().any(|known| Language::from(*known).matches(value)) {
            return;
        }
        self.found(at, &code::UNKNOWN_VALUE, "found a value that is not known".to_owned());
    }
}

/// Takes the findings of the rules about one object.
pub(crate) struct Check<'a> {
    at: &'a Path<'a>,
    findings: &'a mut Vec<Finding>,
}

impl Check<'_> {
    /// Something is wrong with the member at `below` the object; it need not be there.
    pub(super) fn found<'n>(
        &mut self,
        below: impl IntoIterator<Item = Segment<'n>>,
        code: &'static Code,
        message: String,
    ) {
        let mut pointer = self.at.to_pointer();
        for segment in below {
            push_segment(&mut pointer, segment);
        }
        self.findings.push(Finding::new(pointer, code, message));
    }

    /// Something is wrong with the member `name` of the object.
    pub(super) fn member(&mut self, name: &str, code: &'static Code, message: String) {
        self.found([Segment::Member(name)], code, message);
    }

    /// The numbers of `member` of a `T` must lie within its bounds, which hold on a condition;
    /// `above` leads to the `T`.
    pub(super) fn bounded<T: Object>(&mut self, member: &str, above: &[&str], extent: Option<(f64, f64)>) {
        if let Some(bound) = bounds::of(T::NAME, member) {
            self.bound(bound, above, extent);
        }
    }

    /// The numbers of a member must lie within `bound`; `above` leads to its object.
    #[inline]
    fn bound(&mut self, bound: &Bound, above: &[&str], extent: Option<(f64, f64)>) {
        if let Some((least, greatest)) = extent {
            if !bound.admits(least) {
                self.out_of_bounds(bound, above, least);
            } else if !bound.admits(greatest) {
                self.out_of_bounds(bound, above, greatest);
            }
        }
    }

    #[cold]
    fn out_of_bounds(&mut self, bound: &Bound, above: &[&str], number: f64) {
        let below = above.iter().copied().chain([bound.member]).map(Segment::Member);
        let message = format!("found {number}{}, expected {bound}", bound.measure.unit(number));
        self.found(below, bound.code, message);
    }
}
