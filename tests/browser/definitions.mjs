// SPDX-License-Identifier: Apache-2.0
// Somebody edits the sheet of a process in a real browser, sees what that means and hands it in; somebody else puts
// it in force; then a threshold is tried with a slider. Once in each language, the first time without script.
// usage: node definitions.mjs SITE --editor NAME --approver NAME --password WORDS [--pictures DIR]
// Ends with 1 and says what is not as it should be.
import { asked_for, conclude, expect, new_window, picture, sign_in } from "./chromium.mjs";

const { words: [site], wanted } = asked_for(["editor", "approver", "password", "pictures"]);
const words = {
  "fr-FR": { processes: "Processus", process: "Payer l’ensemble des prestations", draft: "Brouillon", objectives: "Objectifs", save: "Enregistrer le brouillon", handIn: "Remettre ce brouillon", accept: "Mettre en vigueur", due: "30/06/2027", version: "Version 2", system: "Système qualité", plugins: "Modules", compare: "Comparer", changed: "Ce qui changerait" },
  "en-GB": { processes: "Processes", process: "Pay all benefits", draft: "Draft", objectives: "Objectives", save: "Save the draft", handIn: "Hand this draft in", accept: "Put in force", due: "31 Jul 2027", version: "Version 3", system: "Quality system", plugins: "Plugins", compare: "Compare", changed: "What would change" },
};

async function somebody(account, locale, javaScriptEnabled) {
  // A form that is answered with what is wrong in it is an error to the console.
  const tab = await new_window({ javaScriptEnabled, locale }, [/status of 422/]);
  await sign_in(tab, site, account, wanted.password);
  return tab;
}

const claim = async (what, holds) => expect(await holds, what);
const shot = (tab, name) => picture(tab, wanted.pictures, name);

async function edit(locale, due) {
  const said = words[locale];
  const tab = await somebody(wanted.editor, locale, false);
  await tab.getByRole("link", { name: said.processes, exact: true }).first().click();
  await tab.getByRole("main").getByRole("link", { name: said.process, exact: true }).click();
  await tab.getByRole("main").getByRole("link", { name: said.draft, exact: true }).click();
  await tab.getByRole("main").getByRole("link", { name: said.objectives, exact: true }).click();
  await tab.locator("details.fold > summary").first().click();
  const field = tab.locator("[name='objectives.0.due']");
  await field.fill("");
  await tab.getByRole("button", { name: said.save }).click();
  await claim(`${locale}: what is missing is told at its field`, tab.locator("[name='objectives.0.due'][aria-invalid=true]").isVisible());
  await shot(tab, `faults_${locale}`);
  await field.fill(due);
  await tab.getByRole("button", { name: said.save }).click();
  await claim(`${locale}: the draft says what it changes`, tab.locator(".meant", { hasText: said.due }).isVisible());
  await shot(tab, `draft_${locale}`);
  await tab.getByRole("button", { name: said.handIn }).click();
  await claim(`${locale}: nobody accepts what they handed in`, tab.getByRole("button", { name: said.accept }).isHidden());
  const place = new URL(tab.url()).pathname;
  await tab.context().close();
  return place;
}

async function accept(locale, place, from) {
  const said = words[locale];
  const tab = await somebody(wanted.approver, locale, false);
  await tab.goto(site + place);
  await claim(`${locale}: the approver sees what changes`, tab.locator(".meant", { hasText: said.due }).isVisible());
  await tab.fill("[name=from]", from);
  await tab.fill("[name=reason]", "Revue du trimestre");
  await shot(tab, `accept_${locale}`);
  await tab.getByRole("button", { name: said.accept }).click();
  await claim(`${locale}: the acceptance is confirmed`, tab.locator("[role=status]").isVisible());
  await tab.goto(site + place.replace(/\/\d+$/, ""));
  await claim(`${locale}: the version is in the history`, tab.getByRole("row", { name: new RegExp(said.version) }).getByText("Revue du trimestre").isVisible());
  await shot(tab, `versions_${locale}`);
  await tab.context().close();
}

async function replay(locale) {
  const said = words[locale];
  const tab = await somebody(wanted.editor, locale, true);
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
  await claim(`${locale}: the slider shows its value`, shown === await slider.inputValue());
  await tab.getByRole("heading", { name: said.changed }).waitFor({ timeout: 20_000 });
  await claim(`${locale}: the address says what is tried`, tab.url().includes(`set.threshold=${shown}`));
  await claim(`${locale}: both sides are counted`, (async () => await tab.locator("#replay-result thead th.number").count() === 2)());
  await shot(tab, `replay_${locale}`);
  await tab.context().close();
}

await conclude(async () => {
  await accept("fr-FR", await edit("fr-FR", "2027-06-30"), "2026-11-01");
  await accept("en-GB", await edit("en-GB", "2027-07-31"), "2026-12-01");
  await replay("fr-FR");
  await replay("en-GB");
});
