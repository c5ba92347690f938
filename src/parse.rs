//! Reading JSON text: strictly, or with what does not fit kept beside it.

use crate::json::{self, Error, Problem, Reader};
use crate::lenient::{Damage, Lenient, Repaired};
use crate::model::{self, Member, ObjectForm};
use crate::parse_error::ParseError;

/// Reads a body and stops at the first thing that is wrong.
pub(crate) fn strict<T: Member>(bytes: &[u8]) -> Result<T, ParseError> {
    strict_text(text_of(bytes, &form_of::<T>)?)
}

/// Reads the text of a body, see [`strict`].
pub(crate) fn strict_text<T: Member>(text: &str) -> Result<T, ParseError> {
    let mut reader = Reader::strict(text);
    match model::read(&mut reader) {
        Ok(value) => match reader.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(ParseError::of_text(text, &error, form_of::<T>())),
        },
        Err(error) => Err(ParseError::of_text(text, &error, form_of::<T>())),
    }
}

/// The bytes as text, or the place of the first that is not UTF-8 in a body of this form.
pub(crate) fn text_of<'a>(
    bytes: &'a [u8],
    form: &dyn Fn() -> &'static ObjectForm,
) -> Result<&'a str, ParseError> {
    json::utf8(bytes).map_err(|error| not_utf8(bytes, &error, form()))
}

#[cold]
fn not_utf8(bytes: &[u8], error: &Error, form: &'static ObjectForm) -> ParseError {
    let sound = bytes.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default();
    // The place is the last one before, the position that of the first byte that is not sound.
    let place = ParseError::of_text(sound, &Error::new(error.problem(), sound.len()), form);
    let (line, column) = crate::parse_error::position(sound.as_bytes());
    ParseError::new(error.problem(), place.pointer().to_owned(), Some((line, column + 1)))
}

/// Reads a body and keeps what does not fit beside what does.
pub(crate) fn lenient<T: Member>(bytes: &[u8]) -> Result<Lenient<T>, ParseError> {
    lenient_text(Repaired::new(bytes))
}

/// Reads the text of a body, see [`lenient`].
pub(crate) fn lenient_text<T: Member>(body: Repaired<'_>) -> Result<Lenient<T>, ParseError> {
    let mut value = None;
    let damage = damage_of(body, form_of::<T>(), &mut |reader| {
        value = Some(model::read(reader)?);
        Ok(())
    })?;
    let value = value.ok_or_else(|| ParseError::new(Problem::Other, String::new(), None))?;
    Ok(Lenient::new(value, damage))
}

/// What is wrong with a body that `read` reads.
fn damage_of(
    body: Repaired<'_>,
    form: &'static ObjectForm,
    read: &mut dyn FnMut(&mut Reader<'_>) -> Result<(), Error>,
) -> Result<Option<Damage>, ParseError> {
    let notes = Reader::lenient(&body.text).and_then(|mut reader| {
        read(&mut reader)?;
        reader.finish()
    });
    let notes = notes.map_err(|error| ParseError::of_text(&body.text, &error, form))?;
    let is_sound = notes.is_empty() && body.repairs.is_empty();
    Ok((!is_sound).then(|| Damage::new(body, notes, form)))
}

/// The form of a type that is an object.
pub(crate) fn form_of<T: Member>() -> &'static ObjectForm {
    static NONE: ObjectForm = ObjectForm::NONE;
    const { T::FORM.object() }.unwrap_or(&NONE)
}
