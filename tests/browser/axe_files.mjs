// SPDX-License-Identifier: Apache-2.0
// Opens pages that stand in files, in a real browser with the network off: axe finds nothing, nothing is wider than the
// window, the console stays silent. usage: node axe_files.mjs FILE…
// Ends with 1 and says what is not as it should be.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const faults = [];
for (const [width, colorScheme] of [[1440, "light"], [820, "dark"], [390, "light"]]) {
  const context = await browser.newContext({ offline: true, viewport: { width, height: 1000 }, colorScheme });
  const tab = await context.newPage();
  tab.on("console", (line) => { if (line.type() === "error") faults.push(line.text()); });
  for (const file of process.argv.slice(2)) {
    const look = `${basename(file)} (${width}, ${colorScheme})`;
    await tab.goto(pathToFileURL(resolve(file)).href);
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate(() => globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    for (const one of violations) faults.push(`${look}: ${one.id}: ${one.help}: ${one.nodes[0].html.slice(0, 160)}`);
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) faults.push(`${look}: ${wider} pixels wider than the window`);
  }
  await context.close();
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
