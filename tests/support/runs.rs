//! How many random bodies a test takes.

/// As many as are named, or those in `RANDOM_BODIES` if they are fewer: hundreds of builds that
/// each have one fault (`.cargo/mutants.toml`) need no 100,000 bodies each.
pub(crate) fn runs(all: usize) -> usize {
    let few = std::env::var("RANDOM_BODIES").map(|few| few.parse().expect("RANDOM_BODIES is a number"));
    few.map_or(all, |few: usize| few.min(all))
}
