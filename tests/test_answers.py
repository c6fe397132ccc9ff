"""Records in; what the finder knows and what an answer shows out."""

from __future__ import annotations

import pytest

from builders import (
    CITY,
    ENGLISH,
    GERMAN,
    SOURCE,
    TODAY,
    commitment,
    council,
    district,
    duty,
    entry,
    graph,
    law,
    moved,
    office,
    organisation,
    practice,
    programme,
    site,
    topic,
    wording,
)
from wegweiser.answers import answers
from wegweiser.build import Build
from wegweiser.catalogue import Catalogue
from wegweiser.documents import OVERVIEW, documents
from wegweiser.load import Project
from wegweiser.model import Part
from wegweiser.terms import Terms


def build(*records: Part) -> Build:
    """Everything that is made of these records."""
    return Build(Project(CITY, [GERMAN], Catalogue(map(entry, records))), TODAY)


def test_documents() -> None:
    """Everything that answers is a document; what has ended, moved or is withheld is none, nor are districts."""
    made = graph(
        *(
            office("amt"),
            office("vorbei", ended="2025"),
            office("zweifel", doubtful="Nur ein Bericht."),
            moved("alt", "amt"),
        ),
        *(council(), organisation(), topic(), programme(), practice(), law(), commitment(), district()),
        *(topic("geheim", withheld="Nicht belegt."), law("geheim", withheld="Nicht belegt.")),
    )
    found = documents(made.catalogue, made, wording(), {})
    assert [
        *("commitments/zusage", "councils/rat", "laws/gesetz", "offices/amt", "organisations/verein"),
        *("practices/beispiel", "programmes/topf", "topics/anliegen"),
    ] == [document.ref for document in found]


def test_what_a_document_knows() -> None:
    """Its words, its names, the names of the bodies it leads to, and what it can be filtered by."""
    made = graph(
        office("amt", short="AM", former_names=[{"name": "Altes Amt"}], district="nord", level="district"),
        district("nord", name="Nordstadt"),
        topic("kita", duty("amt"), title="Kita", audience=["organisation"], finding="Es fehlt viel."),
    )
    words = {"topics/kita": Terms(("Krippe",), ("kindergarten",))}
    body, concern = documents(made.catalogue, made, wording(), words)
    assert (("AM", "Altes Amt", "Nordstadt"), ("nord",), "district") == (body.keywords, body.districts, body.level)
    assert (("Krippe",), ("kindergarten",), ("AM",)) == (concern.synonyms, concern.search, concern.keywords)
    assert (concern.audiences, concern.groups, concern.weight) == (("organisation",), ("everyday",), OVERVIEW)


def test_cards_lead_on() -> None:
    """What is found leads to bodies: a programme to who gives the money, an example to who could do it here."""
    made = build(
        *(
            office("amt"),
            office("rat-haus"),
            organisation("verein"),
            office("vorbei", ended="2025"),
            topic("anliegen", duty("amt")),
        ),
        programme("topf", funder="amt", administrators=["rat-haus", "vorbei"], advisers=["verein"]),
        practice("beispiel", transfer={"bodies": ["rat-haus", "vorbei"]}),
        commitment("zusage", responsible=["amt"]),
    )
    records = made.cards["de"]["records"]
    assert isinstance(records, dict)
    assert ["topf", "rat-haus", "amt", "verein"] == records["programmes/topf"]["leads"]
    assert ["rat-haus"] == records["practices/beispiel"]["leads"]
    assert ["amt"] == records["commitments/zusage"]["leads"]
    assert ["topf"] == records["topics/anliegen"]["programmes"]
    assert "offices/vorbei" not in records


@pytest.mark.parametrize(
    ("where", "bodies"),
    [(None, ["buero", "sued-amt"]), ("nord", ["buero-nord"]), ("sued", ["buero", "sued-amt"]), ("ost", ["buero"])],
)
def test_bodies_of_a_district(where: str | None, bodies: list[str]) -> None:
    """An answer names the district's own bodies, and those of other districts only where none is chosen."""
    made = build(
        *(district("nord"), district("sued"), district("ost"), site()),
        *(
            office("buero", per_district=True),
            office("buero-nord", instance_of="buero", district="nord"),
            office("sued-amt"),
        ),
        topic("umzug", duty("buero"), duty("sued-amt", area="sued"), title="Umzug"),
    )
    found = answers(made.finder, made.cards, "umzug", "de", district=where)["answers"]
    assert bodies == next(one for one in found if one["id"] == "umzug")["bodies"]


