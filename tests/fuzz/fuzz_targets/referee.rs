#![no_main]

#[macro_use]
mod support;

target! { referee }
