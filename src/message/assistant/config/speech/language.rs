//! Language tags as the vendors spell them.

use crate::model::folded;
use crate::payload::open_enum;

open_enum! {
    /// Language of a transcriber or a voice, from `stt.language`, `stt.languages` and `ttsData[].language`.
    ///
    /// Vendors spell one language in several ways, and every spelling is kept as it came. Compare without
    /// regard to case and separator.
    #[values(folded)]
    pub enum Language {
        /// English, region not stated.
        En = "en",
        /// English, United States.
        #[doc(alias = "en-US")]
        EnUs = "en-US",
        /// English, United States, as transcriber vendor `assembly-ai` spells it.
        #[doc(alias = "en_us")]
        EnUsUnderscore = "en_us",
        /// English, India.
        #[doc(alias = "en-IN")]
        EnIn = "en-IN",
        /// English, United Kingdom.
        #[doc(alias = "en-GB")]
        EnGb = "en-GB",
        /// English, United Kingdom, as voice vendor `deepgram` spells it.
        #[doc(alias = "en-UK")]
        EnUk = "en-UK",
        /// Spanish, region not stated.
        Es = "es",
        /// Spanish, United States.
        #[doc(alias = "es-US")]
        EsUs = "es-US",
        /// Spanish, Mexico.
        #[doc(alias = "es-MX")]
        EsMx = "es-MX",
        /// Spanish, Spain.
        #[doc(alias = "es-ES")]
        EsEs = "es-ES",
        /// French, region not stated.
        Fr = "fr",
        /// French, France.
        #[doc(alias = "fr-FR")]
        FrFr = "fr-FR",
        /// French, Canada.
        #[doc(alias = "fr-CA")]
        FrCa = "fr-CA",
        /// Chinese, region not stated.
        Zh = "zh",
        /// Chinese, China.
        #[doc(alias = "zh-CN")]
        ZhCn = "zh-CN",
        /// Portuguese, region not stated.
        Pt = "pt",
        /// Portuguese, Brazil.
        #[doc(alias = "pt-BR")]
        PtBr = "pt-BR",
        /// Portuguese, Portugal.
        #[doc(alias = "pt-PT")]
        PtPt = "pt-PT",
        /// Hindi, region not stated.
        Hi = "hi",
        /// Hindi, India.
        #[doc(alias = "hi-IN")]
        HiIn = "hi-IN",
        /// Hindi, India, in the odd case that the docs print for voice vendor `microsoft`.
        #[doc(alias = "hi-In")]
        HiInMixedCase = "hi-In",
        /// German.
        De = "de",
        /// Italian.
        It = "it",
        /// Japanese.
        Ja = "ja",
        /// Dutch.
        Nl = "nl",
        /// Russian.
        Ru = "ru",
        /// No language. Offered by the first version of transcriber vendor `eleven-labs`, then removed.
        None = "none",
    }
}

impl Language {
    /// Whether `other` is the same tag when case is ignored and `-` and `_` count as equal.
    ///
    /// So `en-US` matches `en_us`; but `en` does not match `en-US`, nor `en-GB` the odd `en-UK`.
    #[must_use]
    pub fn matches(&self, other: &str) -> bool {
        let (own, other) = (self.as_str().as_bytes(), other.as_bytes());
        own.len() == other.len() && own.iter().zip(other).all(|(a, b)| folded(*a) == folded(*b))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn case_and_separator_are_ignored() {
        assert!(Language::EnUs.matches("en-US"));
        assert!(Language::EnUs.matches("en_us"));
        assert!(Language::EnUsUnderscore.matches("EN-us"));
        assert!(Language::HiInMixedCase.matches(Language::HiIn.as_str()));
        assert!(Language::from("sv-SE").matches("SV_se"));
    }

    #[test]
    fn other_tags_do_not_match() {
        assert!(!Language::En.matches("en-US"));
        assert!(!Language::EnUs.matches("en"));
        assert!(!Language::EnUk.matches("en-GB"));
        assert!(!Language::EnUs.matches("en US"));
        assert!(!Language::None.matches(""));
    }

    #[test]
    fn odd_spellings_stay_apart() {
        for (text, known) in [
            ("en-US", Language::EnUs),
            ("en_us", Language::EnUsUnderscore),
            ("hi-IN", Language::HiIn),
            ("hi-In", Language::HiInMixedCase),
            ("en-UK", Language::EnUk),
            ("none", Language::None),
        ] {
            assert_eq!(Language::from(text), known);
            assert_eq!(known.as_str(), text);
        }
        assert!(Language::from("EN-US").is_unknown());
    }
}
