//! What makes a target of a function of the library.

macro_rules! target {
    ($name:ident) => {
        use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target, fuzzer_mutate};

        fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            interactly_webhooks_fuzz::spans::mutate(data, size, max_size, seed, fuzzer_mutate)
        });

        fuzz_target!(|bytes: &[u8]| -> Corpus {
            if interactly_webhooks_fuzz::$name(bytes) { Corpus::Keep } else { Corpus::Reject }
        });
    };
}
