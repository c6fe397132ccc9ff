"""A word of a question in; the indexed words it may mean, each with a weight between 0 and 1."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import cached_property

from wegweiser.analysis import Language
from wegweiser.sounding import FEWEST_SOUNDS, sounding

# Behind every letter of the finder's tables.
END = "\uffff"
SHORTEST_BEGINNING = 2
SHORTEST_SLIPPED = 4
SHORTEST_PART = 4
SHORTEST_COMPOUND = 8
SHORTEST_BARE = 3
LONGEST_SHORT = 5
# So many sounds must agree within one script, where the letters themselves say more.
SHORTEST_HEARD = 5


class Lexicon:
    """The indexed words of one language, in the order of their letters."""

    def __init__(self, terms: Sequence[str], language: Language) -> None:
        self.terms = terms
        self.position = {term: number for number, term in enumerate(terms)}
        self.language = language

    def beginning(self, start: str) -> range:
        """The numbers of the words that begin so."""
        return range(bisect_left(self.terms, start), bisect_left(self.terms, start + END))

    @cached_property
    def letters(self) -> list[int]:
        """Per word the set of its letters as bits: words that differ in many letters need no closer look."""
        return [_letters(term) for term in self.terms]

    @cached_property
    def sounding(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """The words by their sounding keys: those in Latin letters, and those in others."""
        keys: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        for number, term in enumerate(self.terms if self.language.sounds else ()):
            key = sounding(term, self.language.sounds)
            if key:
                keys[not _is_latin(term)].setdefault(key, []).append(number)
        return keys

    def similar(self, word: str) -> dict[int, float]:
        """The number of each indexed word that `word` may mean, and how sure that is."""
        found: dict[int, float] = {}
        self._related(word, found)
        if word in self.position:
            return found
        # Only words that nobody wrote are taken apart: who asks for a "Frauenhaus" does not mean any "Haus".
        for part in self.parts(word):
            _keep(found, self.position[part], 0.7)
        for number, certain in self.mistyped(word).items():
            _keep(found, number, certain)
        for prefix in self.language.loose_prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_BARE:
                self._without_prefix(word[len(prefix) :], found)
        if self.language.sounds:
            self._heard(word, found)
        if self.language.keyboard and word.isascii():
            self._on_other_keyboard(word, found)
        return found

    def _on_other_keyboard(self, word: str, found: dict[int, float]) -> None:
        """The word that the same keys write on the keyboard of this language: Russian "детский" typed as "ltncrbq"."""
        number = self.position.get("".join(self.typed.get(letter, letter) for letter in word))
        if number is not None:
            _keep(found, number, 0.9)

    @cached_property
    def typed(self) -> dict[str, str]:
        """Letter of a Latin keyboard -> what this language has in its place."""
        return {latin: own for own, latin in self.language.keyboard}

    def _without_prefix(self, rest: str, found: dict[int, float]) -> None:
        """What a word means without a letter that only joins it to the sentence: the Arabic "for" in لإقامتي."""
        bare: dict[int, float] = {}
        self._related(rest, bare)
        for number, certain in bare.items():
            _keep(found, number, 0.9 * certain)

    def _heard(self, word: str, found: dict[int, float]) -> None:
        """Words that sound like this one: of the other script, or long ones that somebody wrote as she heard them."""
        key = sounding(word, self.language.sounds)
        if self.language.script != "latin":
            for number in self.sounding[_is_latin(word)].get(key, ()) if key else ():
                _keep(found, number, 0.7 if len(key) > FEWEST_SOUNDS else 0.5)
        elif len(key) >= SHORTEST_HEARD:
            for number in self.sounding[0].get(key, ()):
                _keep(found, number, 0.6)

    def parts(self, word: str) -> list[str]:
        """The fewest indexed words that make up a compound; none where the language writes no compounds."""
        if not self.language.splits_compounds or len(word) < SHORTEST_COMPOUND:
            return []
        return _split(word, self.position, self.language.compound_links)

    def _related(self, word: str, found: dict[int, float]) -> None:
        """The word itself, its continuations, its beginnings, and words with the same stem."""
        if word in self.position:
            found[self.position[word]] = 1.0
        length = len(word)
        # A short word that is known means itself first: "Mann" is not "Mannheim".
        begun = 0.4 if word in self.position and length <= LONGEST_SHORT else 0.8
        if length >= SHORTEST_BEGINNING:
            for number in self.beginning(word):
                _keep(found, number, begun * (0.4 + 0.6 * length / len(self.terms[number])))
        # Who writes a word that is known means it, and only half its beginning: "Kindergarten" is not any "Kind".
        likely = 0.45 if word in self.position else 0.9
        shortest = self.language.shortest_stem
        for end in range(shortest, length):
            shorter = self.position.get(word[:end])
            if shorter is not None:
                _keep(found, shorter, likely * end / length)
        stem = max(shortest, (3 * length + 4) // 5)
        if length >= stem:
            for number in self.beginning(word[:stem]):
                share = _common(word, self.terms[number]) / max(length, len(self.terms[number]))
                _keep(found, number, 0.9 * (share * share))

    def mistyped(self, word: str) -> dict[int, float]:
        """Words that differ by one slip of the finger, by two in long words; the first letter must be right."""
        found: dict[int, float] = {}
        if len(word) < SHORTEST_SLIPPED:
            return found
        most = 2 if len(word) >= 8 else 1
        bits = _letters(word)
        for number in self.beginning(word[0]):
            if (bits ^ self.letters[number]).bit_count() > 2 * most:
                continue
            slips = distance(word, self.terms[number], most)
            if slips <= most:
                found[number] = 0.6 if slips == 1 else 0.45
        return found


def distance(one: str, other: str, most: int) -> int:
    """How many letters were added, dropped, replaced or swapped with their neighbour; `most` + 1 if more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)


def _split(word: str, known: Container[str], links: Sequence[str]) -> list[str]:
    """The fewest known words that make up a word, with or without linking letters between them."""
    best: dict[int, list[str]] = {len(word): []}
    for start in range(len(word) - SHORTEST_PART, -1, -1):
        for end in range(len(word), start + SHORTEST_PART - 1, -1):
            piece = word[start:end]
            if piece == word or piece not in known:
                continue
            for link in ("", *links):
                rest = best.get(end + len(link)) if word.startswith(link, end) else None
                if rest is None or (link and not rest):
                    continue
                if start not in best or len(rest) + 1 < len(best[start]):
                    best[start] = [piece, *rest]
    return best.get(0, [])


def _keep(found: dict[int, float], number: int, weight: float) -> None:
    if weight > found.get(number, 0.0):
        found[number] = weight


def _common(one: str, other: str) -> int:
    """How many letters two words share from the beginning."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 31)
    return bits
