"""What jsonschema says of every fixture under every schema: a line each, for comparison with ajv."""
import json, pathlib, sys
from jsonschema import Draft202012Validator

fixtures, folder = map(pathlib.Path, sys.argv[1:])
bodies = [(file.relative_to(fixtures).as_posix(), json.loads(file.read_text())) for file in fixtures.rglob("*.json")]
for profile in ("wire", "strict"):
    for file in (folder / profile).glob("*.schema.json"):
        validator = Draft202012Validator(json.loads(file.read_text()))
        for name, body in bodies:
            print(profile, file.name, name, "accepts" if validator.is_valid(body) else "refuses")
