// SPDX-License-Identifier: Apache-2.0
// Follows the links that a person meets, to one page of each route, in a real browser: axe finds nothing, nothing is
// wider than a large screen, a tablet or a telephone, the console stays silent.
// usage: node every_page.mjs SITE --account NAME --password WORDS --routes FILE --seen FILE [--locale TAG] [--dark]
//   [--pictures DIR]
// FILE of routes: a pattern a line, `/processes/{process}`. Those that were met are added to FILE of seen ones.
// Ends with 1 and says what is not as it should be.
import { appendFileSync, readFileSync } from "node:fs";
import { asked_for, conclude, expect, fits, meets_no_obstacle, new_window, picture, sign_in } from "./chromium.mjs";

const { words: [site], wanted } = asked_for(["account", "password", "routes", "seen", "locale", "pictures"], ["dark"]);
const { locale = "fr-FR" } = wanted;
const widths = [1440, 820, 390];

// Literal parts before parameters, as the server chooses.
const routes = readFileSync(wanted.routes, "utf8").split("\n").filter(Boolean)
  .map((pattern) => ({ pattern, form: new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/\{[^}]*\}/g, "[^/]+")}$`), met: false }))
  .sort((one, other) => (one.pattern.match(/\{/g) ?? []).length - (other.pattern.match(/\{/g) ?? []).length);
const route_of = (path) => routes.find(({ form }) => form.test(path.split(/[?#]/)[0]));

// A page in the tab; false where the address is a file's, or a document's that runs no script (axe_files.mjs knows them).
async function open(tab, path) {
  const answer = await tab.context().request.get(site + path);
  expect(answer.ok(), `${path}: ${answer.status()}`);
  const { "content-type": type, "content-disposition": file, "content-security-policy": policy = "" } = answer.headers();
  if (!answer.ok() || !type.startsWith("text/html") || file || policy.includes("sandbox")) return false;
  await tab.goto(site + path);
  return true;
}

async function look(tab, name, file) {
  await meets_no_obstacle(tab, name);
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 900 });
    await fits(tab, `${name} (${width})`);
    await picture(tab, wanted.pictures, `${file}_${width}`);
  }
}

await conclude(async () => {
  const tab = await new_window({ locale, colorScheme: wanted.dark ? "dark" : "light" });
  await sign_in(tab, site, wanted.account, wanted.password);
  const waiting = ["/"], known = new Set(waiting);
  while (waiting.length > 0) {
    const path = waiting.shift();
    const route = route_of(path);
    expect(route, `${path} is no route`);
    if (!route || route.met) continue;
    route.met = true;
    appendFileSync(wanted.seen, `${route.pattern}\n`);
    if (!await open(tab, path)) continue;
    const file = `${wanted.account}${path.replace(/[^a-z0-9]+/gi, "_")}_${locale.slice(0, 2)}${wanted.dark ? "_dark" : ""}`;
    await look(tab, `${path} (${wanted.account}, ${locale})`, file);
    const links = await tab.locator("a[href^='/'], img[src^='/processes']")
      .evaluateAll((all) => all.map((one) => (one.getAttribute("href") ?? one.getAttribute("src")).split("#")[0]));
    for (const link of links) if (!known.has(link)) { known.add(link); waiting.push(link); }
  }
});
