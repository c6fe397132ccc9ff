"""The file of one language in; its words, their weights in documents and the terms of each document out.

The file keeps only what lunr's weights follow from (indexing.py); `_weights` gives them back, here and in
assets/finder.js, and a test compares them with lunr's.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, NotRequired, TypedDict

from wegweiser.analysis import AROUND, Tables, analyse, words
from wegweiser.similar import Lexicon

MOST_REMEMBERED = 2000


@dataclass(frozen=True)
class Document:
    """What the finder may answer with. `search` and `text` are searched, never shown; no districts means everywhere."""

    ref: str
    kind: str
    id: str
    title: str
    synonyms: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    text: str = ""
    weight: float = 1.0
    districts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    level: str = ""
    themes: tuple[str, ...] = ()


class Facts(TypedDict):
    """What the file tells of a document: enough to filter it and to say why it matched. The id, if not in `ref`."""

    ref: str
    kind: str
    id: NotRequired[str]
    title: str
    synonyms: list[str]
    keywords: list[str]
    weight: float
    districts: list[str]
    groups: list[str]
    audiences: list[str]
    level: str
    themes: list[str]


class Field(TypedDict):
    """Per document the words of one field: gaps between term numbers; a negative number says how often if not once.

    What a document shows of a field, such as its title, is left out: those words can be read there.
    """

    name: str
    boost: float
    words: list[list[int]]


Signposts = Mapping[str, Mapping[str, Sequence[str]]]


class IndexData(TypedDict):
    """The file of one language. `idf` pairs how often a word is indexed with its weight: logarithms differ by place.

    `signposts`: per emergency number the phrases that call for it (`words`) and those that show there is no emergency
    (`unless`).
    """

    lang: str
    k1: float
    b: float
    idf: list[list[float]]
    terms: str
    fields: list[Field]
    documents: list[Facts]
    signposts: Signposts


class Phrase(NamedTuple):
    """A term as it is written, the numbers of its words, and of the parts of its compounds."""

    said: str
    words: list[int]
    parts: list[int]


class Index:
    """The loaded file of one language: its words, and lunr's weight of each in each document."""

    def __init__(self, data: IndexData, tables: Tables) -> None:
        self.lang = data["lang"]
        self.documents = data["documents"]
        self.lexicon = Lexicon(data["terms"].split(), tables.language(self.lang))
        self.rarest = max((weight for _, weight in data["idf"]), default=1.0)
        self.weights = _weights(data, self.lexicon.position, tables)
        self._similar: dict[str, dict[int, float]] = {}
        self._phrases: dict[int, list[Phrase]] = {}

    def similar(self, word: str) -> dict[int, float]:
        """The numbers of the indexed words that a word may mean; remembered, for people type letter by letter."""
        if len(self._similar) >= MOST_REMEMBERED:
            self._similar.clear()
        if word not in self._similar:
            self._similar[word] = self.lexicon.similar(word)
        return self._similar[word]

    def exactly(self, word: str) -> dict[int, float]:
        """The number of a word that is indexed as it stands."""
        return {self.lexicon.position[word]: 1.0} if word in self.lexicon.position else {}

    def documents_with(self, word: str) -> dict[int, float]:
        """The documents that have exactly this word, and its weight there."""
        return self.weights[self.lexicon.position[word]] if word in self.lexicon.position else {}

    def nearest(self, word: str, tables: Tables) -> str | None:
        """The known word that an unknown one is a slip of, as a term writes it; None if it may still be typed."""
        if word in self.lexicon.position or len(self.lexicon.beginning(word)):
            return None
        slips = self.lexicon.mistyped(word)
        best = max(slips, key=lambda number: (slips[number], len(self.weights[number]), -number), default=None)
        return None if best is None else self._written(best, tables)

    def _written(self, number: int, tables: Tables) -> str | None:
        """A word as the first term that may be shown writes it."""
        for document in sorted(self.weights[number]):
            for phrase in self.phrases(document, tables):
                for chunk in phrase.said.split() if number in phrase.words else ():
                    if words(chunk, self.lang, tables) == [self.lexicon.terms[number]]:
                        return chunk.strip(AROUND)
        return None

    def phrases(self, document: int, tables: Tables) -> list[Phrase]:
        """The terms of a document that may be shown, its title first."""
        if document not in self._phrases:
            facts = self.documents[document]
            said = (facts["title"], *facts["synonyms"], *facts["keywords"])
            self._phrases[document] = [self._phrase(phrase, tables) for phrase in said]
        return self._phrases[document]

    def _phrase(self, said: str, tables: Tables) -> Phrase:
        found = list(dict.fromkeys(analyse(said, self.lang, tables)))
        pieces = [part for word in found for part in self.lexicon.parts(word)]
        position = self.lexicon.position
        whole, parts = ([position[word] for word in group if word in position] for group in (found, pieces))
        return Phrase(said, whole, parts)


def unpacked(packed: Sequence[int]) -> dict[int, int]:
    """The numbers of words and how often they occur, from what the file has of a field (see Field)."""
    counts: dict[int, int] = {}
    position = -1
    for item in packed:
        if item > 0:
            position += item
        counts[position] = max(1, -item)
    return counts


def shown(name: str, facts: Facts, lang: str, tables: Tables) -> Counter[str]:
    """How often the words of a field stand in what a document shows."""
    said = {"title": [facts["title"]], "synonyms": facts["synonyms"], "keywords": facts["keywords"]}.get(name, [])
    return Counter(word for phrase in said for word in analyse(phrase, lang, tables))


def counts(data: IndexData, position: Mapping[str, int], tables: Tables) -> list[list[dict[int, int]]]:
    """Per field and document how often each word, by its number, stands there."""
    return [
        [
            _counted(packed, shown(field["name"], facts, data["lang"], tables), position)
            for facts, packed in zip(data["documents"], field["words"], strict=True)
        ]
        for field in data["fields"]
    ]


def _counted(packed: Sequence[int], seen: Mapping[str, int], position: Mapping[str, int]) -> dict[int, int]:
    """The words that the file has of a field of a document, and those that the document shows."""
    found = unpacked(packed)
    for word, often in seen.items():
        found[position[word]] = found.get(position[word], 0) + often
    return found


def frequencies(fields: Sequence[Sequence[Mapping[int, int]]]) -> tuple[Counter[int], list[float]]:
    """How often each word is indexed, over all fields and documents (see `counts`), and the fields' average lengths."""
    often = Counter(number for documents in fields for found in documents for number in found)
    lengths = [[sum(found.values()) for found in documents] for documents in fields]
    return often, [sum(long) / max(1, len(long)) for long in lengths]


def _weights(data: IndexData, position: Mapping[str, int], tables: Tables) -> list[dict[int, float]]:
    """Per term number the documents that have it and lunr's weight, summed over the fields."""
    fields = counts(data, position, tables)
    often, averages = frequencies(fields)
    rarity = {int(count): weight for count, weight in data["idf"]}
    k1, b = data["k1"], data["b"]
    weights: list[dict[int, float]] = [{} for _ in position]
    for field, documents, average in zip(data["fields"], fields, averages, strict=True):
        for document, found in enumerate(documents):
            length = sum(found.values())
            for number, count in found.items():
                damping = k1 * (1 - b + b * (length / average)) + count
                weight = rarity[often[number]] * ((k1 + 1) * count) / damping * field["boost"]
                before = weights[number].get(document, 0.0)
                weights[number][document] = before + math.floor(weight * 1000 + 0.5) / 1000
    return weights
