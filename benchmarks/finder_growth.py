"""The real records of one language, copied with other words; how the finder grows with them out.

    python benchmarks/finder_growth.py [language]

Every copy has some words of its own, as records of other cities would. Prints, for each size, how many files the index
takes, its size, and Node's times to load it and to answer; the last lines compare both with the smallest. Linear growth
is a ratio near 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from wegweiser.assetfiles import assets
from wegweiser.build import Build
from wegweiser.documents import documents
from wegweiser.index import Document
from wegweiser.indexing import build_index
from wegweiser.load import load
from wegweiser.questions import sheet
from wegweiser.splitting import size, split

ROOT = Path(__file__).parent.parent
COPIES = (1, 5, 20)
EVERY = 4
NODE = """
const fs = require("fs");
const { Finder } = require(process.argv[1]);
const { settings, lang, parts, questions } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const finder = new Finder(settings);
const start = performance.now();
finder.addIndex(lang, ...parts);
const load = performance.now() - start;
const times = questions.map((query) => {
  const start = performance.now();
  finder.find(query, lang);
  return performance.now() - start;
});
times.sort((one, other) => one - other);
const at = (share) => times[Math.floor(times.length * share)];
console.log(JSON.stringify({ load, p50: at(0.5), p95: at(0.95) }));
"""


def main() -> None:
    """Print one line per size."""
    lang = sys.argv[1] if len(sys.argv) > 1 else "de"
    made = Build(load(ROOT)[0], date.today())
    terms = made.terms[lang]
    real = documents(made.facts.catalogue, made.facts.graph, made.wordings[lang], terms.words)
    questions = [one.q for one in sheet(ROOT / f"tests/finder/tuning/{lang}.yaml", [lang])[0].questions]
    measured = []
    for copies in COPIES:
        found = [one for number in range(copies) for one in _copied(real, number)]
        parts = split(build_index(found, lang, made.tables), made.known.of_language(lang), made.tables)
        times = _timed({"settings": made.known.to_json(), "lang": lang, "parts": parts, "questions": questions})
        measured.append((len(found), times))
        weight = sum(map(size, parts)) / 1000
        print(
            f"{len(found):>6} records: {len(parts)} files, {weight:.0f} KB, loaded in {times['load']:.0f} ms, "
            f"p50 {times['p50']:.1f} ms, p95 {times['p95']:.1f} ms"
        )
    (few, first), (many, last) = measured[0], measured[-1]
    for name in ("load", "p95"):
        print(f"{name}: {last[name] / first[name] / (many / few):.2f} of linear growth from {few} to {many} records")


def _copied(real: list[Document], number: int) -> Iterator[Document]:
    """The documents under other references; from the second copy on every fourth word is another one."""
    for one in real:
        if not number:
            yield one
            continue
        yield replace(
            one,
            ref=f"{one.ref}-{number}",
            title=_varied(one.title, number),
            synonyms=tuple(_varied(text, number) for text in one.synonyms),
            search=tuple(_varied(text, number) for text in one.search),
            text=_varied(one.text, number),
        )


def _varied(text: str, number: int) -> str:
    ending = "".join("aeiou"[int(digit) % 5] + "bdfgklmnrs"[int(digit)] for digit in str(number))
    return " ".join(
        word + ending if place % EVERY == number % EVERY else word for place, word in enumerate(text.split())
    )


def _timed(task: dict[str, object]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "task.json"
        path.write_text(json.dumps(task), "utf-8")
        script = Path(folder) / "finder.js"
        script.write_text(assets()["assets/finder.js"], "utf-8")
        command = ["node", "-e", NODE, str(script), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
