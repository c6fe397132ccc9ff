"""Texts and links in; drawings out: nothing beyond its box, mirrored, escaped, and every link leads somewhere."""

from __future__ import annotations

import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ARABIC, GERMAN, council, district, duty, entry, facts, office, practice, speech, topic
from wegweiser.build import Build
from wegweiser.drawing import Box, Country, Group, Region, country_grid, district_map, hierarchy, responsibility
from wegweiser.drawing.boxes import WIDTH
from wegweiser.drawing.countries import places
from wegweiser.drawing.lettering import Lettering, measured, runs_from_right
from wegweiser.languages import Language
from wegweiser.load import parse
from wegweiser.model import Part
from wegweiser.pages import Editions, hubs, pictures
from wegweiser.pages.printer import Printer
from wegweiser.view import Facts
from wegweiser.yamlfile import read

HOSTILE = "<script>alert(1)</script>\" onload='x' &amp;"
NAMES = ("Amt", "Senatsverwaltung für Arbeit, Soziales und Integration", "Charlottenburg-Wilmersdorf", "مكتب الهجرة")
BOX = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)"[^>]*/>(.*?)</(?:a|g)>')
SPAN = re.compile(r'<tspan x="(\d+)"[^>]*>([^<]*)</tspan>')


def printer(known: Facts, language: Language = GERMAN) -> Printer:
    """A page of a topic about these facts."""
    return Printer(known, speech(language), "topics/anliegen/", Editions())


def drawn(known: Facts, language: Language = GERMAN) -> str:
    """The drawing of the topic `anliegen`."""
    found = known.catalogue.entry("topics/anliegen")
    assert found is not None
    record = known.catalogue.topics["anliegen"]
    path = known.graph.complaint_path(record)
    return pictures.who_does_what(printer(known, language), found, known.duties(record), path)


@given(st.text(alphabet="Wim- ß/öжšمक", max_size=120), st.integers(60, 300))
def test_lines_fit(text: str, room: int) -> None:
    """A line is as wide as the room at most, or a word that cannot be broken; no letter is lost, none is added."""
    found = Lettering(text, room)
    assert "".join(text.split()) == "".join("".join(found.lines).split())
    for line in found.lines:
        assert measured(line, found.size) <= room or not re.search(r"\s|[-–/]\w", line)
        assert bool(found.squeezed(line)) == (measured(line, found.size) > room)


@pytest.mark.parametrize("mirrored", [False, True])
def test_texts_stand_in_their_boxes(mirrored: bool) -> None:
    """Each line begins inside its box, at the side where the reader begins, and there is a box for every line."""
    made = responsibility("Anliegen", [Group("entscheidet", [Box(name, f"../{name}/") for name in NAMES])], mirrored)
    boxes = BOX.findall(made)
    assert ["Anliegen", *NAMES] == [
        "".join(text for _, text in SPAN.findall(box[4])).strip().replace("- ", "-").replace("  ", " ") for box in boxes
    ]
    for left, _, width, height, inside in boxes:
        assert 0 <= float(left) and float(left) + int(width) <= WIDTH
        spans = SPAN.findall(inside)
        assert len(spans) * 18 < int(height)
        begins = float(left) + int(width) - 10 if mirrored else float(left) + 10
        assert {True} == {abs(int(x) - begins) <= 1 for x, _ in spans}


def test_mirrored() -> None:
    """Right to left, every x lies where it lay seen from the other side; a text of the other direction is turned."""
    groups = [Group("entscheidet", [Box("Amt", "../amt/")])]
    plain, mirrored = (responsibility("Anliegen", groups, side) for side in (False, True))
    assert [WIDTH - int(x) for x in re.findall(r'tspan x="(\d+)"', plain)] == [
        int(x) for x in re.findall(r'tspan x="(\d+)"', mirrored)
    ]
    assert "direction=" not in plain and 'direction="ltr" text-anchor="end"' in mirrored
    assert 'direction="rtl"' in responsibility("مكتب", [], False)
    assert "direction=" not in responsibility("مكتب", [], True)
    assert not runs_from_right("LADG") and runs_from_right("مكتب LADG")


