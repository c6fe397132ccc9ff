"""Text of any language in; the folded words that the finder compares out. assets/finder.js does exactly the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wegweiser.languages import base_of

# A letter three times or more is a cry: "Hilfeee". Numbers are not.
_STRETCHED = re.compile(r"([^0-9])\1{2,}")
# Signs around a word that are not part of it.
AROUND = ".,;:!?…\"'()[]{}<>«»‹›„“”‚‘’*_/\\|+=~#-–—·¿¡،؛؟"
# A longer word says nothing more, and comparing it would cost time.
LONGEST_WORD = 64

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Language:
    """What the finder knows about one language: the content of its finder.yaml."""

    script: str = "latin"
    stop_words: frozenset[str] = frozenset()
    # The first of them, by which the browser knows a language before it has loaded it.
    telling_words: tuple[str, ...] = ()
    replacements: tuple[tuple[str, str, str], ...] = ()
    prefixes: tuple[str, ...] = ()
    loose_prefixes: tuple[str, ...] = ()
    sounds: tuple[tuple[str, str], ...] = ()
    keyboard: tuple[tuple[str, str], ...] = ()
    shortest_stem: int = 4
    enough: float = 16.0
    origin_words: tuple[tuple[str, ...], ...] = ()
    origin_endings: frozenset[str] = frozenset()
    letters_left: int = 3
    apostrophe_splits: bool = False
    joined_signs: tuple[str, ...] = ()
    joined_endings: tuple[str, ...] = ()
    splits_compounds: bool = False
    compound_links: tuple[str, ...] = ()

    def brief(self) -> dict[str, object]:
        """What the browser needs to tell whether a question is in this language, as plain JSON."""
        return {
            "script": self.script,
            "stopWords": sorted(self.telling_words),
            "replacements": [list(item) for item in self.replacements],
            "prefixes": list(self.prefixes),
            "lettersLeft": self.letters_left,
            "apostropheSplits": self.apostrophe_splits,
            "joinedSigns": list(self.joined_signs),
            "joinedEndings": list(self.joined_endings),
        }

    def to_json(self) -> dict[str, object]:
        """Everything for the browser, as plain JSON."""
        return {
            **self.brief(),
            "stopWords": sorted(self.stop_words),
            "loosePrefixes": list(self.loose_prefixes),
            "sounds": [list(pair) for pair in self.sounds],
            "keyboard": dict(self.keyboard),
            "shortestStem": self.shortest_stem,
            "enough": self.enough,
            "originWords": [list(said) for said in self.origin_words],
            "originEndings": sorted(self.origin_endings),
            "splitsCompounds": self.splits_compounds,
            "compoundLinks": list(self.compound_links),
        }


@dataclass(frozen=True)
class Tables:
    """All that is known about letters and languages, ready for use."""

    apostrophes: str
    deleted: Ranges
    marks: Ranges
    letters: Ranges
    characters: Mapping[str, str]
    scripts: Mapping[str, Ranges]
    languages: Mapping[str, Language] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """The same for the browser, as plain JSON; of each language only what tells it from others."""
        return {
            "apostrophes": self.apostrophes,
            "deleted": [list(pair) for pair in self.deleted],
            "marks": [list(pair) for pair in self.marks],
            "letters": [list(pair) for pair in self.letters],
            "characters": dict(self.characters),
            "scripts": {name: [list(pair) for pair in ranges] for name, ranges in self.scripts.items()},
            "languages": {lang: language.brief() for lang, language in self.languages.items()},
        }

    def language(self, lang: str) -> Language:
        """The language of a tag, else of its base language ("de" for "de-simple"), else one nothing is known about."""
        return self.languages.get(lang) or self.languages.get(base_of(lang)) or Language()

    @cached_property
    def deletion(self) -> re.Pattern[str]:
        """Signs that vanish: soft hyphens, direction marks, joiners."""
        return re.compile(f"[{_class(self.deleted)}]")

    @cached_property
    def marking(self) -> re.Pattern[str]:
        """Accents, vowel signs and other marks on letters."""
        return re.compile(f"[{_class(self.marks)}]")

    @cached_property
    def word(self) -> re.Pattern[str]:
        """A run of letters and digits."""
        return re.compile(f"[{_class(self.letters)}]+")

    @cached_property
    def mapping(self) -> dict[int, str]:
        """Characters that are written as others."""
        return {ord(old): new for old, new in self.characters.items()}


def folded(text: str, language: Language, tables: Tables) -> str:
    """A text in small letters without marks, as one way of writing it."""
    for sign in tables.apostrophes:
        if sign in text:
            text = text.replace(sign, " " if language.apostrophe_splits else "")
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", tables.deletion.sub("", text)).lower()
    # Marks are removed before splitting: vocalised Arabic would fall into letters.
    text = tables.marking.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text).translate(tables.mapping)


def words(text: str, lang: str, tables: Tables) -> list[str]:
    """Every word of a text, folded, in its order, stop words included."""
    language = tables.language(lang)
    joined = _joined(folded(text, language, tables), language, tables)
    bare = (_bare(word[:LONGEST_WORD], language) for word in tables.word.findall(joined))
    return [word for word in bare if word]


def analyse(text: str, lang: str, tables: Tables) -> list[str]:
    """The words of a text that carry meaning; all of them where none does."""
    found = words(text, lang, tables)
    stop_words = tables.language(lang).stop_words
    return [word for word in found if word not in stop_words] or found


def is_number(word: str) -> bool:
    """Whether a folded word has digits only."""
    return word.isascii() and word.isdigit()


def scripts_of(found: Iterable[str], tables: Tables) -> set[str]:
    """The scripts in which folded words begin; digits belong to none."""
    first = {ord(word[0]) for word in found}
    return {
        script
        for script, ranges in tables.scripts.items()
        if any(low <= code <= high for code in first for low, high in ranges)
    }


def _joined(text: str, language: Language, tables: Tables) -> str:
    """The text with endings joined that a sign sets off: Bürger:innen is one word."""
    if not language.joined_endings or not any(sign in text for sign in language.joined_signs):
        return text
    letter = f"[{_class(tables.letters)}]"
    signs = "|".join(re.escape(sign) for sign in language.joined_signs)
    ending = f"(?:{signs})(?:{'|'.join(language.joined_endings)})"
    pattern = re.compile(f"({letter})((?:{ending})+)(?!{letter})")
    return pattern.sub(lambda found: found[1] + "".join(tables.word.findall(found[2])), text)


def _bare(word: str, language: Language) -> str:
    word = _STRETCHED.sub(r"\1", word)
    for prefix in language.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= language.letters_left:
            word = word[len(prefix) :]
            break
    for old, new, not_after in language.replacements:
        if old in word:
            word = _replaced(word, old, new, not_after)
    return word


def _replaced(word: str, old: str, new: str, not_after: str) -> str:
    result, at = "", 0
    while at < len(word):
        if word.startswith(old, at) and (at == 0 or word[at - 1] not in not_after):
            result, at = result + new, at + len(old)
        else:
            result, at = result + word[at], at + 1
    return result


def _class(ranges: Ranges) -> str:
    return "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges)
