/*
 * Keeps whole languages of the site on this device and answers from there: without a network, and without telling the
 * server which pages are read. What is kept is described in src/wegweiser/offline.py. A language consists of packs that
 * are named by the hash of their content; it is used only once all of them are there, and a newer version takes the place
 * of the older in one step. What was loaded before a download broke stays, so the next attempt goes on from there.
 */
"use strict";

const FORMAT = 1;
const OFTEN = 30 * 60 * 1000; // milliseconds between two looks for a newer version that nobody asked for
const OPENED = 3; // packs that stay unpacked in memory
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
  png: "image/png",
};
const QUIET = { referrerPolicy: "no-referrer", credentials: "omit" };
const scope = self.registration.scope;
const PACKS = `wegweiser packs ${scope}`;
const STATE = `wegweiser state ${scope}`;
const DOCUMENT = `${scope}offline/state`;

// ---- what is kept: language -> {current, next}, each a version of it ----

let remembered;

/** The document that says what is kept; written as a whole, so that a language changes its version in one step. */
function state() {
  remembered ??= caches
    .open(STATE)
    .then((cache) => cache.match(DOCUMENT))
    .then((found) => found?.json())
    .then((found) => (found?.format === FORMAT ? found : { format: FORMAT, checked: 0, languages: {} }));
  return remembered;
}

async function save() {
  const text = JSON.stringify(await state());
  await (await caches.open(STATE)).put(DOCUMENT, new Response(text));
}

/** Removes the packs that no version needs. */
async function tidy() {
  if (running.size) return;
  const { languages } = await state();
  const versions = Object.values(languages).flatMap(({ current, next }) => [current, next]).filter(Boolean);
  const needed = new Set(versions.flatMap((version) => version.packs.map(({ name }) => addressOf(name))));
  const cache = await caches.open(PACKS);
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
}

// ---- packs ----

const addressOf = (name) => `${scope}offline/packs/${name}.pack`;
const opened = new Map();

