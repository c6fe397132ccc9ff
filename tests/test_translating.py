"""The work of translators from end to end: collect, merge, count, proof-read; a changed sentence; one more language."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builders import CITY, ENGLISH, ROOT, TODAY, catalogue, topic, wording
from wegweiser.build import Build
from wegweiser.cli import app
from wegweiser.comparison import lost_addresses, lost_numbers, script_of, strange_words
from wegweiser.coverage import Coverage, coverage
from wegweiser.extraction import Kind, Word
from wegweiser.load import load
from wegweiser.translations import MACHINE_MADE, Translation

MSGFMT = shutil.which("msgfmt")
DAY = ("--today", TODAY.isoformat())


def run(*arguments: str, root: Path, fails: bool = False) -> str:
    """What a command prints."""
    result = CliRunner().invoke(app, [*arguments, "--root", str(root), *DAY])
    assert fails == bool(result.exit_code), result.output
    return result.output


@pytest.fixture
def city_copy(tmp_path: Path) -> Path:
    """The invented city, to be changed, in the shell of this repository."""
    root = Path(shutil.copytree(CITY, tmp_path / "city"))
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    """The real records and translations, to be changed."""
    for name in ("data", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_templates(city_copy: Path) -> None:
    """The templates have every text once, with what it is for, its kind and its limit, and no translation."""
    assert "locales/content.pot geschrieben." in run("translate", "extract", "--lang", "de", root=city_copy)
    content = (city_copy / "locales/content.pot").read_text(encoding="utf-8")
    assert "#. Das Anliegen in wenigen Worten. (core, höchstens 120 Zeichen)" in content
    words = (city_copy / "locales/ui.pot").read_text(encoding="utf-8")
    assert "#. Wort der Website; Knöpfe und Überschriften sind kurz. (core)\n" in words
    assert "#. Meldung des Werkzeugs für die Redaktion. (long)\n" in words
    for text in (content, words):
        assert set() == set(re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', text, re.MULTILINE))
    assert "Alles war schon" in run("translate", "extract", "--lang", "de", root=city_copy)


def test_status() -> None:
    """A row for each language and kind; the numbers add up, and the same are given to programs."""
    text = run("translate", "status", "--lang", "de", root=CITY)
    assert "Wichtige Texte" in text and "maschinell" in text
    rows = json.loads(run("translate", "status", "en", "--format", "json", root=CITY))
    assert ["word", "core", "long", "message"] == [row["kind"] for row in rows]
    assert {"en"} == {row["lang"] for row in rows}
    for row in rows:
        assert row["total"] == row["translated"] + row["outdated"] + row["missing"]
        assert row["translated"] == row["machine_made"] + row["reviewed"]
    assert rows[0]["total"] > 300 and rows[1]["translated"] > 0


def test_counting() -> None:
    """Each text counts once, as what it is; what is nowhere in the data any more does not count."""
    records = catalogue(topic("kita", title="Kita", summary="Wohin?", gap="Plätze"))
    words = [Word(("Suchen",), Kind.WORD, ()), Word(("fehlt",), Kind.MESSAGE, ())]
    said = wording(
        ENGLISH,
        {
            ("topics/kita:title", "Kita"): Translation(("Kita",), ("Day care",), machine_made=True),
            ("topics/kita:summary", "Wohin?"): Translation(("Wohin?",), ("Where?",), outdated=True, machine_made=True),
            ("topics/kita:summary", "Früher"): "Before",
        },
        {"Suchen": "Search"},
    )
    assert [
        Coverage("en", Kind.WORD, 1, 1, 0, 0, 0),
        Coverage("en", Kind.CORE, 2, 1, 1, 0, 1),
        Coverage("en", Kind.LONG, 1, 0, 0, 1, 0),
        Coverage("en", Kind.MESSAGE, 1, 0, 0, 1, 0),
    ] == coverage(records, words, {"en": said, "de": wording()})
    assert [(1, 100), (0, 50)] == [(row.reviewed, row.percent) for row in coverage(records, words, {"en": said})[:2]]


def test_check() -> None:
    """Findings with file and line; warnings alone do not fail, and an unknown language is told."""
    found = json.loads(run("translate", "check", "ar", "--format", "json", "--lang", "en", root=CITY))
    assert {"core-translated"} == {one["rule"] for one in found}
    assert {"locales/ar/LC_MESSAGES/content.po", "locales/ar/LC_MESSAGES/ui.po"} == {one["path"] for one in found}
    assert "mkdocs.yml lists en, ar" in run("translate", "check", "xx", root=CITY, fails=True)


@pytest.mark.skipif(MSGFMT is None, reason="GNU gettext is not installed")
@pytest.mark.parametrize("path", sorted((ROOT / "locales").rglob("*.po")), ids=lambda path: "/".join(path.parts[-3::2]))
def test_gettext_reads_every_file(path: Path) -> None:
    """What msgfmt --check accepts, Poedit and Weblate open."""
    done = subprocess.run([str(MSGFMT), "--check", "-o", "/dev/null", str(path)], capture_output=True, text=True)
    assert 0 == done.returncode, done.stderr


def test_files_are_current(real_copy: Path) -> None:
    """Nobody has to run `wegweiser translate update` before the next change."""
    assert "Everything was already up to date." in run("translate", "update", "--lang", "en", root=real_copy)


def test_one_changed_sentence(real_copy: Path) -> None:
    """One German sentence that changes makes its nine translations outdated, and nothing else."""
    place = real_copy / "data/topics/opferberatung-gewalt.yaml"
    old = load(real_copy)[0].catalogue.topics["opferberatung-gewalt"].title
    text = place.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    place.write_text(text.replace(old, f"{old} bekommen"), encoding="utf-8")
    before = {path: path.read_text(encoding="utf-8") for path in sorted((real_copy / "locales").rglob("*.po"))}
    run("translate", "update", root=real_copy)
    outdated = []
    for path, known in before.items():
        now = path.read_text(encoding="utf-8")
        assert set(known.splitlines()) - set(now.splitlines()) in (set(), {f'msgid "{old}"'}), path
        if now.count("#, fuzzy") == known.count("#, fuzzy") + 1:
            outdated.append(path.parts[-3])
            assert f'#| msgid "{old}"' in now and MACHINE_MADE in now
        else:
            assert now.count("#, fuzzy") == known.count("#, fuzzy")
    assert ["ar", "en", "fa", "fr", "pl", "ru", "tr", "uk", "vi"] == outdated
    made = Build(load(real_copy)[0], TODAY)
    for lang in ("tr", "ar"):
        pages = made.edition(lang)
        marked = [path for path, page in pages.items() if path.endswith(".md") and "ww-outdated" in page]
        assert f"{lang}/topics/opferberatung-gewalt.md" in marked
        assert all(made.wordings[lang].word("veraltet") in pages[path] for path in marked)


ENTRY = """
        - locale: "null"
          name: Auisch
          build: false
          fixed_link: /qau/
          extra: {tag: qau}
