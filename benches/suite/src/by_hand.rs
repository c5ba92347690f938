//! The form that most people write: a derived `tag` for the event, and derived `flatten` in
//! each object for what is not modelled.
//!
//! The declarations are the crate's own; only the macros are others.

#![allow(missing_docs, reason = "they are the crate's types again")]

use interactly_webhooks::wire::{
    Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

macro_rules! object {
    (
        $(#[doc = $doc:literal])*
        $(#[object($($flag:ident),+)])?
        pub struct $name:ident {
            $(
                $(#[doc = $member_doc:literal])*
                $(#[doc(alias = $alias:literal)])?
                #[wire($wire:literal, $($options:tt)*)]
                pub $member:ident: $type:ty,
            )*
        }
    ) => {
        #[derive(Clone, PartialEq, Debug, Deserialize)]
        pub struct $name {
            $(
                #[serde(rename = $wire)]
                pub $member: $type,
            )*
            #[serde(flatten)]
            pub extra: Map<String, Value>,
        }
    };
}

macro_rules! open_enum {
    (
        $(#[doc = $doc:literal])*
        $(#[values($flag:ident)])?
        pub enum $name:ident {
            $(
                $(#[doc = $variant_doc:literal])*
                $(#[doc(alias = $alias:literal)])?
                $variant:ident = $wire:literal,
            )+
        }
    ) => {
        #[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
        pub enum $name {
            $( #[serde(rename = $wire)] $variant, )+
            #[serde(untagged)]
            Unknown(String),
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/declarations.rs"));

/// A body about a call.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Body {
    pub message: TaggedMessage,
}

/// Its message, by event.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum TaggedMessage {
    StatusUpdate(Box<ServerMessage>),
    ConversationUpdate(Box<ServerMessage>),
    Hang(Box<ServerMessage>),
    EndOfCallReport(Box<ServerMessage>),
    Error(Box<ServerMessage>),
}
