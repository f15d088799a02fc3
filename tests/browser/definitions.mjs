// SPDX-License-Identifier: Apache-2.0
// Somebody edits the sheet of a process in a real browser, sees what that means and hands it in; somebody else puts
// it in force; then a threshold is tried with a slider. Once in each language, the first time without script.
// usage: node definitions.mjs SITE --editor NAME --approver NAME --password WORDS [--pictures DIR]
// Ends with 1 and says what is not as it should be.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { positionals: [site], values: wanted } = parseArgs({
  allowPositionals: true,
  options: { editor: { type: "string" }, approver: { type: "string" }, password: { type: "string" }, pictures: { type: "string" } },
});
const words = {
  "fr-FR": { processes: "Processus", process: "Payer l’ensemble des prestations", draft: "Brouillon", objectives: "Objectifs", save: "Enregistrer le brouillon", handIn: "Remettre ce brouillon", accept: "Mettre en vigueur", due: "30/06/2027", version: "Version 2", system: "Système qualité", plugins: "Modules", compare: "Comparer", changed: "Ce qui changerait" },
  "en-GB": { processes: "Processes", process: "Pay all benefits", draft: "Draft", objectives: "Objectives", save: "Save the draft", handIn: "Hand this draft in", accept: "Put in force", due: "31 Jul 2027", version: "Version 3", system: "Quality system", plugins: "Plugins", compare: "Compare", changed: "What would change" },
};
const faults = [];
if (wanted.pictures) mkdirSync(wanted.pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });

async function come_in(tab, account) {
  await tab.goto(`${site}/sign-in`);
  await tab.fill("[name=account]", account);
  await tab.fill("[name=password]", wanted.password);
  await Promise.all([tab.waitForURL(`${site}/`), tab.keyboard.press("Enter")]);
}

async function somebody(account, locale, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, locale, viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  // A form that is answered with what is wrong in it is an error to the console, and meant here.
  const is_meant = (line) => line.text().includes("status of 422");
  tab.on("console", (line) => { if (line.type() === "error" && !is_meant(line)) faults.push(`${tab.url()}: ${line.text()}`); });
  await come_in(tab, account);
  return { context, tab };
}

async function picture(tab, name) {
  if (wanted.pictures) await tab.screenshot({ path: join(wanted.pictures, `${name}.png`), fullPage: true });
}

async function expect(what, holds) {
  if (!await holds) faults.push(what);
}

async function edit(locale, due) {
  const said = words[locale];
  const { context, tab } = await somebody(wanted.editor, locale, false);
  await tab.getByRole("link", { name: said.processes, exact: true }).first().click();
  await tab.getByRole("main").getByRole("link", { name: said.process, exact: true }).click();
  await tab.getByRole("main").getByRole("link", { name: said.draft, exact: true }).click();
  await tab.getByRole("main").getByRole("link", { name: said.objectives, exact: true }).click();
  await tab.locator("details.fold > summary").first().click();
  const field = tab.locator("[name='objectives.0.due']");
  await field.fill("");
  await tab.getByRole("button", { name: said.save }).click();
  await expect(`${locale}: what is missing is told at its field`, tab.locator("[name='objectives.0.due'][aria-invalid=true]").isVisible());
  await picture(tab, `faults_${locale}`);
  await field.fill(due);
  await tab.getByRole("button", { name: said.save }).click();
  await expect(`${locale}: the draft says what it changes`, tab.locator(".meant", { hasText: said.due }).isVisible());
  await picture(tab, `draft_${locale}`);
  await tab.getByRole("button", { name: said.handIn }).click();
  await expect(`${locale}: nobody accepts what they handed in`, tab.getByRole("button", { name: said.accept }).isHidden());
  const place = new URL(tab.url()).pathname;
  await context.close();
  return place;
}

async function accept(locale, place, from) {
  const said = words[locale];
  const { context, tab } = await somebody(wanted.approver, locale, false);
  await tab.goto(site + place);
  await expect(`${locale}: the approver sees what changes`, tab.locator(".meant", { hasText: said.due }).isVisible());
  await tab.fill("[name=from]", from);
  await tab.fill("[name=reason]", "Revue du trimestre");
  await picture(tab, `accept_${locale}`);
  await tab.getByRole("button", { name: said.accept }).click();
  await expect(`${locale}: the acceptance is confirmed`, tab.locator("[role=status]").isVisible());
  await tab.goto(site + place.replace(/\/\d+$/, ""));
  await expect(`${locale}: the version is in the history`, tab.getByRole("row", { name: new RegExp(said.version) }).getByText("Revue du trimestre").isVisible());
  await picture(tab, `versions_${locale}`);
  await context.close();
}

async function replay(locale) {
  const said = words[locale];
  const { context, tab } = await somebody(wanted.editor, locale, true);
  await tab.getByRole("link", { name: said.system, exact: true }).click();
  await tab.getByRole("link", { name: said.plugins, exact: true }).first().click();
  await tab.locator("a[href='/plugins/claims']").click();
  await tab.locator("details.fold > summary").first().click();
  await tab.locator("a[href^='/plugins/claims/controls/']").first().click();
  await tab.goto(`${site}/plugins/claims/controls/over-threshold`);
  const slider = tab.locator("input[type=range]").first();
  await slider.focus();
  for (let presses = 0; presses < 8; ++presses) await tab.keyboard.press("ArrowLeft");
  const shown = await tab.locator("[data-replay] [name='set.threshold']").inputValue();
  await expect(`${locale}: the slider shows its value`, shown === await slider.inputValue());
  await tab.getByRole("heading", { name: said.changed }).waitFor({ timeout: 20_000 });
  await expect(`${locale}: the address says what is tried`, tab.url().includes(`set.threshold=${shown}`));
  await expect(`${locale}: both sides are counted`, (async () => await tab.locator("#replay-result thead th.number").count() === 2)());
  await picture(tab, `replay_${locale}`);
  await context.close();
}

await accept("fr-FR", await edit("fr-FR", "2027-06-30"), "2026-11-01");
await accept("en-GB", await edit("en-GB", "2027-07-31"), "2026-12-01");
await replay("fr-FR");
await replay("en-GB");
await browser.close();
for (const fault of new Set(faults)) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
