/*
 * What every page does in the browser, and nothing a page needs to be read: theme, menu, language, district, filters,
 * states of programmes, copying, printing. The finder itself (finder-ui.js and what it needs) is loaded when somebody
 * goes to its field. Nothing leaves the device; only the theme and a chosen district are kept, on the device.
 */
(function () {
  "use strict";

  const PATIENCE = 2000; // milliseconds that the finder's files get before the site is kept on the device
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const header = one(".ww-header");
  const { src, dataset } = document.currentScript;
  const settings = {
    ...(header ? header.dataset : { root: "./", home: "./", lang: document.documentElement.lang }),
    offline: "offline" in dataset,
    savesData: "saving" in document.documentElement.dataset,
  };

  /** What is kept on this device; storage may be forbidden, then nothing is. */
  const kept = {
    get(key) {
      try {
        return localStorage.getItem(key) || "";
      } catch {
        return "";
      }
    },
    set(key, value) {
      try {
        if (value) localStorage.setItem(key, value);
        else localStorage.removeItem(key);
      } catch {
        // The choice then holds for this page only.
      }
    },
  };

  /** A part of an address as text; nothing where a percent sign stands for itself. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  // ---- what was asked and chosen stands behind the # of the address: no server ever gets that part ----

  /** Whether the # names a place on the page instead, as the link to the content does. */
  const namesPlace = () => location.hash.length > 1 && !location.hash.includes("=");

  /** Calls back when a link or the way back changes what is asked. */
  const whenAsked = (then) => addEventListener("hashchange", () => namesPlace() || then());

  /** What the address says; links of former times say it behind the question mark. */
  const asked = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);

  /** The address of this page with other values; an empty one is left out. */
  function addressWith(values) {
    const said = asked();
    for (const [name, value] of Object.entries(values)) {
      if (value) said.set(name, value);
      else said.delete(name);
    }
    const address = new URL(location.href);
    address.search = "";
    address.hash = said;
    return address.href;
  }

  /** The address of a page in the reader's language; on a stick, pages are files. */
  const pageAt = (path) => settings.home + ("files" in settings ? path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : path);

  const number = (value) => new Intl.NumberFormat(settings.numbers).format(value);

  // Days of which only the year or the month is known compare as text; no month has a day 32, so 31 ends any month.
  const firstDay = (partial) => partial + "-01-01".slice(partial.length - 4);
  const lastDay = (partial) => partial + { 4: "-12-31", 7: "-31", 10: "" }[partial.length];

  /** The state of a call, as view/facts.py derives it. */
  function roundState([opens, closes], day) {
    if (closes && lastDay(closes) < day) return "closed";
    if (opens && firstDay(opens) > day) return "coming";
    return closes ? "open" : "unknown";
  }

  /** The state of a programme, as view/facts.py derives it. */
  function programmeState(rounds, ended, day) {
    if (ended && firstDay(ended) <= day) return "ended";
    const states = rounds.map((round) => roundState(round, day));
    return ["open", "coming", "closed"].find((state) => states.includes(state)) || "unknown";
  }

  // ---- theme, menu, language ----

  function theme() {
    const button = one("[data-theme-toggle]");
    if (!button) return;
    const order = ["auto", "light", "dark"];
    const show = (name) => {
      if (name === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = name;
      one("[data-theme-word]", button).textContent = button.dataset[name];
      button.title = button.dataset[name];
    };
    let now = document.documentElement.dataset.theme || "auto";
    show(now);
    button.addEventListener("click", () => {
      now = order[(order.indexOf(now) + 1) % order.length];
      show(now);
      kept.set("ww-theme", now === "auto" ? "" : now);
    });
  }

  function menu() {
    const button = one("[data-menu]");
    if (!button) return;
    const nav = one(".ww-nav");
    const show = (open) => {
      nav.classList.toggle("ww-nav--open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => show(!nav.classList.contains("ww-nav--open")));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !nav.classList.contains("ww-nav--open")) return;
      if (nav.contains(document.activeElement)) button.focus();
      show(false);
    });
  }

  function closing() {
    const close = (details) => {
      const inside = details.contains(document.activeElement);
      details.open = false;
      if (inside) one("summary", details).focus();
    };
    document.addEventListener("click", (event) => {
      for (const details of all("[data-closes][open]")) if (!details.contains(event.target)) details.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") all("[data-closes][open]").forEach(close);
    });
  }

  /** A link leads to the same page in its language, with the question and the place on the page. */
  function leadOn(link) {
    link.addEventListener("click", () => {
      const goal = new URL(link.href);
      goal.search = location.search;
      goal.hash = location.hash;
      link.href = goal.href;
      kept.set("ww-language", link.hreflang);
    });
  }

  function languages() {
    all("[data-language]").forEach(leadOn);
  }

  /** Offers the browser's language once, in that language; whoever chooses or declines is not asked again. */
  function offer() {
    if (!header || kept.get("ww-language")) return;
    const base = (code) => code.toLowerCase().split("-")[0];
    const links = all("[data-language]", header);
    const wanted = (navigator.languages || [navigator.language]).find((code) => links.some((link) => base(link.hreflang) === base(code)));
    if (!wanted || base(wanted) === base(settings.lang)) return;
    const known = links.find((link) => link.hreflang.toLowerCase() === wanted.toLowerCase()) || links.find((link) => base(link.hreflang) === base(wanted));
    if (!known.dataset.offer) return;
    const link = known.cloneNode();
    link.textContent = known.dataset.offer;
    leadOn(link);
    strip(link, () => kept.set("ww-language", settings.lang));
  }

  /** A strip at the foot of the window with one thing to do, until it is closed; one at a time. */
  function strip(offered, closed) {
    if (!header || one(".ww-offer")) return;
    offered.className = "ww-offer__link";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "ww-offer__close";
    close.innerHTML = '<span class="ww-i ww-i--close" aria-hidden="true"></span><span class="ww-hidden"></span>';
    close.lastChild.textContent = settings.wordClose;
    const place = document.createElement("div");
    place.className = "ww-offer";
    place.append(offered, close);
    close.addEventListener("click", () => {
      closed();
      place.remove();
    });
    header.append(place);
  }

  function notices() {
    for (const notice of all("[data-until]")) if (lastDay(notice.dataset.until) < today()) notice.hidden = true;
  }

  // ---- what is folded away opens when a link leads into it ----

  function unfold() {
    const target = namesPlace() && document.getElementById(decoded(location.hash.slice(1)));
    if (!target) return;
    for (let place = target; place; place = place.parentElement) if (place.tagName === "DETAILS") place.open = true;
    target.scrollIntoView();
  }

  function printing() {
    const line = one("[data-printline]");
    const open = new Set();
    if (!line) return;
    const name = line.textContent;
    addEventListener("beforeprint", () => {
      line.textContent = [name, location.href, new Intl.DateTimeFormat(settings.numbers, { dateStyle: "long" }).format()].join(" | ");
      for (const details of all("details:not([open])", one(".ww-content"))) {
        details.open = true;
        open.add(details);
      }
    });
    addEventListener("afterprint", () => {
      open.forEach((details) => (details.open = false));
      open.clear();
    });
  }

  /** The card for the counter is printed alone, on the small sheet that its button names. */
  function cards() {
    for (const place of all("[data-print]")) place.hidden = false;
    for (const button of all("[data-print-card]")) {
      button.addEventListener("click", () => {
        document.documentElement.dataset.printing = button.dataset.printCard;
        print();
      });
    }
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing);
  }

  /** Official names can be copied, to be written on a form or read out on the phone. */
  function copyButton(text) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ww-copy";
    button.title = settings.wordCopy;
    button.innerHTML = '<span class="ww-i ww-i--copy" aria-hidden="true"></span><span class="ww-hidden" role="status"></span>';
    button.lastChild.textContent = settings.wordCopy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.firstChild.className = "ww-i ww-i--check";
      button.lastChild.textContent = settings.wordCopied;
    });
    return button;
  }

  function copying() {
    if (!navigator.clipboard || !settings.wordCopy) return;
    for (const name of all("[data-copy]")) name.append(" ", copyButton(name.textContent.trim()));
  }

  // ---- district ----

  function district() {
    const mine = kept.get("ww-district");
    for (const place of all("[data-district-mine]")) {
      place.hidden = false;
      const button = one("button", place);
      const show = () => {
        const chosen = kept.get("ww-district") === place.dataset.districtMine;
        button.setAttribute("aria-pressed", String(chosen));
      };
      show();
      button.addEventListener("click", () => {
        const chosen = kept.get("ww-district") === place.dataset.districtMine;
        kept.set("ww-district", chosen ? "" : place.dataset.districtMine);
        show();
      });
    }
    if (!mine) return;
    for (const place of all(`[data-district="${CSS.escape(mine)}"]`)) {
      place.classList.add("ww-mine");
      if (place.tagName === "DETAILS") place.open = true;
      // In a list one's own comes first; on the map it comes last, over its neighbours' borders.
      if (place.closest("svg")) place.parentElement.append(place);
      else place.parentElement.prepend(place);
    }
    for (const link of all(".ww-district-choice a")) link.hash = `district-${mine}`;
  }

  // ---- states of programmes, from their days and today, so that an old copy does not lie ----

  function states() {
    for (const place of all("[data-rounds]")) {
      const rounds = place.dataset.rounds.trim().split(/\s+/).filter(Boolean).map((round) => round.split("/"));
      const state = programmeState(rounds, place.dataset.ended, today());
      const label = place.matches(".ww-state") ? place : one(".ww-state", place);
      const words = JSON.parse(place.closest("[data-state-words]").dataset.stateWords);
      place.dataset.state = state;
      label.className = `ww-state ww-state--${state}`;
      label.textContent = words[state];
    }
  }

  // ---- filters of lists; the address holds them ----

  function filters() {
    for (const page of all("[data-filtered]")) {
      const box = one(".ww-filter", page);
      const selects = all("[data-filter-by]", box);
      const count = one("[data-count]", box);
      const items = all("[data-filter-item]", page);
      const take = () => {
        const said = asked();
        for (const select of selects) {
          const wanted = said.get(select.dataset.filterBy) || "";
          if ([...select.options].some((option) => option.value === wanted)) select.value = wanted;
        }
      };
      const show = () => {
        const wanted = selects.filter((select) => select.value);
        const fits = (item) =>
          wanted.every((select) => (item.dataset[select.dataset.filterBy] || "").split(" ").includes(select.value));
        items.forEach((item) => (item.hidden = !fits(item)));
        for (const section of all("[data-filter-section]", page)) {
          section.hidden = !all("[data-filter-item]", section).some((item) => !item.hidden);
        }
        count.textContent = count.dataset.count.replace("{n}", number(items.filter((item) => !item.hidden).length));
      };
      box.hidden = false;
      box.addEventListener("change", () => {
        show();
        history.replaceState(null, "", addressWith(Object.fromEntries(selects.map(({ dataset, value }) => [dataset.filterBy, value]))));
      });
      // A picture above the list leads to a part of it.
      whenAsked(() => {
        take();
        show();
        box.scrollIntoView();
      });
      take();
      show();
    }
  }

  /** The tiles of the start page show topics for whom the switch says. */
  function tiles() {
    const form = one("[data-finder]");
    const lists = all("[data-tile]");
    if (!form || !lists.length) return;
    const show = () => {
      const audience = form.elements.audience.value;
      for (const list of lists) {
        const items = [...list.children];
        const fit = items.filter((item) => !audience || item.dataset.audience.split(" ").includes(audience)).slice(0, 3);
        items.forEach((item) => (item.hidden = !fit.includes(item)));
        list.closest(".ww-tile").hidden = !fit.length;
      }
    };
    form.addEventListener("change", show);
    const audience = asked().get("audience");
    for (const radio of form.elements.audience) if (radio.value === audience) radio.checked = true;
    show();
  }

  // ---- the finder, loaded when it is wanted ----

  const loaded = new Map();

  /** A script of ours, once. */
  function script(name) {
    if (!loaded.has(name)) {
      const promise = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = `${settings.root}assets/${name}${new URL(src).search}`;
        element.async = false; // in the order in which they are asked for
        element.onload = resolve;
        element.onerror = () => {
          loaded.delete(name);
          reject(new Error(name));
        };
        document.head.append(element);
      });
      loaded.set(name, promise);
    }
    return loaded.get(name);
  }

  function finder() {
    const form = one("[data-finder]");
    if (!form) return;
    form.hidden = false;
    const field = form.elements.q;
    const results = one("[data-results]");
    const status = one(".ww-results__status", results);
    let ui = null;
    let ready = false;
    const start = async (early) => {
      if (ui) return;
      ui = Promise.all(["finder.js", "answers.js", "unanswered.js", "finder-ui.js"].map(script));
      if (field.value.trim().length > 1) wait();
      try {
        await ui;
        await globalThis.WegweiserFinderUI.start(form, results);
        ready = true;
        document.documentElement.dataset.finderReady = "true";
      } catch (error) {
        ui = null;
        // Nobody has asked yet; going to the field tries again.
        if (!early || field.value) fail(error);
      }
    };
    const wait = () => {
      form.classList.add("ww-finder--searching");
      results.hidden = false;
      status.textContent = form.dataset.loading;
    };
    const fail = (error) => {
      console.warn("wegweiser:", error);
      const retry = document.createElement("button");
      retry.type = "button";
      retry.className = "ww-button";
      retry.textContent = form.dataset.retry;
      retry.addEventListener("click", () => {
        one("[data-before]", results).replaceChildren();
        wait();
        start();
      });
      results.hidden = false;
      status.textContent = form.dataset.failed;
      one("[data-before]", results).replaceChildren(retry);
    };
    field.addEventListener("focus", () => start());
    // The files were asked for early (head.js), unless somebody saves data; then they wait for the field.
    if (!settings.savesData) addEventListener("load", () => setTimeout(start, 0, true), { once: true });
    field.addEventListener("input", () => {
      start();
      if (!ready && field.value.trim().length > 1) wait();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      start();
    });
    for (const example of all("[data-example]", form)) {
      example.addEventListener("click", (event) => {
        event.preventDefault();
        field.value = new URLSearchParams(new URL(example.href).hash.slice(1)).get("q");
        start();
        field.dispatchEvent(new Event("input"));
      });
    }
    const question = asked().get("q");
    if (question) {
      field.value = question;
      start();
    }
  }

  /** Scripts that only one page needs. */
  function own() {
    if (one("[data-guide]")) script("guide.js");
    if (one("[data-unanswered]")) script("unanswered.js");
    if (one("[data-erase]")) script("privacy.js");
  }

  /** What keeps the site on the device waits until the page is there and the finder has its files. */
  function offline() {
    if (!one("[data-offline-line]") || "files" in settings) return;
    const wanted = one("[data-offline-page]") || (navigator.serviceWorker && navigator.serviceWorker.controller);
    addEventListener("load", () => setTimeout(script, wanted ? 0 : PATIENCE, "offline.js"), { once: true });
  }

  globalThis.WegweiserSite = { settings, kept, today, number, asked, whenAsked, addressWith, pageAt, decoded, strip, programmeState, copyButton };
  for (const part of [theme, menu, closing, languages, offer, notices, states, filters, tiles, district, copying, printing, cards, finder, own, offline, unfold]) part();
  addEventListener("hashchange", unfold);
})();
