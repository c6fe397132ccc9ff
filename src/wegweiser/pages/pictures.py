"""What a page shows as a drawing: records in, inline SVG in the reader's language and direction out, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from wegweiser.catalogue import Entry
from wegweiser.drawing import Box, Country, Group, Region, country_grid, district_map, hierarchy, responsibility
from wegweiser.model import Body, Duty, Practice
from wegweiser.pages.printer import Printer
from wegweiser.view import DutyView

ON_THEIR_OWN = frozenset({"advises", "supervises", "represents"})
"""Roles of bodies that one does not go to: they act beside or above those who decide."""
SHOWN_BELOW = 8
"""How many bodies below another are drawn; the page lists the others."""


def who_does_what(p: Printer, entry: Entry, duties: Sequence[DutyView], path: Sequence[Body]) -> Markup:
    """Who has a role in a concern, and where to turn when they said no; nothing where the list says it faster."""
    if len(duties) < 3 and len({view.duty.role for view in duties}) < 2:
        return Markup("")
    roles: dict[str, list[Box]] = {}
    for view in duties:
        look = "first" if view is duties[0] else ""
        box = Box(view.body.name, p.link(view.address), _where(p, view.duty, view.body), look, _lang(p))
        roles.setdefault(view.duty.role, []).append(box)
    groups = [Group(p.roles()[role], boxes, role not in ON_THEIR_OWN) for role, boxes in roles.items()]
    drawn = {view.body.id for view in duties}
    later = [_box(p, found, "later") for body in path if body.id not in drawn and (found := p.entry("bodies", body.id))]
    if later:
        groups.append(Group(p.speech.word("Wenn es nicht klappt"), later))
    return responsibility(p.plain_title(entry), groups, _mirrored(p))


def above_and_below(p: Printer, entry: Entry, above: Sequence[Entry], below: Sequence[Entry]) -> Markup:
    """The bodies above and below a body, named by the heading `hierarchy`; nothing if there are none."""
    if not above and not below:
        return Markup("")
    body = entry.as_kind(Body)
    here = Box(body.short or body.name, look="start", lang=_lang(p))
    lower = [_box(p, found) for found in below[:SHOWN_BELOW]]
    return hierarchy([_box(p, found) for found in above], here, lower, _mirrored(p), "hierarchy")


def keys_of_districts(p: Printer) -> Mapping[str, str]:
    """District -> its number on the map, for the list beside it; nothing where there is no map."""
    districts = p.catalogue.districts if p.catalogue.map else {}
    return {id_: p.speech.number(number) for number, id_ in enumerate(districts, start=1)}


def map_of_districts(p: Printer, on_this_page: Collection[str] = ()) -> Markup:
    """The map; a district leads to its page, those with a place on this page (`#district-…`) lead there."""
    drawn = p.catalogue.map
    if drawn is None:
        return Markup("")
    keys = keys_of_districts(p)
    names = {id_: district.name for id_, district in p.catalogue.districts.items()}
    regions = [
        Region(
            *(area.district, area.path, area.x, area.y, names[area.district]),
            keys[area.district],
            f"#district-{area.district}" if area.district in on_this_page else p.link(f"districts/{area.district}"),
        )
        for area in drawn.areas
        if area.district in keys
    ]
    return district_map(drawn.width, drawn.height, regions)


def countries_of(p: Printer, entries: Sequence[Entry]) -> list[Country]:
    """The countries of examples, by name; each leads to the list of its examples."""
    counts = Counter(entry.as_kind(Practice).country for entry in entries)
    return [
        Country(code, p.speech.country(code), p.speech.number(counts[code]), f"#country={code}")
        for code in sorted(counts, key=p.speech.country)
    ]


def grid_of_countries(countries: Sequence[Country]) -> Markup:
    """The countries as tiles; nothing where there are fewer than three, which are no map."""
    return country_grid(countries) if len(countries) > 2 else Markup("")


def _box(p: Printer, entry: Entry, look: str = "") -> Box:
    return Box(entry.as_kind(Body).name, p.link(entry.address), look=look, lang=_lang(p))


def _where(p: Printer, duty: Duty, body: Body) -> str:
    if duty.area:
        return f"{p.speech.word('nur in')} {p.catalogue.districts[duty.area].name}"
    if duty.any_district:
        return p.speech.word("in jedem Bezirk möglich")
    return p.speech.word("je Bezirk") if body.per_district else ""


def _lang(p: Printer) -> str:
    return "" if p.speech.lang == p.speech.wording.source else p.speech.wording.source


def _mirrored(p: Printer) -> bool:
    return p.speech.direction == "rtl"
