"""The command line: what it prints; it ends with 0 (fine), 1 (findings) or 2 (usage), never with a traceback."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from builders import CITY
from wegweiser.cli import app

DAY = ("--today", "2026-11-22")


def run(*arguments: str | Path, root: Path = CITY) -> Result:
    """A command on a project, on a fixed day."""
    words = [str(one) for one in arguments]
    today = () if words[0] in ("schema", "export") or "--today" in words else DAY
    place = () if words[0] == "schema" else ("--root", str(root))
    result = CliRunner().invoke(app, [*words, *place, *today])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the city that a test may damage."""
    return Path(shutil.copytree(CITY, tmp_path / "project"))


def damage(project: Path, path: str, old: str, new: str) -> None:
    """Replace something in a file of the project."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_is_fine() -> None:
    """Without findings there is one line of counts."""
    result = run("check", "--lang", "de")
    assert (0, "33 Einträge gelesen, 0 Fehler, 0 Warnungen.\n") == (result.exit_code, result.stdout)


def test_check_finds(project: Path) -> None:
    """An error ends with 1, and says where, what and what to do."""
    damage(project, "data/topics/raeume.yaml", "[beschwerde]", "[beschwerden]")
    result = run("check", "--lang", "de", root=project)
    assert 1 == result.exit_code
    assert [
        "data/topics/raeume.yaml:10 (related.0): error [references-exist] „beschwerden“ gibt es in data/topics/ nicht.",
        "    -> Meinten Sie „beschwerde“?",
        "",
        "33 Einträge gelesen, 1 Fehler, 0 Warnungen.",
    ] == result.stdout.splitlines()


def test_warnings_do_not_stop(project: Path) -> None:
    """A warning is told and ends with 0."""
    damage(
        project, "data/offices/ombudsstelle.yaml", "checked: 2026-11-01", "checked: 2026-11-01\nreview_by: 2026-11-02"
    )
    result = run("check", "--lang", "de", root=project)
    assert 0 == result.exit_code
    assert "warning [review-due]" in result.stdout


def test_check_of_one_file(project: Path) -> None:
    """Only the findings of the named files are told and counted; everything is read."""
    damage(project, "data/topics/raeume.yaml", "[beschwerde]", "[beschwerden]")
    fine = run("check", "--lang", "de", project / "data/topics/beschwerde.yaml", root=project)
    wrong = run("check", "--lang", "de", project / "data/topics/raeume.yaml", root=project)
    assert (0, 1) == (fine.exit_code, wrong.exit_code)


def test_check_for_programs(project: Path) -> None:
    """JSON can be parsed, annotations have their form."""
    damage(project, "data/topics/raeume.yaml", "[beschwerde]", "[beschwerden]")
    found = json.loads(run("check", "--format", "json", "--lang", "de", root=project).stdout)
    assert [("data/topics/raeume.yaml", 10, "references-exist")] == [
        (one["path"], one["line"], one["rule"]) for one in found
    ]
    assert [] == json.loads(run("check", "--format", "json").stdout)
    assert run("check", "--format", "github", root=project).stdout.startswith(
        "::error file=data/topics/raeume.yaml,line=10,"
    )


def test_messages_in_english(project: Path) -> None:
    """The same finding in another language of the project; what is not translated is said in German."""
    (project / "data/offices/altes-amt.yaml").unlink()
    lines = run("check", "--lang", "en", root=project).stdout.splitlines()
    assert (
        "data/offices/altes-amt.yaml: error [ids-never-vanish] The published id “offices/altes-amt” is gone."
        == lines[0]
    )
    assert lines[1].startswith("    -> Stellen Sie")
    assert "32 records read, 1 error, 0 Warnungen." == lines[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--today", "gestern"),
        ("check", "--format", "xml"),
        ("check", "--nonsense"),
        ("nonsense",),
        ("find", "x", "--lang", "xx"),
        ("find", "x", "--district", "mond"),
        ("find", "x", "--limit", "0"),
        ("find", "--batch", "/nowhere/at/all"),
        ("evaluate", "/nowhere/at/all"),
        ("build", "--builder", "nonsense"),
        ("new", "office", "Großes Amt"),
        ("new", "office", "amt\n"),
        ("new", "moved", "amt"),
        ("new", "office", "buergeramt"),
        ("schema", "nonsense"),
        ("export", "x", "--format", "xml"),
    ],
)
def test_usage(arguments: tuple[str, ...]) -> None:
    """What cannot be done ends with 2 and a sentence, and nothing on the standard output."""
    result = run(*arguments)
    assert 2 == result.exit_code
    assert result.stderr.strip() or "Es gibt nicht" in result.stdout or result.stdout


@pytest.mark.parametrize(
    "content", [None, "", "a: [", "- a\n", "plugins: []\n", "plugins:\n  - i18n:\n      languages: []\n"]
)
def test_no_project(tmp_path: Path, content: str | None) -> None:
    """A folder without a usable mkdocs.yml ends with 2 and says so."""
    if content is not None:
        (tmp_path / "mkdocs.yml").write_text(content)
    result = run("check", root=tmp_path)
    assert 2 == result.exit_code
    assert result.stderr.startswith("wegweiser: mkdocs.yml")


def test_find_for_programs() -> None:
    """The promised form of an answer."""
    found = json.loads(run("find", "Ich bin umgezogen", "--district", "nordufer", "--format", "json").stdout)
    assert (
        "Ich bin umgezogen",
        "de",
        "nordufer",
        None,
    ) == tuple(found[key] for key in ("query", "lang", "district", "signpost"))
    first = found["answers"][0]
    assert ("topic", "wohnsitz-anmelden", "Wohnung anmelden") == (first["kind"], first["id"], first["title"])
    assert ["buergeramt", "dachverband"] == first["bodies"]
    assert "de/topics/wohnsitz-anmelden/" == first["url"]
    assert {"kind", "id", "title", "score", "sure", "matched", "bodies", "themes", "district", "url"} == set(first)


@pytest.mark.parametrize(
    "question", ["", " ", "?", "🏠", "x" * 5000, "\x00", "umgezogen\numgezogen", "' OR 1=1 --", "{n}", "[b]x[/b]"]
)
def test_find_anything(question: str) -> None:
    """Whatever is asked, it is answered or not, but the program does not fail."""
    assert 0 == run("find", question).exit_code
    assert question == json.loads(run("find", question, "--format", "json").stdout)["query"]


def test_batch(tmp_path: Path) -> None:
    """One line of answers for each line of questions, in their order."""
    lines = [
        {"q": "es brennt", "lang": "de"},
        {"q": "Ich bin umgezogen", "lang": "de", "district": "suedufer"},
        {"q": "moved house", "lang": "en"},
        {"q": "umgezogen"},
        {"q": "", "lang": "ar"},
    ]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("\n\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    result = run("find", "--batch", batch)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert 0 == result.exit_code
    assert [line["q"] for line in lines] == [one["query"] for one in found]
    assert ["de", "de", "en", "de", "ar"] == [one["lang"] for one in found]
    assert "112" == found[0]["signpost"]
    assert "wohnsitz-anmelden" == found[1]["answers"][0]["id"] == found[2]["answers"][0]["id"]


def test_batch_in_a_language_the_site_does_not_have(tmp_path: Path) -> None:
    """The answer comes in the language of the records and says so; a district may be given by its name."""
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"q": "Ich bin umgezogen", "lang": "xx", "district": "Nordufer"}\n', encoding="utf-8")
    result = run("find", "--batch", batch)
    found = json.loads(result.stdout)
    assert 0 == result.exit_code
    assert ("de", "nordufer") == (found["lang"], found["district"])


@pytest.mark.parametrize(
    "line",
    ["no json", "[]", "1", "null", '{"lang": "de"}', '{"q": 1}', '{"q": "x", "district": "mond"}', "[" * 100_000],
)
def test_batch_with_a_bad_line(tmp_path: Path, line: str) -> None:
    """A line that is no question ends the run with 2 and its number; what came before has been answered."""
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"q": "umgezogen"}\n' + line + "\n", encoding="utf-8")
    result = run("find", "--batch", batch)
    assert 2 == result.exit_code
    assert 1 == len(result.stdout.splitlines())
    assert result.stderr.startswith("wegweiser: ") and ":2: " in result.stderr


def test_batch_that_is_no_text(tmp_path: Path) -> None:
    """A file in another encoding ends with 2."""
    (tmp_path / "q").write_bytes(b'{"q": "\xfc"}\n')
    assert 2 == run("find", "--batch", tmp_path / "q").exit_code


def test_evaluate(tmp_path: Path) -> None:
    """A table for people, numbers for programs, 2 for a file that cannot be used."""
    file = tmp_path / "questions.yaml"
    file.write_text("- {q: Ich bin umgezogen, lang: de, expect: [wohnsitz-anmelden]}\n", encoding="utf-8")
    assert "100.0%" in run("evaluate", file).stdout
    assert 1.0 == json.loads(run("evaluate", file, "--format", "json").stdout)["languages"]["de"]["mrr"]
    file.write_text("- {q: a}\n", encoding="utf-8")
    result = run("evaluate", file)
    assert 2 == result.exit_code
    assert "[questions-readable]" in result.stdout


def test_build_of_pages(project: Path) -> None:
    """Pages and finder are written, a second run changes nothing, a record that is gone takes its page with it."""
    assert 0 == run("build", "--pages-only", "--lang", "de", root=project).exit_code
    assert (project / "docs/ar/topics/raeume.md").is_file()
    assert (project / "docs/finder/index/en.json").is_file()
    assert "0 Dateien geschrieben, 0 entfernt.\n" == run("build", "--pages-only", "--lang", "de", root=project).stdout
    (project / "data/practices/talheim-vereinshaus.yaml").unlink()
    assert 0 == run("build", "--pages-only", root=project).exit_code
    assert not list((project / "docs").rglob("talheim*"))


def test_build_with_an_error_writes_nothing(project: Path) -> None:
    """While an error stands, no file changes."""
    damage(project, "data/topics/raeume.yaml", "[beschwerde]", "[beschwerden]")
    result = run("build", "--pages-only", "--lang", "de", root=project)
    assert 1 == result.exit_code
    assert "[references-exist]" in result.stdout
    assert not (project / "docs").exists()


def test_build_of_documentation(project: Path) -> None:
    """The documentation is written; checking it says which file is not current."""
    assert 1 == run("build", "--docs", "--check", root=project).exit_code
    assert 0 == run("build", "--docs", root=project).exit_code
    assert (0, "") == ((current := run("build", "--docs", "--check", root=project)).exit_code, current.stdout)
    (project / "docs/schema/topic.json").write_text("{}")
    (project / "docs/schema/old.json").write_text("{}")
    stale = run("build", "--docs", "--check", "--lang", "de", root=project)
    assert 1 == stale.exit_code
    assert [
        "docs/schema/topic.json",
        "docs/schema/old.json",
    ] == [line.split(" ")[0] for line in stale.stdout.splitlines()]


def test_new_record(project: Path) -> None:
    """A new file is written once, and the check says what is still to be filled in."""
    assert 0 == run("new", "topic", "kita", root=project).exit_code
    path = project / "data/topics/kita.yaml"
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../docs/schema/topic.json\n")
    assert 2 == run("new", "topic", "kita", root=project).exit_code
    assert 1 == run("check", path, root=project).exit_code


def test_schema() -> None:
    """The schema of a kind is JSON and names its fields."""
    schema = json.loads(run("schema", "office").stdout)
    assert "opening" not in schema["properties"] and "contacts" in schema["properties"]


def test_export(tmp_path: Path) -> None:
    """Published records leave as JSON and as tables; withheld ones stay."""
    assert 0 == run("export", tmp_path / "json").exit_code
    records = json.loads((tmp_path / "json/records.json").read_text(encoding="utf-8"))
    assert "+49 99 300 300" == records["offices/ombudsstelle"]["contacts"][0]["value"]
    assert "councils/geheimrat" not in records
    assert 0 == run("export", tmp_path / "csv", "--format", "csv").exit_code
    with (tmp_path / "csv/duties.csv").open(encoding="utf-8", newline="") as file:
        duties = list(csv.DictReader(file))
    assert ("wohnsitz-anmelden", "1", "buergeramt", "decides") == tuple(
        next(one for one in duties if one["topic"] == "wohnsitz-anmelden")[key]
        for key in ("topic", "rank", "body", "role")
    )
    assert not [path for path in (tmp_path / "csv").iterdir() if "geheimrat" in path.read_text(encoding="utf-8")]


def test_translate(project: Path) -> None:
    """Texts are collected once; what a translator wrote stays; nothing changes the second time."""
    assert 0 == run("translate", "update", "en", root=project).exit_code
    content = (project / "locales/en/LC_MESSAGES/content.po").read_text(encoding="utf-8")
    assert 'msgstr "Registering your address"' in content
    assert 'msgid "Ein Raum ist seit März 2026 offen."\nmsgstr ""' in content
    assert "geheimrat" not in content
    assert "Alles war schon auf dem neuesten Stand.\n" == run("translate", "update", "en", root=project).stdout
    assert "33 records read" in run("check", "--lang", "en", root=project).stdout


def test_odd_bytes_and_plain_output() -> None:
    """As a program: bytes that are no text do not end it, and what is not a terminal gets no colours."""
    environment = {**os.environ, "LC_ALL": "C", "FORCE_COLOR": ""}
    command = [sys.executable.encode(), b"-m", b"wegweiser"]
    place = [b"--root", os.fsencode(CITY), b"--today", b"2026-11-22"]
    for question, lang in ((b"\xff umgezogen", b"de"), ("انتقلت".encode(), b"ar")):
        done = subprocess.run(
            [*command, b"find", question, b"--lang", lang, b"--format", b"json", *place],
            env=environment,
            capture_output=True,
            check=False,
        )
        assert (0, b"") == (done.returncode, done.stderr)
        assert json.loads(done.stdout)["answers"]
    done = subprocess.run(
        [*command, b"check", b"--lang", b"de", *place], env=environment, capture_output=True, check=False
    )
    assert (0, "33 Einträge gelesen, 0 Fehler, 0 Warnungen.\n".encode()) == (done.returncode, done.stdout)
