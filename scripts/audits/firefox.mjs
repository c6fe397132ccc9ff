#!/usr/bin/env node
// Opens a bundle in Firefox as somebody does who double-clicks index.html on a stick, asks the finder and opens an answer.
//   node scripts/audits/firefox.mjs site/downloads/wegweiser-de.zip de "question"
// Firefox is taken from FIREFOX or /usr/bin/firefox-esr; the zip file is unpacked by Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [bundle, lang, question] = process.argv.slice(2);
if (!question) {
  console.error('usage: node scripts/audits/firefox.mjs BUNDLE LANGUAGE "QUESTION"');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "stick-"));
execFileSync("python3", ["-m", "zipfile", "-e", bundle, folder]);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", headless: true });
const wrong = [];
try {
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(pathToFileURL(join(folder, "wegweiser", "index.html")).href);
  await Promise.all([page.waitForNavigation(), page.click(`.ww-languages a[lang="${lang}"]`)]);
  await page.type("#q", question);
  await page.waitForSelector("[data-answer-link]", { timeout: 20_000 });
  const answers = await page.$$eval(".ww-answer", (found) => found.map((answer) => answer.dataset.id));
  await page.focus("[data-answer-link]"); // answers that are being read are not replaced by better ones
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const opened = await page.$eval("h1", (heading) => heading.textContent);
  console.log(wrong.join("\n"));
  console.log(`audit: Firefox ${await browser.version()}: ${answers.length} answers, opened "${opened}", ${wrong.length} errors.`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
process.exit(wrong.length ? 1 : 0);
