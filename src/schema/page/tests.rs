//! The page holds what it promises.

use std::collections::BTreeSet;

use super::page;
use crate::schema::events;

/// The values of an attribute.
fn attribute<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    page.split(&before).skip(1).filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn every_event_and_member_is_there_and_every_link_leads_somewhere() {
    let page = page();
    let ids = attribute(&page, "id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands for one place");
    for event in events::all() {
        assert!(unique.contains(&event.wire()), "{}", event.wire());
    }
    for member in ["message.call.cost.totalCost", "message.messages[].text", "campaign.name", "run.status"] {
        assert!(unique.contains(&member), "{member}");
    }
    for link in attribute(&page, "href") {
        let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads away"));
        assert!(unique.contains(&target), "{link}");
    }
}

#[test]
fn it_stands_alone_and_is_small() {
    let page = page();
    assert!(page.len() < 400_000, "{} bytes", page.len());
    for word in ["<link", "@import", " src=", "url("] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(!page.contains("undefined") && !page.contains("[`"));
}
