"""Hits of the finder and cards in; answers in the promised form out: the concern, the bodies it leads to, and why.

The browser composes the same in assets/answers.js, and a shared fixture proves both equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from wegweiser.cards import Card
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
    all_cards: Mapping[str, Card],
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


def _answer(card_file: Card, hit: Hit, district: str | None, lang: str) -> Answer:
    records, bodies = card_file["records"], card_file["bodies"]
    assert isinstance(records, dict) and isinstance(bodies, dict)
    card = records[hit.ref]
    themes: Sequence[str] = card.get("themes", ())
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": card["title"],
        "score": hit.score,
        "sure": hit.sure,
        "matched": list(hit.matched),
        "bodies": _bodies(card, bodies, district),
        "themes": list(themes),
        "district": district,
        "url": f"{lang}/{card['url']}",
    }


def _bodies(card: Mapping[str, object], bodies: Mapping[str, Mapping[str, object]], district: str | None) -> list[str]:
    """The ids that an answer leads to, best first, common records resolved for the district."""
    duties = card.get("duties", ())
    leads = card.get("leads", ())
    programmes = card.get("programmes", ())
    assert isinstance(duties, list | tuple) and isinstance(leads, list | tuple) and isinstance(programmes, list | tuple)
    wanted = [duty["body"] for duty in duties if not (district and duty.get("area") not in (None, district))]
    found: list[str] = []
    for id_ in (*wanted, *leads):
        instances = bodies.get(id_, {}).get("instances", {})
        here = instances.get(district, id_) if isinstance(instances, dict) and district else id_
        if here not in found:
            found.append(str(here))
    return found + [id_ for id_ in programmes if id_ not in found]
