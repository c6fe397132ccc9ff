"""A folder of built finder files in (common.json and index/<lang>.json); sizes and times in Node and Chromium out.

    python benchmarks/finder_latency.py docs/finder [questions of each language]

The questions of tests/finder/tuning are typed letter by letter; each letter asks the finder again, with all languages
loaded. Times include what the finder has not remembered yet.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from wegweiser.assetfiles import assets

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "finder" / "tuning"
CHROMIUM = """
async ({ settings, files, questions }) => {
  const finder = new WegweiserFinder.Finder(settings);
  for (const [lang, text] of Object.entries(files)) finder.addIndex(lang, ...text.map((part) => JSON.parse(part)));
  return questions.map(([query, lang]) => {
    const start = performance.now();
    finder.find(query, lang);
    return performance.now() - start;
  });
}
"""
NODE = """
const fs = require("fs");
const [finderPath, inputPath] = process.argv.slice(1);
const { Finder } = require(finderPath);
const { settings, files, questions } = JSON.parse(fs.readFileSync(inputPath, "utf8"));
const finder = new Finder(settings);
const load = {};
for (const [lang, file] of Object.entries(files)) {
  const texts = file.map((part) => fs.readFileSync(part, "utf8"));
  const start = performance.now();
  finder.addIndex(lang, ...texts.map((text) => JSON.parse(text)));
  load[lang] = performance.now() - start;
}
const times = questions.map(([query, lang]) => {
  const start = performance.now();
  finder.find(query, lang);
  return performance.now() - start;
});
console.log(JSON.stringify({ load, times }));
"""


def main() -> None:
    """Print one line per language and one for the questions."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    files: dict[str, list[Path]] = {}
    for path in sorted((folder / "index").glob("*.json"), key=lambda path: (path.name.count("."), path.name)):
        files.setdefault(path.name.split(".")[0], []).append(path)
    questions = _typed(int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    settings = json.loads((folder / "common.json").read_text("utf-8"))
    measured = _answered(
        {
            "settings": settings,
            "files": {lang: list(map(str, parts)) for lang, parts in files.items()},
            "questions": questions,
        }
    )
    for lang, parts in files.items():
        packed = [len(gzip.compress(path.read_bytes(), 9)) / 1000 for path in parts]
        sizes = " + ".join(f"{one:.0f}" for one in packed)
        print(f"{lang}: gzip {sizes} KB, loaded in {measured['load'][lang]:.0f} ms")
    _print_times("Node", measured["times"])
    texts = {lang: [path.read_text("utf-8") for path in parts] for lang, parts in files.items()}
    for label, slowdown in (("Chromium", 1), ("Chromium, processor 4 times slower", 4)):
        _print_times(label, _in_chromium({"settings": settings, "files": texts, "questions": questions}, slowdown))


def _print_times(label: str, times: list[float]) -> None:
    times = sorted(times)
    shares = {f"p{share}": times[min(len(times) - 1, len(times) * share // 100)] for share in (50, 95, 99)}
    print(f"{len(times)} keystrokes in {label}: " + ", ".join(f"{name} {time:.1f} ms" for name, time in shares.items()))


def _in_chromium(task: dict[str, object], slowdown: int) -> list[float]:
    made = assets()
    with sync_playwright() as browsers:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or sys.exit("chromium is not installed")
        browser = browsers.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_script_tag(content=made["assets/finder.js"])
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        times: list[float] = page.evaluate(CHROMIUM, task)
        browser.close()
    return times


def _typed(count: int) -> list[tuple[str, str]]:
    """Questions letter by letter, as many of each language."""
    found: list[tuple[str, str]] = []
    for file in sorted(QUESTIONS.glob("*.yaml")):
        asked = yaml.safe_load(file.read_text("utf-8"))["questions"]
        for question in asked[:: max(1, len(asked) // count)][:count]:
            text = question["q"]
            found += [(text[:end], question["lang"]) for end in range(2, len(text) + 1)]
    return found


def _answered(task: dict[str, object]) -> dict:
    node = shutil.which("node") or sys.exit("node is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "task.json"
        path.write_text(json.dumps(task), "utf-8")
        script = Path(folder) / "finder.js"
        script.write_text(assets()["assets/finder.js"], "utf-8")
        command = [node, "-e", NODE, str(script), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
