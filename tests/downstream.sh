#!/usr/bin/env bash
# What other people's tools make of the schemas. Not part of CI: it needs Python 3.10 or newer, Node 20 or newer,
# Go, a JDK with jars of gson, okio and the annotations of Jakarta, mono with Newtonsoft.Json, a Chromium (CHROMIUM
# names it; /usr/bin/chromium unless set) and the package registries. On Debian: libgoogle-gson-java libokio-java
# libjakarta-annotation-api-java mono-mcs libnewtonsoft-json5.0-cil
# libmono-system-componentmodel-dataannotations4.0-cil libmono-system-runtime-serialization4.0-cil.
#
#   tests/downstream.sh [FOLDER]     FOLDER keeps the tools and what they generate
#
# It writes FOLDER/table.md, which is schema/tools.md as measured last.
set -euo pipefail
cd "$(dirname "$0")/.."
fixtures="$PWD/tests/fixtures"
scripts="$PWD/tests/downstream"
work="${1:-$(mktemp -d)}"
jars=/usr/share/java/gson.jar:/usr/share/java/okio.jar:/usr/share/java/jakarta-annotation-api.jar
newtonsoft=/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll
mkdir -p "$work"
work="$(cd "$work" && pwd)"
for profile in wire strict; do
    flag=$([ $profile = strict ] && echo --strict || true)
    # shellcheck disable=SC2086 # no flag is no argument
    cargo run --quiet --features schema --example export_schema -- $flag "$work/$profile"
