"""Editors see which concerns questions seldom reach and which words win nothing."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from builders import CITY, TODAY
from wegweiser.build import Build
from wegweiser.cli import app
from wegweiser.evaluation import Scored
from wegweiser.questions import Question
from wegweiser.reach import Reached, losers, topics
from wegweiser.terms import Terms, TermsFile


def test_topics(city: Build) -> None:
    """A topic is reached by a question that expects it first and finds it among the first three."""
    ranks = {"raeume": (1, 3, 4, None), "beschwerde": (2,)}
    scored = [
        Scored(Question("q", "de", expect=(topic,)), rank, ()) for topic, listed in ranks.items() for rank in listed
    ]
    expected = [Reached("wohnsitz-anmelden", 0, 0), Reached("beschwerde", 1, 1), Reached("raeume", 4, 2)]
    assert expected == topics(scored, city.project.catalogue)


def test_losers(city: Build) -> None:
    """A word that leads elsewhere or nowhere is a loser; names of districts are no such words."""
    terms = {
        "topics/raeume": Terms(("Saal mieten",), ("umgezogen",)),
        "topics/beschwerde": Terms((), ("qqqq",)),
        "districts/nordufer": Terms((), ("Hafen",)),
    }
    found = list(losers(city.finder, TermsFile("de", terms, [])))
    assert [("umgezogen", "topics/wohnsitz-anmelden"), ("qqqq", None)] == [(one.word, one.instead) for one in found]


def test_command(tmp_path: Path) -> None:
    """The page lists topics and, per language, the words."""
    file = tmp_path / "questions.yaml"
    file.write_text("- {q: Ich bin umgezogen, lang: de, expect: [wohnsitz-anmelden]}\n", encoding="utf-8")
    command = ["report", "reach", str(file), "--root", str(CITY), "--today", TODAY.isoformat(), "--lang", "de"]
    done = CliRunner().invoke(app, command)
    assert 0 == done.exit_code, done.output
    assert "| raeume | 0 | 0 |" in done.stdout
    assert "## ar: " in done.stdout
