"""What a body lost on its way through generated models."""


def lost(was, is_, at="", nulls=True):
    """The first place where something of `was` is not in `is_`; members that are `null` only if `nulls`."""
    if isinstance(was, dict) and isinstance(is_, dict):
        return next((place for name in was if nulls or was[name] is not None
                     if (place := f"{at}/{name}" if name not in is_ else lost(was[name], is_[name], f"{at}/{name}", nulls))), None)
    if isinstance(was, list) and isinstance(is_, list) and len(was) == len(is_):
        return next((place for old, new in zip(was, is_) if (place := lost(old, new, f"{at}/*", nulls))), None)
    return None if was == is_ else at
