//! Each bound at work, at each place where its member can stand.

use serde_json::{Value, json};

use super::places::{Place, places, present};
use crate::model::{Bound, Form};

/// A value of the member that the bound measures as `number`.
fn value(form: Form, number: f64) -> Value {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
    let length = number.max(0.0) as usize;
    #[allow(clippy::cast_possible_truncation, reason = "small and whole")]
    let number = if number.fract() == 0.0 { json!(number as i64) } else { json!(number) };
    match present(form) {
        Form::Count | Form::Number => number,
        Form::Distribution => json!({"0": 1, "100": number}),
        Form::Text | Form::Secret => "x".repeat(length).into(),
        Form::Array(_) => vec!["hang"; length].into(),
        other => panic!("a bound on {other:?}"),
    }
}

/// What a bound measures besides numbers, as its text says.
fn unit(form: Form) -> &'static str {
    match present(form) {
        Form::Text | Form::Secret => "character",
        Form::Array(_) => "element",
        _ => "",
    }
}

/// Every place of a member with a bound.
fn bounded() -> Vec<(Place, &'static Bound)> {
    let all = places().into_iter();
    all.filter_map(|place| place.member().bound.map(|bound| (place, bound))).collect()
}

fn expect(place: &Place, bound: &Bound, number: f64, is_sound: bool) {
    let (pointer, form) = (place.pointer("0"), place.member().form);
    let Some(report) = place.report(value(form, number), true) else {
        // Where only whole numbers are read a fraction is refused.
        assert!(number.fract() != 0.0, "{pointer}: {number} parses");
        return;
    };
    let found: Vec<_> = report.iter().filter(|finding| finding.code() == bound.code.as_str()).collect();
    assert_eq!(found.is_empty(), is_sound, "{pointer} = {number}: {report}");
    for finding in found {
        assert_eq!(finding.pointer(), pointer);
        assert!(finding.message().starts_with(&format!("found {number}")), "{finding}");
    }
    if bound.condition.is_some() {
        let report = place.report(value(form, number), false).expect("reads");
        assert!(report.iter().all(|finding| finding.code() != bound.code.as_str()), "{pointer}: {report}");
    }
}

#[test]
fn each_bound_holds_where_it_says_and_not_before() {
    let bounded = bounded();
    assert!(bounded.len() > 70, "{}", bounded.len());
    for (place, bound) in &bounded {
        let is_length = !unit(place.member().form).is_empty();
        assert!(bound.minimum.is_some() || bound.maximum.is_some(), "{}", place.pointer("*"));
        if let Some(least) = bound.minimum {
            expect(place, bound, least, !bound.exclusive);
            expect(place, bound, least - 1.0, false);
            if !is_length {
                expect(place, bound, least - 0.001, false);
                expect(place, bound, least + 0.001, true);
            }
        }
        if let Some(most) = bound.maximum {
            expect(place, bound, most, true);
            expect(place, bound, most + 1.0, false);
            if !is_length {
                expect(place, bound, most + 0.001, false);
            }
        }
    }
}

#[test]
fn a_bound_measures_what_its_member_holds() {
    for (place, bound) in bounded() {
        let (text, unit) = (bound.to_string(), unit(place.member().form));
        let says = ["character", "element"].into_iter().find(|unit| text.contains(unit)).unwrap_or_default();
        assert_eq!(says, unit, "{}: {text}", place.pointer("*"));
    }
}
