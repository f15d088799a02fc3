// SPDX-License-Identifier: Apache-2.0
// Somebody signs in through the organisation's provider, in a real browser: to its pages and back.
// usage: openid.mjs SITE NAME PERSON
import { chromium } from "playwright-core";

const [site, name, person] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const fail = async (what) => {
  console.error(what);
  await browser.close();
  process.exit(1);
};
const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
await page.goto(`${site}/sign-in?next=/account`);
await page.getByRole("link", { name: /^Sign in with/ }).click();
await page.getByPlaceholder("Enter any login").fill(name);
await page.getByPlaceholder("and password").fill("any");
await page.getByRole("button", { name: "Sign-in" }).click();
await page.getByRole("button", { name: "Continue" }).click();
await page.waitForURL(`${site}/account`).catch(() => {});
if (page.url() !== `${site}/account`) await fail(`ended at ${page.url()}: ${await page.innerText("main").catch(() => "")}`);
if (!(await page.innerText("body")).includes(person)) await fail("the page does not say who it is");
const kept = await page.context().cookies(site);
if (kept.some((cookie) => cookie.name === "cadran_departure")) await fail("the ticket stayed");
const session = kept.find((cookie) => cookie.name === "cadran_session");
if (!session?.httpOnly || session.sameSite !== "Strict") await fail("the session is not kept as it should be");
await browser.close();
