"""Records in; who is responsible, for whom and above whom out."""

from __future__ import annotations

import pytest

from builders import (
    catalogue,
    commitment,
    council,
    district,
    duty,
    graph,
    law,
    moved,
    office,
    organisation,
    practice,
    programme,
    site,
    topic,
)
from wegweiser.catalogue import Catalogue
from wegweiser.graph import Graph, offered
from wegweiser.model import Body, Council, Part, Practice, Programme


def ids(bodies: list[Body]) -> list[str]:
    """The ids of bodies."""
    return [body.id for body in bodies]


def responsible(records: list[Part], where: str | None = None) -> list[tuple[str, str]]:
    """(body, role) of the topic `anliegen` among records, in a district if one is given."""
    made = graph(*records)
    return [(one.body.id, one.duty.role) for one in made.responsible(made.catalogue.topics["anliegen"], where)]


DISTRICTS = [district("nord"), district("sued")]
COMMON = [
    office("buero", per_district=True, level="district"),
    office("buero-nord", instance_of="buero", district="nord"),
    *DISTRICTS,
]


def test_duties_keep_their_order() -> None:
    """The bodies of a topic come in the order in which the topic names them, whatever folder they live in."""
    records = [office("amt"), council("rat"), organisation("verein")]
    duties = [duty("verein", "counsels"), duty("amt"), duty("rat", "advises")]
    expected = [("verein", "counsels"), ("amt", "decides"), ("rat", "advises")]
    assert expected == responsible([*records, topic("anliegen", *duties)])


@pytest.mark.parametrize(
    "fact", [{"ended": "2025"}, {"doubtful": "Nur ein Bericht von 2012."}, {"withheld": "Nicht belegt."}]
)
def test_what_has_ended_is_never_offered(fact: dict[str, str]) -> None:
    """A body that has ended, is doubtful or withheld is no answer, nor is the one of a district."""
    assert not offered(office(**fact))
    assert [("hilfe", "counsels")] == responsible(
        [office("amt", **fact), office("hilfe"), topic("anliegen", duty("amt"), duty("hilfe", "counsels"))]
    )
    ended_here = office("buero-nord", instance_of="buero", district="nord", **fact)
    records = [office("buero", per_district=True), ended_here, *DISTRICTS, topic("anliegen", duty("buero"))]
    assert [] == responsible(records, "nord")
    assert [("buero", "decides")] == responsible(records, "sued")


def test_district_has_its_own_body() -> None:
    """A common record means the district's own where there is one, itself elsewhere and without a district."""
    records = [*COMMON, topic("anliegen", duty("buero", "serves"))]
    assert [("buero-nord", "serves")] == responsible(records, "nord")
    assert [("buero", "serves")] == responsible(records, "sued")
    assert [("buero", "serves")] == responsible(records)


def test_duty_for_one_district() -> None:
    """A duty for one district holds there only, and means the district's own body even where none is chosen."""
    records = [*COMMON, office("amt"), topic("anliegen", duty("buero", area="nord"), duty("amt", "counsels"))]
    assert [("buero-nord", "decides"), ("amt", "counsels")] == responsible(records, "nord")
    assert [("amt", "counsels")] == responsible(records, "sued")
    assert ("buero-nord", "decides") == responsible(records)[0]


def test_duties_of_a_body() -> None:
    """A district's body has its own duties and those of the common record, the most important first."""
    made = graph(
        *COMMON,
        topic("b", duty("buero")),
        topic("a", duty("andere"), duty("buero-nord", "counsels")),
        topic("c", duty("buero", area="sued")),
    )
    nord, common = made.catalogue.body("buero-nord"), made.catalogue.body("buero")
    assert nord and common
    assert [("b", "decides"), ("a", "counsels")] == [(one.id, what.role) for one, what in made.duties_of(nord)]
    assert ["b"] == [one.id for one, _ in made.duties_of(common)]


def test_hierarchy() -> None:
    """Above a body stand its parents, the highest first; below it those that name it, withheld ones left out."""
    made = graph(
        office("senat"),
        office("haus", parent="senat"),
        office("amt", parent="haus"),
        office("stelle", parent="haus"),
        office("geheim", parent="haus", withheld="Nicht belegt."),
        office("waise", parent="fort"),
    )
    body = {one.id: one for one in made.catalogue.all(Body)}
    assert ["senat", "haus"] == ids(made.ancestors(body["amt"]))
    assert [] == made.ancestors(body["senat"]) == made.ancestors(body["waise"])
    assert ["amt", "stelle"] == ids(made.children(body["haus"]))
    assert [] == made.children(body["amt"])


def test_circles() -> None:
    """A circle is found from its smallest address, ends the line above a body, and one record may be one."""
    made = graph(office("b", parent="c"), office("c", parent="a"), office("a", parent="b"), office("d", parent="d"))
    body = {one.id: one for one in made.catalogue.all(Body)}
    assert [["offices/a", "offices/b", "offices/c"], ["offices/d"]] == made.cycles("parent")
    assert ["c", "b"] == ids(made.ancestors(body["a"]))
    assert [] == made.ancestors(body["d"])
    assert [] == graph(office("a", parent="b"), office("b")).cycles("parent")


