/*
 * Questions that found nothing, counted on this device only, and only if its owner wants it. The list leaves the device
 * in no other way than by her own mail; `wegweiser report needs` reads what she sends.
 *
 * A line of the list, as in src/wegweiser/needs.py:   2x | tr | neukoelln | wohnberechtigungsschein | the question
 */
(function () {
  "use strict";

  const { kept, number, pageAt } = globalThis.WegweiserSite;
  const KEY = "ww-unanswered";
  const MOST = 100;
  const LONGEST_ADDRESS = 6000;

  /** `keep`: whether to count at all; `list`: [question, language, district, nearest topic, how often]. */
  function read() {
    try {
      const { keep, list } = JSON.parse(kept.get(KEY) || "{}");
      return { keep: keep === true, list: Array.isArray(list) ? list.filter((item) => Array.isArray(item) && item.length === 5) : [] };
    } catch {
      return { keep: false, list: [] };
    }
  }

  function write(state) {
    kept.set(KEY, state.keep || state.list.length ? JSON.stringify(state) : "");
  }

  /** Counts a question, if its owner wants that; of many the oldest goes. */
  function add(question, lang, district, topic) {
    const state = read();
    if (!state.keep) return false;
    const text = question.replace(/[\s|]+/g, " ").trim();
    const known = state.list.find((item) => item[0].toLowerCase() === text.toLowerCase() && item[1] === lang);
    if (known) known[4] += 1;
    else state.list.push([text, lang, district || "-", topic || "-", 1]);
    write({ ...state, list: state.list.slice(-MOST) });
    return true;
  }

  function keep(wanted) {
    write({ ...read(), keep: wanted });
  }

  /** The list as lines of a message. */
  function lines(list) {
    return list.map(([question, lang, district, topic, often]) => `${often}x | ${lang} | ${district} | ${topic} | ${question}`);
  }

  function page(root) {
    const part = (name) => root.querySelector(`[data-unanswered-${name}]`);
    const box = part("keep");
    box.addEventListener("change", () => {
      keep(box.checked);
      show();
    });
    part("clear").addEventListener("click", () => {
      write({ ...read(), list: [] });
      show();
      box.focus();
    });
    const remove = (place) => {
      const state = read();
      state.list.splice(place, 1);
      write(state);
      show();
      (root.querySelectorAll("[data-unanswered-list] button")[place] || box).focus();
    };
    const line = ([question, , , , often], place) => {
      const item = document.createElement("li");
      const text = document.createElement("bdi");
      text.textContent = question;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ww-button ww-button--quiet";
      button.textContent = root.dataset.delete;
      button.addEventListener("click", () => remove(place));
      item.append(text, ` ${root.dataset.times.replace("{n}", number(often))} `, button);
      return item;
    };
    const show = () => {
      const state = read();
      box.checked = state.keep;
      part("list").replaceChildren(...state.list.map(line));
      part("status").textContent = state.list.length ? "" : root.dataset.empty;
      for (const name of ["send", "clear"]) part(name).hidden = !state.list.length;
      const { email, subject, body } = root.dataset;
      let said = lines(state.list);
      const mail = () => `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent([body, "", ...said, ""].join("\r\n"))}`;
      // Mail programs cut long addresses off; the rest stays in the list.
      while (said.length > 1 && mail().length > LONGEST_ADDRESS) said = said.slice(0, -1);
      part("send").href = mail();
    };
    root.hidden = false;
    show();
  }

  globalThis.WegweiserUnanswered = { add, keep, read, lines, address: pageAt("unanswered/") };
  const root = document.querySelector("[data-unanswered]");
  if (root) page(root);
})();
