"""The finder on questions that somebody wrote who had not seen its words: the bars it must not fall below.

The questions of tests/finder/report are left out on purpose: they are only run for the report, see docs/status.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser.build import Build
from wegweiser.evaluation import Evaluation, asker, by_language, evaluated, limits, summary
from wegweiser.questions import Sheet, sheet, together

HERE = Path(__file__).parent / "finder"
TUNED = ("first", "tuning", "second")
IN_THE_FIRST_THREE = {
    **dict.fromkeys(("de", "en"), 0.90),
    **dict.fromkeys(("tr", "ar", "ru", "uk"), 0.85),
    **dict.fromkeys(("fa", "fr", "pl", "vi"), 0.80),
}
FIRST = 0.75
EMPTY = 0.02
HONESTLY_NOTHING = 0.70


def read(folder: str, langs: list[str]) -> Sheet:
    """All questions of a folder; none of them is unusable."""
    found = [sheet(file, langs) for file in sorted((HERE / folder).glob("*.yaml"))]
    assert [] == [finding for _, findings in found for finding in findings]
    return together(one for one, _ in found)


@pytest.fixture(scope="module")
def asked(real_build: Build) -> Evaluation:
    """What became of the questions that the finder was tuned with."""
    langs = list(real_build.wordings)
    return evaluated(together(read(folder, langs) for folder in TUNED), asker(real_build.finder, real_build.cards))


@pytest.mark.parametrize("lang", IN_THE_FIRST_THREE)
def test_questions_are_answered_in_the_first_three(asked: Evaluation, lang: str) -> None:
    """Each language has enough questions and reaches its bar."""
    sums = summary(by_language(asked)[lang].scored)
    assert sums["questions"] >= 90
    assert sums["top3"] >= IN_THE_FIRST_THREE[lang]


def test_most_are_answered_at_once(asked: Evaluation) -> None:
    """Three of four in the first place, and hardly any question about a concern comes out empty."""
    sums = summary(asked.scored)
    assert sums["top1"] >= FIRST
    assert sums["empty"] <= EMPTY


def test_what_is_not_here_is_said(asked: Evaluation) -> None:
    """Most questions without an answer here come out empty, other cities are named."""
    kept = limits(asked.kept)
    assert kept["nothing"] >= HONESTLY_NOTHING
    assert kept["other_city"] >= HONESTLY_NOTHING


@pytest.mark.parametrize("limit", ["emergencies", "calm"])
def test_emergencies_come_first(asked: Evaluation, limit: str) -> None:
    """Each emergency shows its number, no calm sentence shows one."""
    assert [] == [f"{one.question.q}: {one.said}" for one in asked.kept if one.limit == limit and not one.kept]


@pytest.mark.parametrize("folder", [*TUNED, "report"])
def test_every_expected_id_has_a_record(real_build: Build, folder: str) -> None:
    """A question that expects a record that is not there could never be answered."""
    found = read(folder, list(real_build.wordings))
    known = {entry.id for entry in real_build.project.catalogue.entries}
    assert set() == {id_ for question in found.questions for id_ in question.expect} - known


def test_an_interface_in_another_language(real_build: Build) -> None:
    """Whoever asks in her own language in a German interface gets as good an answer."""
    langs = list(real_build.wordings)
    foreign = tuple(one for one in read("tuning", langs).questions if one.lang not in ("de", "en"))[::4]
    made = evaluated(Sheet(questions=foreign), asker(real_build.finder, real_build.cards, "de"))
    assert summary(made.scored)["top3"] >= IN_THE_FIRST_THREE["tr"]
