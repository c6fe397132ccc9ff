"""Questions and the ids that answer them in; shares by language out."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegweiser.build import Build
from wegweiser.evaluation import Evaluation, Scored, as_json, as_text, asker, evaluated, summary
from wegweiser.questions import Question, Sheet, sheet, together

QUESTIONS = """
- {q: Ich bin umgezogen, lang: de, expect: [wohnsitz-anmelden]}
- {q: Ich bin umgezogen, lang: de, district: nordufer, expect: [buergeramt]}
- {q: moved house, lang: en, expect: [nichts, wohnsitz-anmelden]}
- {q: Ich bin umgezogen, lang: de, expect: [nichts]}
- {q: qqqq, lang: en, expect: [wohnsitz-anmelden]}
"""


def written(folder: Path, text: str) -> Path:
    """A file of questions."""
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_scores(city: Build, tmp_path: Path) -> None:
    """A question is answered by a topic or by the first body of one; the rest has missed."""
    found, findings = sheet(written(tmp_path, QUESTIONS), ["de", "en"])
    assert [] == findings
    made = evaluated(found, asker(city.finder, city.cards))
    assert [1, 1, 1, None, None] == [one.rank for one in made.scored]
    result = as_json(made)
    assert {"questions": 3, "top1": 0.6667, "top3": 0.6667, "mrr": 0.6667, "empty": 0.0} == result["languages"]["de"]
    assert {"questions": 5, "top1": 0.6, "top3": 0.6, "mrr": 0.6, "empty": 0.2} == result["languages"]["all"]
    assert ["Ich bin umgezogen", "qqqq"] == [miss["q"] for miss in result["misses"]]


LIMITS = """
nothing:
  - {q: qqqq, lang: de}
  - {q: umgezogen, lang: de}
other_city:
  - {q: Ummelden in Talheim, lang: de}
  - {q: register my home in Mountaintown, lang: en}
  - {q: umgezogen, lang: de}
emergencies:
  - {q: es brennt, lang: de, signpost: "112"}
  - {q: house on fire, lang: en, signpost: "110"}
calm:
  - {q: es brennt darauf, lang: de}
  - {q: es brennt, lang: de}
"""


def test_limits(city: Build, tmp_path: Path) -> None:
    """What the directory cannot answer stays empty, other cities are named, emergencies shown, calm sentences not."""
    found, findings = sheet(written(tmp_path, LIMITS), ["de", "en"])
    made = evaluated(found, asker(city.finder, city.cards))
    assert ([], 0) == (findings, len(made.scored))
    expected = [True, False, True, True, False, True, False, True, False]
    assert expected == [one.kept for one in made.kept]
    shares = as_json(made)["languages"]["all"]  # type: ignore[index]
    assert {"nothing": 0.5, "other_city": 0.6667, "emergencies": 0.5, "calm": 0.5}.items() <= shares.items()
    assert ["umgezogen", "umgezogen", "house on fire", "es brennt"] == [one["q"] for one in as_json(made)["beyond"]]  # type: ignore[attr-defined]
    table = list(as_text(made, misses=True))
    assert table[0].endswith("nothing   other city  emergencies         calm")
    assert "[en] house on fire  emergencies; said 112" in table


def test_another_interface(city: Build) -> None:
    """A question may be asked in the interface of another language."""
    question = Question("moved house", "en", expect=("wohnsitz-anmelden",))
    asked = asker(city.finder, city.cards, "de")(question)
    assert ("de", "wohnsitz-anmelden") == (asked["lang"], asked["answers"][0]["id"])


def test_sheets_together() -> None:
    """Several files make one sheet, in their order."""
    one, two = Question("a", "de"), Question("b", "de")
    assert Sheet(questions=(one, two), calm=(one,)) == together([Sheet((one,), calm=(one,)), Sheet((two,))])


def ranked(*ranks: int | None) -> Evaluation:
    """Scored questions with these ranks."""
    return Evaluation(tuple(Scored(Question("q", "de", None, ("a",)), rank, ("topic:b",)) for rank in ranks))


def test_measures() -> None:
    """The mean reciprocal rank counts the first ten, the shares the first and the first three."""
    expected = {"questions": 4, "top1": 0.25, "top3": 0.5, "mrr": round((1 + 1 / 2 + 1 / 10) / 4, 4), "empty": 0.0}
    assert expected == summary(ranked(1, 2, 10, None).scored)
    assert {"questions": 0, "top1": 0.0, "top3": 0.0, "mrr": 0.0, "empty": 0.0} == summary([])


def test_misses() -> None:
    """The third place is a hit, the fourth is a miss; shares have four digits."""
    result = as_json(ranked(1, 3, 4, None, None, None, None))
    assert [4, None, None, None, None] == [miss["rank"] for miss in result["misses"]]  # type: ignore[attr-defined]
    assert 0.1429 == result["languages"]["all"]["top1"]  # type: ignore[index]


def test_table() -> None:
    """A table for people, with the misses below unless they are not wanted."""
    lines = list(as_text(ranked(1, 4), misses=True))
    assert "lang   questions   top-1   top-3  MRR@10   empty" == lines[0]
    assert "de             2   50.0%   50.0%   0.625    0.0%" == lines[1]
    assert "all" == lines[2][:3]
    assert "[de] q  expected a; rank 4; found topic:b" == lines[3]
    assert lines[:3] == list(as_text(ranked(1, 4), misses=False))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- {q: a, lang: de}", [1]),
        ("- {q: a, lang: xx, expect: [b]}\n- {q: a, lang: de, expect: [b]}\n- {lang: de, expect: [b]}", [1, 3]),
        ("- {q: a, lang: de, expect: b}", [1]),
        ("- {q: a, lang: de, expect: []}", [1]),
        ("- a", [1]),
        ("a: b", [1]),
        ("emergencies: [{q: a, lang: de}]", [1]),
        ("calm:\n  - {q: a, lang: de}\n  - {q: b, lang: xx}", [3]),
        ("", [1]),
        ("- [", [1]),
    ],
)
def test_incomplete_questions(tmp_path: Path, text: str, lines: list[int]) -> None:
    """A question that cannot be used is a finding with its line."""
    _, findings = sheet(written(tmp_path, text), ["de"])
    assert lines == [finding.where.line for finding in findings]


def test_no_such_file(tmp_path: Path) -> None:
    """A file that is not there is a finding."""
    found, findings = sheet(tmp_path / "none.yaml", ["de"])
    assert (Sheet(), ["questions-readable"]) == (found, [finding.rule for finding in findings])
