//! Tests of the open enums.
#![allow(unreachable_pub, reason = "the macro declares public enums")]

open_enum! {
    /// For the tests.
    pub enum Fruit {
        /// An apple.
        Apple = "apple",
        /// Not chosen yet.
        Empty = "",
    }
}

#[test]
fn known_and_unknown_values_print_back() {
    for (text, fruit) in [("\"apple\"", Fruit::Apple), ("\"\"", Fruit::Empty), ("\"pear\"", "pear".into())] {
        assert_eq!(serde_json::from_str::<Fruit>(text).expect("reads"), fruit);
        assert_eq!(serde_json::to_string(&fruit).expect("prints"), text);
    }
    assert_eq!(Fruit::ALL, [Fruit::Apple, Fruit::Empty]);
    assert!(Fruit::from("pear").is_unknown() && !Fruit::from("apple").is_unknown());
}

#[test]
fn debug_hides_what_is_unknown() {
    assert_eq!(format!("{:?} {:?}", Fruit::Apple, Fruit::from("Jane Doe")), r#""apple" text(8 bytes)"#);
}

#[test]
fn only_a_string_is_a_value() {
    let error = serde_json::from_str::<Fruit>("{\"apple\":null}").expect_err("an object");
    assert!(error.to_string().starts_with("invalid type: an object, expected a string"), "{error}");
}
