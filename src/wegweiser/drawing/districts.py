"""Outlines with names and links in; a map to choose a district from out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_LEADING = 15


@dataclass(frozen=True)
class Region:
    """A district: its outline and the place of its name in the map's units, what it is called, where it leads."""

    id: str
    path: str
    x: int
    y: int
    name: str
    number: str
    href: str


def district_map(width: int, height: int, regions: Sequence[Region]) -> Markup:
    """Each region is a link. Where names do not fit, the style shows numbers; the list beside the map has both.

    That list holds the same links, so the map is left out for screen readers and the keyboard: nobody has to go through
    every district twice.
    """
    areas = Markup("").join(
        Markup('<a href="{}" tabindex="-1" data-district="{}"><title>{}</title><path d="{}"/></a>').format(
            region.href, region.id, region.name, region.path
        )
        for region in regions
    )
    return Markup(
        '<svg class="ww-map" viewBox="0 0 {} {}" aria-hidden="true" focusable="false" direction="ltr">'
        '<g>{}</g><g class="ww-map__labels">{}</g></svg>'
    ).format(width, height, areas, Markup("").join(map(_label, regions)))


def _label(region: Region) -> Markup:
    parts = re.split(r"(?<=-)", region.name)
    first = region.y - (len(parts) - 1) * _LEADING // 2
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(region.x, first + number * _LEADING, part)
        for number, part in enumerate(parts)
    )
    return Markup(
        '<g data-district="{}"><text class="ww-map__name">{}</text>'
        '<text class="ww-map__number" x="{}" y="{}">{}</text></g>'
    ).format(region.id, spans, region.x, region.y, region.number)
