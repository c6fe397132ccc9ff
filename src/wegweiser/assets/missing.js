/*
 * For addresses that are not there: their words go into the finder, in the language of the address. Hosts answer with the
 * page of one language for all addresses; from there the words go along behind "#", which no browser sends.
 */
(function () {
  "use strict";
  const { settings, decoded } = globalThis.WegweiserSite;
  const form = document.querySelector("[data-finder]");
  const root = new URL(settings.root, location.href).pathname;
  const steps = location.pathname.startsWith(root) ? location.pathname.slice(root.length).split("/") : [];
  const known = [...document.querySelectorAll(".ww-header [data-language]")].map((link) => link.hreflang);
  const lang = known.includes(steps[0]) ? steps.shift() : settings.lang;
  const arrived = /^404(\.html)?$/.test(steps.at(-1) || "");

  /** The words of the last step that has any, without numbers and the name of a kind of file. */
  function words() {
    const found = steps.map((step) => decoded(step).replace(/\.\w+$/, "").match(/\p{L}[\p{L}\p{M}]*/gu) || []);
    return (found.reverse().find((some) => some.length) || []).join(" ").slice(0, form.elements.q.maxLength);
  }

  const asked = arrived ? "" : words();
  if (lang !== settings.lang && !arrived) {
    location.replace(`${root}${lang}/404.html${asked && `#q=${encodeURIComponent(asked)}`}`);
  } else if (asked) {
    form.elements.q.value = asked;
    form.elements.q.dispatchEvent(new Event("input"));
  }
})();
