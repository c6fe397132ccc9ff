/*
 * The same documents and questions through other search engines and ours; JSON in on standard input, JSON out.
 *   node engines.js < task.json
 * task: {finder, settings, indexes: {lang: parts}, documents: {lang: [{ref, title, words, keywords, text}]},
 *        questions: [[query, lang]], material: {worker, folder, langs: {lang: lang}}}
 * An engine: {build(lang) -> searcher, search(searcher, query, lang) -> refs, bytes(searcher, lang)}; each language has an
 * index of its own.
 */
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const zlib = require("zlib");
const MiniSearch = require("minisearch");
const Fuse = require("fuse.js");

const FIRST = 10;
const task = JSON.parse(fs.readFileSync(0, "utf8"));
const zipped = (text) => zlib.gzipSync(text, { level: 9 }).length;
const FIELDS = ["title", "words", "keywords", "text"];
const BOOSTS = { title: 6, words: 4, keywords: 4, text: 1 };

/** As Integreat's app searches: fuzzy and by beginnings, titles first; boosts as in ours. */
const minisearch = {
  build(lang) {
    const index = new MiniSearch({ fields: FIELDS, idField: "ref" });
    index.addAll(task.documents[lang]);
    return index;
  },
  search: (index, query) => index.search(query, { fuzzy: true, prefix: true, boost: BOOSTS }).slice(0, FIRST).map(({ id }) => id),
  bytes: (index) => zipped(JSON.stringify(index)) + zipped(fs.readFileSync(require.resolve("minisearch"))),
};

/** Compares every letter of every document, so it is asked some of the questions only. */
const fuse = {
  every: 10,
  build: (lang) =>
    new Fuse(task.documents[lang], {
      keys: FIELDS.map((name) => ({ name, weight: BOOSTS[name] })),
      ignoreLocation: true,
      threshold: 0.4,
    }),
  search: (index, query) => index.search(query, { limit: FIRST }).map(({ item }) => item.ref),
  bytes: (index, lang) => zipped(JSON.stringify(task.documents[lang])) + zipped(fs.readFileSync(require.resolve("fuse.js"))),
};

/** mkdocs-material's own worker, as its pages run it. */
const material = {
  build(lang) {
    const { worker, langs } = task.material;
    let listen = null;
    let answer = null;
    const self = { console: { warn() {} }, addEventListener: (_, listener) => (listen = listener), postMessage: (message) => (answer = message) };
    self.self = self;
    const context = vm.createContext(self);
    self.importScripts = (...files) => {
      for (const file of files) vm.runInContext(fs.readFileSync(path.join(path.dirname(worker), file), "utf8"), context);
    };
    vm.runInContext(fs.readFileSync(worker, "utf8"), context);
    const docs = task.documents[lang].map(({ ref, title, words, keywords, text }) => ({ location: ref, title, text: [words, keywords, text].join(" ") }));
    const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
    const config = { lang: [langs[lang]], separator: "[\\s\\-]+", pipeline: ["stopWordFilter"], fields };
    const ask = async (type, data) => {
      await listen({ data: { type, data } });
      return answer;
    };
    return { ask, docs, ready: ask(0, { config, docs, options: { suggest: false } }) };
  },
  async search({ ask, ready }, query) {
    await ready;
    const { data } = await ask(2, query);
    return data.items.slice(0, FIRST).map(([first]) => first.location);
  },
  bytes: ({ docs }) => zipped(JSON.stringify(docs)) + zipped(fs.readFileSync(task.material.worker)),
};

/** Ours: `alone` with the index of the question's language, else with all, as on the site. */
function ours(alone) {
  const { Finder } = require(task.finder);
  const engine = zipped(fs.readFileSync(task.finder));
  let whole = null;
  return {
    build(lang) {
      if (!alone && whole) return whole;
      whole = new Finder(task.settings);
      for (const code of alone ? [lang] : Object.keys(task.indexes)) whole.addIndex(code, ...task.indexes[code]);
      return whole;
    },
    search: (finder, query, lang) => {
      const { hits, nearest } = finder.find(query, lang, { limit: FIRST });
      return (hits.length ? hits : nearest).map(({ ref }) => ref);
    },
    bytes: (_, lang) => task.indexes[lang].reduce((sum, part) => sum + zipped(JSON.stringify(part)), engine),
  };
}

async function run(engine) {
  const langs = [...new Set(task.questions.map(([, lang]) => lang))];
  const made = { bytes: {}, build: {}, found: [], times: [] };
  const searchers = {};
  for (const lang of langs) {
    const start = performance.now();
    searchers[lang] = engine.build(lang);
    await searchers[lang].ready;
    made.build[lang] = performance.now() - start;
    made.bytes[lang] = engine.bytes(searchers[lang], lang);
  }
  for (const [place, [query, lang]] of task.questions.entries()) {
    if (place % (engine.every || 1)) {
      made.found.push(null);
      continue;
    }
    const start = performance.now();
    made.found.push(await engine.search(searchers[lang], query, lang));
    made.times.push(performance.now() - start);
  }
  return made;
}

async function main() {
  const engines = { ours: ours(false), "ours, one language": ours(true), MiniSearch: minisearch, "Fuse.js": fuse, Material: material };
  const made = {};
  for (const [name, engine] of Object.entries(engines)) made[name] = await run(engine);
  process.stdout.write(JSON.stringify(made));
}

main();
