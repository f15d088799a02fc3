// SPDX-License-Identifier: Apache-2.0
// An audit of a delegate as both sides live it in a real browser: the auditee delivers pieces on a telephone, the
// auditor fills the checklist in on a tablet, with and without a network, and issues the report; the auditee contests
// a recommendation, the auditor settles it and takes the final report away.
// usage: node audits.mjs SITE --audit NUMBER --auditor NAME --auditee NAME --password WORDS --locale TAG [--pictures DIR]
// The audit's pieces are asked for. Ends with 1 at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { asked_for, conclude, new_window, picture as picture_of, sign_in, watched } from "./chromium.mjs";

const { words: [site], wanted } = asked_for(["audit", "auditor", "auditee", "password", "locale", "pictures"]);
const place = `/audits/${wanted.audit}`;
const argument = "Les bulletins du trimestre sont datés.";
const recommendation = "Dater chaque bulletin d’affiliation.";
const seen = "Dix bulletins lus sur place, trois sans date.";
// On purpose: the network that goes, and the second of two at one question.
const meant = [/ERR_INTERNET_DISCONNECTED/, /status of 409/];

async function come_in(account, viewport) {
  const tab = await new_window({ locale: wanted.locale, viewport, hasTouch: true }, meant);
  await sign_in(tab, site, account, wanted.password);
  return tab;
}
const picture = (tab, name) => picture_of(tab, wanted.pictures, `${name}_${wanted.locale.slice(0, 2)}`);
// What a link or a button leads to.
async function press(tab, what, address) {
  await Promise.all([tab.waitForURL(address), (typeof what === "string" ? tab.locator(what).first() : what).click()]);
}
const made = (name) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`${name} ${wanted.audit}`) });

async function deliver(tab) {
  assert.equal(await tab.locator("nav.ways a[href^='/processes'], nav.ways a[href^='/actions']").count(), 0, "an auditee is led elsewhere");
  await picture(tab, "portal_pieces");
  await press(tab, `a[href='${place}/pieces/affiliation_forms']`, "**/affiliation_forms");
  await tab.setInputFiles("[name=file]", made("bulletin d’affiliation.pdf"));
  await picture(tab, "piece_delivery");
  await press(tab, "form[action$='/deliver'] button", "**done=action*");
  await tab.setInputFiles("[name=files]", [made("02-notice.pdf"), made("03-contrats.pdf"), made("inconnu.pdf")]);
  await tab.locator("section form[enctype] button").click();
  await tab.locator("main .done").waitFor();
  assert.match(await tab.textContent("main .done"), /^2 .*inconnu\.pdf/);
}

async function examine_pieces(tab) {
  await tab.goto(`${site}${place}`);
  await press(tab, `a.button[href='${place}/pieces']`, "**/pieces");
  await tab.selectOption("[name=show]", "received");
  await press(tab, "form.filters[method=get] button", "**show=received");
  assert.equal(await tab.locator("tbody tr").count(), 3);
  await press(tab, "tbody a", "**/affiliation_forms");
  const [piece] = await Promise.all([tab.waitForEvent("download"), tab.locator("a[download]").first().click()]);
  assert.equal(piece.suggestedFilename(), "bulletin d’affiliation.pdf");
  assert.equal(readFileSync(await piece.path(), "utf8"), `bulletin d’affiliation.pdf ${wanted.audit}`);
  await press(tab, "form[action$='/accept'] button", "**done=action*");
  await tab.goto(`${site}${place}`);
  await press(tab, "form[action$='/begin'] button", "**done=action");
}

