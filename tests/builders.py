"""Records, catalogues and wordings for tests: a call states only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.graph import Graph
from wegweiser.languages import Language
from wegweiser.model import (
    FOLDERS,
    Commitment,
    Council,
    District,
    Law,
    Moved,
    Office,
    Organisation,
    Part,
    Practice,
    Programme,
    Site,
    Topic,
)
from wegweiser.translations import Translation, Wording
from wegweiser.view import Facts, Speech
from wegweiser.yamlfile import read

ROOT = Path(__file__).parent.parent
CITY = Path(__file__).parent / "city"
TODAY = date(2026, 11, 22)

GERMAN = Language("de", "Deutsch", "ltr", default=True)
ENGLISH = Language("en", "English", "ltr", default=False)
ARABIC = Language("ar", "العربية", "rtl", default=False)

_RECORD = {"confidence": "unverified", "checked": "2026-11-01"}
_BODY = {**_RECORD, "level": "state"}
SOURCE = {"key": "seite", "title": "Seite des Amtes", "url": "https://amt.example.org/"}


def office(id_: str = "amt", **facts: Any) -> Office:
    """An office."""
    return Office(**{"kind": "office", "id": id_, "name": id_.title(), "type": "authority", **_BODY, **facts})


def council(id_: str = "rat", **facts: Any) -> Council:
    """A council."""
    return Council(**{"kind": "council", "id": id_, "name": id_.title(), "type": "council", **_BODY, **facts})


def organisation(id_: str = "verein", **facts: Any) -> Organisation:
    """An organisation."""
    given = {"kind": "organisation", "id": id_, "name": id_.title(), "type": "umbrella", **_BODY, "level": "other"}
    return Organisation(**{**given, **facts})


def duty(body: str = "amt", role: str = "decides", **facts: Any) -> dict[str, Any]:
    """A duty, as a record writes it."""
    return {"body": body, "role": role, **facts}


def topic(id_: str = "anliegen", *duties: dict[str, Any], **facts: Any) -> Topic:
    """A topic; without duties the office `amt` decides."""
    given = {"kind": "topic", "id": id_, "title": id_.title(), "summary": "Worum es geht.", "group": "everyday"}
    return Topic(**{**given, "audience": ["individual"], "duties": duties or [duty()], **_RECORD, **facts})


def programme(id_: str = "topf", **facts: Any) -> Programme:
    """A funding programme of the office `amt` for the topic `anliegen`."""
    given = {"kind": "programme", "id": id_, "name": id_.title(), "level": "state", "funder": "amt"}
    return Programme(**{**given, "topics": ["anliegen"], **_RECORD, **facts})


def practice(id_: str = "beispiel", **facts: Any) -> Practice:
    """An example from another city for the topic `anliegen`."""
    given = {"kind": "practice", "id": id_, "title": id_.title(), "summary": "Was getan wurde.", "place": "Talheim"}
    given |= {"country": "AT", "organisation": "Talheim", "state": "ongoing", "themes": ["themen"], "format": "form"}
    given |= {"needs": {"legal": "nichts", "money": "wenig", "people": "zwei"}, "transfer": {}, "topics": ["anliegen"]}
    return Practice(**{**given, **_RECORD, **facts})


def law(id_: str = "gesetz", **facts: Any) -> Law:
    """A law."""
    return Law(**{"kind": "law", "id": id_, "name": id_.title(), "level": "state", "type": "law", **_RECORD, **facts})


def commitment(id_: str = "zusage", **facts: Any) -> Commitment:
    """A promise."""
    given = {"kind": "commitment", "id": id_, "name": id_.title(), "promised_by": "Das Amt"}
    return Commitment(**{**given, **_RECORD, **facts})


def district(id_: str = "nord", **facts: Any) -> District:
    """A district whose office and commissioner are `amt`."""
    given = {"kind": "district", "id": id_, "name": id_.title(), "office": "amt", "commissioner": "amt"}
    return District(**{**given, **_RECORD, **facts})


def site(**facts: Any) -> Site:
    """The description of a site."""
    given = {"kind": "site", "id": "site", "name": "Wegweiser", "claim": "Wohin?", "place": "Auenstadt"}
    return Site(**{**given, "intro": "Wer zuständig ist.", **facts})


def moved(id_: str, to: str, **facts: Any) -> Moved:
    """An office that moved to another id."""
    return Moved(**{"kind": "moved", "id": id_, "to": to, "why": "Umbenannt.", **facts})


def entry(record: Part) -> Entry:
    """A record in the folder of its kind, moved ones among the offices; its file has no lines."""
    folder = next((name for name, kind in FOLDERS.items() if isinstance(record, kind)), "")
    folder = "offices" if isinstance(record, Moved) else folder
    return Entry(folder, record, read(f"data/{folder}/{getattr(record, 'id', '')}.yaml", b"id: x"))


def catalogue(*records: Part) -> Catalogue:
    """A catalogue of these records and no others."""
    return Catalogue(entry(record) for record in records)


def graph(*records: Part) -> Graph:
    """The graph of these records."""
    return Graph(catalogue(*records))


def facts(*records: Part, today: date = TODAY) -> Facts:
    """The facts of these records as of a day."""
    made = catalogue(*records)
    return Facts(made, Graph(made), today)


def wording(
    language: Language = GERMAN,
    content: Mapping[tuple[str, str], str | Translation] | None = None,
    words: Mapping[str, str | Translation] | None = None,
    **given: Any,
) -> Wording:
    """A wording with German records; `content` (by context and original) and `words` are what is translated."""
    said = {key: _translation(key[1], found) for key, found in (content or {}).items()}
    forms = {word: _translation(word, found) for word, found in (words or {}).items()}
    return Wording(language, "de", said, forms, **given)


def _translation(original: str, found: str | Translation) -> Translation:
    return found if isinstance(found, Translation) else Translation((original,), (found,))


def speech(language: Language = GERMAN, words: Mapping[str, str] | None = None, **given: Any) -> Speech:
    """A speech; `words` maps words of the site to their translations."""
    return Speech(wording(language, words=words, **given))
