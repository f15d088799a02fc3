// SPDX-License-Identifier: Apache-2.0
// A slider beside each number of a rule that is tried; the comparison is asked anew once it rests.
const form = document.querySelector("form[data-replay]");
const rest = 600; // milliseconds

if (form) {
  let waiting;
  let asked;
  const result = document.getElementById(form.dataset.replay);

  async function ask(submitted) {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form)).toString();
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: asked.signal, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const anew = page.getElementById(form.dataset.replay);
      const faults = page.getElementById("faults");
      if (!anew || answer.redirected) return form.submit();
      document.getElementById("faults")?.remove();
      result.replaceChildren(...(faults ? [faults] : []), ...anew.childNodes);
      history.replaceState(null, "", address);
      result.removeAttribute("aria-busy");
    } catch (fault) {
      if (fault.name === "AbortError") return;
      result.removeAttribute("aria-busy");
      if (submitted) form.submit();
    }
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, rest, false);
  }

  for (const part of form.querySelectorAll("[data-from]")) {
    const field = part.querySelector("input");
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = part.dataset.from;
    slider.max = part.dataset.to;
    slider.step = part.dataset.step;
    slider.value = field.value;
    slider.setAttribute("aria-label", part.querySelector("label").firstChild.textContent.trim());
    slider.addEventListener("input", () => {
      field.value = slider.value;
      soon();
    });
    field.addEventListener("input", () => {
      slider.value = field.value.replace(",", ".");
      soon();
    });
    part.querySelector("label").after(slider);
  }
  form.addEventListener("change", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask(true);
  });
}
