// SPDX-License-Identifier: Apache-2.0
// Fills the checklist in: keeps every answer in the browser as it is given, saves them to a file and loads
// them again. It asks no network.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const fields = ["method", "result", "conclusion"];
  const longestSide = 1280;  // of a photograph, in pixels
  const greatestFile = 64 * 1024 * 1024;
  const key = ["cadran", data.name, data.checklist, data.checklist_version, data.revision, document.currentScript.nonce].join("/");
  const starts = new Map(data.items.map((item) => [item.id, item.started_from]));
  const articles = [...document.querySelectorAll("article[data-item]")];
  const element = (id) => document.getElementById(id);
  let answers = new Map();
  let photos = [];
  let waiting = 0;

  const words = (name, values = {}) =>
    data.words[name].replace(/\{(\w+)\}/g, (place, value) => values[value] ?? place);

  const copy = (says) => ({ ...says, verdicts: { ...says.verdicts } });
  const begin = () => {
    answers = new Map([...starts].map(([id, start]) => [id, copy(start)]));
    photos = [];
  };

  const say = (text) => { element("status").textContent = text; };
  const warn = (text) => {
    element("problem").textContent = text;
    element("problem").hidden = text === "";
  };

  // Only what the page knows, and of the kind it expects: files come from anywhere.
  const adopt = (saved) => {
    for (const item of saved.items) {
      const says = answers.get(item.id);
      if (!says) continue;
      for (const field of fields) {
        if (typeof item.says[field] === "string") says[field] = item.says[field];
      }
      says.verdicts = {};
      for (const [criterion, verdict] of Object.entries(item.says.verdicts ?? {})) says.verdicts[criterion] = String(verdict);
    }
    photos = (saved.photos ?? []).filter((photo) => answers.has(photo.item) &&
      typeof photo.name === "string" && /^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/.test(photo.data));
  };

  const content = () => ({
    format: data.format, format_version: 1, audit: data.audit, checklist: data.checklist,
    checklist_version: data.checklist_version, revision: data.revision,
    items: data.items.map((item) => ({ id: item.id, started_from: item.started_from, says: answers.get(item.id) })),
    photos,
  });

  // Photographs may be more than the browser keeps: the answers come first.
  const keep = () => {
    clearTimeout(waiting);
    const whole = content();
    try {
      localStorage.setItem(key, JSON.stringify({ ...whole, photos: [] }));
      localStorage.setItem(key + "/photos", JSON.stringify(photos));
      say(words("checklist_saved", { time: new Date().toLocaleTimeString(data.language) }));
    } catch (refusal) {
      warn(words("checklist_full"));
    }
  };
  const keepSoon = () => { clearTimeout(waiting); waiting = setTimeout(keep, 250); };

  const recall = () => {
    try {
      const saved = JSON.parse(localStorage.getItem(key));
      if (saved) adopt({ ...saved, photos: JSON.parse(localStorage.getItem(key + "/photos")) ?? [] });
    } catch (damaged) {
      begin();
    }
  };

  const isComplete = (article) =>
    [...article.querySelectorAll("fieldset")].every((group) => group.querySelector(":checked"));
  const count = () => {
    let complete = 0;
    for (const article of articles) {
      const done = isComplete(article);
      article.classList.toggle("complete", done);
      complete += done;
    }
    element("progress").max = Math.max(1, articles.length);
    element("progress").value = complete;
    element("count").textContent = complete + " / " + articles.length;
  };

  const showPhotos = (article) => {
    const list = article.querySelector(".photos ul");
    list.replaceChildren();
    for (const photo of photos.filter((one) => one.item === article.dataset.item)) {
      const row = document.createElement("li");
      const picture = document.createElement("img");
      picture.src = photo.data;
      picture.alt = photo.name;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = words("checklist_remove");
      remove.addEventListener("click", () => {
        photos = photos.filter((one) => one !== photo);
        showPhotos(article);
        keep();
      });
      row.append(picture, remove);
      list.append(row);
    }
  };

  const show = () => {
    for (const article of articles) {
      const says = answers.get(article.dataset.item);
      for (const box of article.querySelectorAll("textarea")) box.value = says[box.dataset.field];
      for (const group of article.querySelectorAll("fieldset")) {
        for (const choice of group.querySelectorAll("input"))
          choice.checked = choice.value === says.verdicts[group.dataset.criterion];
      }
      showPhotos(article);
    }
    count();
  };

  const shrunk = async (file) => {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return canvas.toDataURL("image/jpeg", 0.75);
  };

  const take = async (article, files) => {
    const item = article.dataset.item;
    for (const file of files) {
      try {
        const picture = await shrunk(file);
        const number = 1 + photos.filter((one) => one.item === item)
          .reduce((most, one) => Math.max(most, Number(one.name.match(/-(\d+)\.jpg$/)?.[1] ?? 0)), 0);
        photos.push({ item, name: data.name + "-" + item + "-" + number + ".jpg", data: picture });
      } catch (unreadable) {
        warn(words("checklist_no_photo", { file: file.name }));
      }
    }
    showPhotos(article);
    keep();
  };

  const save = () => {
    keep();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content(), null, 1)], { type: "application/json" }));
    link.download = data.name + "-" + data.revision + "-" + new Date().toISOString().slice(0, 16).replace(/[:T]/g, "-") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const load = async (file) => {
    warn("");
    let saved;
    try {
      if (file.size > greatestFile) throw new Error("too large");
      saved = JSON.parse(await file.text());
      if (saved.format !== data.format || !Array.isArray(saved.items)) throw new Error("not ours");
    } catch (refusal) {
      return warn(words("checklist_no_file", { file: file.name }));
    }
    if (saved.audit !== data.audit || saved.checklist !== data.checklist || saved.revision !== data.revision)
      return warn(words("checklist_another", { file: file.name }));
    if (!confirm(words("checklist_replace"))) return;
    begin();
    adopt(saved);
    show();
    keep();
    say(words("checklist_loaded", { file: file.name }));
  };

  const next = () => {
    const article = articles.find((one) => !isComplete(one));
    if (!article) return;
    article.scrollIntoView();
    [...article.querySelectorAll("fieldset")].find((group) => !group.querySelector(":checked")).querySelector("input").focus();
  };

  for (const article of articles) {
    const says = () => answers.get(article.dataset.item);
    article.addEventListener("input", (event) => {
      const box = event.target;
      if (box.dataset.field) says()[box.dataset.field] = box.value;
      keepSoon();
    });
    article.addEventListener("change", (event) => {
      const box = event.target;
      if (box.type === "radio") says().verdicts[box.closest("fieldset").dataset.criterion] = box.value;
      if (box.type === "file") {
        take(article, [...box.files]);
        box.value = "";
      }
      count();
      keepSoon();
    });
    // 1 to 4 choose among the four.
    article.addEventListener("keydown", (event) => {
      const choice = event.target.closest("fieldset")?.querySelectorAll("input")[Number(event.key) - 1];
      if (choice && !event.ctrlKey && !event.altKey && !event.metaKey) choice.click();
    });
  }
  element("save").addEventListener("click", save);
  element("next").addEventListener("click", next);
  element("print").addEventListener("click", () => print());
  element("load").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) load(file);
  });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });

  begin();
  recall();
  show();
})();
