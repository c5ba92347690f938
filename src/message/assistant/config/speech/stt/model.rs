//! `assistant.config.speech.stt.model`.

use crate::payload::open_enum;

open_enum! {
    /// Model of the transcriber, from `stt.model` or `stt.deepgramOptions.model`.
    ///
    /// Vendor `deepgram-self-hosted` offers `nova-3` and `nova-2` alone; for `microsoft` and `assembly-ai` no
    /// source names models. A multilingual Flux model exists too; its id was never seen.
    pub enum SttModel {
        /// For `deepgram` and `deepgram-self-hosted`.
        #[doc(alias = "nova-3")]
        Nova3 = "nova-3",
        /// For `deepgram`: medical vocabulary.
        #[doc(alias = "nova-3-medical")]
        Nova3Medical = "nova-3-medical",
        /// For `deepgram` and `deepgram-self-hosted`.
        #[doc(alias = "nova-2")]
        Nova2 = "nova-2",
        /// For `deepgram`: telephone audio.
        #[doc(alias = "nova-2-phonecall")]
        Nova2Phonecall = "nova-2-phonecall",
        /// For `deepgram`: meetings.
        #[doc(alias = "nova-2-meeting")]
        Nova2Meeting = "nova-2-meeting",
        /// For `deepgram`: conversations with a machine.
        #[doc(alias = "nova-2-conversationalai")]
        Nova2Conversationalai = "nova-2-conversationalai",
        /// For `deepgram`: medical vocabulary.
        #[doc(alias = "nova-2-medical")]
        Nova2Medical = "nova-2-medical",
        /// For `deepgram`: Flux, English; takes the end-of-turn options.
        #[doc(alias = "flux-general-en")]
        FluxGeneralEn = "flux-general-en",
        /// For `eleven-labs`.
        ScribeV2Realtime = "scribe_v2_realtime",
    }
}
