// The same as verdicts.py, by ajv with its default options. Of the keywords that the standard does not know
// it is told; `KEYWORDS` of the crate's module `schema` has them.
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";
import { fixtures } from "./fixtures.mjs";

const [folder, schemas] = process.argv.slice(2);
const keywords = ["x-phi", "x-secret", "tsType", "markdownDescription", "enumDescriptions"];
const bodies = fixtures(folder).map(({ name, text }) => [name, JSON.parse(text)]);
console.warn = (message) => { throw new Error(message); };
for (const profile of ["wire", "strict"]) {
  for (const file of fs.readdirSync(path.join(schemas, profile)).filter((file) => file.endsWith(".schema.json"))) {
    const ajv = new Ajv.default();
    ajv.addVocabulary(keywords);
    const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, profile, file), "utf8")));
    for (const [name, body] of bodies) {
      console.log(profile, file, name, validate(body) ? "accepts" : "refuses");
    }
  }
}
