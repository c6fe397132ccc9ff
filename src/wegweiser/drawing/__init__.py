"""Plain texts and links in; drawings as inline SVG out, escaped. Nothing here knows a record or says a word."""

from __future__ import annotations

from wegweiser.drawing.boxes import Box
from wegweiser.drawing.countries import Country, country_grid
from wegweiser.drawing.districts import Region, district_map
from wegweiser.drawing.hierarchy import hierarchy
from wegweiser.drawing.responsibility import Group, responsibility

__all__ = ["Box", "Country", "Group", "Region", "country_grid", "district_map", "hierarchy", "responsibility"]