done
cp "$scripts"/* "$work"
cd "$work"
[ -x venv/bin/python ] || python3 -m venv venv
venv/bin/pip install --quiet jsonschema openapi-spec-validator datamodel-code-generator 'pydantic>=2' msgspec \
    openapi-generator-cli urllib3 python-dateutil
[ -f package.json ] || npm init --yes > /dev/null
npm install --silent --no-audit --no-fund openapi-typescript json-schema-to-typescript typescript ajv @redocly/cli \
    @stoplight/spectral-cli quicktype vscode-json-languageservice redoc swagger-ui-dist @scalar/api-reference \
    puppeteer-core

{
    echo "# What other tools make of the schemas"
    echo
    echo "Written by \`tests/downstream.sh\`; the number of fixtures is that of the repository when it ran."
    echo
    echo "| tool | version | input and flags | result |"
    echo "|---|---|---|---|"
} > table.md
row() {
    printf '| %s | %s | %s | %s |\n' "$@" >> table.md
    printf '%s %s: %s\n' "$1" "$2" "$4"
}
npm_version() { node -p "require('./node_modules/$1/package.json').version"; }
pip_version() { venv/bin/pip show "$1" 2> /dev/null | sed -n 's/^Version: //p'; }

# Validators: one verdict on every fixture under every schema.
node verdicts.mjs "$fixtures" . | sort > verdicts.ajv
venv/bin/python verdicts.py "$fixtures" . | sort > verdicts.python
cmp verdicts.ajv verdicts.python
row ajv "$(npm_version ajv)" 'default options, `addVocabulary` with `schema::KEYWORDS`' \
    "compiles every schema without a warning; agrees with jsonschema $(pip_version jsonschema) on $(wc -l < verdicts.ajv) verdicts"
venv/bin/openapi-spec-validator wire/openapi.json strict/openapi.json > /dev/null
row openapi-spec-validator "$(pip_version openapi-spec-validator)" openapi.json "passes"

# Linters.
echo 'extends: ["spectral:oas"]' > .spectral.yaml
npx spectral lint --fail-severity error wire/openapi.json > spectral.log 2>&1
row Spectral "$(npm_version @stoplight/spectral-cli)" 'openapi.json, `spectral:oas`' "no error"
npx redocly lint --skip-rule no-empty-servers wire/openapi.json > redocly.log 2>&1
row Redocly "$(npm_version @redocly/cli)" 'openapi.json' "no error except the missing \`servers\`, which webhooks do not have"

# TypeScript.
for profile in wire strict; do
    npx json2ts --no-additionalProperties --unreachableDefinitions $profile/bundle.schema.json $profile/bundle.ts
    npx openapi-typescript --default-non-nullable=false $profile/openapi.json -o $profile/openapi.ts > /dev/null 2>&1
    # Else a union with every text is every text, and editors offer nothing.
    sed -i 's/^\( *\)OtherText: string;/\1OtherText: string \& {};/' $profile/openapi.ts
    node literals.mjs "$fixtures" bundle $profile $profile/bodies.ts > $profile/bodies.count
    node literals.mjs "$fixtures" openapi $profile $profile/events-of-openapi.ts > $profile/events.count
    npx tsc --strict --noEmit $profile/bodies.ts $profile/events-of-openapi.ts
done
npx json2ts --no-additionalProperties wire/known-event.schema.json wire/events.ts
npx tsc --strict --noEmit narrow.ts
narrows="offers known values, narrows by event, refuses a misspelt member"
row json-schema-to-typescript "$(npm_version json-schema-to-typescript)" \
    'bundle (`--unreachableDefinitions`) or known-event; `--no-additionalProperties`' \
    "\`tsc --strict\`; $(cat wire/bodies.count) fixtures as literals (strict: $(cat strict/bodies.count)); $narrows"
row openapi-typescript "$(npm_version openapi-typescript)" \
    'openapi.json; `--default-non-nullable=false`; then `OtherText: string & {}` in place of `OtherText: string`' \
    "\`tsc --strict\`; $(cat wire/events.count) fixtures as literals (strict: $(cat strict/events.count)); $narrows"

# Python.
for kind in pydantic msgspec; do
    [ $kind = pydantic ] && model="pydantic_v2.BaseModel" flags="--extra-fields allow"
    [ $kind = msgspec ] && model="msgspec.Struct" flags="--enum-field-as-literal all"
    # shellcheck disable=SC2086 # several flags
    venv/bin/datamodel-codegen --input wire/bundle.schema.json --input-file-type jsonschema \
        --output-model-type $model --target-python-version 3.11 $flags --output models_$kind.py 2> codegen.log
    result=$(venv/bin/python models.py $kind "$fixtures")
    row "datamodel-code-generator, $kind $(pip_version $kind)" "$(pip_version datamodel-code-generator)" \
        "bundle; \`$flags\`" "no numbered class; $result"
done

# openapi-generator: the models. The clients that it makes would post the webhooks themselves.
for language in python typescript-fetch java csharp go; do
    # Else unknown members are lost, or refused.
    properties=disallowAdditionalPropertiesIfNotPresent=false
    further=
    case $language in
        java)
            properties+=,openApiNullable=false,useJakartaEe=true
            # Where one value may stand alone, it refuses an empty array.
            further=" --schema-mappings=Assistant_callForwardData=Object,Stt_languages=Object,SttFallback_languages=Object"
            ;;
        csharp)
            properties+=,targetFramework=netstandard2.0
            further=" --library=restsharp"
            ;;
        go) properties+=,enumClassPrefix=true ;;
    esac
    flags="--global-property=models,supportingFiles --additional-properties=$properties$further"
    rm -rf generated/$language
    # shellcheck disable=SC2086 # several flags
    venv/bin/openapi-generator-cli generate -g $language -i wire/openapi.json -o generated/$language $flags \
        > generator-$language.log 2>&1
    shown="\`${flags// --/\`, \`--}\`"
    case $language in
        python) result=$(venv/bin/python generated.py "$fixtures") ;;
        typescript-fetch)
            npx tsc --strict --noEmit --target es2020 --module commonjs --lib es2020,dom generated/$language/index.ts
            result="compiles under \`--strict\`"
            ;;
        java)
            sources=generated/java/src/main/java/org/openapitools/client
            # `Object` has no method to look at JSON.
            sed -i '/Object\.validateJsonElement/d' $sources/model/*.java
            javac -nowarn -d generated/java/classes -cp "$jars" -sourcepath generated/java/src/main/java \
                GsonFireBuilder.java TypeSelector.java Generated.java $sources/model/*.java 2> javac.log
            result="compiles; $(java -cp "generated/java/classes:$jars" Generated "$fixtures" 2> java.log)"
            shown+="; then delete the lines with \`Object.validateJsonElement\`"
            ;;
        csharp)
            sources=generated/csharp/src/Org.OpenAPITools
            cp "$newtonsoft" .
            # Naming strategies are younger than the Newtonsoft.Json that Debian has.
            perl -0pi -e 's/NamingStrategy = new \w+\s*\{[^}]*\}//g' $sources/Model/AbstractOpenAPISchema.cs
            mcs -langversion:experimental -nowarn:612 -out:generated.exe -r:"$(basename "$newtonsoft")" \
                -r:System.Runtime.Serialization.dll -r:System.ComponentModel.DataAnnotations.dll \
                Generated.cs $sources/Client/OpenAPIDateConverter.cs $sources/Model/*.cs
            result="compiles (mono); $(mono generated.exe "$fixtures" 2> mono.log)"
            ;;
        go)
            (cd generated/go && go build ./...)
            result="compiles"
            ;;
    esac
    row "openapi-generator, $language" "$(pip_version openapi-generator-cli)" "openapi.json; $shown" "$result"
done

# quicktype.
mkdir -p quicktype
for file in events.ts events.py events.go Events.cs events.swift events.rs Events.kotlin; do
    npx quicktype -s schema wire/known-event.schema.json --top-level KnownEvent -l "${file##*.}" -o quicktype/$file 2> quicktype.log
done
npx tsc --strict --noEmit --skipLibCheck --target es2020 quicktype/events.ts
row quicktype "$(npm_version quicktype)" "known-event" \
    "generates TypeScript (compiles), Python, Go, C#, Swift, Rust and Kotlin; open sets become plain texts"

# Rust, if the tool is there: cargo install cargo-typify
if cargo typify --version > /dev/null 2>&1; then
    mkdir -p typify
    for payload in known-event server-message-request campaign-event workflow-event; do
        cargo typify wire/$payload.schema.json -o typify/$payload.rs
    done
    for profile in wire strict; do
        if cargo typify $profile/bundle.schema.json -o typify/$profile.rs 2> typify.log; then
            echo "typify knows \`if\` now: say so" >&2
            exit 1
        fi
        grep -q 'not implemented: if/then/else schemas are not supported' typify.log
        node without-if.mjs $profile/bundle.schema.json typify/$profile.schema.json
        cargo typify typify/$profile.schema.json -o typify/$profile.rs
    done
    row typify "$(cargo typify --version | sed 's/.* //')" "known-event and the families, wire" "generates"
    row typify "$(cargo typify --version | sed 's/.* //')" "bundle, wire and strict" \
        "panics: \`if/then/else schemas are not supported\`; generates from either without its \`if\`, \`then\`, \`else\`"
fi

# Documents and editors.
node pages.mjs wire
for tool in redoc swagger-ui-dist @scalar/api-reference; do
    row "$tool" "$(npm_version $tool)" "openapi.json, in Chromium" "all 13 events by name, no warning"
done
result=$(node editor.mjs strict/assistant-server.schema.json)
row vscode-json-languageservice "$(npm_version vscode-json-languageservice)" "strict/assistant-server" "$result"
"$fixtures/../../examples/archive/downstream.sh" "$work" # the tables and rows of an archive
