"""Findings and answers in; lines, JSON and annotations out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from builders import ENGLISH, wording
from wegweiser.answers import answers
from wegweiser.build import Build
from wegweiser.finding import Finding, Level, Rule, Where, in_order, say
from wegweiser.report import answers_as_text, as_github, as_gitlab, as_json, as_text, style
from wegweiser.translations import Translation

RULE = Rule("a-rule", Level.ERROR, say("Weil."), say("Tun Sie das."))
ERROR = RULE.at(Where("data/a.yaml", 3, "duties.0"), say("„{id}“ fehlt.", id="x{y}"))
WARNING = Finding(Where("data/b.yaml"), Level.WARNING, "b-rule", say("100 % alt,\nsehr: alt."))
WORDS = {
    "„{id}“ fehlt.": "“{id}” is missing.",
    "Tun Sie das.": "Do that.",
    "{n} Fehler": Translation(("{n} Fehler", "{n} Fehler"), ("{n} error", "{n} errors")),
}


def test_text() -> None:
    """Each finding with its next step, a gap between files, one line of counts."""
    assert [
        "data/a.yaml:3 (duties.0): error [a-rule] „x{y}“ fehlt.",
        "    -> Tun Sie das.",
        "",
        "data/b.yaml: warning [b-rule] 100 % alt,\nsehr: alt.",
        "",
        "1 Eintrag gelesen, 1 Fehler, 1 Warnung.",
    ] == list(as_text([ERROR, WARNING], wording(), 1))
    assert ["558 Einträge gelesen, 0 Fehler, 0 Warnungen."] == list(as_text([], wording(), 558))


def test_text_in_another_language() -> None:
    """Messages, hints and counts are said in the language that was asked for; the rest stays German."""
    lines = list(as_text([ERROR], wording(ENGLISH, words=WORDS), 2))
    assert "data/a.yaml:3 (duties.0): error [a-rule] “x{y}” is missing." == lines[0]
    assert ["    -> Do that.", "", "2 Einträge gelesen, 1 error, 0 Warnungen."] == lines[1:]


def test_json() -> None:
    """A program gets every part of a finding by itself."""
    assert [
        {
            "path": "data/a.yaml",
            "line": 3,
            "field": "duties.0",
            "level": "error",
            "rule": "a-rule",
            "message": "„x{y}“ fehlt.",
            "hint": "Tun Sie das.",
        },
        {
            "path": "data/b.yaml",
            "line": 0,
            "field": "",
            "level": "warning",
            "rule": "b-rule",
            "message": "100 % alt,\nsehr: alt.",
            "hint": None,
        },
    ] == json.loads(as_json([ERROR, WARNING], wording()))
    assert [] == json.loads(as_json([], wording()))


def test_annotations() -> None:
    """Signs that mean something to the code host are escaped, and every annotation has one line and a line number."""
    odd = Finding(Where("data/a:b,c%.yaml", 1), Level.ERROR, "r", say("x\r\ny %0A ::error::"))
    assert as_github([ERROR, WARNING, odd], wording()) == (
        "::error file=data/a.yaml,line=3,title=a-rule::„x{y}“ fehlt. Tun Sie das.\n"
        "::warning file=data/b.yaml,line=1,title=b-rule::100 %25 alt,%0Asehr: alt.\n"
        "::error file=data/a%3Ab%2Cc%25.yaml,line=1,title=r::x%0D%0Ay %250A ::error::\n"
    )
    assert "" == as_github([], wording())


def test_code_quality_report() -> None:
    """The fields that GitLab asks for; a finding stays the same when its line moves, not in another field."""
    found = json.loads(as_gitlab([ERROR, WARNING], wording()))
    assert [
        {
            "description": "„x{y}“ fehlt. Tun Sie das.",
            "check_name": "a-rule",
            "severity": "major",
            "location": {"path": "data/a.yaml", "lines": {"begin": 3}},
        },
        {
            "description": "100 % alt,\nsehr: alt.",
            "check_name": "b-rule",
            "severity": "minor",
            "location": {"path": "data/b.yaml", "lines": {"begin": 1}},
        },
    ] == [{key: value for key, value in one.items() if key != "fingerprint"} for one in found]
    places = [ERROR.where, Where("data/a.yaml", 9, "duties.0"), Where("data/a.yaml", 9, "duties.1")]
    prints = [json.loads(as_gitlab([replace(ERROR, where=where)], wording()))[0]["fingerprint"] for where in places]
    assert [True, False] == [one == prints[0] for one in prints[1:]]
    assert "[]" == as_gitlab([], wording())


@pytest.mark.parametrize(
    ("line", "expected"),
    [("a: error [r] b", "bold red"), ("a: warning [r] b", "yellow"), ("    -> c", "cyan"), ("1 Fehler.", None)],
)
def test_style(line: str, expected: str | None) -> None:
    """Errors, warnings and next steps have their colours on a terminal."""
    assert expected == style(line)


def test_order() -> None:
    """Findings come by file and line, errors before warnings, each once."""
    same = [
        Finding(Where("a", line), level, "r", say("x"))
        for line, level in ((2, Level.ERROR), (1, Level.WARNING), (1, Level.ERROR))
    ]
    assert [
        (1, "error"),
        (1, "warning"),
        (2, "error"),
    ] == [(one.where.line, one.level.value) for one in in_order([*same, *same])]


def test_answers(city: Build) -> None:
    """An answer says what it is about, whom it leads to, how to reach them here, and why it was found."""
    found = answers(city.finder, city.cards, "Ich bin umgezogen", "de", district="suedufer")
    lines = list(answers_as_text(found, city.cards["de"], city.wordings["de"]))
    assert "1. Wohnung anmelden  [topic wohnsitz-anmelden]" == lines[0]
    assert "   Wer umzieht, meldet sich innerhalb von zwei Wochen im Bürgeramt an." == lines[1]
    assert "   → Bürgeramt: +49 99 200 200" == lines[2]
    assert any(line.startswith("   passt zu: ") for line in lines)


def test_emergency_and_nothing(city: Build) -> None:
    """The emergency number stands first, and nothing found is said."""
    found = answers(city.finder, city.cards, "es brennt", "de")
    lines = list(answers_as_text(found, city.cards["de"], city.wordings["de"]))
    assert ["Im Notfall: 112", ""] == lines[:2]
    assert lines[2].startswith("Dazu haben wir nichts gefunden.")
