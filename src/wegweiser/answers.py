"""Hits of the finder and cards in; answers in the promised form out: the concern, the bodies it leads to, and why.

The browser composes the same in assets/answers.js, and a shared fixture proves both equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from wegweiser.cards import BodyCard, Cards, RecordCard
from wegweiser.search import Finder, Hit, Result

# The wrong door is said where its concern is among the first answers, and somebody else does this about it.
FIRST = 3
RESPONSIBLE = frozenset({"decides", "serves", "funds"})


class Answer(TypedDict):
    """One answer in the promised form; see docs/contribute/en/find.md."""

    kind: str
    id: str
    title: str
    score: float
    sure: bool
    matched: list[str]
    bodies: list[str]
    themes: list[str]
    district: str | None
    url: str


class WrongDoor(TypedDict):
    """The body that a question names, the concern, the body that is responsible instead; `concern`: what its own page
    says about it."""

    body: str
    topic: str
    go_to: str
    concern: str | None


class Answers(TypedDict):
    """All answers to a question in the promised form."""

    query: str
    lang: str
    district: str | None
    signpost: str | None
    elsewhere: str | None
    suggestion: str | None
    wrong_door: WrongDoor | None
    answers: list[Answer]


def answers(
    finder: Finder,
    all_cards: Mapping[str, Cards],
    query: str,
    lang: str,
    *,
    district: str | None = None,
    audience: str | None = None,
    group: str | None = None,
    level: str | None = None,
    limit: int = 5,
) -> Answers:
    """The answers to a question, best first; empty when nothing fits."""
    result = finder.find(query, lang, district=district, audience=audience, group=group, level=level, limit=limit)
    here = district or result.place or None
    card_file = all_cards[lang]
    return {
        "query": query,
        "lang": lang,
        "district": here,
        "signpost": result.signpost,
        "elsewhere": result.elsewhere,
        "suggestion": result.suggestion,
        "wrong_door": _wrong_door(result, card_file, here),
        "answers": [_answer(card_file, hit, here, lang) for hit in result.hits],
    }


def _answer(card_file: Cards, hit: Hit, district: str | None, lang: str) -> Answer:
    card = card_file["records"][hit.ref]
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": card["title"],
        "score": hit.score,
        "sure": hit.sure,
        "matched": list(hit.matched),
        "bodies": _bodies(card, card_file["bodies"], district),
        "themes": list(card.get("themes", ())),
        "district": district,
        "url": f"{lang}/{card['url']}",
    }


def _wrong_door(result: Result, card_file: Cards, district: str | None) -> WrongDoor | None:
    """The door that the question names and that is not the right one for its concern.

    Only where a body decides, serves or funds: a complaint about an office is no mistake about its tasks. A body is
    right if it has any part in the concern, or stands above or below one that has.
    """
    found = {hit.ref for hit in result.hits[:FIRST]}
    for door in result.doors:
        duties = card_file["records"][door.topic].get("duties", [])
        if door.topic not in found or not duties or duties[0]["role"] not in RESPONSIBLE:
            continue
        named, bodies = door.body.rpartition("/")[2], card_file["bodies"]
        right = {duty["body"] for duty in duties} | set(card_file["records"][door.topic].get("councils", ()))
        related = right.union(*(bodies[id_].get("above", ()) for id_ in right if id_ in bodies))
        if named in related or right.intersection(bodies[named].get("above", ())):
            continue
        go_to = _resolved(duties[0]["body"], bodies, district)
        doors = bodies[named].get("wrong_doors", ())
        concern = next((one["concern"] for one in doors if one["body"] in (go_to, duties[0]["body"])), None)
        return {"body": named, "topic": door.topic.rpartition("/")[2], "go_to": go_to, "concern": concern}
    return None


def _resolved(id_: str, bodies: Mapping[str, BodyCard], district: str | None) -> str:
    """The body that a common record means in a district."""
    instances = bodies[id_].get("instances", {}) if id_ in bodies else {}
    return instances.get(district, id_) if district else id_


def _bodies(card: RecordCard, bodies: Mapping[str, BodyCard], district: str | None) -> list[str]:
    """The ids that an answer leads to, best first, common records resolved for the district."""
    duties = [duty for duty in card.get("duties", ()) if not district or duty.get("area") in (None, district)]
    found: list[str] = []
    for id_ in (*(duty["body"] for duty in duties), *card.get("leads", ())):
        here = _resolved(id_, bodies, district)
        if here not in found:
            found.append(here)
    return found + [id_ for id_ in card.get("programmes", ()) if id_ not in found]