const saved = (block) => block.locator(".said.met").waitFor();
async function fill_in(tab) {
  await press(tab, `a.button[href='${place}/checklist']`, "**/checklist");
  const block = tab.locator("#item-affiliation_forms");
  for (const group of await block.locator("form.answer fieldset").all()) {
    const target = group.locator("label").nth(1);
    assert.ok((await target.boundingBox()).height >= 44, "a target is too small for a finger");
    await target.tap();
  }
  await saved(block);
  await block.locator("[name=result]").fill(seen);
  await tab.context().setOffline(true);
  await block.locator(".said.missed").waitFor();
  await picture(tab, "checklist_offline");
  await tab.context().setOffline(false);
  await saved(block);
  await tab.reload();
  assert.equal(await block.locator("[name=result]").inputValue(), seen);
  assert.equal(await block.locator("input:checked").count(), 4);
  await picture(tab, "checklist");
  // Typed without a network, and the browser closed: it is there again at the next visit, and sent.
  const visit = watched(await tab.context().newPage(), meant);
  await visit.goto(`${site}${place}/checklist`);
  await tab.context().setOffline(true);
  await visit.locator("#item-information_notice [name=result]").fill(seen);
  await visit.locator("#item-information_notice .said.missed").waitFor();
  await visit.close();
  await tab.context().setOffline(false);
  await tab.goto(`${site}${place}/checklist`);
  await saved(tab.locator("#item-information_notice"));
  assert.equal(await tab.locator("#item-information_notice [name=result]").inputValue(), seen);
}

// Two of the team at the same question: nobody overwrites the other in silence.
async function meet(tab) {
  const second = watched(await tab.context().newPage(), meant);
  await second.goto(`${site}${place}/checklist`);
  await tab.reload();
  const [one, other] = [tab, second].map((each) => each.locator("#item-company_contracts"));
  await one.locator("[name=result]").fill("Vu par le premier.");
  await saved(one);
  await other.locator("[name=result]").fill("Vu par le second.");
  await other.locator(".said.missed").waitFor();
  assert.match(await other.locator(".stands").textContent(), /Vu par le premier/);
  assert.equal(await other.locator("[name=result]").inputValue(), "Vu par le second.");
  await other.locator("form.answer button").click();
  await saved(other);
  await second.close();
}

async function state_and_report(tab) {
  const block = tab.locator("#item-affiliation_forms");
  await block.locator("details.state summary").click();
  await block.locator("[name=text]").fill(recommendation);
  await block.locator(".levels label.high").tap();
  await block.locator("[name=expected]").fill("2027-12-31");
  await picture(tab, "checklist_finding");
  await press(tab, block.locator("details.state button"), "**#item-affiliation_forms");
  assert.equal(await block.locator("a[href^='/audit-findings/']").count(), 1);
  await press(tab, `.tabs a[href='${place}']`, `**${place}`);
  await press(tab, "form[action$='/report'] button", "**done=action");
}

async function contest(tab) {
  await tab.goto(`${site}/`);
  await picture(tab, "portal_findings");
  const finding = `a[href='${await tab.locator("main a[href^='/audit-findings/']").first().getAttribute("href")}']`;
  await press(tab, finding, "**/audit-findings/*");
  assert.match(await tab.textContent(".statement"), new RegExp(recommendation));
  await tab.check("[name=accepted][value=no]");
  await tab.fill("[name=argument]", argument);
  await picture(tab, "finding_answer");
  await press(tab, "form[action$='/answer'] button", "**done=action");
  await tab.goto(`${site}/`);
  assert.equal(await tab.locator(finding).count(), 0, "what was answered is asked again");
}

async function settle(tab) {
  await tab.goto(`${site}${place}/findings`);
  await press(tab, "tbody a", "**/audit-findings/*");
  assert.match(await tab.textContent(".history"), new RegExp(argument));
  await tab.check("[name=outcome][value=maintained]");
  await tab.fill("[name=reason]", "Trois bulletins restent sans date.");
  await picture(tab, "finding_settle");
  await press(tab, "form[action$='/settle'] button", "**done=action");
  await tab.goto(`${site}${place}`);
  await press(tab, "form[action$='/finish'] button", "**done=action");
  await tab.goto(`${site}${place}/report`);
  const [report] = await Promise.all([tab.waitForEvent("download"), tab.locator(".button[href$='.zip']").click()]);
  assert.equal(readFileSync(await report.path()).subarray(0, 2).toString(), "PK");
  await picture(tab, "report");
}

await conclude(async () => {
  const auditee = await come_in(wanted.auditee, { width: 390, height: 844 });
  await deliver(auditee);
  const auditor = await come_in(wanted.auditor, { width: 820, height: 1180 });
  await examine_pieces(auditor);
  await fill_in(auditor);
  await meet(auditor);
  await state_and_report(auditor);
  await contest(auditee);
  await settle(auditor);
});
