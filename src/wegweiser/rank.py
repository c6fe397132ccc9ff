"""The words of a question and the index of one language in; the documents that match, weighed, and why they do.

A word w of the question may mean indexed words t, each with a certainty c (similar.py); S(t, d) is lunr's weight of t
in document d. A document scores the sum over w of the best c·S, times the share of the question's words that it has.
A place name counts only for a document that names it, and is no fault of one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wegweiser.analysis import AROUND, Tables, words
from wegweiser.index import Index, Phrase
from wegweiser.spotting import Spotted

MOST_REASONS = 3
_SPACE = re.compile("[ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class Match(NamedTuple):
    """How well a document matches: its score, how certainly it has the words of the question (0 to 1), and how many
    letters of the question those words are, each as far as it is certain."""

    document: int
    score: float
    certain: float
    letters: float


def rank(question: Spotted, index: Index) -> list[Match]:
    """The documents that have a word of the question."""
    met = [_best(index.similar(word), index) for word in question.words]
    named = [index.documents_with(name) for name in question.places]
    candidates = {document for best in met or named for document in best}
    return [_match(document, question, met, named) for document in candidates]


def _match(
    document: int,
    question: Spotted,
    met: Sequence[Mapping[int, tuple[float, float]]],
    named: Sequence[Mapping[int, float]],
) -> Match:
    """The match of a document that has words of the question (`met`) and of its places (`named`).

    A place counts as much as the rest is certain: "Kita Nordhafen" must not find all that is in Nordhafen.
    """
    total, certain, letters, count, size = 0.0, 0.0, 0.0, 0, len(met)
    for word, best in zip(question.words, met, strict=True):
        if document in best:
            score, surest = best[document]
            total, certain, count = total + score, certain + surest, count + 1
            letters += surest * len(word)
    share = certain / size if size else 1.0
    for name, weights in zip(question.places, named, strict=True):
        if document in weights:
            total, certain, count, size = total + share * weights[document], certain + share, count + 1, size + 1
            letters += share * len(name)
    return Match(document, total * (count / size), certain / size, letters)


def _best(similar: Mapping[int, float], index: Index) -> dict[int, tuple[float, float]]:
    """Per document the best score that one word of the question reaches, and its best certainty."""
    best: dict[int, tuple[float, float]] = {}
    for number, certain in similar.items():
        for document, weight in index.weights[number].items():
            known = best.get(document)
            if known is None:
                best[document] = (certain * weight, certain)
            elif certain * weight > known[0] or certain > known[1]:
                best[document] = (max(known[0], certain * weight), max(known[1], certain))
    return best


def named(question: Spotted, document: int, index: Index, tables: Tables) -> float:
    """How much of a term of a document the question says: 1 if it names the document by one of its terms."""
    meant = _meant(question, document, index)
    shares = (
        _gain(phrase.words, meant) / len(phrase.words) for phrase in index.phrases(document, tables) if phrase.words
    )
    return max(shares, default=0.0)


def explained(question: Spotted, document: int, index: Index, tables: Tables) -> float:
    """How much of the question the terms of a document explain that may be shown, from 0 to 1."""
    meant = _meant(question, document, index)
    total = 0.0
    for word in question.words:
        here = {word: meant[word]} if word in meant else {}
        total += max((_reach(phrase, here) for phrase in index.phrases(document, tables)), default=0.0)
    return total / len(question.words) if question.words else 0.0


def reasons(query: str, question: Spotted, document: int, index: Index, tables: Tables) -> tuple[str, ...]:
    """What the question matched in a document, best first: its terms as written, else the asker's own words."""
    open_words = _meant(question, document, index)
    chosen: list[str] = []
    phrases = index.phrases(document, tables)
    while open_words and phrases and len(chosen) < MOST_REASONS:
        best = max(phrases, key=lambda phrase: (_reach(phrase, open_words), -len(phrase.words)))
        if not _reach(best, open_words):
            break
        chosen.append(best.said)
        known = {*best.words, *best.parts}
        open_words = {word: meant for word, meant in open_words.items() if known.isdisjoint(meant)}
    own = _own_words(query, index.lang, tables)
    chosen += [own[word] for word in open_words if word in own]
    return tuple(dict.fromkeys(chosen))[:MOST_REASONS]


def _meant(question: Spotted, document: int, index: Index) -> dict[str, dict[int, float]]:
    """Per word of the question the words of the document it may mean."""
    similar = {word: index.similar(word) for word in question.words}
    similar |= {name: index.exactly(name) for name in question.places}
    here = {
        word: {number: certain for number, certain in numbers.items() if document in index.weights[number]}
        for word, numbers in similar.items()
    }
    return {word: meant for word, meant in here.items() if meant}


def _reach(phrase: Phrase, meant: Mapping[str, Mapping[int, float]]) -> float:
    """How many words of the question a term explains, each as certainly as it means the same."""
    numbers = phrase.words + phrase.parts
    total = 0.0  # not sum(): it adds floats differently from Python 3.12 on, and differently from a browser
    for certain in meant.values():
        total += max((certain.get(number, 0.0) for number in numbers), default=0.0)
    return total


def _gain(numbers: Sequence[int], meant: Mapping[str, Mapping[int, float]]) -> float:
    """How many of some words the question means."""
    total = 0.0
    for number in numbers:
        total += max((certain.get(number, 0.0) for certain in meant.values()), default=0.0)
    return total


def _own_words(query: str, lang: str, tables: Tables) -> dict[str, str]:
    """How the asker wrote each word."""
    own: dict[str, str] = {}
    for _, chunk, _ in chunks(query):
        for word in words(chunk, lang, tables):
            own.setdefault(word, chunk)
    return own


def chunks(query: str) -> Iterator[tuple[str, str, str]]:
    """What stands between blanks in a question: the signs before it, the words, the signs behind it."""
    for chunk in _SPACE.split(query):
        inner = chunk.strip(AROUND)
        before, _, after = chunk.partition(inner) if inner else (chunk, "", "")
        yield before, inner, after
