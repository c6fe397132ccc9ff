/* Removes everything of this site from the device: what was chosen, the kept pages and what keeps them. */
(function () {
  "use strict";
  const { settings } = globalThis.WegweiserSite;
  const button = document.querySelector("[data-erase]");
  const done = document.querySelector("[data-erased]");

  async function erase() {
    for (const key of Object.keys(localStorage)) if (key.startsWith("ww-")) localStorage.removeItem(key);
    const scope = new URL(settings.root, location.href).href;
    if ("serviceWorker" in navigator) await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
    if ("caches" in globalThis) {
      for (const name of await caches.keys()) if (name.startsWith("wegweiser ") && name.endsWith(` ${scope}`)) await caches.delete(name);
    }
    sessionStorage.setItem("ww-erased", "yes");
    done.hidden = false;
    button.hidden = true;
  }

  button.hidden = false;
  button.addEventListener("click", erase);
})();
