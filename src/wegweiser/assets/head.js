/*
 * Runs before the first paint: the theme that was chosen on this device, and that scripts work. On a page with the finder
 * its files are asked for at once, but behind everything that is to be seen; who saves data gets them when she goes there.
 */
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.replace("no-js", "js") || root.classList.add("js");
  try {
    const theme = localStorage.getItem("ww-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the device's own setting then holds.
  }
  if (navigator.connection && navigator.connection.saveData) root.dataset.saving = "true";
  const { src, dataset } = document.currentScript;
  if (!dataset.early || root.dataset.saving) return;
  const early = (name, kind) => {
    const link = document.createElement("link");
    const search = kind === "script" ? new URL(src).search : "";
    Object.assign(link, { rel: "preload", as: kind, fetchPriority: "low", href: new URL(`../${name}${search}`, src).href });
    if (kind === "fetch") link.crossOrigin = "anonymous";
    document.head.append(link);
  };
  for (const name of ["finder", "answers", "unanswered", "finder-ui"]) early(`assets/${name}.js`, "script");
  for (const name of ["common", `index/${dataset.early}`, `cards/${dataset.early}`]) early(`finder/${name}.json`, "fetch");
})();
