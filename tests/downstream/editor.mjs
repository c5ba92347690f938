// The strict schema of a server's configuration in the language service of VS Code.
import assert from "node:assert";
import fs from "node:fs";
import languageService from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languageService;

const schema = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: "s://strict", fileMatch: ["*"], schema }] });
async function at(text, marked) {
  const place = text.indexOf(marked) + marked.length;
  const document = TextDocument.create("file:///server.json", "json", 1, text);
  const parsed = service.parseJSONDocument(document);
  const position = document.positionAt(place);
  return {
    complete: await service.doComplete(document, position, parsed),
    hover: await service.doHover(document, document.positionAt(place - 1), parsed),
    errors: await service.doValidation(document, parsed),
  };
}

const hover = (await at('{"timeoutSeconds": 5}', '"timeoutSec')).hover.contents.join("\n");
assert(hover.includes("in seconds") && !hover.includes("\\`"), hover);
const secret = (await at('{"secret": "x"}', '"secr')).hover.contents.join("\n");
assert(secret.includes("`x-interactly-secret`"), secret);

const names = (await at("{ }", "{ ")).complete.items;
const timeout = names.find((item) => item.label === "timeoutSeconds");
assert(timeout.textEdit.newText.includes("20"), timeout.textEdit.newText);

const values = (await at('{"messages": [ ]}', "[ ")).complete.items;
const hang = values.find((item) => item.label === '"hang"');
assert(values.length >= 5 && /silent/.test(JSON.stringify(hang.documentation)), JSON.stringify(hang));
assert(JSON.stringify(hang.documentation).length < 200, "its own meaning alone");

const errors = (await at('{"enabled": true, "url": "https://example.com", "mesages": ["hang"]}', "{")).errors;
assert(errors.some((error) => /mesages/.test(error.message)), JSON.stringify(errors));
const sound = (await at('{"enabled": true, "url": "https://example.com", "messages": ["hang"]}', "{")).errors;
assert.deepStrictEqual(sound, []);
console.log("hover, completion, inserted default, a misspelt member");
