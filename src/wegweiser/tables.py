"""The parsed characters.json and finder.yaml of each language in; the tables that the finder reads words with out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wegweiser.analysis import Language, Ranges, Tables, folded, words

# So many stop words tell a language from others.
TELLING = 60
# The letters of a Latin keyboard, in the order in which a finder.yaml lists what its own has in their places.
LATIN_KEYBOARD = "qwertyuiopasdfghjklzxcvbnm"
# How a finder.yaml names letters that are not heard.
SILENT = "-"


def tables_of(characters: Mapping[str, object], languages: Mapping[str, Mapping[str, object]]) -> Tables:
    """All that is known about letters and languages; `languages`: code -> its finder.yaml."""
    letters_only = Tables(
        apostrophes="".join(_texts(characters["apostrophes"])),
        deleted=_ranges(characters["deleted"]),
        marks=_ranges(characters["marks"]),
        letters=_ranges(characters["letters"]),
        characters={old: str(new) for old, new in _mapping(characters["characters"]).items()},
        scripts={name: _ranges(ranges) for name, ranges in _mapping(characters["scripts"]).items()},
    )
    return replace(
        letters_only,
        languages={lang: _language(languages[lang], letters_only) for lang in sorted(languages)},
    )


def _language(source: Mapping[str, object], tables: Tables) -> Language:
    """The language of a finder.yaml; its words are folded as the text will be."""

    def words_in(items: object, language: Language) -> tuple[str, ...]:
        return tuple(words(" ".join(_texts(items)), "", replace(tables, languages={"": language})))

    joined = _mapping(source.get("joined endings"))
    letters = Language(
        script=str(source.get("script", "latin")),
        letters_left=int(str(source.get("letters left", 3))),
        apostrophe_splits=_yes(source.get("apostrophe splits")),
        splits_compounds=_yes(source.get("splits compounds")),
    )
    language = replace(
        letters,
        replacements=tuple(_replacement(_mapping(item)) for item in _list(source.get("replacements"))),
        prefixes=words_in(source.get("prefixes"), letters),
        loose_prefixes=words_in(source.get("loose prefixes"), letters),
        sounds=_sounds(_mapping(source.get("sounds")), tables),
        keyboard=tuple(zip(str(source.get("keyboard", "")), LATIN_KEYBOARD, strict=False)),
        shortest_stem=int(str(source.get("shortest stem", Language.shortest_stem))),
        enough=float(str(source.get("enough", Language.enough))),
        joined_signs=tuple(_texts(joined.get("signs"))),
        joined_endings=words_in(joined.get("endings"), letters),
        compound_links=words_in(source.get("compound links"), letters),
    )
    stop_words = tuple(dict.fromkeys(words_in(source.get("stop words"), language)))
    origin_endings = frozenset(words_in(source.get("origin endings"), language))
    origin_words = tuple(words_in([said], language) for said in _texts(source.get("origin words")))
    return replace(
        language,
        stop_words=frozenset(stop_words),
        telling_words=stop_words[:TELLING],
        origin_words=origin_words,
        origin_endings=origin_endings,
    )


def _sounds(written: Mapping[str, object], tables: Tables) -> tuple[tuple[str, str], ...]:
    """Letters and their sounds, the longest letters first, so that "sch" is heard before "s"."""
    pairs = ((letters, str(sound)) for sound, said in written.items() for letters in str(said).split())
    heard = ((folded(letters, Language(), tables), "" if sound == SILENT else sound) for letters, sound in pairs)
    return tuple(sorted(heard, key=lambda pair: (-len(pair[0]), pair)))


def _replacement(item: Mapping[str, object]) -> tuple[str, str, str]:
    return str(item["find"]), str(item["put"]), str(item.get("not after", ""))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _texts(value: object) -> list[str]:
    return [str(item) for item in _list(value)]


def _yes(value: object) -> bool:
    return str(value).lower() in ("yes", "true")


def _ranges(written: object) -> Ranges:
    """Ranges of code points from "0030-0039" or "00DF"."""
    ends = ((item.partition("-")[0], item.partition("-")[2] or item) for item in _texts(written))
    return tuple((int(low, 16), int(high, 16)) for low, high in ends)
