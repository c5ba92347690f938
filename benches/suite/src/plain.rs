//! The crate's structs with plain serde derives, which drop unknown members.
//!
//! The declarations are the crate's own; only the macros are others. The building blocks
//! (`Timestamp`, `Number` and so on) are the crate's, and an open enum reads a string.

use interactly_webhooks::wire::{
    Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp,
};
use serde::Deserialize;
use serde_json::Value;
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
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Debug, Deserialize)]
        pub struct $name {
            $(
                $(#[doc = $member_doc])*
                #[serde(rename = $wire)]
                pub $member: $type,
            )*
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
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum $name {
            $( $(#[doc = $variant_doc])* $variant, )+
            /// Any other string.
            Unknown(Box<str>),
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl serde::de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a string")
                    }
                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok(match text {
                            $( $wire => $name::$variant, )+
                            other => $name::Unknown(other.into()),
                        })
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/declarations.rs"));
