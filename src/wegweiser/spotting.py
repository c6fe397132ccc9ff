"""The words of a question in; the places it names and the emergency number it calls for out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from wegweiser.analysis import Tables, words
from wegweiser.languages import base_of

# From this length on a word may carry an ending (Nordhafener, Nordhafens) of so many letters.
SHORTEST_INFLECTED, LONGEST_ENDING = 6, 3
# From this length on one letter may be missing, doubled or swapped (bewustlos). Another letter is another word:
# "geschlafen" is not "geschlagen".
SHORTEST_SLIPPED = 7
# So many other words may stand between two words of a phrase: "atmet seit gestern nicht".
WIDEST_GAP = 2

Item = TypeVar("Item")
Phrase = tuple[str, ...]
# language ("" for all of them) -> name of a place -> id of its district, or the name it is known by
Names = Mapping[str, Mapping[str, str]]


class Spotted(NamedTuple):
    """A question without its places. `places` are the words of the place names as the data writes them.

    `elsewhere`: names of places that the directory does not cover; their words are among those of the places.
    """

    words: tuple[str, ...]
    places: tuple[str, ...]
    districts: frozenset[str]
    elsewhere: tuple[str, ...] = ()


class Gazetteer:
    """Names of places as one language spells them: in German "Gruenwiese" is "Grünwiese"."""

    def __init__(self, names: Names, lang: str, tables: Tables) -> None:
        known = {**names.get("", {}), **names.get(base_of(lang), {}), **names.get(lang, {})}
        folded = ((tuple(words(name, lang, tables)), known[name]) for name in known)
        longest_first = sorted(((name, id_) for name, id_ in folded if name), key=lambda item: (-len(item[0]), item))
        self.names = _grouped(longest_first, lambda item: item[0][0][0])

    def at(self, found: Sequence[str], at: int) -> tuple[Phrase, str]:
        """The longest name that begins at a word of a question and what it is the name of; nothing if none does."""
        for same in (str.__eq__, same_word):  # a name as it is written first: some differ by one letter
            for name, id_ in self.names.get(found[at][0], ()):
                here = found[at : at + len(name)]
                if len(here) == len(name) and all(map(same, here, name)):
                    return name, id_
        return (), ""


class Places:
    """The places that a directory covers (name -> id of the district) and others that people may take it to cover."""

    def __init__(self, places: Names, elsewhere: Names, lang: str, tables: Tables) -> None:
        self.ours = Gazetteer(places, lang, tables)
        self.others = Gazetteer(elsewhere, lang, tables)
        self.language = tables.language(lang)
        self.written = {name: tuple(words(name, lang, tables)) for name in elsewhere.get("", {})}

    def spot(self, found: Sequence[str]) -> Spotted:
        """The question with the longest place names taken out.

        Who comes from another city, or names one beside ours, asks about ours.
        """
        rest: list[str] = []
        named: list[str] = []
        districts: set[str] = set()
        others: list[str] = []
        at = 0
        while at < len(found):
            name, district = self.ours.at(found, at)
            other, place = ((), "") if name else self.others.at(found, at)
            named += name or self.written.get(place, ())
            if district:
                districts.add(district)
            if place and not self._is_origin(found, at, other):
                others.append(place)
            if not name and not other:
                rest.append(found[at])
            at += len(name) or len(other) or 1
        about_us = len(named) > sum(len(self.written[place]) for place in others)
        elsewhere = () if about_us else tuple(dict.fromkeys(others))
        return Spotted(tuple(rest), tuple(named), frozenset(districts), elsewhere)

    def _is_origin(self, found: Sequence[str], at: int, name: Phrase) -> bool:
        """Whether somebody comes from there: "aus Hamburg", "Hamburg'dan"."""
        last = at + len(name) - 1
        ending = found[last][len(name[-1]) :] if found[last].startswith(name[-1]) else ""
        if ending in self.language.origin_endings:
            return True
        return any(at >= len(said) and tuple(found[at - len(said) : at]) == said for said in self.language.origin_words)


class Signs:
    """The phrases of one language that call for one emergency number."""

    def __init__(self, phrases: Mapping[str, Sequence[str]], lang: str, tables: Tables) -> None:
        calling = _folded(phrases.get("words", ()), lang, tables)
        harmless = _folded(phrases.get("unless", ()), lang, tables)
        self.calling = _grouped(calling, lambda phrase: phrase[0])
        self.harmless = _grouped(harmless, lambda phrase: phrase[0])
        self.known = _grouped(sorted({word for phrase in calling + harmless for word in phrase}), _letter)

    def call(self, found: Sequence[str], shortest: int = 1) -> bool:
        """Whether a phrase stands in the question, apart from words that belong to an `unless` phrase.

        `shortest`: how many words a phrase has at least to count.
        """
        meant = [self._meant(word) for word in found]
        said: set[str] = set().union(*meant)
        harmless = {word for phrase in _within(said, self.harmless) for word in phrase}
        open_words = [known if known.isdisjoint(harmless) else set() for known in meant]
        phrases = (phrase for phrase in _within(said, self.calling) if len(phrase) >= shortest)
        return any(_in_order(phrase, open_words) for phrase in phrases)

    def calm(self, found: Sequence[str]) -> bool:
        """Whether a phrase stands in the question that shows there is no emergency."""
        return any(True for _ in _within(set().union(*(self._meant(word) for word in found)), self.harmless))

    def _meant(self, word: str) -> set[str]:
        """The known words that a word may be; only itself if it is known: "schließt" is no slip of "schießt"."""
        known = self.known.get(word[0], ())
        return {word} if word in known else {wanted for wanted in known if same_word(word, wanted)}


def _grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    """The items by their beginning: a question meets few of them."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _letter(word: str) -> str:
    return word[0]


def _within(said: set[str], phrases: Mapping[str, Sequence[Phrase]]) -> Iterator[Phrase]:
    """The phrases of which every word is said."""
    return (phrase for first in said for phrase in phrases.get(first, ()) if said.issuperset(phrase))


def same_word(word: str, known: str) -> bool:
    """Whether a word is a known one, with an ending or a slip of the finger at most."""
    if word == known:
        return True
    if word[0] != known[0]:
        return False
    longer = len(word) - len(known)
    if len(known) >= SHORTEST_INFLECTED and 0 < longer <= LONGEST_ENDING and word.startswith(known):
        return True
    return len(known) >= SHORTEST_SLIPPED and abs(longer) <= 1 and _slipped(word, known)


def _slipped(word: str, known: str) -> bool:
    """Whether one letter is missing, too many, or swapped with the next."""
    at = 0
    while at < min(len(word), len(known)) and word[at] == known[at]:
        at += 1
    if len(word) < len(known):
        return word[at:] == known[at + 1 :]
    if len(word) > len(known):
        return word[at + 1 :] == known[at:]
    return word[at : at + 2] == known[at : at + 2][::-1] and word[at + 2 :] == known[at + 2 :]


def _in_order(phrase: Sequence[str], meant: Sequence[set[str]]) -> bool:
    """Whether the words of a phrase follow one another with small gaps."""
    ends = {at for at, known in enumerate(meant) if phrase[0] in known}
    for word in phrase[1:]:
        ends = {at for end in ends for at in range(end + 1, min(end + 2 + WIDEST_GAP, len(meant))) if word in meant[at]}
    return bool(ends)


def _folded(phrases: Iterable[str], lang: str, tables: Tables) -> list[Phrase]:
    folded = (tuple(words(phrase, lang, tables)) for phrase in phrases)
    return [phrase for phrase in folded if phrase]
