//! Subscription to workflow events.

use super::WorkflowEventName;
use crate::model::Bound;
use crate::payload::object;
use crate::validate::code;
use crate::wire::{Number, Secret};

object! {
    /// A subscription to workflow events, as the subscription API takes it and gives it back.
    ///
    /// Its members are spelled in snake case, unlike all others of the platform. It is part of no event.
    #[object(configuration, rules)]
    pub struct WorkflowSubscription {
        /// Name of the subscription, 1 to 150 characters.
        #[wire(
            "name",
            Personal,
            bound(Bound::new(&code::SUBSCRIPTION_NAME_LENGTH).from(1.0).to(150.0).characters())
        )]
        pub name: Option<String>,
        /// Address that events are posted to, 1 to 2048 characters.
        #[wire(
            "url",
            Location,
            bound(Bound::new(&code::SUBSCRIPTION_URL_LENGTH).from(1.0).to(2048.0).characters())
        )]
        pub url: Option<String>,
        /// Names of the events to post.
        #[wire("actions", Clear)]
        pub actions: Option<Vec<WorkflowEventName>>,
        /// Whether events are posted. Default `true`.
        #[wire("enabled", Clear, default("true"))]
        pub enabled: Option<bool>,
        /// Token sent as `Authorization: Bearer`, at most 2000 characters. Written only, never given back.
        #[wire(
            "bearer_token",
            Secret,
            bound(Bound::new(&code::SUBSCRIPTION_TOKEN_LENGTH).to(2000.0).characters())
        )]
        pub bearer_token: Option<Secret>,
        /// Whether a token is set. Given back only, in place of the token.
        #[wire("has_bearer_token", Clear)]
        pub has_bearer_token: Option<bool>,
        /// Asks an update to take the token away. Written only.
        #[wire("clear_bearer_token", Clear)]
        pub clear_bearer_token: Option<bool>,
        /// How long a delivery may take, in seconds, 1 to 60. Default 10.
        #[wire(
            "timeout_seconds",
            Clear,
            bound(Bound::new(&code::SUBSCRIPTION_TIMEOUT_RANGE).from(1.0).to(60.0)),
            default("10")
        )]
        pub timeout_seconds: Option<Number>,
        /// How often a failed delivery is tried again, 0 to 10. Default 3.
        #[wire(
            "max_retries",
            Clear,
            bound(Bound::new(&code::SUBSCRIPTION_RETRIES_RANGE).from(0.0).to(10.0)),
            default("3")
        )]
        pub max_retries: Option<i64>,
        /// Pause before the first retry, in seconds, 1 to 300; doubles with each further one. Default 10.
        #[wire(
            "retry_backoff_seconds",
            Clear,
            bound(Bound::new(&code::SUBSCRIPTION_BACKOFF_RANGE).from(1.0).to(300.0)),
            default("10")
        )]
        pub retry_backoff_seconds: Option<Number>,
    }
}

impl WorkflowSubscription {
    /// A subscription with the required members; everything else is left to the platform's defaults.
    #[must_use]
    pub fn new(name: impl Into<String>, url: impl Into<String>, actions: Vec<WorkflowEventName>) -> Self {
        Self { name: Some(name.into()), url: Some(url.into()), actions: Some(actions), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{WorkflowEventName, WorkflowSubscription};
    use serde_json::json;

    #[test]
    fn members_are_in_snake_case() -> Result<(), serde_json::Error> {
        let mut subscription = WorkflowSubscription::new(
            "Intake runs",
            "https://hooks.example.com/workflow",
            vec![WorkflowEventName::RunCompleted],
        );
        subscription.timeout_seconds = Some(15.into());
        subscription.clear_bearer_token = Some(true);
        let expected = json!({
            "name": "Intake runs",
            "url": "https://hooks.example.com/workflow",
            "actions": ["workflow_run_completed"],
            "clear_bearer_token": true,
            "timeout_seconds": 15,
        });
        assert_eq!(serde_json::to_value(&subscription)?, expected);
        Ok(())
    }
}
