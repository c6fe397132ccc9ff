"""A text in; how wide it will be at most, and its lines in a given room, out. Browsers do not wrap text in SVG.

Widths are in units of the drawing. The table is made for the widest fonts that devices bring (DejaVu Sans, Verdana):
a text may take less room than this says, hardly ever more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup

SIZE, LEADING = 14, 18
"""Height of the letters, and from one line to the next."""
SMALL, SMALL_LEADING = 12, 16
"""The same for what is said beside a name."""
BOLD = 1.12
"""How much wider bold letters are."""
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’|!", 0.34),
    **dict.fromkeys(' ()[]/rtf-–*"„“', 0.42),
    **dict.fromkeys("mwшщжюмфы", 0.95),
    **dict.fromkeys("MWOQG@%&—ЖШЩЮМФЫ", 1.0),
}
_PARTS = re.compile(r"(?<=[-–/])(?=\w)|\s+")


def measured(text: str, size: float = SIZE) -> float:
    """How wide a text is at most."""
    return sum(map(_em, unicodedata.normalize("NFD", text))) * size


def _em(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.1
    return _WIDTHS.get(sign, 0.75 if sign.isupper() else 0.63)


@dataclass(frozen=True)
class Lettering:
    """A text in a room of some width; it breaks at spaces and behind hyphens."""

    text: str
    room: float
    size: float = SIZE

    @cached_property
    def lines(self) -> list[str]:
        """The lines; a word that is wider than the room has one of its own."""
        found: list[str] = []
        start = 0
        for end, following in _breaks(self.text):
            if measured(self.text[start:following], self.size) > self.room and end > start:
                found.append(self.text[start:end].strip())
                start = end
        return [line for line in [*found, self.text[start:].strip()] if line]

    def squeezed(self, line: str) -> Markup:
        """The attributes that make a line fit which is wider than the room."""
        fits = measured(line, self.size) <= self.room
        return Markup("") if fits else Markup(' textLength="{}" lengthAdjust="spacingAndGlyphs"').format(self.room)


def _breaks(text: str) -> list[tuple[int, int]]:
    """Each place where a line may end, with the next such place."""
    places = [found.start() for found in _PARTS.finditer(text)]
    return list(pairwise([*places, len(text)]))


def runs_from_right(text: str) -> bool:
    """Whether a text is written from right to left; Latin names in it do not count."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
