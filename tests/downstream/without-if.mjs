// Writes a schema anew without its conditions, for tools that do not know them.
import fs from "node:fs";

const [from, to] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(from, "utf8"), (_, value) => {
  if (value && typeof value === "object") for (const keyword of ["if", "then", "else"]) delete value[keyword];
  return value;
});
fs.writeFileSync(to, JSON.stringify(schema));
