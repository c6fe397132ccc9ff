"""The bodies above a body, itself and those below in; a tree as a drawing out that is heard as nested lists."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from wegweiser.drawing.boxes import Box, Sheet

_STEP, _TRUNK, _GAP = 20, 10, 8


def hierarchy(above: Sequence[Box], here: Box, below: Sequence[Box], mirrored: bool, labelled_by: str) -> Markup:
    """Each level is indented under the one above. `labelled_by` is the id of the heading that names the drawing."""
    sheet = Sheet(mirrored, hidden=False)
    levels = [[box] for box in (*above, here)] + ([list(below)] if below else [])
    top = 0
    for depth, boxes in enumerate(levels):
        if depth:
            sheet.begin("list")
        trunk = sheet.bottom
        for box in boxes:
            sheet.begin("listitem")
            middle = sheet.box(box, depth * _STEP, top)
            if depth:
                sheet.branch((depth - 1) * _STEP + _TRUNK, trunk, middle, depth * _STEP)
            trunk, top = middle, sheet.bottom + _GAP
            if boxes is levels[-1]:
                sheet.end()
    for _ in range(2 * (len(levels) - 1)):
        sheet.end()
    return sheet.svg(Markup('role="list" aria-labelledby="{}"').format(labelled_by))
