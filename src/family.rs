//! The families of bodies, and what decides them.

use crate::json::{Error, Reader};
use crate::model::names;

/// The families of bodies. The order of the variants is their priority.
///
/// One member decides: an object with `message` is a server message, else one with `campaign` a
/// campaign event, else one with `workflow` a workflow event. A body whose deciding
/// member has the wrong JSON type is damaged, not unknown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum Family {
    /// About a call.
    ServerMessage,
    /// About a campaign.
    Campaign,
    /// About a workflow.
    Workflow,
    /// None of these. Decides last, so it stays the last variant.
    Unknown,
}

impl Family {
    /// The families, by priority.
    pub const ALL: [Self; 4] = [Self::ServerMessage, Self::Campaign, Self::Workflow, Self::Unknown];

    /// The member that decides for the family; none for [`Family::Unknown`].
    #[must_use]
    pub fn decided_by(self) -> Option<&'static str> {
        match self {
            Self::ServerMessage => Some("message"),
            Self::Campaign => Some("campaign"),
            Self::Workflow => Some("workflow"),
            Self::Unknown => None,
        }
    }

    /// The family that a member decides for, unless a member of higher priority is there.
    pub(crate) fn of_member(name: &str) -> Self {
        let decides = |family: &Self| family.decided_by() == Some(name);
        Self::ALL.into_iter().find(decides).unwrap_or(Self::Unknown)
    }
}

names! {
    Family: ServerMessage = "server-message" Campaign = "campaign" Workflow = "workflow" Unknown = "unknown"
}

const _: () = assert!(Family::ALL.len() == Family::Unknown as usize + 1, "`Family::ALL` lacks a family");

/// The family of the body, as far as the reader can read its text; no further than it must.
pub(crate) fn family_of(mut reader: Reader<'_>) -> Family {
    let mut family = Family::Unknown;
    // Whether the body is sound is seen when it is read.
    let _ = decide_family(&mut reader, &mut family);
    family
}

/// Looks for the member that decides.
pub(crate) fn decide_family(reader: &mut Reader<'_>, family: &mut Family) -> Result<(), Error> {
    if !reader.enter_object()? {
        return Ok(());
    }
    while let Some(name) = reader.next_key()? {
        *family = Family::of_member(&name).min(*family);
        if *family == Family::ServerMessage {
            return Ok(());
        }
        reader.skip()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_families_are_in_the_order_in_which_they_decide() {
        assert!(Family::ALL.is_sorted());
        assert_eq!(Family::ALL.last(), Some(&Family::Unknown));
        assert!(
            Family::ALL.iter().all(|family| family.decided_by().is_none() == (*family == Family::Unknown))
        );
    }
}
