// SPDX-License-Identifier: Apache-2.0
// The three main tasks by keyboard alone, from the start page: a controller clears a file, the pilot leads a quarter to
// its signed review, an auditor answers a checklist. Nothing here clicks or fills in.
// usage: node by_keyboard.mjs SITE files|review|checklist --account NAME --password WORDS --locale TAG
//        [--width PIXELS] [--audit NUMBER --item ITEM of its checklist] [--pictures DIR]
// Ends with 1 and says what is not as it should be.
import assert from "node:assert/strict";
import { asked_for, conclude, expect, new_window, picture } from "./chromium.mjs";
import { press_at, sign_in_by_keyboard, skip, tab_to, type_at } from "./keyboard.mjs";

const { words: [site, task], wanted } = asked_for(["account", "password", "locale", "width", "audit", "item", "pictures"]);
const place_of = (tab) => new URL(tab.url()).pathname;
// What came of a step is said above the page.
const said = async (tab) => assert.ok(await tab.locator("main .done[role=status]").isVisible(), `${tab.url()} says nothing of what was done`);
// Where the focus is, as somebody sees it who looks over the shoulder.
const seen = (tab, name) => picture(tab, wanted.pictures, `${name}_${wanted.locale.slice(0, 2)}`);

async function clear_a_file(tab) {
  await press_at(tab, "nav.ways a[href='/worklist']", "Enter", "**/worklist");
  await skip(tab);
  await press_at(tab, "tbody a", "ArrowDown");
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("ArrowUp");
  expect(await tab.evaluate(() => document.activeElement.matches("tr:nth-child(2) a")), "arrows do not lead from file to file");
  await Promise.all([tab.waitForURL("**/worklist/F-*"), tab.keyboard.press("Enter")]);
  const first = place_of(tab);
  await skip(tab);
  await press_at(tab, "[name=all]", "Space");
  await Promise.all([tab.waitForURL("**done=decided"), tab.keyboard.press("Control+Enter")]);
  assert.notEqual(place_of(tab), first, "the next file is the same one");
  await said(tab);
}

// What awaits the pilot on the start page: figures that nothing measures, one after the other, then the review.
async function record_figures(tab) {
  while (await tab.locator(".due a[href^='/indicators/']").count() > 0) {
    await skip(tab);
    await press_at(tab, ".due a[href^='/indicators/']", "Enter", "**/indicators/**");
    await tab_to(tab, "form[action$='/record'] [name=numerator]");
    await seen(tab, "figure");
    await tab.keyboard.type("19");
    await type_at(tab, "[name=denominator]", "20");
    await type_at(tab, "[name=comment]", "Relevé du service");
    await press_at(tab, "form[action$='/record'] button", "Enter", "**done=recorded");
    await said(tab);
    await press_at(tab, "nav.ways a[href='/']", "Enter", `${site}/`);
  }
}

async function prepare(tab) {
  await skip(tab);
  await press_at(tab, ".due a[href^='/reviews/']", "Enter", "**/reviews/**");
  for (const step of ["button[value=check]", "form[action$='/measure'] button", "button[value=act]", "form[action$='/prepare'] button"]) {
    await skip(tab);
    await press_at(tab, step, "Enter", "**done=*");
    await said(tab);
  }
}

async function decide(tab) {
  await skip(tab);
  await press_at(tab, ".deciding summary", "Enter");
  await type_at(tab, ".deciding [name=text]", "Lire la liste des suspendus avant chaque remise");
  await tab_to(tab, "[name=level]");
  await tab.keyboard.press("Home");  // the quick win comes first
  assert.equal(await tab.inputValue("[name=level]"), "quick-win");
  await type_at(tab, "[name=owner]", wanted.account);
  await type_at(tab, "[name=due]", "12122026");  // day and month in either order
  await seen(tab, "decision");
  await press_at(tab, ".deciding button", "Enter", "**done=action*");
  assert.match(await tab.textContent(".taken"), /suspendus/);
}

async function hold_and_sign(tab) {
  await skip(tab);
  await press_at(tab, "a.button.main", "Enter", "**/results");
  await skip(tab);
  await press_at(tab, ".verdicts a", "Enter", "**/indicator-*");
  await decide(tab);
  for (let topics = 1; await tab.locator("a[rel=next]").count() > 0; ++topics) {
    assert.ok(topics < 30, "the agenda ends");
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("ArrowRight")]);
  }
  await skip(tab);
  await type_at(tab, "[name=participants]", "Claire\nSophie");
  await type_at(tab, "[name=conclusion]", "La liste sera lue avant chaque remise.");
  await press_at(tab, "form[action$='/hold'] button", "Enter", "**done=held");
  await said(tab);
  await skip(tab);
  await press_at(tab, "form[action$='/sign'] button", "Enter", "**done=signed");
  await said(tab);
}

async function answer_the_checklist(tab) {
  const audit = `/audits/${wanted.audit}`;
  await press_at(tab, "nav.ways a[href='/audits']", "Enter", "**/audits");
  await skip(tab);
  await press_at(tab, `a[href='${audit}']`, "Enter", `**${audit}`);
  await skip(tab);
  await press_at(tab, `a.button[href='${audit}/checklist']`, "Enter", "**/checklist");
  const item = `#item-${wanted.item}`;
  const criteria = await tab.locator(`${item} form.answer fieldset`).count();
  await skip(tab);
  for (let criterion = 1; criterion <= criteria; ++criterion) {
    await tab_to(tab, `${item} fieldset:nth-of-type(${criterion}) input`);
    await tab.keyboard.press(criterion === 1 ? "Space" : "ArrowRight");
  }
  await type_at(tab, `${item} [name=result]`, "Dix bulletins lus sur place.");
  await tab.locator(`${item} .said.met`).waitFor();
  await seen(tab, "criteria");
  await press_at(tab, `${item} form.answer button`, "Enter");
  await tab.locator(`${item} .said.met`).waitFor();
  await tab.reload();
  assert.equal(await tab.locator(`${item} input:checked`).count(), criteria);
  assert.equal(await tab.locator(`${item} [name=result]`).inputValue(), "Dix bulletins lus sur place.");
  await skip(tab);
  await press_at(tab, `.tabs a[href='${audit}']`, "Enter", `**${audit}`);
}

const tasks = {
  files: [clear_a_file],
  review: [record_figures, prepare, hold_and_sign],
  checklist: [answer_the_checklist],
};

await conclude(async () => {
  const tab = await new_window({ locale: wanted.locale, viewport: { width: Number(wanted.width ?? 1440), height: 900 } });
  await sign_in_by_keyboard(tab, site, wanted.account, wanted.password);
  assert.equal(await tab.getAttribute("html", "lang"), wanted.locale.slice(0, 2));
  for (const step of tasks[task]) await step(tab);
});
