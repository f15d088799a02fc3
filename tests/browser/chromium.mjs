// SPDX-License-Identifier: Apache-2.0
// Chromium as these tests drive it: what they are asked for, windows of which no complaint is lost, coming in, looking
// at a page for obstacles, and the end with what was found.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// None of these rules reads style sheets, which axe would fetch once more.
const what_axe_looks_for = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"], preload: false,
};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const faults = [];

// The words of the command line and its options: those with a value, then those that are given or not.
export function asked_for(names, given_or_not = []) {
  const options = Object.fromEntries([...names.map((name) => [name, { type: "string" }]), ...given_or_not.map((name) => [name, { type: "boolean" }])]);
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  return { words: positionals, wanted: values };
}

export function expect(holds, what) {
  if (!holds) faults.push(what);
}

// What its scripts and its console complain about is a fault; not what a pattern among `meant` says, as of a form that
// is answered with what is wrong in it.
export function watched(tab, meant = []) {
  const unless_meant = (words) => expect(meant.some((pattern) => pattern.test(words)), `${tab.url()}: ${words}`);
  tab.on("pageerror", (fault) => unless_meant(fault.message));
  tab.on("console", (line) => { if (line.type() === "error") unless_meant(line.text()); });
  return tab;
}

// A tab of its own, as of another person at another machine.
export async function new_window(settings = {}, meant = []) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...settings });
  return watched(await context.newPage(), meant);
}

export async function sign_in(tab, site, account, password) {
  await tab.goto(`${site}/sign-in`);
  await tab.fill("[name=account]", account);
  await tab.fill("[name=password]", password);
  await Promise.all([tab.waitForURL(`${site}/`), tab.keyboard.press("Enter")]);
}

// The schemes of whatever the tab asks for from now on: `file`, `data`.
export function schemes_of(tab, schemes = new Set()) {
  tab.on("request", (request) => schemes.add(request.url().split(":")[0]));
  return schemes;
}

// Axe finds nothing on the page as it stands.
export async function meets_no_obstacle(tab, name) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate((asked) => globalThis.axe.run(document, asked), what_axe_looks_for);
  for (const one of violations) {
    const places = one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
    faults.push(`${name}: ${one.id}: ${one.help}: ${places.join(" | ")}`);
  }
}

// Nothing is wider than the window.
export async function fits(tab, name) {
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider <= 0, `${name}: ${wider} pixels wider than the window`);
}

// Of the whole page, where a folder for pictures was asked for.
export async function picture(tab, folder, name) {
  if (folder) await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

// In one line, with the line of the test.
function told(fault) {
  const line = fault.stack?.split("\n").filter((one) => one.includes("file://")).at(-1)?.trim() ?? "";
  return `${String(fault.message ?? fault).replace(/\s+/g, " ")} ${line}`;
}

// Walks, then ends: with 1 where something is not as it should be, which it says, each fault once.
export async function conclude(walk) {
  try {
    await walk();
  } catch (fault) {
    faults.push(told(fault));
  }
  await browser.close();
  for (const fault of new Set(faults)) console.log(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
