#!/usr/bin/env bash
# What other people's tools make of the schemas. Not part of CI: it needs Python 3.10 or newer,
# Node and the package registries.
#
#   tests/downstream.sh [FOLDER]     FOLDER keeps the tools and what they generate
set -euo pipefail
cd "$(dirname "$0")/.."
fixtures="$PWD/tests/fixtures"
work="${1:-$(mktemp -d)}"
mkdir -p "$work"
for profile in wire strict; do
    flag=$([ $profile = strict ] && echo --strict || true)
    cargo run --quiet --features schema --example export_schema -- $flag "$work/$profile"
done
cd "$work"
[ -x venv/bin/python ] || python3 -m venv venv
venv/bin/pip install --quiet openapi-spec-validator datamodel-code-generator 'pydantic>=2'
[ -f package.json ] || npm init --yes >/dev/null
npm install --silent --no-audit --no-fund json-schema-to-typescript typescript

echo "== openapi-spec-validator"
venv/bin/openapi-spec-validator wire/openapi.json strict/openapi.json

for profile in wire strict; do
    echo "== json-schema-to-typescript, tsc --strict: $profile"
    npx json2ts --unreachableDefinitions -i "$profile/bundle.schema.json" -o "$profile/bundle.ts"
    # The fixtures as literals of the generated type; `satisfies` makes tsc look at each.
    node - "$fixtures" "$profile" <<'JS'
const fs = require("fs"), path = require("path");
const [folder, profile] = process.argv.slice(2);
const families = {
  "server-message": "ServerMessageRequest", campaign: "CampaignEvent", workflow: "WorkflowEvent", unknown: "UnknownBody",
};
const lines = [
  `import type { Webhook, ${Object.values(families).join(", ")} } from "./bundle";`,
  "// @ts-expect-error: an id is no number",
  "({ message: { call: { id: 7 } } }) satisfies ServerMessageRequest;",
];
let count = 0;
const walk = (at) => fs.readdirSync(at, { withFileTypes: true }).forEach((entry) => {
  const file = path.join(at, entry.name);
  if (entry.isDirectory()) return entry.name === "config" || walk(file);
  // What the strict profile refuses by design.
  const name = path.relative(folder, file);
  const odd = /\/(invalid-|odd-|unknown|untyped|call-forward-array-of-text)/.test(name);
  if (!file.endsWith(".json") || (profile === "strict" && odd)) return;
  const family = families[name.split(path.sep)[0]];
  lines.push(`// ${name}`, `(${fs.readFileSync(file)}) satisfies ${family} satisfies Webhook;`);
  count += 1;
});
walk(folder);
fs.writeFileSync(`${profile}/fixtures.ts`, lines.join("\n"));
console.log(count, "fixtures");
JS
    npx tsc --strict --noEmit "$profile/fixtures.ts"
    echo "compiles"
done

echo "== datamodel-code-generator, pydantic"
venv/bin/datamodel-codegen --input wire/bundle.schema.json --input-file-type jsonschema \
    --output-model-type pydantic_v2.BaseModel --target-python-version 3.11 --output models.py 2>/dev/null
venv/bin/python - "$fixtures" <<'PY'
import json, pathlib, sys
import models

FAMILIES = {
    "server-message": models.ServerMessageRequest,
    "campaign": models.CampaignEvent,
    "workflow": models.WorkflowEvent,
    "unknown": models.UnknownBody,
}
accepted = refused = 0
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    family = file.relative_to(sys.argv[1]).parts[0]
    if family not in FAMILIES:
        continue
    body = models.Webhook.model_validate_json(file.read_text()).root
    assert type(body) is FAMILIES[family], (file, type(body))
    # Read by these models and printed back, nothing is lost.
    original = json.loads(file.read_text())
    printed = json.loads(body.model_dump_json(by_alias=True, exclude_unset=True))
    if printed != original:
        print("changed:", file)
    accepted += 1
for wrong in ('{"message":null}', '{"message":{"call":{"id":7}}}', '{"message":{"messages":{}}}', "[]"):
    try:
        models.ServerMessageRequest.model_validate_json(wrong)
    except ValueError:
        refused += 1
assert refused == 4, refused
print(accepted, "fixtures accepted as their family,", refused, "damaged bodies refused")
PY
