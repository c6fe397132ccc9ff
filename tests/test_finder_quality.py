"""The finder on questions that somebody wrote who had not seen its words: the bar it must not fall below."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser import evaluation
from wegweiser.answers import answers
from wegweiser.build import Build
from wegweiser.yamlfile import read

HERE = Path(__file__).parent / "finder"
IN_THE_FIRST_THREE = 0.85
HONESTLY_NOTHING = 0.70


@pytest.fixture(scope="module")
def limits() -> dict[str, list[dict[str, str]]]:
    """Questions that have no answer here, emergencies, and calm sentences with similar words."""
    value = read("limits.yaml", (HERE / "limits.yaml").read_bytes()).value
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("lang", ["de", "en"])
def test_questions_are_answered_in_the_first_three(real_build: Build, lang: str) -> None:
    """At least 85 % in each language."""
    questions, wrong = evaluation.questions(HERE / "questions.yaml", list(real_build.wordings))
    assert [] == wrong
    asked = [question for question in questions if question.lang == lang]
    assert len(asked) >= 100
    scored = [evaluation.score(real_build.finder, real_build.cards, question) for question in asked]
    assert evaluation.summary(scored)["top3"] >= IN_THE_FIRST_THREE


def test_every_expected_id_has_a_record(real_build: Build) -> None:
    """A question that expects a record that is not there could never be answered."""
    questions, _ = evaluation.questions(HERE / "questions.yaml", list(real_build.wordings))
    known = {entry.id for entry in real_build.project.catalogue.entries}
    assert set() == {id_ for question in questions for id_ in question.expect} - known


def test_what_is_not_here_is_said(real_build: Build, limits: dict[str, list[dict[str, str]]]) -> None:
    """At least 70 % of questions without an answer here come out empty."""
    empty = [
        not answers(real_build.finder, real_build.cards, one["q"], one["lang"])["answers"] for one in limits["nothing"]
    ]
    assert sum(empty) / len(empty) >= HONESTLY_NOTHING


def test_emergencies_come_first(real_build: Build, limits: dict[str, list[dict[str, str]]]) -> None:
    """Each emergency shows its number, no calm sentence shows one."""
    for one in limits["emergencies"]:
        found = answers(real_build.finder, real_build.cards, one["q"], one["lang"])
        assert one["signpost"] == found["signpost"], one["q"]
    for one in limits["calm"]:
        assert answers(real_build.finder, real_build.cards, one["q"], one["lang"])["signpost"] is None, one["q"]
