// SPDX-License-Identifier: Apache-2.0
// A quarter as its people live it in a real browser: the pilot turns the wheel, records what nothing measures, prepares
// the review, holds it in front of a screen with the arrow keys, decides on the spot and signs; the management looks at
// the dial, holds its own review input by input, signs, and takes the documents and the indicators away.
// usage: node reviews.mjs SITE --pilot NAME --management NAME --password WORDS --locale TAG [--pictures DIR]
// Every finding is decided, the quarter is over. Ends with 1 at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { asked_for, conclude, fits, meets_no_obstacle, new_window, picture, sign_in } from "./chromium.mjs";

const { words: [site], wanted } = asked_for(["pilot", "management", "password", "locale", "pictures"]);
const review = "/reviews/pay-benefits/2026-Q3";
const meeting = "/management-reviews/2026-Q3";

async function come_in(account) {
  // A form that is answered with what is wrong in it is an error to the console.
  const tab = await new_window({ locale: wanted.locale }, [/status of 422/]);
  await sign_in(tab, site, account, wanted.password);
  return tab;
}
// Axe finds nothing on the page as it stands, and it fits every width.
async function look(tab, name) {
  await meets_no_obstacle(tab, name);
  for (const width of [390, 820, 1440]) {
    await tab.setViewportSize({ width, height: 900 });
    await fits(tab, `${name} (${width})`);
    await picture(tab, wanted.pictures, `${name}_${wanted.locale.slice(0, 2)}_${width}`);
  }
}
async function press(tab, what, address) {
  await Promise.all([tab.waitForNavigation(), tab.locator(what).first().click()]);
  await tab.waitForURL(address);
}
async function taken_away(tab, what) {
  const [file] = await Promise.all([tab.waitForEvent("download"), tab.locator(what).first().click()]);
  return [file.suggestedFilename(), readFileSync(await file.path())];
}

async function turn_to_act(tab) {
  await press(tab, "nav a[href='/processes']", "**/processes");
  await press(tab, "nav a[href='/reviews']", "**/reviews");
  await look(tab, "reviews");
  await press(tab, `a[href='${review}']`, `**${review}`);
  await press(tab, "button[value=check]", "**done=turned");
  await press(tab, "form[action$='/measure'] button", "**done=measured");
  await look(tab, "turn");
  while (await tab.locator("form[action$='/record']").count() > 0) {
    await tab.fill("[name=numerator]", "19");
    await tab.fill("[name=denominator]", "20");
    await tab.fill("form[action$='/record'] [name=comment]", "Relevé du service");
    await press(tab, "form[action$='/record'] button", "**done=recorded");
  }
  await press(tab, "button[value=act]", "**done=turned");
  await press(tab, "form[action$='/prepare'] button", "**done=prepared");
  await look(tab, "review");
}

async function decide(tab) {
  // Without an owner it is refused, and nothing typed is lost.
  await tab.locator(".deciding summary").click();
  const topic = tab.url();
  await tab.fill("[name=text]", "Lire la liste des suspendus avant chaque remise");
  await tab.keyboard.press("ArrowRight");
  assert.equal(tab.url(), topic, "arrows stay with what is typed");
  await tab.selectOption("[name=level]", "quick-win");
  await tab.selectOption("[name=kind]", "correction");
  await tab.locator(".deciding button").click();
  await tab.locator("#faults").waitFor();
  assert.match(await tab.inputValue("[name=text]"), /suspendus/);
  await tab.fill("[name=owner]", wanted.pilot);
  await tab.fill("[name=due]", "2026-12-31");
  await press(tab, ".deciding button", "**done=action*");
  assert.match(await tab.textContent(".taken"), /suspendus/);
}

