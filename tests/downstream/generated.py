"""The fixtures of known events through the Python models of openapi-generator: read, and printed back."""
import json, pathlib, sys

from lost import lost

sys.path.insert(0, "generated/python")
import openapi_client.models as models

fixtures = pathlib.Path(sys.argv[1])
accepted = whole = 0
refused = []
for file in sorted(fixtures.rglob("*.json")):
    family, event = file.relative_to(fixtures).parts[:2]
    model = getattr(models, "".join(word.capitalize() for word in event.split("-")) + "Event", None)
    if family == "config" or model is None:
        continue
    text = file.read_text()
    try:
        body = model.from_json(text)
        accepted += 1
        whole += lost(json.loads(text), json.loads(body.to_json()), nulls=False) is None
    except ValueError:
        refused.append(file.stem)
print(f"{accepted} fixtures accepted, {whole} printed back whole but for `null`s, {len(refused)} refused")
