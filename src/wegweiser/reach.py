"""Questions with the ids that answer them and the words people type in; what nobody reaches and what wins nothing out.

For editors: a concern that own questions rarely or never reach needs words, and a word that does not lead to its own
record when it is typed alone wins nothing: others claim it more strongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wegweiser.catalogue import Catalogue
from wegweiser.evaluation import Scored
from wegweiser.finding import say
from wegweiser.model import Topic
from wegweiser.search import Finder
from wegweiser.terms import TermsFile
from wegweiser.translations import Wording

FIRST = 3
SELDOM = 2
"""So few questions that reach a topic are rare."""
MOST = 25
"""So many words of a language are listed."""


class Reached(NamedTuple):
    """A topic: how many questions expect it first, and how many of them reach it among the first three."""

    topic: str
    expected: int
    reached: int


class Loser(NamedTuple):
    """A word that does not lead to its own record, and the record that it leads to (None: to nothing)."""

    lang: str
    address: str
    word: str
    instead: str | None


def topics(scored: Iterable[Scored], catalogue: Catalogue) -> list[Reached]:
    """Every published topic, the least reached first."""
    expected: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for one in scored:
        first = one.question.expect[0]
        expected[first] += 1
        reached[first] += one.rank is not None and one.rank <= FIRST
    found = [Reached(entry.id, expected[entry.id], reached[entry.id]) for entry in catalogue.published(Topic)]
    return sorted(found, key=lambda item: (item.reached, item.expected, item.topic))


def losers(finder: Finder, terms: TermsFile) -> Iterator[Loser]:
    """The words of a language that win nothing, in the order of its file; `finder` knows this language alone."""
    for address, said in terms.words.items():
        for word in dict.fromkeys((*said.synonyms, *said.search)):
            hits = finder.find(word, terms.lang, limit=FIRST)
            found = [hit.ref for hit in (*hits.hits, *hits.nearest)]
            if address not in found and not address.startswith("districts/"):
                yield Loser(terms.lang, address, word, found[0] if found else None)


_TOPICS = (say("Kennung"), say("Fragen"), say("Erreicht"))
_WORDS = (say("Wort"), say("Eintrag"), say("Führt zu"))


def as_markdown(
    reached: Iterable[Reached], lost: Mapping[str, list[Loser]], counts: Mapping[str, int], words: Wording
) -> Iterator[str]:
    """The page for editors: topics that questions seldom reach, then per language the words that win nothing."""
    word = words.word
    yield f"# {say('Was der Finder selten erreicht').render(word)}"
    yield from ("", say("Diese Seite schreibt `wegweiser report reach`.").render(word), "")
    yield f"## {say('Anliegen, die eigene Fragen selten oder nie erreichen').render(word)}"
    yield from ("", f"| {' | '.join(head.render(word) for head in _TOPICS)} |", "| --- | ---: | ---: |")
    yield from (f"| {one.topic} | {one.expected} | {one.reached} |" for one in reached if one.reached <= SELDOM)
    for lang, found in lost.items():
        share = say("{lang}: {lost} von {n} Wörtern gewinnen nichts", lang=lang, lost=len(found), n=counts[lang])
        yield from ("", f"## {share.render(word)}", "")
        yield from (f"| {' | '.join(head.render(word) for head in _WORDS)} |", "| --- | --- | --- |")
        for one in found[:MOST]:
            yield f"| {one.word.replace('|', '/')} | {one.address} | {one.instead or '-'} |"