async function hold_and_sign(tab) {
  await press(tab, "a.button.main", "**/results");
  await look(tab, "results");
  await Promise.all([tab.waitForURL("**/process"), tab.keyboard.press("ArrowRight")]);
  await Promise.all([tab.waitForURL("**/results"), tab.keyboard.press("ArrowLeft")]);
  await press(tab, ".verdicts a", "**/indicator-*");
  await decide(tab);
  await tab.goto(`${site}${review}/results`);
  for (let topics = 1; await tab.locator("a[rel=next]").count() > 0; ++topics) {
    assert.ok(topics < 30, "the agenda ends");
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("ArrowRight")]);
    await look(tab, `topic-${topics}`);
  }
  await tab.fill("[name=participants]", "Claire\nSophie");
  await tab.fill("[name=conclusion]", "La liste sera lue avant chaque remise.");
  await press(tab, "form[action$='/hold'] button", "**done=held");
  await look(tab, "held");
  await press(tab, "form[action$='/sign'] button", "**done=signed");
  await look(tab, "signed");
  const [name, paper] = await taken_away(tab, "a[href$='.pdf']");
  assert.match(name, /^review\..*\.pdf$/);
  assert.equal(paper.subarray(0, 4).toString(), "%PDF");
}

async function hold_management_review(tab) {
  assert.ok(await tab.locator(".cadran svg[role=img]").isVisible(), "the dial comes first");
  await look(tab, "dial");
  await press(tab, "a[href='/indicators/heat-map']", "**/heat-map");
  await look(tab, "heat-map");
  await press(tab, "nav a[href='/management-reviews']", "**/management-reviews");
  await look(tab, "management-reviews");
  await tab.selectOption("[name=period]", "2026-Q3");
  await press(tab, "form[action$='/prepare'] button", `**${meeting}?done=prepared`);
  await look(tab, "management-review");
  await press(tab, "a.button.main", `**${meeting}/*`);
  for (let inputs = 1; await tab.locator("form[action$='/hold']").count() === 0; ++inputs) {
    assert.ok(inputs < 30, "the agenda ends");
    if (await tab.locator("details[open] form[action$='/answer']").count() > 0) {
      await tab.fill("form[action$='/answer'] [name=text]", "Vu en séance, rien ne manque.");
      await press(tab, "form[action$='/answer'] button", "**done=answered");
    }
    await look(tab, `input-${inputs}`);
    await press(tab, "a[rel=next]", `**${meeting}/*`);
  }
  for (const kind of ["improvement", "system-change", "resources"]) {
    await tab.locator(".deciding summary").click();
    await tab.selectOption("[name=kind]", kind);
    await tab.fill("[name=decision]", "Le système convient");
    await press(tab, ".deciding button[name=none]", "**done=action*");
    await tab.goto(`${site}${meeting}/conclusion`);
  }
  await tab.fill("[name=conclusion]", "Le système reste adapté et efficace.");
  await press(tab, "form[action$='/hold'] button", "**done=held");
  await press(tab, "form[action$='/sign'] button", "**done=signed");
  await look(tab, "management-signed");
}

async function export_all(tab) {
  const [pack, zip] = await taken_away(tab, "main a[href$='/documents']");
  assert.equal(pack, "management-review-2026-Q3.zip");
  assert.equal(zip.subarray(0, 2).toString(), "PK");
  await press(tab, "nav a[href='/indicators']", "**/indicators");
  await tab.locator(".exporting summary").click();
  await tab.selectOption(".exporting [name=period]", "2026");
  const [book, sheet] = await taken_away(tab, ".exporting button");
  assert.equal(book, "indicators-2026.xlsx");
  assert.equal(sheet.subarray(0, 2).toString(), "PK");
}

await conclude(async () => {
  const pilot = await come_in(wanted.pilot);
  assert.equal(await pilot.getAttribute("html", "lang"), wanted.locale.slice(0, 2));
  await turn_to_act(pilot);
  await hold_and_sign(pilot);
  const management = await come_in(wanted.management);
  await hold_management_review(management);
  await export_all(management);
});
