//! Places, against a second implementation that is slow and plain.

use fastrand::Rng;

use super::model::{Item, lenient};
use super::runs::runs;
use super::texts;
use crate::json::{Note, Notes, Places, ROOT, Reader, Step, What, way_to};

/// A value with the ranges of all that is in it.
struct Span {
    start: usize,
    end: usize,
    object: bool,
    children: Vec<Child>,
}

struct Child {
    key: Option<Key>,
    value: Span,
}

struct Key {
    start: usize,
    end: usize,
    colon: usize,
}

impl Span {
    fn parse(text: &[u8], at: &mut usize) -> Span {
        space(text, at);
        let start = *at;
        let object = text[start] == b'{';
        let mut children = Vec::new();
        if matches!(text[start], b'{' | b'[') {
            loop {
                *at += 1;
                space(text, at);
                if matches!(text[*at], b'}' | b']') {
                    break;
                }
                let key = object.then(|| {
                    let Span { start, end, .. } = Span::parse(text, at);
                    space(text, at);
                    *at += 1;
                    Key { start, end, colon: *at - 1 }
                });
                children.push(Child { key, value: Span::parse(text, at) });
                space(text, at);
                if text[*at] != b',' {
                    break;
                }
            }
            *at += 1;
        } else if text[start] == b'"' {
            *at += 1;
            while text[*at] != b'"' {
                *at += 1 + usize::from(text[*at] == b'\\');
            }
            *at += 1;
        } else {
            while *at < text.len() && !b",]} \n\t".contains(&text[*at]) {
                *at += 1;
            }
        }
        Span { start, end: *at, object, children }
    }

    fn of(text: &str) -> Span {
        Span::parse(text.as_bytes(), &mut 0)
    }

    /// The way to what `is` accepts, given a child and where it begins; deepest first.
    fn find(&self, is: &dyn Fn(&Child) -> bool) -> Option<(Vec<Step>, &Child)> {
        self.children.iter().enumerate().find_map(|(index, child)| {
            let step = step(index, child);
            if let Some((mut way, found)) = child.value.find(is) {
                way.insert(0, step);
                return Some((way, found));
            }
            is(child).then(|| (vec![step], child))
        })
    }
}