/** The files of a pack, path -> text. Throws when the content is not what its name promises. */
async function unpacked(response, name) {
  let bytes = await response.arrayBuffer();
  // Some servers unpack what looks packed; then there is nothing left to do.
  if (new Uint8Array(bytes, 0, 1)[0] === 0x1f) {
    bytes = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!hash.startsWith(name)) throw new Error(`broken: ${name}`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** A kept pack, from memory if it was just used; undefined if it is not there or spoilt. */
async function kept(name) {
  const found = opened.get(name) || (await caches.open(PACKS)).match(addressOf(name)).then((pack) => unpacked(pack, name));
  opened.delete(name);
  opened.set(name, found);
  if (opened.size > OPENED) opened.delete(opened.keys().next().value);
  try {
    return await found;
  } catch {
    opened.delete(name);
    return undefined;
  }
}

/** Loads the packs of a version that are not there yet. */
async function load(version, progress) {
  const cache = await caches.open(PACKS);
  progress.of = version.packs.length;
  for (const { name } of version.packs) {
    if (!(await cache.match(addressOf(name)))) {
      const answer = await fetch(addressOf(name), { ...QUIET, cache: "no-store" });
      if (!answer.ok) throw new TypeError(`${name}: ${answer.status}`);
      await unpacked(answer.clone(), name);
      await cache.put(addressOf(name), answer);
    }
    progress.done += 1;
    await tell();
  }
}

// ---- what pages ask for ----

const running = new Map();
const failed = new Map();

/** Tells all pages what is kept, what is being loaded and what went wrong. */
async function tell() {
  const { languages } = await state();
  const said = ({ version, date, bytes }) => ({ version, date, bytes });
  const shown = Object.entries(languages).map(([language, { current, next }]) => [
    language,
    { current: current && said(current), next: next && said(next) },
  ]);
  const message = {
    languages: Object.fromEntries(shown),
    running: Object.fromEntries(running),
    failed: Object.fromEntries(failed),
  };
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) client.postMessage(message);
}

async function asked(path) {
  const answer = await fetch(`${scope}offline/${path}`, { ...QUIET, cache: "no-cache" });
  if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`);
  return answer.json();
}

function reason(error) {
  if (error.name === "QuotaExceededError") return "full";
  return error instanceof TypeError ? "network" : "broken";
}

/** Puts a language on the device, or a newer version of it beside the one that is there. */
async function keep(language) {
  if (running.has(language)) return;
  const progress = { done: 0, of: 0 };
  running.set(language, progress);
  failed.delete(language);
  await tell();
  try {
    const version = await asked(`${language}.json`);
    if (version.format !== FORMAT) throw new Error("broken: format");
    const { languages } = await state();
    const before = languages[language];
    if (before?.current.version !== version.version) {
      await load(version, progress);
      languages[language] = before ? { ...before, next: version } : { current: version };
      await save();
    }
  } catch (error) {
    failed.set(language, reason(error));
  }
  running.delete(language);
  await tidy();
  await tell();
}

/** Shows the newer version of a language from now on. */
async function show(language) {
  const { languages } = await state();
  const { next } = languages[language] || {};
  if (!next) return;
  languages[language] = { current: next };
  await save();
  await tidy();
  await tell();
}

async function forget(language) {
  const { languages } = await state();
  delete languages[language];
  failed.delete(language);
  await save();
  await tidy();
  await tell();
}

/** Looks whether there are newer versions of what is kept, and loads them; not too often, unless somebody wants it. */
async function check(_, wanted) {
  const known = await state();
  if (!wanted && Date.now() - known.checked < OFTEN) return;
  try {
    const versions = await asked("index.json");
    known.checked = Date.now();
    await save();
    for (const [language, { current, next }] of Object.entries(known.languages)) {
      const newest = versions[language]?.version;
      if (newest && ![current.version, next?.version].includes(newest)) await keep(language);
    }
  } catch (error) {
    if (wanted) for (const language of Object.keys(known.languages)) failed.set(language, reason(error));
  }
  await tell();
}

// ---- answers ----

/** The versions that may know a path, the likeliest first. */
function likely(languages, path, url, from) {
  const named = path.startsWith("finder/") ? path.split("/").at(-1).split(".")[0] : path.split("/")[0];
  if (languages[named]) return [languages[named].current];
  const all = [languages[from], ...Object.values(languages)].filter(Boolean).map(({ current }) => current);
  // Pages of one version must not get the scripts of another.
  return path.startsWith("assets/") ? all.filter(({ assets }) => url.searchParams.get("v") === assets) : all;
}

async function stored(versions, path) {
  for (const version of versions) {
    for (const file of [path, `${path}index.html`]) {
      const pack = version.packs.find(({ paths }) => paths.includes(file));
      const content = pack && (await kept(pack.name))?.[file];
      if (content === undefined) continue;
      const headers = { "Content-Type": TYPES[file.split(".").at(-1)] || "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" };
      const picture = Array.isArray(content) && Uint8Array.from(atob(content[0]), (letter) => letter.charCodeAt(0));
      return new Response(picture || content, { headers });
    }
  }
  return undefined;
}

const languageOf = (address) => address?.slice(scope.length).split("/")[0];

async function answer({ request, clientId }) {
  const url = new URL(request.url);
  const path = decodeURI(url.pathname.slice(new URL(scope).pathname.length));
  const { languages } = await state();
  const here = languageOf(url.href);
  const visits = request.mode === "navigate";
  // Nobody has a page open that would get parts of two versions.
  if (visits && languages[here]?.next && !(await self.clients.matchAll({ type: "window" })).length) await show(here);
  const from = clientId ? languageOf((await self.clients.get(clientId))?.url) : "";
  const found = await stored(likely(languages, path, url, from), path);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const home = [here, from, ...Object.keys(languages)].find((language) => languages[language]);
    if (visits && home) return Response.redirect(`${scope}${home}/offline/#missing=${encodeURIComponent(url.href)}`);
    throw error;
  }
}

const COMMANDS = { tell, keep, show, forget, check };
addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("message", (event) => {
  const { command, language, wanted } = event.data || {};
  if (Object.hasOwn(COMMANDS, command)) event.waitUntil(COMMANDS[command](language, wanted));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(scope) && !request.url.startsWith(`${scope}offline/`)) event.respondWith(answer(event));
});
