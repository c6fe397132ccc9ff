"""A concern and who has a role in it in; the way from one to the others as a drawing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wegweiser.drawing.boxes import Box, Sheet

_TRUNK, _INDENT, _GAP = 12, 32, 10


@dataclass(frozen=True)
class Group:
    """Bodies with the same role. `reached`: one goes there with the concern; the others act of themselves."""

    label: str
    boxes: Sequence[Box]
    reached: bool = True


def responsibility(concern: str, groups: Sequence[Group], mirrored: bool) -> Markup:
    """A line leads from the concern to every body; the page has the same as a list, so this is hidden from readers
    of screens and from the keyboard.
    """
    sheet = Sheet(mirrored, hidden=True)
    sheet.box(Box(concern, look="start"), 0, 0)
    trunk = sheet.bottom
    for group in groups:
        top = sheet.label(group.label, _INDENT, sheet.bottom + _GAP)
        for box in group.boxes:
            middle = sheet.box(box, _INDENT, top)
            sheet.branch(_TRUNK, trunk, middle, _INDENT - 1, arrow=group.reached, dotted=not group.reached)
            top, trunk = sheet.bottom + 6, middle
    return sheet.svg(Markup('aria-hidden="true" focusable="false"'))