def test_contacts_on_cards() -> None:
    """A card has the contacts that hold everywhere, and those of each district by themselves."""
    contacts = [
        {"type": "phone", "value": "115", "source": "seite"},
        {"type": "phone", "value": "116", "source": "seite", "district": "nord"},
    ]
    made = build(
        office("buero", per_district=True, contacts=contacts, sources=[SOURCE]), district("nord"), district("sued")
    )
    bodies = made.cards["de"]["bodies"]
    assert isinstance(bodies, dict)
    assert [{"type": "phone", "value": "115", "href": "tel:115"}] == bodies["buero"]["contacts"]
    assert ["nord"] == list(bodies["buero"]["local"])


def test_filters() -> None:
    """Answers can be narrowed to a group, a level, an audience and a number."""
    made = build(
        *(
            office("umzug-amt", name="Umzug Amt", level="district"),
            topic("umzug", title="Umzug", duties=[duty("umzug-amt")]),
        ),
        topic(
            "umzug-verein",
            title="Umzug eines Vereins",
            audience=["organisation"],
            group="associations",
            duties=[duty("umzug-amt")],
        ),
    )

    def ids(**filters: str) -> set[str]:
        return {one["id"] for one in answers(made.finder, made.cards, "umzug", "de", **filters)["answers"]}  # type: ignore[arg-type]

    assert {"umzug-amt", "umzug", "umzug-verein"} == ids()
    assert {"umzug-verein"} == ids(group="associations")
    assert {"umzug-amt"} == ids(level="district")
    assert {"umzug", "umzug-amt"} == ids(audience="individual")
    assert 1 == len(answers(made.finder, made.cards, "umzug", "de", limit=1)["answers"])


def test_documents_speak_the_language() -> None:
    """Titles and texts of a document are translated, names are not."""
    made = graph(office("amt", gloss="Eine Stelle."), topic("kita", title="Kita", summary="Wohin?"))
    content = {
        ("topics/kita:title", "Kita"): "Day care",
        ("topics/kita:summary", "Wohin?"): "Where?",
        ("offices/amt:gloss", "Eine Stelle."): "An office.",
    }
    found = documents(made.catalogue, made, wording(ENGLISH, content=content), {})
    assert [("Amt", "An office."), ("Day care", "Where?")] == [(one.title, one.text) for one in found]


def test_councils_on_cards() -> None:
    """A concern names the councils that take it up: the common one, not those of each district, and none that ended."""
    made = build(
        *(office("amt"), topic("anliegen"), district("nord"), council("rat", topics=["anliegen"], per_district=True)),
        council("rat-nord", topics=["anliegen"], instance_of="rat", district="nord"),
        council("alter-rat", topics=["anliegen"], ended="2020"),
    )
    records = made.cards["de"]["records"]
    assert isinstance(records, dict)
    assert ["rat"] == records["topics/anliegen"]["councils"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Passamt Heirat", ("passamt", "standesamt", None)),
        ("Sozialamt Heirat", ("sozialamt", "standesamt", "Eheschließung")),
        ("Standesamt Heirat", None),
        ("Referat Heirat", None),
        ("Stadtrat Heirat", None),
        ("Heirat", None),
        ("Passamt Lärm", None),
    ],
)
def test_wrong_doors(question: str, expected: tuple[str, str, str | None] | None) -> None:
    """A body that has no part in the concern, nor stands above or below one that has, is the wrong door."""
    made = build(
        *(office("stadtrat", name="Stadtrat"), office("standesamt", name="Standesamt", parent="stadtrat")),
        *(office("referat", name="Referat", parent="standesamt"), office("passamt", name="Passamt")),
        office(
            "sozialamt",
            name="Sozialamt",
            wrong_doors=[{"concern": "Eheschließung", "go_to": "standesamt"}, {"concern": "Sonstiges"}],
        ),
        topic("heirat", duty("standesamt"), title="Heirat"),
        topic("laerm", duty("standesamt", role="counsels"), title="Lärm"),
        site(),
    )
    found = answers(made.finder, made.cards, question, "de")["wrong_door"]
    assert expected == (found and (found["body"], found["go_to"], found["concern"]))
