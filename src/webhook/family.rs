//! Which family a body belongs to.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

/// The families of bodies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Family {
    /// About a call.
    ServerMessage,
    /// About a campaign.
    Campaign,
    /// About a workflow.
    Workflow,
    /// None of these.
    Unknown,
}

impl Family {
    /// The family's name as the example programs print it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ServerMessage => "server-message",
            Self::Campaign => "campaign",
            Self::Workflow => "workflow",
            Self::Unknown => "unknown",
        }
    }
}

/// Looks for the deciding member, and no further than it must.
pub(crate) fn family_of(body: &[u8]) -> Family {
    struct Probe<'a>(&'a Cell<Family>);

    impl<'de> Visitor<'de> for Probe<'_> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some(key) = map.next_key_seed(FamilyKey)? {
                match (key, self.0.get()) {
                    (Family::ServerMessage, _) => {
                        self.0.set(key);
                        // The way out: nothing after it can change the answer, and that the
                        // reader takes what is left for an error does not matter.
                        return Ok(());
                    }
                    (Family::Campaign, _) | (Family::Workflow, Family::Unknown) => self.0.set(key),
                    _ => {}
                }
                map.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }
    }

    let family = Cell::new(Family::Unknown);
    // Whether the body is sound is seen when it is parsed.
    let _ = serde_json::Deserializer::from_slice(body).deserialize_any(Probe(&family));
    family.get()
}

/// Reads a key as the family that it decides.
struct FamilyKey;

impl<'de> serde::de::DeserializeSeed<'de> for FamilyKey {
    type Value = Family;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Family, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FamilyKey {
    type Value = Family;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Family, E> {
        Ok(family_decided_by(key))
    }
}

/// The family that a member decides, by its name.
fn family_decided_by(key: &str) -> Family {
    match key {
        "message" => Family::ServerMessage,
        "campaign" => Family::Campaign,
        "workflow" => Family::Workflow,
        _ => Family::Unknown,
    }
}
