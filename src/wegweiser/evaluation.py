"""Questions with the ids that answer them in; how well the finder does out.

A question counts as answered at the rank of the first answer whose id is expected, or whose first body is. MRR@10 is
the mean of 1/rank over the first ten answers (Voorhees, TREC-8 question answering track).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wegweiser.answers import answers
from wegweiser.cards import Cards
from wegweiser.finding import Finding, Level, Rule, say
from wegweiser.search import Finder
from wegweiser.yamlfile import read

QUESTIONS_READABLE = Rule(
    "questions-readable",
    Level.ERROR,
    say("Nur vollständige Fragen lassen sich auswerten."),
    say("Schreiben Sie je Frage: q, lang, expect mit einer Liste von Kennungen, und wenn nötig district."),
)
DEPTH = 10


@dataclass(frozen=True)
class Question:
    """A question as people ask it, and the ids that would answer it."""

    q: str
    lang: str
    district: str | None
    expect: tuple[str, ...]


@dataclass(frozen=True)
class Scored:
    """A question with the rank of its first right answer (None: not among the first ten) and what came instead."""

    question: Question
    rank: int | None
    found: tuple[str, ...]


def questions(file: Path, langs: Sequence[str]) -> tuple[list[Question], list[Finding]]:
    """The questions of a YAML file; a question that cannot be used is a finding."""
    try:
        content = read(file.name, file.read_bytes())
    except OSError as error:
        return [], [
            QUESTIONS_READABLE.at(
                read(file.name, b"- x").where(),
                say("Die Datei lässt sich nicht öffnen: {why}.", why=error.strerror or "?"),
            )
        ]
    found: list[Question] = []
    findings = list(content.findings)
    for position, item in enumerate(content.value if isinstance(content.value, list) else []):
        question = _question(item, langs)
        if question is None:
            findings.append(
                QUESTIONS_READABLE.at(
                    content.where((position,)), say("Diese Frage ist unvollständig oder ihre Sprache unbekannt.")
                )
            )
        else:
            found.append(question)
    if not found and not findings:
        findings.append(QUESTIONS_READABLE.at(content.where(), say("Die Datei enthält keine Fragen.")))
    return found, findings


def _question(item: object, langs: Sequence[str]) -> Question | None:
    if not isinstance(item, Mapping):
        return None
    q, lang, expect, district = item.get("q"), item.get("lang"), item.get("expect"), item.get("district")
    if not isinstance(q, str) or lang not in langs or not isinstance(expect, list) or not expect:
        return None
    return Question(q, str(lang), str(district) if district else None, tuple(map(str, expect)))


def score(finder: Finder, all_cards: Mapping[str, Cards], question: Question) -> Scored:
    """Ask the finder one question."""
    found = answers(finder, all_cards, question.q, question.lang, district=question.district, limit=DEPTH)["answers"]
    rank = next(
        (
            position
            for position, answer in enumerate(found, start=1)
            if answer["id"] in question.expect or (answer["bodies"] and answer["bodies"][0] in question.expect)
        ),
        None,
    )
    return Scored(question, rank, tuple(f"{answer['kind']}:{answer['id']}" for answer in found[:5]))


def summary(scored: Sequence[Scored]) -> dict[str, float]:
    """Shares of a set of scored questions: first, first three, MRR@10, empty; and how many there are."""
    total = len(scored) or 1
    ranks = [one.rank for one in scored if one.rank]
    return {
        "questions": len(scored),
        "top1": round(sum(rank == 1 for rank in ranks) / total, 4),
        "top3": round(sum(rank <= 3 for rank in ranks) / total, 4),
        "mrr": round(sum(1 / rank for rank in ranks) / total, 4),
        "empty": round(sum(not one.found for one in scored) / total, 4),
    }


def by_language(scored: Sequence[Scored]) -> dict[str, list[Scored]]:
    """Language -> its scored questions, and `all`."""
    langs = dict.fromkeys(one.question.lang for one in scored)
    return {**{lang: [one for one in scored if one.question.lang == lang] for lang in langs}, "all": list(scored)}


def as_json(scored: Sequence[Scored]) -> dict[str, object]:
    """Shares by language and the misses (not among the first three)."""
    missed = [
        {
            "q": one.question.q,
            "lang": one.question.lang,
            "expect": list(one.question.expect),
            "rank": one.rank,
            "found": list(one.found),
        }
        for one in scored
        if one.rank is None or one.rank > 3
    ]
    return {"languages": {lang: summary(found) for lang, found in by_language(scored).items()}, "misses": missed}


def as_text(scored: Sequence[Scored], *, misses: bool) -> Iterator[str]:
    """A table by language, and under it the questions that missed the first three."""
    yield f"{'lang':6}{'questions':>10}{'top-1':>8}{'top-3':>8}{'MRR@10':>8}{'empty':>8}"
    for lang, found in by_language(scored).items():
        sums = summary(found)
        shares = f"{sums['top1']:>8.1%}{sums['top3']:>8.1%}{sums['mrr']:>8.3f}{sums['empty']:>8.1%}"
        yield f"{lang:6}{sums['questions']:>10}{shares}"
    for one in scored if misses else ():
        if one.rank is None or one.rank > 3:
            expected, found_instead = ", ".join(one.question.expect), ", ".join(one.found)
            rank = one.rank or "-"
            yield f"[{one.question.lang}] {one.question.q}  expected {expected}; rank {rank}; found {found_instead}"
