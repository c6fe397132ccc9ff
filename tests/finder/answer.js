/*
 * The finder of the browser for tests and benchmarks: JSON in from a file, JSON out.
 *   node answer.js finder.js lunr.js input.json
 * input: {settings, indexes, texts: [[text, lang]], questions: [[query, lang, filters]]}
 * output: {words, analysed, results}
 */
"use strict";
const fs = require("fs");

const [, , finderPath, lunrPath, inputPath] = process.argv;
const { Finder, Tables, analyse, words } = require(finderPath);
const { settings, indexes, texts, questions } = JSON.parse(fs.readFileSync(inputPath, "utf8"));

const tables = new Tables(settings.tables);
const finder = new Finder(settings, require(lunrPath));
for (const [lang, data] of Object.entries(indexes)) finder.addIndex(lang, data);

process.stdout.write(
  JSON.stringify({
    words: texts.map(([text, lang]) => words(text, lang, tables)),
    analysed: texts.map(([text, lang]) => analyse(text, lang, tables)),
    results: questions.map(([query, lang, filters]) => finder.find(query, lang, filters)),
  })
);
