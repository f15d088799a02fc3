// SPDX-License-Identifier: Apache-2.0
// A review held in front of a screen: the arrow keys turn its pages, and what was typed is not left behind unasked.
let typed = false;

document.addEventListener("input", () => { typed = true; });
document.addEventListener("submit", () => { typed = false; });
window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

document.addEventListener("keydown", (event) => {
  const turns = { ArrowRight: "next", ArrowLeft: "prev" };
  const way = turns[event.key];
  if (!way || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Where arrows move a cursor, a choice or a wide table, they are left to it.
  if (event.target.closest("input, textarea, select, summary, [role=group]")) return;
  document.querySelector(`.onward a[rel=${way}]`)?.click();
});
