// Writes the fixtures as literals of the generated types; `satisfies` makes the compiler look at each.
import fs from "node:fs";
import { eventType, families, fixtures } from "./fixtures.mjs";

const [folder, kind, profile, out] = process.argv.slice(2);
const isOpenApi = kind === "openapi";
const typeOf = ({ event, family }) =>
  isOpenApi ? `components["schemas"]["${eventType(event)}"]` : `T.${families[family]}`;
// Members of older docs are in no event of today.
const older = /\/status-in-/;
const lines = [isOpenApi ? 'import type { components } from "./openapi";' : 'import type * as T from "./bundle";'];
let count = 0;
for (const fixture of fixtures(folder)) {
  if (fixture.family === "config") continue;
  // Unknown members are refused in a literal, as a misspelt one should be.
  if (/^unknown\/|\/unknown-[^/]*$/.test(fixture.name)) continue;
  if (isOpenApi && older.test(fixture.name)) continue;
  // OpenAPI has the known events only.
  if (isOpenApi && /unknown-event|untyped/.test(fixture.event)) continue;
  // What the strict profile refuses by design.
  if (profile === "strict" && /\/(invalid-|odd-|call-forward-array-of-text|unknown-event)/.test(fixture.name)) continue;
  lines.push(`// ${fixture.name}`, `(${fixture.text.trim()}) satisfies ${typeOf(fixture)};`);
  count += 1;
}
fs.writeFileSync(out, lines.join("\n") + "\nexport {};\n");
console.log(count);