fn step(index: usize, child: &Child) -> Step {
    match &child.key {
        Some(key) => {
            Step::Key { start: number(key.start), end: number(key.end).try_into().expect("a key has quotes") }
        }
        None => Step::Index(number(index)),
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("short")
}

fn space(text: &[u8], at: &mut usize) {
    while *at < text.len() && text[*at].is_ascii_whitespace() {
        *at += 1;
    }
}

impl Child {
    fn start(&self) -> usize {
        self.key.as_ref().map_or(self.value.start, |key| key.start)
    }
}

type Place = (Vec<Step>, u32, u32, What);

/// The keys of the random texts: one is the letter `a` written as an escape, and surrogates are
/// alike in both cases.
fn name(text: &str, key: &Key) -> String {
    match &text[key.start..key.end] {
        r#""\u0061""# => "\"a\"".to_owned(),
        other => other.to_lowercase(),
    }
}

fn naive(text: &str, notes: &Notes) -> Vec<Place> {
    let root = Span::of(text);
    let way = |note: &Note| -> (Vec<Step>, &Span) {
        let at = note.start as usize;
        if at == root.start {
            return (Vec::new(), &root);
        }
        let (way, child) =
            root.find(&|child| child.start() == at || child.value.start == at).expect("a place");
        (way, &child.value)
    };
    let mut overridden: Vec<(usize, usize, Place)> = Vec::new();
    for note in notes.notes.iter().filter(|note| note.what == What::Repeats) {
        let (way, object) = way(note);
        assert!(object.object);
        for (index, child) in object.children.iter().enumerate() {
            let key = child.key.as_ref().expect("a member");
            let same = |later: &Child| name(text, later.key.as_ref().expect("a member")) == name(text, key);
            if object.children[index + 1..].iter().any(same) {
                let mut way = way.clone();
                way.push(step(index, child));
                let place = (way, number(child.value.start), number(child.value.end), What::Overridden);
                overridden.push((key.start, child.value.end, place));
            }
        }
    }
    let outside = |at: usize| overridden.iter().all(|(start, end, _)| !(*start..*end).contains(&at));
    let mut places: Vec<Place> = Vec::new();
    for note in notes.notes.iter().filter(|note| note.what != What::Repeats && outside(note.start as usize)) {
        places.push((way(note).0, note.start, note.end, note.what));
    }
    let outermost =
        |start: usize| overridden.iter().all(|(other, end, _)| !(other + 1..*end).contains(&start));
    places.extend(overridden.iter().filter(|(start, ..)| outermost(*start)).map(|(.., place)| place.clone()));
    places.sort_by_key(|place| place.1);
    places
}

fn found(text: &str, notes: &Notes) -> Vec<Place> {
    let places = Places::new(text, notes);
    places.found.iter().map(|found| (places.way(found.node), found.start, found.end, found.what)).collect()
}

#[test]
fn as_the_second_implementation() {
    let mut rng = Rng::with_seed(5);
    let (runs, mut nested, mut overridden) = (runs(30_000), 0, 0);
    for _ in 0..runs {
        let text = format!(
            "{{\"a\":1,\"items\":[{},{}],{}:{}}}",
            texts::random(&mut rng, 5),
            texts::random(&mut rng, 3),
            ["\"items\"", "\"b\"", "\"a\"", "\"x\""][rng.usize(..4)],
            texts::random(&mut rng, 3)
        );
        let Ok((_, notes)) = lenient::<Item>(&text) else { panic!("{text}") };
        let found = found(&text, &notes);
        assert_eq!(found, naive(&text, &notes), "{text}\n{notes:?}");
        nested += usize::from(found.iter().any(|place| place.0.len() > 4));
        overridden += usize::from(found.iter().filter(|place| place.3 == What::Overridden).count() > 1);
    }
    assert!(nested > runs / 30 && overridden > runs / 30, "{nested} {overridden}");
}

#[test]
fn at_the_root() {
    let (_, notes) = lenient::<Item>(r#"{"b":1,"b":2}"#).expect("repairable");
    let places = Places::new(r#"{"b":1,"b":2}"#, &notes);
    let of_root: Vec<_> =
        places.found.iter().filter(|found| found.node == ROOT).map(|found| found.what).collect();
    assert_eq!((of_root, places.found.len()), (vec![What::Missing(0)], 2));
    assert_eq!(Places::new("{}", &Notes::default()), Places::default());
}

#[test]
fn overridden_outermost_only() {
    let text = r#"{"a":1,"items":[{"a":"x","c":1,"c":"\ud800"}],"b\ud800":1,"items":[{"a":1,"b":1,"b":2}],"b\uD800":2}"#;
    let (_, notes) = lenient::<Item>(text).expect("repairable");
    let found: Vec<_> = found(text, &notes)
        .iter()
        .map(|place| (&text[place.1 as usize..place.2 as usize], place.3))
        .collect();
    assert_eq!(
        found,
        [
            (r#"[{"a":"x","c":1,"c":"\ud800"}]"#, What::Overridden),
            ("1", What::Overridden),
            ("1", What::Overridden),
            (r#""b\uD800""#, What::SurrogateKey)
        ]
    );
}

/// The innermost member or element that holds an offset, of a text that ends at `cut`.
fn naive_way(root: &Span, offset: usize, cut: usize) -> Vec<Step> {
    let holds = |child: &Child| {
        (child.start()..child.value.end).contains(&offset)
            && child.key.as_ref().is_none_or(|key| key.colon < cut)
    };
    root.find(&holds).map(|(way, _)| way).unwrap_or_default()
}

#[test]
fn the_way_to_every_offset() {
    let mut rng = Rng::with_seed(6);
    for _ in 0..1_500 {
        let text = texts::random(&mut rng, 4);
        let root = Span::of(&text);
        for offset in 0..text.len() {
            assert_eq!(way_to(&text, offset), naive_way(&root, offset, text.len()), "{text} at {offset}");
        }
        for (cut, _) in text.char_indices().skip(1) {
            for offset in [cut - 1, rng.usize(..cut)] {
                let way = way_to(&text[..cut], offset);
                assert_eq!(way, naive_way(&root, offset, cut), "{} at {offset}", &text[..cut]);
            }
        }
    }
}

#[test]
fn the_way_to_a_fault() {
    let way = |text: &str| {
        let mut reader = Reader::strict(text);
        let error = reader.skip().expect_err(text);
        let steps = way_to(text, error.at() - 1);
        steps.into_iter().fold(String::new(), |way, step| match step {
            Step::Key { start, end } => way + "/" + &text[start as usize + 1..end.get() as usize - 1],
            Step::Index(index) => format!("{way}/{index}"),
        })
    };
    assert_eq!(way(r#"{"a":[1,{"b":tru}]}"#), "/a/1/b");
    assert_eq!(way(r#"{"a":[1,{"b" 1}]}"#), "/a/1");
    assert_eq!(way(r#"{"a":[1,{"b":1 "c":2}]}"#), "/a/1");
    assert_eq!(way(r#"{"a":[1,{"b":1,"c"#), "/a/1");
    assert_eq!(way(r#"{"a":[1 2]}"#), "/a");
    assert_eq!(way(r#"{"a":[1,]}"#), "/a");
    assert_eq!(way("@"), "");
    assert_eq!(way(&"[".repeat(200)).len(), 2 * 127);
}