def test_complaint_path() -> None:
    """First the steps of the topic, then complaints and supervision, then what is above, then the site's places."""
    records = [
        *(office("amt", parent="haus"), office("haus", parent="senat"), office("senat")),
        *(office("schritt"), office("ombud"), office("aufsicht"), office("petition"), office("ende", ended="2025")),
        site(complaint_path=["ombud", "ende", "petition"]),
        topic(
            "anliegen",
            *(duty("amt"), duty("aufsicht", "supervises"), duty("ombud", "complaints")),
            if_refused=[{"text": "Fragen Sie nach."}, {"text": "Gehen Sie hin.", "body": "schritt"}],
        ),
    ]
    made = graph(*records)
    path = made.complaint_path(made.catalogue.topics["anliegen"])
    assert ["schritt", "aufsicht", "ombud", "haus", "petition"] == ids(path)


def test_complaint_path_leaves_the_deciding_body_out() -> None:
    """Nobody is sent back to the body that said no; without a site there are only the topic's own places."""
    made = graph(office("amt"), topic("anliegen", duty("amt"), if_refused=[{"text": "Fragen.", "body": "amt"}]))
    assert [] == made.complaint_path(made.catalogue.topics["anliegen"])


def test_undecided_topics() -> None:
    """A topic is undecided when no body that can be offered decides, serves or funds."""
    made = graph(
        *(office("amt"), office("ende", ended="2025")),
        *(topic("a", duty("amt", role)) if role == "decides" else topic(role, duty("amt", role)) for role in ROLES),
        topic("vorbei", duty("ende"), duty("amt", "advises")),
    )
    assert [
        "advises",
        "complaints",
        "counsels",
        "represents",
        "supervises",
        "vorbei",
    ] == [one.id for one in made.undecided_topics()]


ROLES = ("decides", "serves", "funds", "counsels", "advises", "supervises", "complaints", "represents")


def test_relations() -> None:
    """Records that name one another are connected in the sense of the field."""
    made = graph(
        office("amt", legal_basis=[{"law": "gesetz"}], wrong_doors=[{"concern": "Pass", "go_to": "haus"}]),
        office("haus"),
        council("rat", advised_bodies=["amt"], topics=["anliegen"]),
        organisation("verein", seats_in=["rat"]),
        topic("anliegen", duty("amt", law={"law": "gesetz"}), related=["anderes"]),
        topic("anderes"),
        programme("topf", advisers=["verein"]),
        practice("beispiel", transfer={"bodies": ["amt"]}),
        commitment("zusage", responsible=["amt"], topics=["anliegen"]),
        law("gesetz"),
        moved("altes-amt", "amt"),
    )
    pointing = {
        ("offices/amt", "advises"): ["councils/rat"],
        ("offices/amt", "funder"): ["programmes/topf"],
        ("offices/amt", "shows"): ["practices/beispiel"],
        ("offices/amt", "responsible"): ["commitments/zusage"],
        ("offices/amt", "moved"): ["offices/altes-amt"],
        ("offices/haus", "leads"): ["offices/amt"],
        ("councils/rat", "sits"): ["organisations/verein"],
        ("laws/gesetz", "law"): ["offices/amt", "topics/anliegen"],
        ("topics/anliegen", "takes-up"): ["councils/rat"],
        ("topics/anliegen", "promises"): ["commitments/zusage"],
        ("topics/anderes", "related"): ["topics/anliegen"],
    }
    assert pointing == {(end, relation): made.pointing_at(end, relation) for end, relation in pointing}
    assert ["topics/anliegen"] == made.pointed_at("programmes/topf", "funds")
    assert [] == made.pointing_at("offices/fort", "advises") == made.pointed_at("offices/fort", "advises")


def test_related_records_leave_withheld_ones_out() -> None:
    """Only records of the wanted kind, and only published ones."""
    made = graph(office("amt"), topic(), programme("a"), programme("b", withheld="Nicht belegt."), practice("c"))
    assert ["a"] == [one.id for one in made.related_records("topics/anliegen", Programme, "funds")]
    assert ["c"] == [one.id for one in made.related_records("topics/anliegen", Practice, "shows")]
    assert [] == made.related_records("topics/anliegen", Council, "funds")


def test_orphans_and_missing() -> None:
    """A body without any edge is an orphan; a district lacks what it has no instance of."""
    made = graph(*COMMON, office("allein"), office("geheim", withheld="Nicht belegt."), office("amt"))
    assert ["offices/allein", "offices/amt"] == made.orphans()
    assert [("sued", "buero")] == list(made.missing_in_districts(["buero"]))


def test_moved_bodies() -> None:
    """A reference means a moved record only where there is no other with that id."""
    made = Graph(Catalogue([*catalogue(moved("rat", "rat"), council("rat"), moved("alt", "rat")).entries]))
    found, old = made.catalogue.lookup("bodies", "rat"), made.catalogue.lookup("bodies", "alt")
    assert found and old
    assert ("councils/rat", "offices/alt") == (found.address, old.address)
    assert made.catalogue.body("alt") is None


def test_other_relations_may_form_circles() -> None:
    """Two concerns may name each other; that is no circle of parents."""
    made = graph(office(), topic("a", related=["b"]), topic("b", related=["a"]))
    assert [] == made.cycles("parent")
    assert [["topics/a", "topics/b"]] == made.cycles("related")
