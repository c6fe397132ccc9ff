"""The finder of the browser (assets/finder/, run by Node) answers as the one in Python does."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from finder_samples import HERE, finder, indexes, junk, known, phrases, tables
from wegweiser.analysis import analyse, words
from wegweiser.assetfiles import assets
from wegweiser.splitting import size, split

NODE = shutil.which("node")
JUNK = 3000
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"district": "altmarkt"},
    {"district": "nordhafen", "limit": 2},
    {"audience": "organisation"},
    {"group": "family"},
    {"kind": "office", "level": "district"},
)

pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so the browser's finder cannot be run")


@cache
def asked() -> list[tuple[str, str]]:
    """Everything the documents say, and everything nobody expects."""
    return [*phrases(), *junk(JUNK)]


def filters(number: int) -> dict[str, Any]:
    """Every third question has no filters, the others take turns."""
    return FILTERS[number % len(FILTERS)] if number % 3 else {}


def in_files(lang: str, share: float) -> list[dict[str, object]]:
    """The index of a language in as many files as it takes to be no bigger than that."""
    beside = known().of_language(lang)
    return split(indexes()[lang], beside, tables(), int(share * size({**indexes()[lang], **beside, "parts": 1})))


@cache
def answered(share: float = 1.0) -> dict[str, Any]:
    """What Node makes of the same input, from files of at most that share of the whole."""
    files = {lang: in_files(lang, share) for lang in indexes()}
    task = {
        "settings": known().to_json(),
        "indexes": files,
        "texts": asked(),
        "questions": [[query, lang, filters(number)] for number, (query, lang) in enumerate(asked())],
    }
    with TemporaryDirectory() as folder:
        script = Path(folder) / "finder.js"
        script.write_text(assets()["assets/finder.js"], encoding="utf-8")
        command = [str(NODE), str(HERE / "finder" / "answer.js"), str(script)]
        done = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "files": {lang: len(parts) for lang, parts in files.items()}}


def differences(ours: list[Any], theirs: list[Any]) -> list[tuple[object, ...]]:
    """The first few inputs with different outputs; a length that differs is one too."""
    assert len(ours) == len(theirs)
    pairs = zip(asked(), ours, theirs, strict=True)
    return list(islice(((said, one, other) for said, one, other in pairs if one != other), 3))


def test_same_words() -> None:
    """Every text falls into the same words."""
    assert differences([words(text, lang, tables()) for text, lang in asked()], answered()["words"]) == []


def test_same_analysis() -> None:
    """The same words carry meaning."""
    assert differences([analyse(text, lang, tables()) for text, lang in asked()], answered()["analysed"]) == []


def test_same_answers() -> None:
    """Every question finds the same documents with the same scores for the same reasons."""
    ours = [
        json.loads(json.dumps(dataclasses.asdict(finder().find(query, lang, **filters(number)))))
        for number, (query, lang) in enumerate(asked())
    ]
    assert sum(bool(result["hits"]) for result in ours) > len(ours) / 3, "too few questions find anything to compare"
    assert differences(ours, answered()["results"]) == []


def test_same_answers_from_parts() -> None:
    """An index that was split and put together again answers as the whole does."""
    from_parts = answered(0.9)
    assert min(from_parts["files"].values()) > 1
    assert differences(answered()["results"], from_parts["results"]) == []


def test_same_languages() -> None:
    """Both sides ask the same languages, so the browser loads the right files."""
    assert [finder().asked(query, lang) for query, lang in asked()] == answered()["asked"]
