/*
 * The finder of the browser for tests: JSON in on standard input, JSON out.
 *   node answer.js finder.js < task.json
 * task: {settings, indexes: {lang: parts}, texts: [[text, lang]], questions: [[query, lang, filters]]}
 */
"use strict";
const fs = require("fs");

const [, , finderPath] = process.argv;
const { Finder, analyse, words } = require(finderPath);
const { settings, indexes, texts, questions } = JSON.parse(fs.readFileSync(0, "utf8"));

const finder = new Finder(settings);
for (const [lang, parts] of Object.entries(indexes)) finder.addIndex(lang, ...parts);
const { tables } = finder;

process.stdout.write(
  JSON.stringify({
    words: texts.map(([text, lang]) => words(text, lang, tables)),
    analysed: texts.map(([text, lang]) => analyse(text, lang, tables)),
    asked: questions.map(([query, lang]) => finder.asked(query, lang)),
    results: questions.map(([query, lang, filters]) => finder.find(query, lang, filters)),
  })
);
