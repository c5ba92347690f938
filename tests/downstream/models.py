"""The fixtures through Python models generated from the bundle: how many are read, and printed back the same."""
import importlib, json, pathlib, sys

kind, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
models = importlib.import_module(f"models_{kind}")
FAMILIES = {"server-message": "ServerMessageRequest", "campaign": "CampaignEvent", "workflow": "WorkflowEvent",
            "unknown": "UnknownBody"}

if kind == "pydantic":
    def read(text, family):
        body = models.Webhook.model_validate_json(text).root
        assert type(body).__name__ == family, (type(body), family)
        return body

    def write(body):
        return body.model_dump_json(by_alias=True, exclude_unset=True)
else:
    import msgspec

    def read(text, family):
        return msgspec.json.decode(text, type=getattr(models, family))

    def write(body):
        return msgspec.json.encode(body)


def lost(was, is_, at=""):
    """The first place where something of `was` is not in `is_`."""
    if isinstance(was, dict) and isinstance(is_, dict):
        return next((place for name in was
                     if (place := f"{at}/{name}" if name not in is_ else lost(was[name], is_[name], f"{at}/{name}"))), None)
    if isinstance(was, list) and isinstance(is_, list) and len(was) == len(is_):
        return next((place for old, new in zip(was, is_) if (place := lost(old, new, f"{at}/*"))), None)
    return None if was == is_ else at


numbered = [name for name in vars(models) if name[-1].isdigit() and isinstance(vars(models)[name], type)]
assert not numbered, numbered
accepted = same = whole = 0
for file in sorted(fixtures.rglob("*.json")):
    family = FAMILIES.get(file.relative_to(fixtures).parts[0])
    if family is None:
        continue
    text = file.read_text()
    body = read(text, family)
    was, is_ = json.loads(text), json.loads(write(body))
    accepted += 1
    same += was == is_
    whole += lost(was, is_) is None
refused = 0
for wrong in ('{"message":null}', '{"message":{"call":{"id":7}}}', '{"message":{"messages":{}}}', "[]"):
    try:
        read(wrong, "ServerMessageRequest")
    except (ValueError, AssertionError):
        refused += 1
assert refused == 4, refused
print(f"{accepted} accepted, {same} printed back the same, {accepted - whole} with a loss")
