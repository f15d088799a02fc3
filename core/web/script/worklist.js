// SPDX-License-Identifier: Apache-2.0
// The worklist by keyboard: arrows lead from file to file, Control and Enter release the one that is open.
for (const words of document.querySelectorAll(".keys")) words.hidden = false;
const links = [...document.querySelectorAll("tbody th a")];
document.addEventListener("keydown", (press) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  const at = links.indexOf(document.activeElement);
  if (step && at >= 0 && links[at + step]) {
    links[at + step].focus();
    press.preventDefault();
  }
  if (press.key === "Enter" && press.ctrlKey) document.activeElement.closest("form")?.querySelector("[aria-keyshortcuts]")?.click();
});
