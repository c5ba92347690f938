//! Twice the text, twice the notes: no more.

use super::model::{Item, lenient};
use crate::json::{Node, Note, Notes, Places, What};

/// The bytes that notes and places take.
fn size(text: &str) -> (usize, usize) {
    let (_, notes) = lenient::<Item>(text).expect("repairable");
    let places = Places::new(text, &notes);
    let notes_size = notes.notes.capacity() * size_of::<Note>();
    let places_size = places.nodes.capacity() * size_of::<Node>() + places.found.capacity() * 16;
    assert!(places.nodes.len() <= text.len() / 2 && places.found.len() <= text.len() / 2);
    (notes_size, places_size)
}

#[test]
fn notes_and_places() {
    let long = |n: usize| "k".repeat(n);
    let texts: [&dyn Fn(usize) -> String; 9] = [
        &|n| format!("{{\"items\":[{}{{}}]}}", "1,".repeat(n)),
        &|n| format!("{{\"items\":[{}{{}}]}}", "{},".repeat(n)),
        &|n| format!("{{\"items\":[{}]}}", vec!["{\"a\":1,\"a\":2}"; n].join(",")),
        &|n| format!("{{\"a\":1{}}}", ",\"a\":1".repeat(n)),
        &|n| format!("{{\"{}\":[{}0]}}", long(n), "\"\\ud800\",".repeat(n)),
        &|n| format!("{{\"{}\":[{}0]}}", long(n), "0.1000000000000000055,".repeat(n)),
        &|n| {
            let members: Vec<_> = (0..n).map(|n| format!("\"{n}\\ud800\":1e999,")).collect();
            format!("{{{}\"a\":[]}}", members.concat())
        },
        &|n| {
            let item = format!("{}\"\\udfff\"{}", "[".repeat(100), "]".repeat(100));
            format!("{{\"u\":[{}1]}}", format!("{item},").repeat(n / 100))
        },
        &|n| {
            let item = format!("{}1{}", "{\"items\":[".repeat(50), "]}".repeat(50));
            format!("{{\"items\":[{}1]}}", format!("{item},").repeat(n / 100))
        },
    ];
    for (index, text) in texts.into_iter().enumerate() {
        let (once, twice) = (text(4_000), text(8_000));
        let (small, large) = (size(&once), size(&twice));
        for (small, large) in [(small.0, large.0), (small.1, large.1)] {
            // Capacities grow in leaps.
            assert!(large <= small * 3 + 1024, "{index}: {small} and {large}");
            assert!(large <= twice.len() * 24, "{index}: {large} for {}", twice.len());
        }
    }
}

/// A value is moved out once for each level, and what was noted inside goes.
#[test]
fn no_note_outlives_the_value_around_it() {
    let item = "{\"a\":\"x\",\"a\":\"y\"}";
    let text = format!("{{\"a\":[{item}],\"b\":[{}]}}", [item; 50].join(","));
    let (_, notes): (Item, Notes) = lenient(&text).expect("repairable");
    let whats: Vec<_> = notes.notes.iter().map(|note| matches!(note.what, What::Refused(..))).collect();
    assert_eq!(whats, [true, true]);
}
