// SPDX-License-Identifier: Apache-2.0
// Fills the checklist of an audit in as an auditor would on site: in a real browser, with the network off.
// usage: node offline_checklist.mjs PAGE ANSWERS --item ITEM --result TEXT --photo FILE [--again PAGE] [--picture FILE]
// PAGE is what `audit export-checklist` wrote; the answers that the page saves go to ANSWERS. --again names the same
// page in another language, which loads them. Ends with 1 at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { asked_for, conclude, new_window, schemes_of, watched } from "./chromium.mjs";

const { words: [page, saved], wanted } = asked_for(["item", "result", "photo", "again", "picture"]);
const asked = new Set();

async function opened(tab, file) {
  schemes_of(tab, asked);
  tab.on("dialog", (dialog) => dialog.accept());
  await tab.goto(pathToFileURL(file).href);
  return tab;
}
const item_of = (tab) => tab.locator(`article[data-item="${wanted.item}"]`);
const result_of = (tab) => item_of(tab).locator("textarea[data-field=result]");
// `36 / 38`: items that are wholly judged.
const judged = async (tab) => Number((await tab.textContent("#count")).split("/")[0]);
const shown = (tab, count) => tab.waitForFunction((text) => document.querySelector("#count").textContent.startsWith(text), `${count} /`);

async function fill_in(tab) {
  const before = await judged(tab);
  const criteria = await item_of(tab).locator("fieldset").all();
  for (const [number, criterion] of criteria.entries()) {
    // The first by its key, the others by touch.
    if (number === 0) {
      await criterion.locator("input").first().focus();
      await tab.keyboard.press("2");
    } else {
      await criterion.locator("label").first().click();
    }
  }
  await result_of(tab).fill(wanted.result);
  await item_of(tab).locator("input[type=file]").setInputFiles(wanted.photo);
  await item_of(tab).locator("img").waitFor();
  await shown(tab, before + 1);
  return before + 1;
}

async function holds_all(tab, count) {
  assert.equal(await judged(tab), count);
  assert.equal(await result_of(tab).inputValue(), wanted.result);
  assert.equal(await item_of(tab).locator("img").count(), 1);
  assert.equal(await item_of(tab).locator("fieldset").first().locator("input").nth(1).isChecked(), true);
}

await conclude(async () => {
  const tab = await opened(await new_window({ offline: true, viewport: { width: 820, height: 1180 } }), page);
  const count = await fill_in(tab);
  await tab.waitForFunction(() => document.querySelector("#status").textContent !== "");
  await tab.reload();  // as when the tablet went to sleep
  await holds_all(tab, count);
  if (wanted.picture) await item_of(tab).screenshot({ path: wanted.picture });

  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("#save")]);
  await download.saveAs(saved);
  const answers = JSON.parse(readFileSync(saved));
  assert.match(answers.photos[0].data, /^data:image\/jpeg;base64,/);
  const context = tab.context();
  await tab.close();

  if (wanted.again) {
    const other = await opened(watched(await context.newPage()), wanted.again);
    assert.equal(await judged(other), count - 1, "what one file was told is not in another");
    await other.setInputFiles("#load", { name: "photo.json", mimeType: "application/json", buffer: Buffer.from("no answers") });
    await other.locator("#problem").waitFor();
    assert.equal(await judged(other), count - 1, "what is no answer changes nothing");
    await other.setInputFiles("#load", saved);
    await shown(other, count);
    await holds_all(other, count);
    await other.setViewportSize({ width: 400, height: 900 });
    assert.ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a telephone shows it whole");
  }
  assert.deepEqual([...asked].filter((scheme) => !["file", "data", "blob"].includes(scheme)), [], "it asks no network");
});
