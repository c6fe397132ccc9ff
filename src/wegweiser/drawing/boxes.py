"""Boxes with texts in; an inline SVG out that grows downwards and is as wide as a phone.

Its unit is about a pixel: WIDTH units fill a small phone, and the style stops it from growing much beyond that. Right
to left, the whole sheet is mirrored; a text of the other direction still stands at the side where boxes begin.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from wegweiser.drawing.lettering import BOLD, LEADING, SIZE, SMALL, SMALL_LEADING, Lettering, runs_from_right

WIDTH, PADDING, RADIUS = 320, 10, 6
_ARROW = 5
BOLD_LOOKS = ("start", "first")
"""Looks whose letters the style prints bold."""


@dataclass(frozen=True)
class Box:
    """A text with a border; `note` stands small below it, `look` is one of the style's, `lang` that of the text."""

    text: str
    href: str = ""
    note: str = ""
    look: str = ""
    lang: str = ""


@dataclass
class Sheet:
    """A drawing in the making. `hidden`: the page says the same as a list, so links are for pointers alone."""

    mirrored: bool
    hidden: bool
    bottom: int = 0
    _lines: list[Markup] = field(default_factory=list)
    _parts: list[Markup] = field(default_factory=list)

    def box(self, box: Box, start: int, top: int) -> int:
        """Draws a box from `start` to the sheet's end; returns the height of its middle."""
        bold = box.look in BOLD_LOOKS
        name = Lettering(box.text, WIDTH - start - 2 * PADDING, SIZE * (BOLD if bold else 1))
        note = Lettering(box.note, WIDTH - start - 2 * PADDING, SMALL)
        height = len(name.lines) * LEADING + len(note.lines) * SMALL_LEADING + PADDING + 4
        self.bottom = top + height
        x = 0 if self.mirrored else start
        inside = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
            x + 0.5, top + 0.5, WIDTH - start - 1, height - 1, RADIUS
        )
        inside += self._text(name, start + PADDING, top + PADDING + 10, lang=box.lang)
        below = top + PADDING + 8 + len(name.lines) * LEADING
        inside += self._text(note, start + PADDING, below, SMALL_LEADING, "note")
        self._parts.append(self._linked(box, inside))
        return top + height // 2

    def _linked(self, box: Box, inside: Markup) -> Markup:
        facts = Markup(' class="ww-drawing__box{}"').format(f" ww-drawing__box--{box.look}" if box.look else "")
        if not box.href:
            current = Markup(' aria-current="true"') if not self.hidden else ""
            return Markup("<g{}{}>{}</g>").format(facts, current, inside)
        tab = Markup(' tabindex="-1"') if self.hidden else ""
        return Markup('<a{} href="{}"{}>{}</a>').format(facts, box.href, tab, inside)

    def label(self, text: str, start: int, top: int) -> int:
        """Writes a word or two above boxes; returns where they may begin."""
        found = Lettering(text, WIDTH - start, SIZE * BOLD)
        self._parts.append(self._text(found, start, top + SIZE, look="label"))
        self.bottom = top + len(found.lines) * LEADING
        return self.bottom + 4

    def branch(self, trunk: int, top: int, middle: int, end: int, *, arrow: bool = False, dotted: bool = False) -> None:
        """Draws a line down from `top` to `middle` and from there to a box at `end`."""
        step = -_ARROW if self.mirrored else _ARROW
        head = f"m{-step}-4l{step} 4l{-step} 4" if arrow else ""
        path = f"M{self._x(trunk)} {top}V{middle}H{self._x(end)}{head}"
        facts = Markup(' class="ww-drawing__line--dotted"') if dotted else ""
        self._lines.append(Markup('<path{} d="{}"/>').format(facts, path))

    def begin(self, role: str) -> None:
        """Begins a group that has a meaning for screen readers: `list` or `listitem`."""
        self._parts.append(Markup('<g role="{}">').format(role))

    def end(self) -> None:
        """Ends the last group that was begun."""
        self._parts.append(Markup("</g>"))

    def svg(self, facts: Markup) -> Markup:
        """The drawing; `facts` are further attributes of its element."""
        lines = Markup('<g class="ww-drawing__line" aria-hidden="true">{}</g>').format(Markup("").join(self._lines))
        return Markup('<svg class="ww-drawing" viewBox="0 0 {} {}" {}>{}{}</svg>').format(
            WIDTH, self.bottom + 1, facts, lines, Markup("").join(self._parts)
        )

    def _x(self, value: int) -> int:
        return WIDTH - value if self.mirrored else value

    def _text(
        self, text: Lettering, start: int, top: int, leading: int = LEADING, look: str = "", lang: str = ""
    ) -> Markup:
        if not text.lines:
            return Markup("")
        turned = any(map(runs_from_right, text.lines)) != self.mirrored
        facts = Markup(' class="ww-drawing__{}"').format(look) if look else Markup("")
        facts += Markup(' lang="{}"').format(lang) if lang else Markup("")
        if turned:
            facts += Markup(' direction="{}" text-anchor="end"').format("ltr" if self.mirrored else "rtl")
        # Those who hear the text need a space between the lines; it hangs on the side where it moves nothing.
        spans = Markup("").join(
            Markup('<tspan x="{}" dy="{}"{}>{}</tspan>').format(
                self._x(start), number and leading, text.squeezed(line), f" {line}" if turned else f"{line} "
            )
            for number, line in enumerate(text.lines)
        )
        return Markup('<text y="{}"{}>{}</text>').format(top, facts, spans)
