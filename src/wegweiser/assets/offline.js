/*
 * Keeps the reader's language on the device (sw.js does the work) and says on every page what is there: which version, of
 * which day, and whether a newer one waits. The page offline/ lists all languages. Nothing here is needed to read a page.
 */
(function () {
  "use strict";

  const { settings, kept, number, strip } = globalThis.WegweiserSite;
  const one = (name, root = document) => root.querySelector(`[data-offline-${name}]`);
  const line = one("line");
  const page = one("page");
  const words = { ...line.dataset, ...page?.dataset };
  const day = (date) => new Intl.DateTimeFormat(settings.numbers, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00Z`));
  const size = (bytes) => new Intl.NumberFormat(settings.numbers, { maximumFractionDigits: 1 }).format(bytes / 1e6);
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const said = (version, text) => filled(text, { date: day(version.date), size: size(version.bytes) });
  let started = false;
  let awaited = "";
  let closed = false;

  const tell = async (command, language, wanted) => {
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ command, language, wanted });
  };

  /** A language is kept by itself once, unless somebody saves data, removed it, or keeps another one. */
  function begin({ languages, running }) {
    if (started) return;
    started = true;
    const wanted = !Object.keys(languages).length && !Object.keys(running).length;
    if (wanted && !kept.get("ww-offline") && !settings.savesData) tell("keep", settings.lang);
    else tell("check");
  }

  function stateOf(language, { languages, running, failed }) {
    const { current, next } = languages[language] || {};
    if (running[language]) return filled(words.loading, { done: number(running[language].done), of: number(running[language].of) });
    if (failed[language]) return words[failed[language]];
    if (!current) return words.nothing;
    const kept = `${said(current, words.kept)} (${current.version.slice(0, 8)})`;
    return next ? `${kept} ${said(next, words.newer)}` : kept;
  }

  function showLine(message) {
    const { current, next } = message.languages[settings.lang] || {};
    line.hidden = !current;
    if (!current) return;
    one("text", line).textContent = said(current, words.kept);
    const button = one("show", line);
    button.hidden = !next;
    if (!next) return;
    button.textContent = said(next, words.offer);
    if (closed) return;
    const offered = button.cloneNode(true);
    delete offered.dataset.offlineShow;
    offered.addEventListener("click", renew);
    strip(offered, () => (closed = true));
  }

  function showPage(message) {
    page.hidden = false;
    for (const item of page.querySelectorAll("[data-offline-language]")) {
      const language = item.dataset.offlineLanguage;
      const { current, next } = message.languages[language] || {};
      one("state", item).textContent = stateOf(language, message);
      const possible = { keep: !current && !message.running[language], show: next, forget: current };
      for (const button of item.querySelectorAll("button")) {
        const had = document.activeElement === button;
        button.hidden = !possible[button.dataset.offlineCommand];
        if (had && button.hidden) item.querySelector("button:not([hidden])")?.focus();
      }
    }
    const named = awaited && !message.running[awaited];
    if (!named) return;
    one("status", page).textContent = stateOf(awaited, message);
    awaited = "";
  }

  function command(name, language) {
    if (name === "forget") kept.set("ww-offline", "no");
    if (name === "keep") {
      kept.set("ww-offline", "");
      navigator.storage?.persist?.();
    }
    awaited = language;
    tell(name, language);
  }

  function heard({ data }) {
    begin(data);
    showLine(data);
    if (page) showPage(data);
  }

  function missing() {
    const place = one("missing");
    const address = new URLSearchParams(location.hash.slice(1)).get("missing");
    // Only pages of this site: the address may come from anywhere.
    if (!place || !address?.startsWith(new URL(settings.root, location.href).href)) return;
    one("again", place).href = address;
    place.hidden = false;
  }

  function installing() {
    const button = one("install");
    if (!button) return;
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      button.hidden = false;
      button.onclick = () => event.prompt();
    });
    addEventListener("appinstalled", () => (button.hidden = true));
  }

  /** Shows the newer version at once: this page, too. */
  async function renew() {
    navigator.serviceWorker.addEventListener("message", ({ data }) => data.languages[settings.lang]?.next || location.reload());
    await tell("show", settings.lang);
  }

  async function start() {
    missing();
    // Somebody has just removed everything (privacy.js); nothing comes back as long as this tab is open.
    if (sessionStorage.getItem("ww-erased")) return;
    if (!("serviceWorker" in navigator && "DecompressionStream" in globalThis && settings.offline)) {
      const impossible = one("impossible");
      if (impossible) impossible.hidden = false;
      return;
    }
    installing();
    navigator.serviceWorker.addEventListener("message", heard);
    one("show", line).addEventListener("click", renew);
    if (page) {
      page.addEventListener("click", ({ target }) => {
        const name = target.dataset.offlineCommand;
        if (name) command(name, target.closest("[data-offline-language]").dataset.offlineLanguage);
      });
      one("check", page).addEventListener("click", () => {
        awaited = settings.lang;
        tell("check", "", true);
      });
    }
    await navigator.serviceWorker.register(`${settings.root}sw.js`);
    await tell("tell");
  }

  start().catch((error) => console.warn("wegweiser:", error));
})();
