"""Wordings and what is to be translated in; how much of it each language has out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wegweiser.catalogue import Catalogue
from wegweiser.extraction import Kind, Word
from wegweiser.translations import Translation, Wording


class Coverage(NamedTuple):
    """How many texts of a kind a language has. `translated` + `outdated` + `missing` = `total`; the translated ones
    are `machine_made` or `reviewed`.
    """

    lang: str
    kind: Kind
    total: int
    translated: int
    outdated: int
    missing: int
    machine_made: int

    @property
    def reviewed(self) -> int:
        """Translations that a speaker has written or read."""
        return self.translated - self.machine_made

    @property
    def percent(self) -> int:
        """The share that is translated, rounded down, so that 100 means all."""
        return 100 * self.translated // self.total if self.total else 100


def coverage(catalogue: Catalogue, words: Iterable[Word], wordings: Mapping[str, Wording]) -> list[Coverage]:
    """A row for every language but that of the records, and every kind of text."""
    wanted = {
        Kind.WORD: [word.forms[0] for word in words if word.kind is Kind.WORD],
        Kind.MESSAGE: [word.forms[0] for word in words if word.kind is Kind.MESSAGE],
    }
    records: dict[Kind, dict[tuple[str, str], None]] = {Kind.CORE: {}, Kind.LONG: {}}
    for _, text in catalogue.texts:
        records[Kind.CORE if text.core else Kind.LONG][text.context, text.text] = None
    rows: list[Coverage] = []
    for lang, wording in wordings.items():
        if wording.is_source:
            continue
        found: dict[Kind, Iterator[Translation | None]] = {
            Kind.WORD: map(wording.words.get, wanted[Kind.WORD]),
            Kind.CORE: map(wording.content.get, records[Kind.CORE]),
            Kind.LONG: map(wording.content.get, records[Kind.LONG]),
            Kind.MESSAGE: map(wording.words.get, wanted[Kind.MESSAGE]),
        }
        rows += [_row(lang, kind, translations) for kind, translations in found.items()]
    return rows


def _row(lang: str, kind: Kind, translations: Iterable[Translation | None]) -> Coverage:
    counts: Counter[str] = Counter()
    for found in translations:
        state = "missing" if found is None or not found.forms[0] else "outdated" if found.outdated else "translated"
        counts[state] += 1
        counts["machine_made"] += bool(found and state == "translated" and found.machine_made)
    translated, outdated, missing = (counts[state] for state in ("translated", "outdated", "missing"))
    total = translated + outdated + missing
    return Coverage(lang, kind, total, translated, outdated, missing, counts["machine_made"])