def test_every_body_of_the_duties() -> None:
    """Who has a role, by role, with the area; then the way of complaint, without those who were there before."""
    known = facts(
        office("amt", name="Bürgeramt", per_district=True),
        office("rat", name="Ratsstelle", parent=None),
        office("ombud", name="Ombudsstelle"),
        district("nord"),
        topic(
            "anliegen",
            *(duty("amt"), duty("rat", "advises", area="nord"), duty("rat", "counsels")),
            if_refused=[{"text": "Klagen.", "body": "ombud"}, {"text": "Fragen.", "body": "rat"}],
        ),
    )
    made = drawn(known)
    shown = [text.strip() for text in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", made)]
    assert shown == [
        *("Anliegen", "entscheidet", "Bürgeramt", "je Bezirk", "berät die Verwaltung", "Ratsstelle", "nur in Nord"),
        *("berät Sie", "Ratsstelle", "Wenn es nicht klappt", "Ombudsstelle"),
    ]
    assert ["../../offices/amt/", "../../offices/rat/", "../../offices/rat/", "../../offices/ombud/"] == re.findall(
        r'href="([^"]+)"', made
    )
    assert 1 == made.count("ww-drawing__line--dotted"), "who advises the administration is not gone to"


def test_nothing_is_drawn_for_nothing() -> None:
    """One body or two with one role need no diagram, a body without others no tree, no map of the city no map."""
    known = facts(office("amt"), office("bmt"), topic("anliegen", duty("amt"), duty("bmt")), practice())
    assert "" == drawn(known)
    assert "" != drawn(facts(office("amt"), office("bmt"), topic("anliegen", duty("amt"), duty("bmt", "counsels"))))
    assert "" == pictures.above_and_below(printer(known), entry(office("amt")), [], [])
    assert "" == pictures.map_of_districts(printer(known))
    assert "" == hubs.practices(printer(known))["grid"]


def test_hierarchy_is_heard_as_nested_lists() -> None:
    """Each level is a list inside the item above; all is closed again, and the links can be reached by keyboard."""
    made = hierarchy([Box("Oben", "../oben/")], Box("Hier"), [Box("A", "../a/"), Box("B", "../b/")], False, "hierarchy")
    heard = re.findall(r'role="(\w+)"|(?:<text[^>]*><tspan[^>]*>)(\w+)', made)
    assert ["list", "listitem", "Oben", "list", "listitem", "Hier", "list", "listitem", "A", "listitem", "B"] == [
        role or text for role, text in heard
    ]
    assert made.count("<g") == made.count("</g>")
    assert "tabindex" not in made and 'aria-current="true"' in made


def test_names_are_escaped() -> None:
    """Whatever a name says, it says it as text."""
    group = Group(HOSTILE, [Box(HOSTILE, HOSTILE, HOSTILE, lang=HOSTILE)])
    region = Region(HOSTILE, "M0 0", 1, 1, HOSTILE, HOSTILE, HOSTILE)
    country = Country("DE", HOSTILE, HOSTILE, HOSTILE)
    box = Box(HOSTILE, HOSTILE)
    for made in (
        responsibility(HOSTILE, [group], False),
        hierarchy([box], box, [box], True, HOSTILE),
        district_map(10, 10, [region]),
        country_grid([country]),
    ):
        assert "<script" not in made and "onload='" not in made and '" onload' not in made
        assert "&lt;script" in made


@pytest.mark.parametrize("path", ['M0 0"/><script>', "M0 0;}", "javascript:x", "M0 0A1 1 0 0 1 2 2", ""])
def test_outlines_are_outlines(path: str) -> None:
    """An outline that is more than commands and numbers is refused when it is read."""
    text = (
        f"kind: map\nid: map\nwidth: 9\nheight: 9\nareas:\n  - district: nord\n    path: '{path}'\n    x: 1\n    y: 1\n"
    )
    text += "licence: CC0-1.0\nsources:\n  - key: wir\n    title: Eigene\n"
    record, findings = parse(read("data/map.yaml", text.encode()), "", "map")
    assert record is None
    assert "data/map.yaml:7 (areas.0.path)" in [str(finding.where) for finding in findings]


def test_tiles_lie_as_countries_do() -> None:
    """West of each other, north of each other, no two on one place, empty rows and columns left out."""
    found = places(["NO", "DE", "CH", "IT", "PT", "PL", "US", "ZZ"])
    assert "ZZ" not in found
    assert found["US"][0] < found["PT"][0] < found["DE"][0] < found["PL"][0]
    assert found["NO"][1] < found["DE"][1] < found["CH"][1] < found["IT"][1]
    assert len(found) == len(set(found.values()))
    for axis in (0, 1):
        assert set(range(max(place[axis] for place in found.values()) + 1)) == {p[axis] for p in found.values()}


def test_every_country_of_the_examples_has_a_tile(real_build: Build) -> None:
    """The countries of our examples are in the arrangement; only international networks have no place."""
    codes = {str(getattr(found.record, "country", "")) for found in real_build.facts.catalogue.entries} - {""}
    assert {"ZZ"} >= codes - set(places(codes))


def test_map_of_the_city(city: Build) -> None:
    """Each district leads to its page, with its name, number and outline."""
    made = pictures.map_of_districts(Printer(city.facts, speech(), "districts/", Editions()))
    assert ["./nordufer/", "./suedufer/"] == [
        link.replace("../districts", ".") for link in re.findall(r'<a href="([^"]+)"', made)
    ]
    assert ["Nordufer", "Südufer"] == re.findall(r"<title>([^<]*)</title>", made)
    here = pictures.map_of_districts(Printer(city.facts, speech(), "offices/x/", Editions()), {"nordufer"})
    assert ["#district-nordufer", "../../districts/suedufer/"] == re.findall(r'<a href="([^"]+)"', here)


def test_drawings_are_light(real_build: Build) -> None:
    """A drawing costs a reader 3 KB at most, compressed; the file of the map is below 12 KB."""
    known = real_build.facts
    made = [
        pictures.who_does_what(printer(known, ARABIC), found, known.duties(record), known.graph.complaint_path(record))
        for id_, record in known.catalogue.topics.items()
        if (found := known.catalogue.entry(f"topics/{id_}"))
    ]
    made.append(pictures.map_of_districts(printer(known)))
    sizes = [len(zlib.compress(one.encode(), 9)) for one in made if one]
    assert len(sizes) > 50
    assert 3000 > max(sizes)
    drawing = known.catalogue.entry("map")
    assert drawing is not None and sum(len(area.path) for area in drawing.record.areas) < 12_000  # type: ignore[attr-defined]


def test_same_drawing_again() -> None:
    """The same facts make the same bytes."""
    known: list[Part] = [office("amt"), council("rat"), topic("anliegen", duty("amt"), duty("rat", "advises"))]
    assert drawn(facts(*known)) == drawn(facts(*reversed(known)))
