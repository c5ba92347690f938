//! The webhook part of a campaign's configuration.

use super::CampaignEventName;
use crate::payload::object;
use crate::wire::Secret;

object! {
    /// Where campaign events go, from `config.webhook` of the request that uploads campaign calls.
    ///
    /// It is written to the platform and is part of no event.
    #[object(configuration, switch, rules)]
    pub struct CampaignWebhookConfig {
        /// Whether events are posted at all.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Address that events are posted to.
        #[wire("url", Location)]
        pub url: Option<String>,
        /// Shared secret, sent as the header `x-interactly-secret`. Absent or empty: the header is not sent.
        #[wire("secret", Secret)]
        pub secret: Option<Secret>,
        /// Further request headers: an array of pairs here, while the assistant's server takes a map.
        #[wire("headers", Nested)]
        pub headers: Option<Vec<CampaignHeader>>,
        /// Names of the events to post.
        #[wire("events", Clear)]
        pub events: Option<Vec<CampaignEventName>>,
    }
}

impl CampaignWebhookConfig {
    /// An enabled webhook that posts `events` to `url`, without a secret or further headers.
    #[must_use]
    pub fn new(url: impl Into<String>, events: Vec<CampaignEventName>) -> Self {
        Self { enabled: Some(true), url: Some(url.into()), events: Some(events), ..Self::default() }
    }
}

object! {
    /// One request header, from `config.webhook.headers[]`.
    #[object(configuration, rules)]
    pub struct CampaignHeader {
        /// Name of the header.
        #[wire("key", Personal)]
        pub key: Option<String>,
        /// Value of the header. Treated as a credential whatever `sensitive` says.
        #[wire("value", Secret)]
        pub value: Option<Secret>,
        /// Whether the platform keeps the value hidden after it was set.
        #[wire("sensitive", Clear)]
        pub sensitive: Option<bool>,
    }
}

impl CampaignHeader {
    /// A header of this name and value that the platform keeps hidden.
    #[must_use]
    pub fn new(key: impl Into<String>, value: impl Into<Secret>) -> Self {
        Self { key: Some(key.into()), value: Some(value.into()), sensitive: Some(true), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{CampaignEventName, CampaignWebhookConfig};
    use serde_json::{Value, json};

    #[test]
    fn headers_are_an_array_of_pairs() -> Result<(), serde_json::Error> {
        let text = r#"{"enabled":true,"url":"https://hooks.example.com/campaign","secret":"example-secret-1",
            "headers":[{"key":"X-Clinic-Site","value":"example-value-1","sensitive":false}],
            "events":["call_status","campaign_archived"]}"#;
        let config: CampaignWebhookConfig = serde_json::from_str(text)?;
        assert_eq!(config.headers.as_ref().map(Vec::len), Some(1));
        let events = config.events.as_deref().unwrap_or_default();
        assert_eq!(events.first(), Some(&CampaignEventName::CallStatus));
        assert!(events.last().is_some_and(CampaignEventName::is_unknown));
        assert_eq!(serde_json::to_value(&config)?, serde_json::from_str::<Value>(text)?);
        Ok(())
    }

    #[test]
    fn constructor_gives_the_required_members() -> Result<(), serde_json::Error> {
        let config = CampaignWebhookConfig::new(
            "https://hooks.example.com/campaign",
            vec![CampaignEventName::CampaignReport],
        );
        let expected = json!({
            "enabled": true,
            "url": "https://hooks.example.com/campaign",
            "events": ["campaign_report"],
        });
        assert_eq!(serde_json::to_value(&config)?, expected);
        Ok(())
    }
}
