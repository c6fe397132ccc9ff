"""A text in; how wide it will be at most, and its lines in a given room, out. Browsers do not wrap text in SVG.

Widths are in units of the drawing. The table is made for the widest fonts that devices bring (DejaVu Sans, Verdana): a
text may take less room than this says, hardly ever more.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

SIZE, LEADING = 14, 18
"""Height of the letters, and from one line to the next."""
SMALL, SMALL_LEADING = 12, 16
"""The same for what is said beside a name."""
_NARROW, _WIDE = frozenset("ijlrtfI.,:;'’|!()[]/·*-–"), frozenset("mwMWQOG@%&—жшщюмфыЖШЩЮМФЫ")
_PARTS = re.compile(r"(?<=[-–/])(?=\w)|\s+")


def measured(text: str, size: int = SIZE) -> float:
    """How wide a text is at most, in bold letters."""
    return sum(map(_em, unicodedata.normalize("NFD", text))) * size


def _em(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if sign in _NARROW:
        return 0.42
    if sign == " ":
        return 0.35
    if sign in _WIDE:
        return 1.06
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.1
    return 0.8 if sign.isupper() else 0.7


def wrapped(text: str, room: float, size: int = SIZE) -> list[str]:
    """The lines of a text, broken at spaces and behind hyphens; a word wider than the room has a line of its own."""
    found: list[str] = []
    start = 0
    for end, following in _breaks(text):
        if measured(text[start:following].rstrip(), size) > room and end > start:
            found.append(text[start:end].strip())
            start = end
    return [line for line in [*found, text[start:].strip()] if line]


def _breaks(text: str) -> list[tuple[int, int]]:
    """Each place where a line may end, with the next such place."""
    places = [found.start() for found in _PARTS.finditer(text)]
    return list(pairwise([*places, len(text)]))


def runs_from_right(text: str) -> bool:
    """Whether a text is written from right to left; Latin names in it do not count."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
