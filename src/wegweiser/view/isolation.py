"""A translated text and its original in; escaped HTML out, in which pieces in the original's language are isolated.

Translators leave official names and the words on papers as they are. An isolated piece cannot turn the line around it,
and is read out in its own language. In a text in another script than Latin every run of Latin letters is such a piece
(assets/finder-ui/speech.js does the same on cards); in one in Latin letters these are the official names, runs of
several words that stand in the original too, and its long words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markupsafe import Markup, escape

LATIN_RUN = re.compile(r"(?:§+ ?)?[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9.&/+'’*:–§ -]*[A-Za-zÀ-ɏ0-9*])?")
LONG_WORD = 13
"""Shorter words that are spelt alike in two languages are often words of both: Organisation, Information."""
LONGEST_RUN = 10
_LETTER = re.compile("[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[\w*-]+")
Span = tuple[int, int]


@cache
def isolated(text: str, original: str, names: re.Pattern[str], lang: str) -> Markup:
    """The text with what `names` finds, and with what was left as it is in the original, inside `<bdi lang>`."""
    named = [found.span() for found in names.finditer(text) if _LETTER.search(found[0])]
    parts: list[str] = []
    end = 0
    for start, stop in _joined([*named, *_kept(text, original)]):
        parts += [escape(text[end:start]), Markup('<bdi lang="{}">{}</bdi>').format(lang, text[start:stop])]
        end = stop
    inside = Markup("").join([*parts, escape(text[end:])])
    # One element, for places that lay out their children side by side.
    return Markup("<span>{}</span>").format(inside) if parts else inside


def _kept(text: str, original: str) -> Iterator[Span]:
    """Runs of words that stand in the original in the same order, with a noun among them; long nouns alone."""
    here = [found.span() for found in _WORD.finditer(text)]
    there = f" {' '.join(_WORD.findall(original))} "
    position = 0
    while position < len(here):
        for count in range(min(LONGEST_RUN, len(here) - position), 0, -1):
            spans = here[position : position + count]
            words = [text[start:stop] for start, stop in spans]
            adjacent = text[spans[0][0] : spans[-1][1]] == " ".join(words)
            if adjacent and f" {' '.join(words)} " in there and _is_kept(words):
                yield spans[0][0], spans[-1][1]
                position += count - 1
                break
        position += 1


def _is_kept(words: list[str]) -> bool:
    nouns = [word for word in words if word[0].isupper()]
    return bool(nouns) and (len(words) > 1 or len(words[0]) >= LONG_WORD)


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The spans in order, overlapping ones as one."""
    start, stop = -1, -1
    for first, last in sorted(spans):
        if first > stop:
            if stop >= 0:
                yield start, stop
            start, stop = first, last
        stop = max(stop, last)
    if stop >= 0:
        yield start, stop
