//! `message.call.recording`

use crate::payload::object;

object! {
    /// Where the recording of the call is, from `message.call.recording`.
    ///
    /// In every full body; both members are empty text until the call has ended.
    pub struct Recording {
        /// Name of the storage bucket. Empty until the end.
        #[wire("s3Bucket", Location)]
        pub s3_bucket: Option<String>,
        /// Key of the file in the bucket: team id, slash, call id, `.mp3`. Empty until the end.
        #[wire("path", Location)]
        pub path: Option<String>,
    }
}

impl Recording {
    /// Bucket and path of the file, once both are known.
    ///
    /// `None` while either is absent or empty, that is, until the call has ended.
    #[must_use]
    pub fn location(&self) -> Option<(&str, &str)> {
        let bucket = self.s3_bucket.as_deref()?;
        let path = self.path.as_deref()?;
        (!bucket.is_empty() && !path.is_empty()).then_some((bucket, path))
    }
}
