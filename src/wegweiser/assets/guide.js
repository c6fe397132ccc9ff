/*
 * Step by step without typing: audience, group, topic, district, one question at a time. The page itself has all topics
 * (templates/guide.html.j2); this only shows fewer of them. The address holds the state, so "back" goes one step back.
 */
(function () {
  "use strict";

  const root = document.querySelector("[data-guide]");
  if (!root) return;
  const { kept, number, asked, whenAsked, addressWith } = globalThis.WegweiserSite;
  const STEPS = ["audience", "group", "topic", "district"];
  const part = (name) => root.querySelector(`[data-guide-${name}]`);
  const listed = (name) => [...part(name).content.children].map((item) => ({ id: item.dataset.id, label: item.textContent, lang: item.lang }));
  const all = document.querySelector("[data-guide-all]");
  const topics = [...all.querySelectorAll("[data-audience]")].map((item) => ({
    id: item.querySelector("a").getAttribute("href"),
    label: item.querySelector("a").textContent,
    group: item.closest("[data-guide-group]").dataset.guideGroup,
    audience: item.dataset.audience.split(" "),
    local: "local" in item.dataset,
  }));
  const groups = [...all.querySelectorAll("[data-guide-group]")].map((section) => ({
    id: section.dataset.guideGroup,
    label: section.querySelector("h2").textContent,
    icon: section.dataset.guideIcon,
  }));

  /** What may be chosen at a step after the choices before it. */
  function choices(step, state) {
    if (step === "audience") return listed("audiences");
    const fitting = topics.filter((topic) => topic.audience.includes(state.audience));
    if (step === "group") return groups.filter((group) => fitting.some((topic) => topic.group === group.id));
    if (step === "topic") return fitting.filter((topic) => topic.group === state.group);
    return [...listed("districts"), { id: "", label: root.dataset.unsure }];
  }

  /** The choices in the address, as far as they exist. */
  function read() {
    const said = asked();
    const state = {};
    for (const step of STEPS.slice(0, 3)) {
      const id = said.get(step);
      if (!id || !choices(step, state).some((choice) => choice.id === id)) break;
      state[step] = id;
    }
    return state;
  }

  function go(state) {
    history.pushState(null, "", addressWith({ ...Object.fromEntries(STEPS.map((step) => [step, ""])), ...state }));
    show(true);
  }

  function item(child) {
    const place = document.createElement("li");
    place.append(child);
    return place;
  }

  /** A choice: a link where it leads to a page, else a button to the next step. */
  function choice(step, state, { id, label, icon, lang, local }) {
    const leads = step === "district" || (step === "topic" && !local);
    const element = document.createElement(leads ? "a" : "button");
    element.className = "ww-guide__choice";
    element.textContent = label;
    if (lang) element.lang = lang;
    if (icon) element.dataset.icon = icon;
    if (!leads) {
      element.type = "button";
      element.addEventListener("click", () => go({ ...state, [step]: id }));
      return element;
    }
    element.href = step === "district" ? state.topic : id;
    if (step === "district") element.addEventListener("click", () => kept.set("ww-district", id));
    return element;
  }

  /** What was chosen, each a way back to its step. */
  function trail(state) {
    const done = STEPS.filter((step) => state[step]);
    return done.map((step, place) => {
      const before = Object.fromEntries(done.slice(0, place).map((name) => [name, state[name]]));
      const chosen = choices(step, before).find((one) => one.id === state[step]);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ww-guide__back";
      const change = document.createElement("span");
      change.className = "ww-hidden";
      change.textContent = root.dataset.change;
      button.append(chosen.label, " ", change);
      button.addEventListener("click", () => go(before));
      return item(button);
    });
  }

  function show(moved) {
    const state = read();
    const step = STEPS.find((name) => !state[name]);
    const total = state.topic ? STEPS.length : STEPS.length - 1;
    part("trail").replaceChildren(...trail(state));
    part("step").textContent = root.dataset.step.replace("{n}", number(STEPS.indexOf(step) + 1)).replace("{total}", number(total));
    part("question").textContent = root.dataset[step];
    const shown = choices(step, state).map((one) => item(choice(step, state, one)));
    if (step === "topic") {
      const find = document.createElement("a");
      find.className = "ww-guide__other";
      find.href = root.dataset.find;
      find.textContent = root.dataset.missing;
      shown.push(item(find));
    }
    part("choices").replaceChildren(...shown);
    if (moved) part("question").focus();
  }

  whenAsked(() => show(true));
  all.hidden = true;
  root.hidden = false;
  show(false);
})();
