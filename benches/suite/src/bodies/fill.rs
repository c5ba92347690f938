//! Templates with places for random words and numbers.

use std::fmt::Write as _;

const WORDS: &str = "a the to of and is it you I we can that for on with appointment Thursday morning \
    dentist please confirm insurance patient clinic would like to move cleaning six months ago calling \
    about prescription refill pharmacy doctor Halvorsen nurse back pain since yesterday evening number \
    thank perfect moment check calendar available address street question answer policy never always \
    transfer front desk repeat spell birthday twelve fifteen noon tomorrow Okafor señora mañana because \
    every should first second before after patient's caller office hours forty-two o'clock goodbye \
    wonderful understand offer another time write down what they choose and keep each short";

const FOREIGN: &str = "la cita mañana señora quisiera está teléfono médico número corazón gracias según \
    también próximo días otra vez café déjà rendez-vous médecin à l'hôpital où très bientôt préféré \
    नमस्ते मुझे डॉक्टर से मिलना है कल सुबह दवा धन्यवाद 您好 我想 预约 医生 明天 上午 谢谢 电话 号码 药房";

/// A small generator of random numbers (`SplitMix64`), and the words that it chooses from.
pub(super) struct Random(u64, &'static str);

impl Random {
    pub(super) fn new(seed: u64, is_foreign: bool) -> Self {
        Self(seed, if is_foreign { FOREIGN } else { WORDS })
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).expect("below a usize")
    }

    fn words(&mut self, count: u64) -> String {
        let known: Vec<_> = self.1.split_whitespace().collect();
        let mut text = String::new();
        for at in 0..count {
            let word = known[self.below(known.len())];
            let before = match self.next() % 48 {
                _ if at == 0 => "",
                0 => ", ",
                1 => ". ",
                2 => " – ",
                _ => " ",
            };
            text.push_str(before);
            text.push_str(word);
        }
        text
    }

    /// About this many bytes of a prompt, as JSON: lines of words, with escapes.
    pub(super) fn text(&mut self, bytes: usize) -> String {
        let mut text = String::new();
        while text.len() < bytes {
            let count = self.between(6, 30);
            let line = self.words(count);
            match self.next() % 16 {
                0..4 => write!(text, "- {line}\\n"),
                4..8 => write!(text, "Say: \\\"{line}\\\"\\n\\n"),
                8 => write!(text, "{line} {{{{patient_name}}}}.\\n"),
                _ => write!(text, "{line}.\\n"),
            }
            .expect("a String takes everything");
        }
        text
    }
}

/// Fills the places (`<name>`) of a template: from `parts`, or at random.
pub(super) fn fill(random: &mut Random, template: &str, parts: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    // Templates may stand on several lines, bodies do not.
    let lines: String = template.lines().map(str::trim_start).collect();
    let mut rest = lines.as_str();
    while let Some((before, place)) = rest.split_once('<') {
        let (place, behind) = place.split_once('>').expect("every place is closed");
        filled.push_str(before);
        rest = behind;
        if let Some((_, part)) = parts.iter().find(|(name, _)| *name == place) {
            filled.push_str(part);
            continue;
        }
        let (name, numbers) = place.split_once(' ').unwrap_or((place, ""));
        let numbers: Vec<u64> =
            numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        match (name, &numbers[..]) {
            ("words", [count]) => filled.push_str(&random.words(*count)),
            ("int", [least, most]) => filled.push_str(&random.between(*least, *most).to_string()),
            ("negative", [most]) => {
                filled.push('-');
                filled.push_str(&random.between(1, *most).to_string());
            }
            ("bool", []) => filled.push_str(["true", "false"][random.below(2)]),
            ("float", []) => {
                // As a sender prints a double: with as many digits as it takes.
                let (whole, digits) =
                    (random.between(0, 999), random.between(10_000_000_000_000, 99_999_999_999_999));
                let double: f64 = format!("{whole}.{digits}").parse().expect("a number");
                write!(filled, "{double}").expect("a String takes everything");
            }
            ("hex", [digits]) => {
                for _ in 0..*digits {
                    write!(filled, "{:x}", random.below(16)).expect("a String takes everything");
                }
            }
            _ => panic!("no such place: {place}"),
        }
    }
    filled + rest
}
