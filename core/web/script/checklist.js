// SPDX-License-Identifier: Apache-2.0
// Saves each question of a checklist as it is answered, and says so. What cannot be sent stays in this browser until
// it can. Without it every question has its button.
const root = document.querySelector("[data-live]");
const pause = 900;      // milliseconds after the last letter
const again = 15000;    // until it is tried once more
const forms = [...document.querySelectorAll("form.answer")];
const words = root?.dataset ?? {};
const kept = (form) => `cadran/${words.who}${new URL(form.action).pathname}`;
const typed = (form) => [...new FormData(form)].filter(([name]) => name !== "form_token" && name !== "began_from");

function say(form, text, look = "") {
  const place = form.querySelector(".said");
  place.textContent = text;
  place.className = `said ${look}`;
}

// Held: somebody else noted something else; only the button sends it over.
function hold(form, stands) {
  form.dataset.held = "yes";
  const place = form.querySelector(".stands");
  place.textContent = stands;
  place.hidden = !stands;
}

function keep(form) {
  try {
    localStorage.setItem(kept(form), JSON.stringify({ began_from: form.elements.began_from.value, typed: typed(form) }));
  } catch { /* no room: what is typed stays on the page */ }
}

// What another window has kept of the same question is none of this one's.
function forget(form, sent) {
  try {
    const stored = localStorage.getItem(kept(form));
    if (stored && JSON.stringify(JSON.parse(stored).typed) === sent) localStorage.removeItem(kept(form));
  } catch { /* nothing is kept here */ }
}

function told(form, answer) {
  form.elements.began_from.value = answer.began_from ?? "";
  form.closest(".item").classList.toggle("judged", answer.is_judged);
  const counts = { ".chapters [aria-current] .count": answer.chapter, ".tabs [aria-current] .count": answer.judged };
  for (const [place, count] of Object.entries(counts)) {
    const shown = root.querySelector(place) ?? document.querySelector(place);
    if (shown && count) shown.textContent = count;
  }
  if (String(answer.items) !== words.items) root.querySelector(".changed").hidden = false;
}

async function send(form, asked) {
  clearTimeout(form.timer);
  if (form.dataset.held && !asked) return;
  if (form.sending) { form.waiting = true; return; }
  form.sending = form.unsent = true;
  form.waiting = false;
  const sent = JSON.stringify(typed(form));
  keep(form);
  say(form, words.saving);
  try {
    const body = new URLSearchParams(new FormData(form));
    body.set("live", "yes");
    const response = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (!(response.headers.get("content-type") ?? "").startsWith("application/json")) return say(form, words.session, "missed");
    const answer = await response.json();
    if (response.status === 409) {
      form.elements.began_from.value = answer.began_from ?? "";
      keep(form);
      hold(form, answer.stands);
      return say(form, `${answer.said} ${words.held}`, "missed");
    }
    if (!response.ok) return say(form, answer.said, "missed");
    delete form.dataset.held;
    form.querySelector(".stands").hidden = true;
    form.unsent = false;
    forget(form, sent);
    told(form, answer);
    say(form, `${answer.said} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`, "met");
  } catch {
    say(form, words.offline, "missed");
    form.timer = setTimeout(() => send(form), again);
  } finally {
    form.sending = false;
    if (form.waiting) send(form);
  }
}

// What an earlier visit could not send.
function restore(form) {
  let draft = null;
  try { draft = JSON.parse(localStorage.getItem(kept(form))); } catch { /* damaged: nothing to restore */ }
  if (!draft) return;
  const values = new Map(draft.typed);
  for (const control of form.elements) {
    if (control.type === "radio") control.checked = values.get(control.name) === control.value;
    else if (control.tagName === "TEXTAREA" && values.has(control.name)) control.value = values.get(control.name);
  }
  if (draft.began_from === form.elements.began_from.value) return send(form);
  hold(form, "");
  say(form, words.restored, "missed");
}

if (root) {
  for (const form of forms) {
    form.addEventListener("input", () => {
      keep(form);
      clearTimeout(form.timer);
      form.timer = setTimeout(() => send(form), pause);
    });
    form.addEventListener("change", () => send(form));
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form, true); });
    restore(form);
  }
  addEventListener("online", () => {
    for (const form of forms) if (form.unsent) send(form);
  });
}
