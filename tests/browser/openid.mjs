// SPDX-License-Identifier: Apache-2.0
// Somebody signs in through the organisation's provider, in a real browser: to its pages and back.
// usage: openid.mjs SITE NAME PERSON
// Ends with 1 and says what is not as it should be.
import assert from "node:assert/strict";
import { asked_for, conclude, new_window } from "./chromium.mjs";

const { words: [site, name, person] } = asked_for([]);

await conclude(async () => {
  // The provider's own pages are none of ours, and a stranger is refused.
  const tab = await new_window({ locale: "en-GB" }, [/./]);
  await tab.goto(`${site}/sign-in?next=/account`);
  await tab.getByRole("link", { name: /^Sign in with/ }).click();
  await tab.getByPlaceholder("Enter any login").fill(name);
  await tab.getByPlaceholder("and password").fill("any");
  await tab.getByRole("button", { name: "Sign-in" }).click();
  await tab.getByRole("button", { name: "Continue" }).click();
  await tab.waitForURL(`${site}/account`).catch(() => {});
  assert.equal(tab.url(), `${site}/account`, `ended at ${tab.url()}: ${await tab.innerText("main").catch(() => "")}`);
  assert.ok((await tab.innerText("body")).includes(person), "the page does not say who it is");
  const kept = await tab.context().cookies(site);
  assert.ok(kept.every((cookie) => cookie.name !== "cadran_departure"), "the ticket stayed");
  const session = kept.find((cookie) => cookie.name === "cadran_session");
  assert.ok(session?.httpOnly && session.sameSite === "Strict", "the session is not kept as it should be");
});
