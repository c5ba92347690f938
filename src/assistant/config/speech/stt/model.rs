//! `assistant.config.speech.stt.model`.

use crate::wire::open_enum;

open_enum! {
    /// Model of the transcriber, from `stt.model` or `stt.deepgramOptions.model`.
    ///
    /// Vendor `deepgram-self-hosted` offers `nova-3` and `nova-2` alone; for `microsoft` and `assembly-ai` no
    /// models are listed. A multilingual Flux model exists too; its id was never seen.
    pub enum SttModel {
        /// For `deepgram` and `deepgram-self-hosted`.
        Nova3 = "nova-3",
        /// For `deepgram`: medical vocabulary.
        Nova3Medical = "nova-3-medical",
        /// For `deepgram` and `deepgram-self-hosted`.
        Nova2 = "nova-2",
        /// For `deepgram`: telephone audio.
        Nova2Phonecall = "nova-2-phonecall",
        /// For `deepgram`: meetings.
        Nova2Meeting = "nova-2-meeting",
        /// For `deepgram`: conversations with a machine.
        Nova2Conversationalai = "nova-2-conversationalai",
        /// For `deepgram`: medical vocabulary.
        Nova2Medical = "nova-2-medical",
        /// For `deepgram`: Flux, English; takes the end-of-turn options.
        FluxGeneralEn = "flux-general-en",
        /// For `eleven-labs`.
        ScribeV2Realtime = "scribe_v2_realtime",
    }
}
