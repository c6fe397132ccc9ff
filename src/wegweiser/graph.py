"""A catalogue in; the graph of responsibility out, and what can be asked of it.

Nodes are addresses (`folder/id`); edges carry `relation`: parent, instance, duty, advises, funds, administers, law,
shows, supports, leads (a wrong door's right one), related, moved, promised. A duty edge also carries its position in
the topic (`rank`), its `role` and its `area`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.model import Body, Commitment, Council, Duty, Law, Moved, Practice, Programme, Topic

_RELATIONS: dict[tuple[type, str], str] = {
    (Body, "parent"): "parent",
    (Body, "instance_of"): "instance",
    (Body, "replaced_by"): "moved",
    (Body, "topics"): "takes-up",
    (Body, "wrong_doors.go_to"): "leads",
    (Body, "legal_basis.law"): "law",
    (Council, "advised_bodies"): "advises",
    (Body, "seats_in"): "sits",
    (Topic, "duties.law.law"): "law",
    (Topic, "related"): "related",
    (Topic, "if_refused.body"): "appeal",
    (Programme, "funder"): "funder",
    (Programme, "administrators"): "administers",
    (Programme, "advisers"): "counsels",
    (Programme, "topics"): "funds",
    (Practice, "topics"): "shows",
    (Practice, "transfer.bodies"): "shows",
    (Commitment, "topics"): "promises",
    (Commitment, "promisers"): "promised",
    (Commitment, "responsible"): "responsible",
}


_BY_FIELD: dict[str, list[tuple[type, str]]] = {}
for (_kind, _field), _relation in _RELATIONS.items():
    _BY_FIELD.setdefault(_field, []).append((_kind, _relation))


@dataclass(frozen=True)
class Responsible:
    """A duty resolved for a district: who it is, and for which duty of the topic."""

    duty: Duty
    body: Body
    folder: str
    district: str | None


class Graph:
    """The responsibility graph of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.edges: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entry in catalogue.entries:
            self.edges.add_node(entry.address)
        for entry in catalogue.entries:
            self._connect(entry)

    def _connect(self, entry: Entry) -> None:
        if isinstance(entry.record, Moved):
            folder = entry.record.folder or entry.folder
            self.edges.add_edge(entry.address, f"{folder}/{entry.record.to}", relation="moved")
        if isinstance(entry.record, Topic):
            for rank, duty in enumerate(entry.record.duties):
                self._edge(entry, "bodies", duty.body, relation="duty", role=duty.role, rank=rank, area=duty.area)
        for leaf, target in entry.references():
            for kind, relation in _BY_FIELD.get(leaf.field, ()):
                if isinstance(entry.record, kind):
                    self._edge(entry, target, leaf.value, relation=relation)

    def _edge(self, entry: Entry, target: str, id_: str, **facts: object) -> None:
        found = self.catalogue.lookup(target, id_)
        if found is not None:
            self.edges.add_edge(entry.address, found.address, **facts)

    def responsible(self, topic: Topic, district: str | None = None) -> list[Responsible]:
        """Who has a role in a topic, most important first, resolved for a district.

        Bodies that have ended, are doubtful or withheld are never offered; duties for another area are left out.
        """
        found = []
        for duty in topic.duties:
            body = self.catalogue.body(duty.body)
            if body is None or (duty.area and district and duty.area != district):
                continue
            here = self.catalogue.in_district(body, duty.area or district)
            if offered(here):
                found.append(Responsible(duty, here, self.catalogue.folder_of[here.id], duty.area or district))
        return found

    def pointing_at(self, address: str, relation: str) -> list[str]:
        """The addresses that have an edge of this relation to an address, in order."""
        if address not in self.edges:
            return []
        return sorted(
            {start for start, _, facts in self.edges.in_edges(address, data=True) if facts["relation"] == relation}
        )

    def pointed_at(self, address: str, relation: str) -> list[str]:
        """The addresses to which an address has an edge of this relation, in order."""
        if address not in self.edges:
            return []
        return sorted(
            {end for _, end, facts in self.edges.out_edges(address, data=True) if facts["relation"] == relation}
        )

    def duties_of(self, body: Body) -> list[tuple[Topic, Duty]]:
        """The duties of a body and of the common record it is an instance of, the most important first."""
        found = [*self._duties.get(body.id, ()), *self._duties.get(body.instance_of or "", ())]
        here = [(rank, topic, duty) for rank, topic, duty in found if duty.area in (None, body.district)]
        return [(topic, duty) for _, topic, duty in sorted(here, key=lambda item: (item[0], item[1].id))]

    @cached_property
    def _duties(self) -> dict[str, list[tuple[int, Topic, Duty]]]:
        by_body: dict[str, list[tuple[int, Topic, Duty]]] = {}
        for topic in self.catalogue.topics.values():
            for rank, duty in enumerate(topic.duties):
                by_body.setdefault(duty.body, []).append((rank, topic, duty))
        return by_body

    def ancestors(self, body: Body) -> list[Body]:
        """The bodies above a body, the highest first; a cycle ends the line."""
        line: list[Body] = []
        current = self.catalogue.body(body.parent) if body.parent else None
        while current is not None and current not in line and current.id != body.id:
            line.append(current)
            current = self.catalogue.body(current.parent) if current.parent else None
        return line[::-1]

    def children(self, body: Body) -> list[Body]:
        """The bodies directly below a body, published ones only."""
        return self._children.get(body.id, [])

    @cached_property
    def _children(self) -> dict[str, list[Body]]:
        by_parent: dict[str, list[Body]] = {}
        for body in self.catalogue.all(Body):
            if body.parent and not body.withheld:
                by_parent.setdefault(body.parent, []).append(body)
        return by_parent

    def complaint_path(self, topic: Topic, district: str | None = None) -> list[Body]:
        """Where one can turn after the deciding body said no: first what the topic says, then complaint duties,
        the body above the deciding one, and the places for complaints that the site names, unless a federal body
        decides: those are not theirs to hear."""
        path: list[Body] = []
        candidates: list[Body | None] = [self.catalogue.body(step.body) for step in topic.if_refused if step.body]
        answers = self.responsible(topic, district)
        candidates += [answer.body for answer in answers if answer.duty.role in {"complaints", "supervises"}]
        deciding = next((answer.body for answer in answers if answer.duty.role in {"decides", "serves"}), None)
        candidates += self.ancestors(deciding)[::-1][:1] if deciding else []
        site = self.catalogue.site
        if site and not (deciding and deciding.level == "federal"):
            candidates += [self.catalogue.body(id_) for id_ in site.complaint_path]
        for body in candidates:
            if body and offered(body) and body not in path and body is not deciding:
                path.append(body)
        return path

    def cycles(self, relation: str) -> list[list[str]]:
        """The circles that edges of one relation form, each from its smallest address."""
        view: nx.DiGraph[str] = nx.DiGraph(
            (start, end) for start, end, facts in self.edges.edges(data=True) if facts["relation"] == relation
        )
        return sorted(_from_smallest(cycle) for cycle in nx.simple_cycles(view))

    def orphans(self) -> list[str]:
        """Bodies that no record points to and that point to none: nobody would ever find them by a concern."""
        return [
            entry.address
            for entry in self.catalogue.of(Body)
            if self.edges.degree(entry.address) == 0 and isinstance(entry.record, Body) and not entry.record.withheld
        ]

    def undecided_topics(self) -> list[Topic]:
        """Topics in which no body that can be offered decides or serves."""
        return [
            topic
            for topic in self.catalogue.topics.values()
            if not any(answer.duty.role in {"decides", "serves", "funds"} for answer in self.responsible(topic))
        ]

    def missing_in_districts(self, required: Sequence[str]) -> Iterator[tuple[str, str]]:
        """(district, id of the common record) for everything that a district must have and lacks."""
        for district in self.catalogue.districts:
            for common in required:
                if (common, district) not in self.catalogue.instances:
                    yield district, common

    def related_records(
        self, address: str, kind: type[Law | Programme | Practice | Council], relation: str
    ) -> list[Entry]:
        """The entries of a kind that point at an address with a relation, withheld ones left out."""
        found = [self.catalogue.entry(start) for start in self.pointing_at(address, relation)]
        return [entry for entry in found if entry and isinstance(entry.record, kind) and entry.is_published]


def offered(body: Body) -> bool:
    """Whether a body may be offered as an answer: it is published, exists for all we know, and has not ended."""
    return not (body.withheld or body.doubtful or body.ended)


def _from_smallest(cycle: list[str]) -> list[str]:
    start = cycle.index(min(cycle))
    return cycle[start:] + cycle[:start]
