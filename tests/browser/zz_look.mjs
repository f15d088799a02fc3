import { chromium } from "playwright-core";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
const [site, account, out, width, scheme, locale, ...paths] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const context = await browser.newContext({ locale, colorScheme: scheme, viewport: { width: Number(width), height: 900 } });
const tab = await context.newPage();
tab.on("console", (line) => { if (line.type() === "error") console.log(tab.url(), line.text()); });
await tab.goto(`${site}/sign-in`);
await tab.fill("[name=account]", account);
await tab.fill("[name=password]", "the river runs below");
await Promise.all([tab.waitForURL(`${site}/`), tab.keyboard.press("Enter")]);
for (const path of paths) {
  const answer = await tab.goto(site + path);
  if (answer.status() !== 200) { console.log(path, answer.status()); }
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const one of violations) console.log(path, one.id, one.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(" | "));
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) console.log(path, wider, "wider");
  await tab.screenshot({ path: `${out}/${path.replace(/[^a-z0-9]+/gi, "_")}_${width}_${scheme}.png`, fullPage: true });
}
await browser.close();
