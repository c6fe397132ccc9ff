/* The language chooser: the languages that the browser asks for come first. */
(function () {
  "use strict";
  const list = document.querySelector(".ww-languages");
  const wanted = [...(navigator.languages || [navigator.language])];
  try {
    wanted.unshift(...[localStorage.getItem("ww-language")].filter(Boolean));
  } catch {
    // Storage may be forbidden; the browser's languages then decide.
  }
  for (const code of [...wanted].reverse()) {
    const link = list.querySelector(`[lang="${CSS.escape(code)}"], [lang="${CSS.escape(code.split("-")[0])}"]`);
    if (link) list.prepend(link.parentElement);
  }
})();
