// Shows the OpenAPI document in Redoc, Swagger UI and Scalar, and the reference page, in a headless Chromium, and
// checks the text that people see. Leaves screenshots beside the documents.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import puppeteer from "puppeteer-core";

const [folder] = process.argv.slice(2);
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const modules = path.resolve("node_modules");
const openapi = JSON.parse(fs.readFileSync(path.join(folder, "openapi.json"), "utf8"));
const events = Object.keys(openapi.webhooks);

const head = '<!doctype html><html lang="en"><head><meta charset="utf-8">';
const pages = {
  "/redoc.html": `${head}</head><body><div id="r"></div><script src="/m/redoc/bundles/redoc.standalone.js"></script>
    <script>Redoc.init("/openapi.json", { expandSingleSchemaField: true, schemasExpansionLevel: 4 },
      document.getElementById("r"))</script></body></html>`,
  "/swagger.html": `${head}<link rel="stylesheet" href="/m/swagger-ui-dist/swagger-ui.css"></head><body><div id="r"></div>
    <script src="/m/swagger-ui-dist/swagger-ui-bundle.js"></script>
    <script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#r" })</script></body></html>`,
  "/scalar.html": `${head}</head><body><div id="r"></div>
    <script src="/m/@scalar/api-reference/dist/browser/standalone.js"></script>
    <script>Scalar.createApiReference("#r", { url: "/openapi.json", withDefaultFonts: false, defaultOpenAllTags: true,
      telemetry: false })</script></body></html>`,
};
const kinds = { ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".json": "application/json",
  ".html": "text/html; charset=utf-8" };
const server = http.createServer((request, response) => {
  const at = request.url.split("?")[0];
  response.setHeader("content-type", kinds[path.extname(at)] ?? "text/plain");
  if (pages[at]) return response.end(pages[at]);
  const file = at.startsWith("/m/") ? path.join(modules, at.slice(3)) : path.join(folder, at);
  fs.readFile(file, (error, bytes) => { if (error) response.statusCode = 404; response.end(bytes); });
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const wrong = [];
const check = (holds, what) => { if (!holds) wrong.push(what); };

async function open(page, { width = 1400, height = 1000, dark = false } = {}) {
  const tab = await browser.newPage();
  const outside = [];
  tab.on("pageerror", (error) => wrong.push(`${page}: ${error.message}`));
  tab.on("request", (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) outside.push(request.url()); });
  await tab.setViewport({ width, height });
  if (dark) await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await tab.goto(origin + page, { waitUntil: "load", timeout: 120_000 });
  return { tab, outside };
}
const text = (tab) => tab.evaluate(() => document.body.innerText);
const settle = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

for (const page of Object.keys(pages)) {
  const { tab } = await open(page);
  await tab.waitForFunction((event) => document.body.innerText.includes(event), { timeout: 60_000 }, events[0]);
  await settle(3_000);
  const shown = await text(tab);
  for (const event of events) check(shown.includes(event), `${page}: ${event} is not shown`);
  check(!/warning|resolver error|unable to render|structural error/i.test(shown), `${page}: a warning`);
  check(await tab.evaluate(() => !document.querySelector(".errors-wrapper")), `${page}: a box of errors`);
  if (page === "/redoc.html") {
    for (const member of ["assistantServer", "secret", "headers"]) {
      check(shown.includes(member), `${page}: ${member} is not shown`);
    }
    check(!/\((\w+) \(\1 \(/.test(shown), `${page}: a type is named within itself`);
  }
  await tab.screenshot({ path: path.join(folder, `${path.basename(page, ".html")}.png`) });
  console.log(`${page}: ${events.filter((event) => shown.includes(event)).length} of ${events.length} events by name`);
}

for (const [name, size] of [["wide", {}], ["narrow", { width: 390, height: 844 }], ["dark", { dark: true }]]) {
  const { tab, outside } = await open("/index.html", size);
  const shown = await text(tab);
  for (const event of events) check(shown.includes(event), `index.html, ${name}: ${event} is not shown`);
  check(outside.length === 0, `index.html asks for ${outside}`);
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(over <= 0, `index.html, ${name}: ${over} pixels too wide`);
  await tab.keyboard.press("Tab");
  check((await tab.evaluate(() => document.activeElement.className)) === "skip", `index.html, ${name}: no way past the contents`);
  const cut = await tab.$$eval(".scroll", (boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length);
  check(cut === 0, `index.html, ${name}: ${cut} matrices are wider than the page`);
  await tab.keyboard.press("/");
  await tab.keyboard.type("billed time");
  const hits = await tab.$eval("#hits", (hits) => hits.textContent);
  check(hits === "1 entry", `index.html, ${name}: the search finds ${hits}`);
  check(!(await tab.$eval("main", (main) => main.innerText)).includes("Known values"), `index.html, ${name}: an empty part is shown`);
  await tab.keyboard.press("Escape");
  check((await tab.$eval("#hits", (hits) => hits.textContent)) === "", `index.html, ${name}: Escape ends no search`);
  await tab.goto(`${origin}/index.html#message.call.cost.totalCost`);
  const top = await tab.$eval(":target", (row) => row.getBoundingClientRect().top);
  check(top >= 0 && top < (size.height ?? 1000), `index.html, ${name}: a deep link leads to ${top}`);
  await tab.screenshot({ path: path.join(folder, `index-${name}.png`) });
}
await browser.close();
server.close();
if (wrong.length) { console.error(wrong.join("\n")); process.exit(1); }
console.log("the reference page: found, read and linked to, wide, narrow and dark");
