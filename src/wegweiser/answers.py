"""Hits of the finder and cards in; answers in the promised form out: the concern, the bodies it leads to, and why.

The browser composes the same in assets/answers.js, and a shared fixture proves both equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from wegweiser.cards import BodyCard, Cards, RecordCard
from wegweiser.search import Finder, Hit


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


class Answers(TypedDict):
    """All answers to a question in the promised form."""

    query: str
    lang: str
    district: str | None
    signpost: str | None
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


def _bodies(card: RecordCard, bodies: Mapping[str, BodyCard], district: str | None) -> list[str]:
    """The ids that an answer leads to, best first, common records resolved for the district."""
    duties = [duty for duty in card.get("duties", ()) if not district or duty.get("area") in (None, district)]
    found: list[str] = []
    for id_ in (*(duty["body"] for duty in duties), *card.get("leads", ())):
        instances = bodies[id_].get("instances", {}) if id_ in bodies else {}
        here = instances.get(district, id_) if district else id_
        if here not in found:
            found.append(here)
    return found + [id_ for id_ in card.get("programmes", ()) if id_ not in found]