"""


def test_one_more_language(city_copy: Path, tmp_path: Path) -> None:
    """A language that nobody knows: an entry in mkdocs.yml, its stop words, its terms; the rest comes by itself."""
    shell = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    start, end = shell.index("        - locale: de\n"), shell.index("hooks:")
    own = "        - {locale: de, name: Deutsch, default: true}\n        - {locale: en, name: English}"
    (city_copy / "mkdocs.yml").write_text(shell[:start] + own + ENTRY + shell[end:], encoding="utf-8")
    (city_copy / "data/terms/qau.yaml").write_text(
        "lang: qau\ntopics:\n  wohnsitz-anmelden:\n    synonyms: [domu lati]\n"
        "    search: [nova domu, lati, movi, kambi domu, nova adreso]\n",
        encoding="utf-8",
    )
    (city_copy / "locales/qau").mkdir()
    (city_copy / "locales/qau/finder.yaml").write_text("script: latin\nstop words: [mi, volas]\n", encoding="utf-8")
    run("translate", "update", "qau", root=city_copy)
    content = city_copy / "locales/qau/LC_MESSAGES/content.po"
    text = content.read_text(encoding="utf-8").replace(
        'msgid "Wohnung anmelden"\nmsgstr ""', 'msgid "Wohnung anmelden"\nmsgstr "Lati la domu"', 1
    )
    content.write_text(text, encoding="utf-8")
    assert '"Language: qau\\n"' in text
    run("build", "--site-dir", str(tmp_path / "site"), root=city_copy)
    page = (tmp_path / "site/qau/topics/wohnsitz-anmelden/index.html").read_text(encoding="utf-8")
    assert '<html lang="qau"' in page and "Lati la domu" in page
    assert 'class="ww-fallback" lang="de" dir="ltr"' in page
    german = (tmp_path / "site/de/topics/wohnsitz-anmelden/index.html").read_text(encoding="utf-8")
    assert 'href="../../../qau/topics/wohnsitz-anmelden/"' in german
    answer = json.loads(run("find", "mi volas nova domu", "--lang", "qau", "--format", "json", root=city_copy))
    assert "Lati la domu" == answer["answers"][0]["title"]
    assert "qau" in run("translate", "status", "--lang", "en", root=city_copy)


@pytest.mark.parametrize(
    ("original", "said", "lost"),
    [
        ("bis 24.12.2026 1.500 Euro", "until 24 December 2026 1,500 euros", []),
        ("14 Tage", "۱۴ روز", []),
        (
            "am 01.08.2026, 31.03. und 2024-05-07, seit 11/2021",
            "1 August 2026, 31 March, 7 May 2024, November 2021",
            [],
        ),
        ("am 01.08.2026", "2 August 2026", ["1"]),
        ("14 Tage, 3 Monate, 14 Uhr", "3 months", ["14"]),
        ("20 000 Euro", "20\u202f000 €", []),
        ("2.000 Euro", "2 000,00 zł 2000", []),
        ("Punkt 3.5", "point 3", ["5"]),
    ],
)
def test_lost_numbers(original: str, said: str, lost: list[str]) -> None:
    """Digits, separators and months in words do not matter, the numbers do."""
    assert lost == lost_numbers(original, said)


def test_lost_addresses_and_strange_words() -> None:
    """Addresses stay letter by letter; a word has one script, that of the language or Latin."""
    assert ["a.berlin.de"] == lost_addresses("auf a.berlin.de und b@c.de.", "at b@c.de")
    scripts = {"fa": "Arab", "uk": "Cyrl", "vi": "Latn", "de-simple": "Latn", "qau": "Latn"}
    assert scripts == {code: script_of(code) for code in scripts}
    assert ["Ваrum"] == strange_words("Ваrum LEA § 81 да", "Cyrl")
    assert ["да"] == strange_words("tak да ʼnie’", "Latn")
    assert [] == strange_words("ª µ 12 –", "Arab")
