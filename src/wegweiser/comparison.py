"""A text and its translation in; what got lost on the way out, as far as that shows without knowing the language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from babel.core import get_global

from wegweiser.languages import locale_of
from wegweiser.translations import gaps

SCRIPTS: Mapping[str, str] = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hebr": "HEBREW",
    "Latn": "LATIN",
}
"""ISO 15924 code -> the word with which Unicode begins the names of its letters."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w|\b(?:[\w-]+\.)+(?:de|eu|org|com|net|info|berlin)\b")
_THOUSANDS = re.compile(r"(?<=\d)[.,٬\u00a0\u202f ](?=\d{3}(?!\d))")
# Days, in which the month may become a word: 24.12.2026 and 24.12., 2026-12-24, 12/2026.
_DAYS = (
    (re.compile(r"\b(\d{1,2})\.\d{1,2}\.(\d{4})?"), r"\1 \2"),
    (re.compile(r"\b(\d{4})-\d{2}-(\d{2})\b"), r"\1 \2"),
    (re.compile(r"\b\d{1,2}/(\d{4})\b"), r"\1"),
)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")


def lost_gaps(original: Sequence[str], said: Sequence[str]) -> list[str]:
    """The names of gaps that no form of the translation has."""
    try:
        return sorted({str(gap[0]) for gap in gaps(original) - gaps(said)})
    except ValueError:  # a brace that opens no gap
        return []


def lost_numbers(original: str, said: str) -> list[str]:
    """The numbers of the original that the translation does not have, whatever digits and separators it writes."""
    there = set(_numbers(said))
    return list(dict.fromkeys(number for number in _numbers(original) if number not in there))


def _numbers(text: str) -> Iterator[str]:
    for day, kept in _DAYS:
        text = day.sub(kept, text)
    for number in _NUMBER.findall(_THOUSANDS.sub("", text)):
        yield str(int(number))  # reads the digits of every script


def lost_addresses(original: str, said: str) -> list[str]:
    """The web addresses and mailboxes of the original that the translation does not have."""
    return [address for address in dict.fromkeys(_ADDRESS.findall(original)) if address not in said]


def script_of(lang: str) -> str:
    """The script in which a language is written (ISO 15924), by CLDR's likely subtags; Latin if CLDR does not know."""
    likely = get_global("likely_subtags")
    known = likely.get(lang) or likely.get(str(locale_of(lang))) or ""
    return next((part for part in known.split("_") if part in SCRIPTS), "Latn")


def strange_words(said: str, script: str) -> list[str]:
    """Words that mix scripts, or are in neither the language's script nor Latin, in which official names stand."""
    fit = ({SCRIPTS[script]}, {SCRIPTS["Latn"]})
    return [word for word in dict.fromkeys(_WORD.findall(said)) if (found := _scripts(word)) and found not in fit]


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha())
    return {name for name in names if name in SCRIPTS.values()}
