#!/usr/bin/env node
// Lighthouse on the kinds of pages that most people see, as a phone sees them: prints a table, exits 1 below the goals.
//   node scripts/audits/lighthouse.mjs site [path below the site …]
// The site is served from this machine, compressed, as a host does it. Chromium is taken from CHROME_PATH or /usr/bin/chromium.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const GOALS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const PAGES = ["", "topics/kita-gutschein/", "offices/landesamt-fuer-einwanderung/", "practices/nrw-integrationsraete/"];
const LANGUAGES = ["de", "ar"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
};

/** A host for a folder: gzip, types, a day of caching for everything but pages. */
function host(folder) {
  const packed = new Map();
  return createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      if (!packed.has(file)) packed.set(file, gzipSync(await readFile(file), { level: 6 }));
      const type = TYPES[extname(file)] || "application/octet-stream";
      const caching = extname(file) === ".html" ? "no-cache" : "max-age=86400";
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": caching });
      response.end(packed.get(file));
    } catch {
      response.writeHead(404).end();
    }
  });
}

const [folder, ...paths] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  console.error("usage: node scripts/audits/lighthouse.mjs FOLDER_OF_THE_SITE [path below it …]");
  process.exit(2);
}

const server = host(folder);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const chrome = await launch({ chromePath: process.env.CHROME_PATH || "/usr/bin/chromium", chromeFlags: FLAGS });
let failed = false;
console.log(["page".padEnd(48), ...Object.keys(GOALS).map((name) => name.padStart(15))].join(""));
for (const path of paths.length ? paths : LANGUAGES.flatMap((lang) => PAGES.map((page) => `${lang}/${page}`))) {
  const url = `http://127.0.0.1:${server.address().port}/${path}`;
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: Object.keys(GOALS), logLevel: "error" });
  const scores = Object.keys(GOALS).map((name) => Math.round(lhr.categories[name].score * 100));
  console.log([path.padEnd(48), ...scores.map((score) => String(score).padStart(15))].join(""));
  Object.entries(GOALS).forEach(([name, goal], place) => {
    if (scores[place] >= goal) return;
    failed = true;
    const lost = lhr.categories[name].auditRefs.filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9);
    for (const { id } of lost) console.log(`    ${id}: ${lhr.audits[id].displayValue || lhr.audits[id].title}`);
  });
}
await chrome.kill();
server.close();
process.exit(failed ? 1 : 0);
