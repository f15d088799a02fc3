// SPDX-License-Identifier: Apache-2.0
// Walks the pages of a served workspace in a real browser: axe finds nothing, nothing is wider than the window, the
// console stays silent.
// usage: node pages.mjs SITE --account NAME --password WORDS [--pictures DIR] PATH…
// Ends with 1 and says what is not as it should be.
import { asked_for, conclude, expect, fits, meets_no_obstacle, new_window, picture, sign_in } from "./chromium.mjs";

const { words: [site, ...paths], wanted } = asked_for(["account", "password", "pictures"]);

async function look_at(tab, path, look) {
  const answer = await tab.goto(site + path);
  expect(answer.status() === 200, `${path}: ${answer.status()}`);
  await meets_no_obstacle(tab, `${path} (${look})`);
  await fits(tab, `${path} (${look})`);
  await picture(tab, wanted.pictures, `${path.replace(/[^a-z0-9]+/gi, "_")}_${look}`);
}

await conclude(async () => {
  for (const [locale, width, colorScheme] of [["fr-FR", 1440, "light"], ["en-GB", 820, "light"], ["fr-FR", 390, "light"], ["en-GB", 1440, "dark"]]) {
    const tab = await new_window({ locale, colorScheme, viewport: { width, height: 900 } });
    const look = `${locale.slice(0, 2)}_${width}_${colorScheme}`;
    for (const path of ["/sign-in", "/invitation"]) await look_at(tab, path, look);
    await sign_in(tab, site, wanted.account, wanted.password);
    for (const path of paths) await look_at(tab, path, look);
    await tab.context().close();
  }
});
