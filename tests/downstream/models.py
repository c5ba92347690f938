"""The fixtures through Python models generated from the bundle: how many are read, and printed back the same."""
import importlib, json, pathlib, sys

from lost import lost

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


numbered = [name for name in vars(models) if name[-1].isdigit() and isinstance(vars(models)[name], type)]
assert not numbered, numbered
accepted = same = filled = 0
for file in sorted(fixtures.rglob("*.json")):
    family = FAMILIES.get(file.relative_to(fixtures).parts[0])
    if family is None:
        continue
    text = file.read_text()
    body = read(text, family)
    was, is_ = json.loads(text), json.loads(write(body))
    accepted += 1
    same += was == is_
    place = lost(was, is_)
    filled += was != is_ and place is None
    # What is not in a schema is not in its types; pydantic keeps it beside them.
    assert place is None or kind == "msgspec" and file.stem.startswith("unknown-"), (file, place)
refused = 0
for wrong in ('{"message":null}', '{"message":{"call":{"id":7}}}', '{"message":{"messages":{}}}', "[]"):
    try:
        read(wrong, "ServerMessageRequest")
    except (ValueError, AssertionError):
        refused += 1
assert refused == 4, refused
result = f"{accepted} accepted, {same} printed back the same"
if same < accepted:
    result += f", {filled} with defaults of the schema filled in, {accepted - same - filled} without members that no schema names"
print(result)
