/* Runs before the first paint: the theme that was chosen on this device, and that scripts work. */
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
})();
