// SPDX-License-Identifier: Apache-2.0
// An administrator invites somebody, who chooses a password, finds a file by search, makes the address of a calendar
// and revokes it; a file is imported and its faulty lines come back. Everything by clicking and typing.
// usage: node registers.mjs SITE --administrator NAME --importer NAME --password WORDS --file KEY --claims CSV
// Ends with 1 and says what is not as it should be.
import { asked_for, conclude, expect, new_window, sign_in } from "./chromium.mjs";

const { words: [site], wanted } = asked_for(["administrator", "importer", "password", "file", "claims"]);
// An address that is revoked is asked for on purpose.
const window_of = (locale, width = 1440) => new_window({ locale, viewport: { width, height: 900 } }, [/404/]);

await conclude(async () => {
  const chief = await window_of("fr-FR");
  await sign_in(chief, site, wanted.administrator, wanted.password);
  await chief.click("nav a[href='/accounts'], nav a[href='/journal']");
  await chief.click("a[href='/accounts']");
  await chief.click("a[href='/accounts/new']");
  await chief.fill("[name=person]", "Zoé Lamy");
  await chief.fill("[name=account]", "zoe.lamy");
  await chief.check("[value=controller]");
  await chief.click("main button.primary");
  const code = await chief.textContent("#invitation-code");

  const zoe = await window_of("fr-FR", 390);
  await zoe.goto(`${site}/sign-in`);
  await zoe.click("a[href='/invitation']");
  await zoe.fill("[name=code]", code);
  await zoe.fill("[name=password]", "les saules au bord de l’eau");
  await zoe.fill("[name=again]", "les saules au bord de l’eau");
  await zoe.click("button.primary");
  await zoe.waitForURL((url) => !url.pathname.startsWith("/invitation"));
  await zoe.goto(site);
  await zoe.fill("header [name=q]", wanted.file);
  await zoe.press("header [name=q]", "Enter");
  await zoe.click("main a[href^='/worklist/F-']");
  expect((await zoe.textContent("h1")).includes(wanted.file), "the search does not lead to the file");

  await zoe.click("header a.person");
  await zoe.fill("[name=name]", "téléphone");
  await zoe.click("[value=calendar]");
  const address = await zoe.textContent("#new-token");
  const feed = await zoe.request.get(address);
  expect(feed.status() === 200 && feed.headers()["content-type"].startsWith("text/calendar"), "the address gives no calendar");
  await zoe.click("main form[action='/account/tokens/revoke'] button");
  expect((await zoe.request.get(address)).status() === 404, "the address serves although it was revoked");

  await chief.goto(`${site}/accounts/zoe.lamy`);
  await chief.click("form[action$='/suspend'] button");
  await zoe.goto(`${site}/worklist`);
  expect(zoe.url().includes("/sign-in"), "somebody who is suspended still gets in");
  await chief.click("form[action$='/resume'] button");

  const importer = await window_of("en-GB", 820);
  await sign_in(importer, site, wanted.importer, wanted.password);
  await importer.goto(`${site}/imports`);
  await importer.selectOption("main form[action='/imports'] [name=type] >> nth=0", "claim");
  await importer.setInputFiles("form[action='/imports'] [name=file]", wanted.claims);
  await importer.click("form[action='/imports'] button.primary");
  await importer.waitForSelector("#rejects", { timeout: 20000 });
  const [download] = await Promise.all([importer.waitForEvent("download"), importer.click("a[href$='/rejects']")]);
  expect(download.suggestedFilename().endsWith(".csv"), "the rejected lines have no name to keep them by");
});
