"""The same questions and documents through other search engines and ours; accuracy, size and time side by side out.

    python benchmarks/finder_peers.py [folder of questions, default tests/finder/report]

Engines: ours as on the site (all languages) and with the question's language alone, MiniSearch as Integreat's app sets
it, Fuse.js (slow, so with every tenth question), mkdocs-material's own worker, Pagefind in Chromium. Each has an index
per language with the same documents: title, words people type, keywords, text. Needs Node and npm, and pip's
`pagefind[bin]`; without it Pagefind is left out. Size is index and engine compressed; accuracy per kilobyte is the
share answered in the first three per 100 KB.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from wegweiser.assetfiles import assets
from wegweiser.build import Build
from wegweiser.documents import documents
from wegweiser.languages import base_of
from wegweiser.load import load
from wegweiser.questions import Question, sheet, together
from wegweiser.splitting import split

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent / "finder_peers"
FIRST = 10
# What mkdocs-material's plugin makes of a language that lunr-languages does not have.
MATERIAL = {"uk": "ru", "fa": "en", "pl": "en", "ar": "en"}


def main() -> None:
    """Print a table by engine and language, and one line of size and time for each engine."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "finder" / "report"
    made = Build(load(ROOT)[0], date.today())
    langs = list(made.wordings)
    questions = list(together(sheet(file, langs)[0] for file in sorted(folder.glob("*.yaml"))).questions)
    asked = sorted({question.lang for question in questions})
    contents = {lang: _documents(made, lang) for lang in asked}
    accepted = [_accepted(made, question) for question in questions]
    results = _in_node(made, contents, questions)
    pagefind = _pagefind(contents, questions)
    if pagefind:
        results["Pagefind"] = pagefind
    _print(results, questions, accepted, asked)


def _documents(made: Build, lang: str) -> list[dict[str, str]]:
    terms = made.terms.get(lang) or made.terms[base_of(lang)]
    found = documents(made.facts.catalogue, made.facts.graph, made.wordings[lang], terms.words)
    return [
        {
            "ref": one.ref,
            "title": one.title,
            "words": ", ".join((*one.synonyms, *one.search)),
            "keywords": ", ".join(one.keywords),
            "text": one.text,
        }
        for one in found
    ]


def _accepted(made: Build, question: Question) -> set[str]:
    """The references of all documents that would answer a question: by their id or the first body they lead to."""
    cards = made.cards[question.lang]["records"]
    district = question.district or made.finder.find(question.q, question.lang, limit=1).place or None
    right = set()
    for ref, card in cards.items():
        duties = [duty for duty in card.get("duties", ()) if not district or duty.get("area") in (None, district)]
        first = [*(duty["body"] for duty in duties), *card.get("leads", ())][:1]
        if ref.rpartition("/")[2] in question.expect or set(first) & set(question.expect):
            right.add(ref)
    return right


def _in_node(
    made: Build, contents: Mapping[str, Sequence[Mapping[str, str]]], questions: Sequence[Question]
) -> dict[str, Any]:
    if not (HERE / "node_modules").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)  # noqa: S607
    spec = importlib.util.find_spec("material") or sys.exit("mkdocs-material is not installed")
    scripts = Path(str(spec.origin)).parent / "templates/assets/javascripts"
    langs = {lang: MATERIAL.get(lang, lang) for lang in contents}
    task = {
        "settings": made.known.to_json(),
        "indexes": {lang: split(made.indexes[lang], made.known.of_language(lang), made.tables) for lang in contents},
        "documents": contents,
        "questions": [[question.q, question.lang] for question in questions],
        "material": {"worker": str(next((scripts / "workers").glob("search.*.min.js"))), "langs": langs},
    }
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "finder.js"
        script.write_text(assets()["assets/finder.js"], "utf-8")
        done = subprocess.run(
            ["node", str(HERE / "engines.js")],  # noqa: S607
            input=json.dumps({**task, "finder": str(script)}),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _pagefind(
    contents: Mapping[str, Sequence[Mapping[str, str]]], questions: Sequence[Question]
) -> dict[str, Any] | None:
    if importlib.util.find_spec("pagefind") is None:
        print("Pagefind is not installed and left out: pip install 'pagefind[bin]'\n")
        return None
    made: dict[str, Any] = {"bytes": {}, "build": {}, "found": [None] * len(questions), "times": []}
    for lang, listed in contents.items():
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            for number, one in enumerate(listed):
                (site / f"{number}.html").write_text(_page(one, lang), "utf-8")
            start = time.perf_counter()
            command = [sys.executable, "-m", "pagefind", "--site", folder, "--force-language", lang]
            subprocess.run(command, check=True, capture_output=True)
            made["build"][lang] = (time.perf_counter() - start) * 1000
            files = [path for path in (site / "pagefind").rglob("*") if path.is_file() and "ui" not in path.name]
            made["bytes"][lang] = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
            places = [at for at, question in enumerate(questions) if question.lang == lang]
            answer = _in_chromium(site, [questions[at].q for at in places])
            made["times"] += answer["times"]
            for at, found in zip(places, answer["found"], strict=True):
                made["found"][at] = found
    return made


def _page(one: Mapping[str, str], lang: str) -> str:
    said = {name: html.escape(text) for name, text in one.items()}
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{said["title"]}</title></head><body data-pagefind-body>'
        f'<h1 data-pagefind-weight="6" data-pagefind-meta="ref:{said["ref"]}">{said["title"]}</h1>'
        f'<p data-pagefind-weight="4">{said["words"]} {said["keywords"]}</p><p>{said["text"]}</p></body></html>'
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _in_chromium(site: Path, questions: Sequence[str]) -> dict[str, Any]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or sys.exit("chromium is not installed")
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/0.html")
        ask = (HERE / "pagefind.js").read_text("utf-8").split("*/", 1)[1].strip().rstrip(";")
        found: dict[str, Any] = page.evaluate(ask, {"questions": list(questions), "first": FIRST})
        browser.close()
    server.shutdown()
    return found


def _print(
    results: Mapping[str, Any], questions: Sequence[Question], accepted: Sequence[set[str]], asked: Sequence[str]
) -> None:
    print(f"{len(questions)} questions; first / first three in percent\n")
    print(f"{'':20}" + "".join(f"{lang:>9}" for lang in [*asked, "all"]))
    for name, made in results.items():
        cells = []
        for lang in [*asked, None]:
            ranks = [
                next((place for place, ref in enumerate(made["found"][at]) if ref in accepted[at]), None)
                for at, question in enumerate(questions)
                if lang in (None, question.lang) and made["found"][at] is not None
            ]
            total = len(ranks) or 1
            first, three = (sum(rank is not None and rank < most for rank in ranks) / total for most in (1, 3))
            cells.append(f"{first * 100:>5.0f}/{three * 100:>3.0f}")
        made["three"] = three
        print(f"{name:20}" + "".join(cells))
    print(f"\n{'':20}{'KB a language':>15}{'top-3 / 100 KB':>16}{'build ms':>10}{'p50 ms':>9}{'p95 ms':>9}")
    for name, made in results.items():
        size = sum(made["bytes"].values()) / len(made["bytes"]) / 1000
        build = sum(made["build"].values()) / len(made["build"])
        times = sorted(made["times"])
        p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
        print(f"{name:20}{size:>15.0f}{made['three'] * 100 / size * 100:>16.1f}{build:>10.0f}{p50:>9.2f}{p95:>9.2f}")


if __name__ == "__main__":
    main()
