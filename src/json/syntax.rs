//! What can be wrong with JSON as a text.

/// A fault of syntax, in the words that readers of `serde_json` know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    EndInObject,
    EndInArray,
    EndInString,
    EndInValue,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
    Ident,
    Value,
    Escape,
    Number,
    ControlCharacter,
    KeyNotString,
    LoneSurrogate,
    EndOfHexEscape,
    TrailingComma,
    TrailingCharacters,
}

impl Syntax {
    /// The fault in words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Syntax::EndInObject => "EOF while parsing an object",
            Syntax::EndInArray => "EOF while parsing an array",
            Syntax::EndInString => "EOF while parsing a string",
            Syntax::EndInValue => "EOF while parsing a value",
            Syntax::Colon => "expected `:`",
            Syntax::CommaOrBrace => "expected `,` or `}`",
            Syntax::CommaOrBracket => "expected `,` or `]`",
            Syntax::Ident => "expected ident",
            Syntax::Value => "expected value",
            Syntax::Escape => "invalid escape",
            Syntax::Number => "invalid number",
            Syntax::ControlCharacter => "control character (\\u0000-\\u001F) found while parsing a string",
            Syntax::KeyNotString => "key must be a string",
            Syntax::LoneSurrogate => "lone leading surrogate in hex escape",
            Syntax::EndOfHexEscape => "unexpected end of hex escape",
            Syntax::TrailingComma => "trailing comma",
            Syntax::TrailingCharacters => "trailing characters",
        }
    }

    /// Whether the text was cut off.
    pub(crate) fn is_end(self) -> bool {
        matches!(self, Syntax::EndInObject | Syntax::EndInArray | Syntax::EndInString | Syntax::EndInValue)
    }
}
