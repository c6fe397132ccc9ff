"""Questions with the ids that answer them in; how well the finder does out.

A question counts as answered at the rank of the first answer whose id is expected, or whose first body is. MRR@10 is
the mean of 1/rank over the first ten answers (Voorhees, TREC-8 question answering track).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wegweiser.answers import Answers, answers
from wegweiser.cards import Cards
from wegweiser.questions import SECTIONS, Question, Sheet
from wegweiser.search import Finder

DEPTH = 10


@dataclass(frozen=True)
class Scored:
    """A question with the rank of its first right answer (None: not among the first ten) and what came instead."""

    question: Question
    rank: int | None
    found: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A question of a limit (see questions.Sheet), whether it was kept, and what the finder said instead."""

    limit: str
    question: Question
    kept: bool
    said: str


@dataclass(frozen=True)
class Evaluation:
    """What became of all questions of a sheet."""

    scored: tuple[Scored, ...]
    kept: tuple[Kept, ...] = ()


Asked = Callable[[Question], Answers]


def asker(finder: Finder, cards: Mapping[str, Cards], interface: str | None = None) -> Asked:
    """How questions are asked: in the interface of their own language, or all in that of one."""

    def asked(question: Question) -> Answers:
        lang = interface or question.lang
        return answers(finder, cards, question.q, lang, district=question.district, limit=DEPTH)

    return asked


def evaluated(sheet: Sheet, asked: Asked) -> Evaluation:
    """Ask everything that stands on a sheet."""
    limits = {name: getattr(sheet, name) for name in LIMITS}
    return Evaluation(
        tuple(score(question, asked(question)) for question in sheet.questions),
        tuple(_kept(name, question, asked(question)) for name, listed in limits.items() for question in listed),
    )


LIMITS = SECTIONS[1:]
"""The sections of a sheet that show where the finder must stop."""


def _keeps(limit: str, question: Question, said: Answers) -> bool:
    """Whether what the finder says keeps to a limit."""
    if limit == "other_city" and said["elsewhere"] is None:
        return False
    return said["signpost"] == question.signpost if limit in {"emergencies", "calm"} else not said["answers"]


def _kept(limit: str, question: Question, said: Answers) -> Kept:
    first = ", ".join(answer["id"] for answer in said["answers"][:3])
    return Kept(limit, question, _keeps(limit, question, said), said["signpost"] or first)


def score(question: Question, said: Answers) -> Scored:
    """Where the first right answer to a question stands."""
    found = said["answers"]
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


def limits(kept: Sequence[Kept]) -> dict[str, float]:
    """The share of each limit that was kept, of those that were asked."""
    asked = {name: [one.kept for one in kept if one.limit == name] for name in LIMITS}
    return {name: round(sum(found) / len(found), 4) for name, found in asked.items() if found}


def by_language(made: Evaluation) -> dict[str, Evaluation]:
    """Language -> what became of its questions, and `all`."""
    asked = [*(one.question for one in made.scored), *(one.question for one in made.kept)]
    langs = dict.fromkeys(question.lang for question in asked)
    return {**{lang: _of(made, lang) for lang in langs}, "all": made}


def _of(made: Evaluation, lang: str) -> Evaluation:
    return Evaluation(
        tuple(one for one in made.scored if one.question.lang == lang),
        tuple(one for one in made.kept if one.question.lang == lang),
    )


def missed(made: Evaluation) -> list[Scored]:
    """The questions that are not answered among the first three."""
    return [one for one in made.scored if one.rank is None or one.rank > 3]


def as_json(made: Evaluation) -> dict[str, object]:
    """Shares by language, the misses (not among the first three) and what went beyond a limit."""
    misses = [
        {
            "q": one.question.q,
            "lang": one.question.lang,
            "expect": list(one.question.expect),
            "rank": one.rank,
            "found": list(one.found),
        }
        for one in missed(made)
    ]
    beyond = [
        {"limit": one.limit, "q": one.question.q, "lang": one.question.lang, "said": one.said}
        for one in made.kept
        if not one.kept
    ]
    shares = {lang: {**summary(part.scored), **limits(part.kept)} for lang, part in by_language(made).items()}
    return {"languages": shares, "misses": misses, "beyond": beyond}


def as_text(made: Evaluation, *, misses: bool) -> Iterator[str]:
    """A table by language, and under it the questions that missed the first three or went beyond a limit."""
    names = [name for name in LIMITS if any(one.limit == name for one in made.kept)]
    heads = "".join(f"{name.replace('_', ' '):>13}" for name in names)
    yield f"{'lang':6}{'questions':>10}{'top-1':>8}{'top-3':>8}{'MRR@10':>8}{'empty':>8}{heads}"
    for lang, part in by_language(made).items():
        sums, kept = summary(part.scored), limits(part.kept)
        shares = f"{sums['top1']:>8.1%}{sums['top3']:>8.1%}{sums['mrr']:>8.3f}{sums['empty']:>8.1%}"
        held = "".join(f"{kept[name]:>13.1%}" if name in kept else f"{'-':>13}" for name in names)
        yield f"{lang:6}{sums['questions']:>10}{shares}{held}"
    for one in missed(made) if misses else ():
        expected, found_instead = ", ".join(one.question.expect), ", ".join(one.found)
        rank = one.rank or "-"
        yield f"[{one.question.lang}] {one.question.q}  expected {expected}; rank {rank}; found {found_instead}"
    for limit in (one for one in made.kept if misses and not one.kept):
        yield f"[{limit.question.lang}] {limit.question.q}  {limit.limit}; said {limit.said or '-'}"
