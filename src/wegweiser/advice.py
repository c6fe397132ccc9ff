"""A question and what it found in; advice beside the answers out: another spelling, a door that is the wrong one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wegweiser.analysis import Tables, words
from wegweiser.candidates import Candidate
from wegweiser.index import Index
from wegweiser.rank import chunks, explained
from wegweiser.spotting import Spotted

BODIES = frozenset({"office", "council", "organisation"})
# So much of the rest of the question must be said by the terms of the concern.
NAMED = 0.8
AMONG = 10


class Door(NamedTuple):
    """The body that a question names and the concern that it brings there, as references."""

    body: str
    topic: str


def suggestion(query: str, question: Spotted, index: Index, tables: Tables) -> str | None:
    """The question with its unknown words as the directory spells the nearest; None where there is nothing nearer."""
    asked, changed = [], False
    for before, chunk, after in chunks(query):
        found = words(chunk, index.lang, tables)
        nearest = index.nearest(found[0], tables) if len(found) == 1 and found[0] in question.words else None
        changed = changed or nearest is not None
        asked.append(before + (nearest or chunk) + after)
    return " ".join(asked) if changed else None


def doors(
    ordered: Sequence[Candidate], questions: Mapping[str, Spotted], indexes: Mapping[str, Index], tables: Tables
) -> tuple[Door, ...]:
    """The bodies that a question names beside a concern that it names as well: "LAF Einbürgerung".

    Whether they are wrong doors only the responsibilities can say. A concern that speaks of the body itself, such as a
    lawsuit against it, is none.
    """
    topic = next((item for item in ordered[:AMONG] if item.facts["kind"] == "topic"), None)
    if topic is None:
        return ()
    found = []
    for item in ordered[:AMONG]:
        if item.facts["kind"] not in BODIES:
            continue
        said = _said(item, questions[item.lang], indexes[item.lang], tables)
        question, index, document = questions[topic.lang], indexes[topic.lang], topic.match.document
        rest = question._replace(words=tuple(word for word in question.words if word not in said))
        speaks_of_it = any(document in index.documents_with(word) for word in said)
        if said and not speaks_of_it and explained(rest, document, index, tables) >= NAMED:
            found.append(Door(item.facts["ref"], topic.facts["ref"]))
    return tuple(found)


def _said(item: Candidate, question: Spotted, index: Index, tables: Tables) -> set[str]:
    """The words of the question that are a name of the body in full; none if it is not named."""
    numbers = {index.lexicon.position[word]: word for word in question.words if word in index.lexicon.position}
    names = [set(phrase.words) for phrase in index.phrases(item.match.document, tables) if phrase.words]
    longest = max((name for name in names if name <= set(numbers)), key=len, default=set())
    return {numbers[number] for number in longest}
