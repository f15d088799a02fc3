// SPDX-License-Identifier: Apache-2.0
// Somebody who has a keyboard and nothing else: every stop of Tab is seen, shows that it has the focus, and comes after
// the one before it.
import { expect } from "./chromium.mjs";

const most_stops = 250;

// What is wrong with the stop at which the focus is; empty where nothing is.
function faults_of_stop(before) {
  const stop = document.activeElement;
  const told = [];
  const shown = getComputedStyle(stop).opacity === "0" ? stop.nextElementSibling ?? stop.parentElement : stop;
  const style = getComputedStyle(shown);
  // The calendar within a date has a ring of its own.
  const within = stop.type === "date" && !stop.matches(":focus");
  if (!within && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) told.push("does not show that it has the focus");
  const { left, top, right, bottom } = shown.getClientRects()[0] ?? new DOMRect();
  const inside = [[left + 2, top + 2], [(left + right) / 2, (top + bottom) / 2], [right - 2, bottom - 2], [left + 2, bottom - 2]];
  const is_seen = ([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return shown.contains(there) || there === stop;
  };
  if (right - left < 1 || bottom - top < 1) told.push("has no size");
  else if (!inside.some(is_seen)) told.push("is hidden");
  if (stop.tabIndex > 0) told.push("has an order of its own");
  // A date has stops within it.
  const last = globalThis.lastStop === stop ? null : globalThis.lastStop;
  if (before && last?.isConnected && !(last.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)) told.push("comes before the stop before it");
  const form = stop.closest("form");
  const here = stop.getBoundingClientRect();
  if (before && last && form && last.closest("form") === form) {
    const there = last.getBoundingClientRect();
    if (here.bottom <= there.top && here.left < there.right) told.push("stands above the field before it");
  }
  globalThis.lastStop = stop;
  const name = `${stop.localName}${stop.name ? `[name=${stop.name}]` : ""} «${(stop.ariaLabel ?? stop.textContent ?? "").trim().slice(0, 40)}»`;
  return told.map((what) => `${location.pathname}: ${name} ${what}`);
}

const is_at = (tab, selector) => tab.evaluate((sought) => document.activeElement.matches(sought), selector);
const is_nowhere = (tab) => tab.evaluate(() => document.activeElement === document.body);

// On to the next stop; false behind the last one.
async function next_stop(tab) {
  const before = !await is_nowhere(tab);
  await tab.keyboard.press("Tab");
  if (await is_nowhere(tab)) return false;
  for (const fault of await tab.evaluate(faults_of_stop, before)) expect(false, fault);
  return true;
}

// Past the bar, by the link that is there for it.
export async function skip(tab) {
  await tab.keyboard.press("Tab");
  expect(await is_at(tab, "a.skip"), `${tab.url()}: the first stop does not lead to the content`);
  for (const fault of await tab.evaluate(faults_of_stop, false)) expect(false, fault);
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.activeElement.id === "content");
}

// On to what this finds, from where the focus is.
export async function tab_to(tab, selector) {
  for (let stops = 0; stops < most_stops; ++stops) {
    if (!await next_stop(tab)) break;
    if (await is_at(tab, selector)) return;
  }
  throw new Error(`the keyboard does not lead to ${selector} on ${tab.url()}`);
}

// Likewise, and what `key` does there; with an address, once that is reached.
export async function press_at(tab, selector, key, address) {
  await tab_to(tab, selector);
  if (!address) return tab.keyboard.press(key);
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press(key)]);
  await tab.waitForURL(address);
}

// Into the field that this finds.
export async function type_at(tab, selector, text) {
  await tab_to(tab, selector);
  await tab.keyboard.type(text);
}

export async function sign_in_by_keyboard(tab, site, account, password) {
  await tab.goto(`${site}/sign-in`);
  await type_at(tab, "[name=account]", account);
  await type_at(tab, "[name=password]", password);
  await Promise.all([tab.waitForURL(`${site}/`), tab.keyboard.press("Enter")]);
}
