"""The fixtures of known events through the Python models of openapi-generator."""
import pathlib, sys

sys.path.insert(0, "generated/python")
import openapi_client.models as models

fixtures = pathlib.Path(sys.argv[1])
accepted, refused = 0, []
for file in sorted(fixtures.rglob("*.json")):
    family, event = file.relative_to(fixtures).parts[:2]
    model = getattr(models, "".join(word.capitalize() for word in event.split("-")) + "Event", None)
    if family == "config" or model is None:
        continue
    try:
        model.from_json(file.read_text())
        accepted += 1
    except ValueError:
        refused.append(file.stem)
print(f"{accepted} fixtures accepted, {len(refused)} refused (arrays of values of which one may stand alone)")
