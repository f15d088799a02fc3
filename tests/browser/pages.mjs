// SPDX-License-Identifier: Apache-2.0
// Walks the pages of a served workspace in a real browser: axe finds nothing, nothing is wider than the window, the
// console stays silent, and a controller clears a file by keyboard alone.
// usage: node pages.mjs SITE --account NAME --password WORDS [--decide] [--pictures DIR] PATH…
// Ends with 1 and says what is not as it should be.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { positionals: [site, ...paths], values: wanted } = parseArgs({
  allowPositionals: true,
  options: { account: { type: "string" }, password: { type: "string" }, decide: { type: "boolean" }, pictures: { type: "string" } },
});
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
if (wanted.pictures) mkdirSync(wanted.pictures, { recursive: true });

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });

// Keys alone: on to the control that this finds, then what `key` does there.
async function by_keyboard(tab, selector, key) {
  for (let presses = 0; presses < 80; ++presses) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate((sought) => document.activeElement?.matches(sought) ?? false, selector)) {
      if (key) await tab.keyboard.press(key);
      return;
    }
  }
  throw new Error(`the keyboard does not lead to ${selector} on ${tab.url()}`);
}

async function come_in(tab) {
  await tab.goto(`${site}/sign-in`);
  await by_keyboard(tab, "[name=account]");
  await tab.keyboard.type(wanted.account);
  await by_keyboard(tab, "[name=password]");
  await tab.keyboard.type(wanted.password);
  await Promise.all([tab.waitForURL(`${site}/`), tab.keyboard.press("Enter")]);
}

async function look_at(tab, path, look) {
  const answer = await tab.goto(site + path);
  if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`);
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  for (const one of violations)
    faults.push(`${path} (${look}): ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) faults.push(`${path} (${look}): ${wider} pixels wider than the window`);
  if (wanted.pictures)
    await tab.screenshot({ path: join(wanted.pictures, `${path.replace(/[^a-z0-9]+/gi, "_")}_${look}.png`), fullPage: true });
}

async function decide(tab) {
  await tab.goto(`${site}/worklist`);
  await by_keyboard(tab, "tbody a", "ArrowDown");
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("ArrowUp");
  if (!await tab.evaluate(() => document.activeElement.matches("tr:nth-child(2) a"))) faults.push("arrows do not lead from file to file");
  await tab.keyboard.press("Enter");
  await tab.waitForURL("**/worklist/F-*");
  const first = tab.url();
  await by_keyboard(tab, "[name=all]", "Space");
  await Promise.all([tab.waitForURL("**done=decided"), tab.keyboard.press("Control+Enter")]);
  if (tab.url().startsWith(first)) faults.push("the next file is the same one");
  if (!await tab.locator("[role=status]").isVisible()) faults.push("nothing says that the decision is kept");
}

for (const [locale, width, colorScheme] of [["fr-FR", 1440, "light"], ["en-GB", 820, "light"], ["fr-FR", 390, "light"], ["en-GB", 1440, "dark"]]) {
  const context = await browser.newContext({ javaScriptEnabled: true, locale, colorScheme, viewport: { width, height: 900 } });
  const tab = await context.newPage();
  tab.on("console", (line) => { if (line.type() === "error") faults.push(`${tab.url()}: ${line.text()}`); });
  const look = `${locale.slice(0, 2)}_${width}_${colorScheme}`;
  for (const path of ["/sign-in", "/invitation"]) await look_at(tab, path, look);
  await come_in(tab);
  for (const path of paths) await look_at(tab, path, look);
  if (wanted.decide) await decide(tab);
  await context.close();
}
await browser.close();
for (const fault of new Set(faults)) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
