// SPDX-License-Identifier: Apache-2.0
// Opens the page of an evidence pack as an auditor would: in a real browser, with the network off, and follows each of
// its links. usage: node evidence_pack.mjs FOLDER [--picture FILE]
// Ends with 1 at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { asked_for, conclude, new_window, schemes_of } from "./chromium.mjs";

const { words: [folder], wanted } = asked_for(["picture"]);

async function go_through(tab) {
  for (const step of ["method", "result", "conclusion", "action", "proof"]) {
    await tab.locator(`nav a[href="#${step}"]`).click();
    assert.ok(await tab.locator(`section#${step} h2`).isVisible(), step);
  }
  const linked = new Set();
  for (const link of await tab.locator("a").all()) {
    const target = new URL(await link.getAttribute("href"), tab.url());
    if (!target.hash) linked.add(fileURLToPath(target));
  }
  for (const file of linked) assert.ok(existsSync(file), `${file} is there`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
  const itself = ["index.html", "key.pem", "SHA256SUMS.sig"].map((name) => join(folder, name));
  assert.deepEqual(files.filter((file) => !linked.has(file) && !itself.includes(file)), [], "the page leads to every file");
  if (wanted.picture) await tab.screenshot({ path: wanted.picture, fullPage: true });

  await tab.locator("section#method a[href$='sheet.html']").first().click();
  assert.ok(await tab.locator("h1").isVisible(), "a page of the pack opens");
}

await conclude(async () => {
  const tab = await new_window({ javaScriptEnabled: false, offline: true, viewport: { width: 1100, height: 1400 } });
  const asked = schemes_of(tab);
  await tab.goto(pathToFileURL(join(folder, "index.html")).href);
  await go_through(tab);
  assert.deepEqual([...asked].filter((scheme) => !["file", "data"].includes(scheme)), [], "it asks no network");
});
