// SPDX-License-Identifier: Apache-2.0
// Opens pages that stand in files, in a real browser with the network off: axe finds nothing, nothing is wider than the
// window, the console stays silent. usage: node axe_files.mjs FILE…
// Ends with 1 and says what is not as it should be.
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { asked_for, conclude, fits, meets_no_obstacle, new_window } from "./chromium.mjs";

const { words: files } = asked_for([]);

await conclude(async () => {
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]]) {
    const tab = await new_window({ offline: true, viewport: { width, height: 1000 }, colorScheme });
    for (const file of files) {
      await tab.goto(pathToFileURL(resolve(file)).href);
      await meets_no_obstacle(tab, `${basename(file)} (${width}, ${colorScheme})`);
      await fits(tab, `${basename(file)} (${width}, ${colorScheme})`);
      await tab.setViewportSize({ width: 820, height: 1000 });
      await fits(tab, `${basename(file)} (820, ${colorScheme})`);
      await tab.setViewportSize({ width, height: 1000 });
    }
    await tab.context().close();
  }
});
