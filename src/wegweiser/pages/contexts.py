"""What each page prints, prepared from the facts: one function per template, records in, plain values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wegweiser.catalogue import Entry
from wegweiser.graph import offered
from wegweiser.model import (
    Body,
    Commitment,
    Council,
    District,
    Office,
    Organisation,
    Practice,
    Programme,
    Topic,
)
from wegweiser.pages.pictures import SHOWN_BELOW, above_and_below, keys_of_districts, map_of_districts, who_does_what
from wegweiser.pages.printer import Printer

Context = Mapping[str, Any]


def topic(p: Printer, entry: Entry) -> Context:
    """A concern: duties in order, the way to complain, councils, programmes and examples for it."""
    record = entry.as_kind(Topic)
    duties = p.facts.duties(record)
    complaint_path = p.graph.complaint_path(record)
    return {
        "first": duties[0] if duties else None,
        "others": duties[1:],
        "complaint_path": complaint_path,
        "picture": who_does_what(p, entry, duties, complaint_path),
        "councils": _pointing(p, entry, Council, "takes-up", lambda body: offered(body) and not body.instance_of),
        "organisations": _pointing(p, entry, Organisation, "takes-up", offered),
        "programmes": _pointing(p, entry, Programme, "funds"),
        "practices": _pointing(p, entry, Practice, "shows"),
        "commitments": _pointing(p, entry, Commitment, "promises"),
        "related": [found for id_ in record.related if (found := p.entry("topics", id_))],
        "group": record.group,
    }


def body(p: Printer, entry: Entry) -> Context:
    """A body: how to reach it, its duties by role, what is above and below it, where it is in each district."""
    record = entry.as_kind(Body)
    duties = p.graph.duties_of(record)
    by_role: dict[str, list[Any]] = {}
    for topic_, duty in duties:
        by_role.setdefault(duty.role, []).append((p.entry("topics", topic_.id), duty))
    instances = [(id_, p.entry("bodies", instance.id)) for id_, instance in p.catalogue.instances_of(record.id).items()]
    here = [district for district, found in instances if found]
    above = [found for body in p.graph.ancestors(record) if (found := p.entry("bodies", body.id))]
    below = [found for body in p.graph.children(record) if (found := p.entry("bodies", body.id))]
    return {
        "contacts": p.facts.contacts(record, record.district),
        "by_role": by_role,
        "above": above,
        "hierarchy": above_and_below(p, entry, above, below),
        "further_below": below[SHOWN_BELOW:],
        "map": map_of_districts(p, here or p.catalogue.districts) if record.per_district else "",
        "instances": instances,
        "per_district": list(p.facts.districts_with_contacts(record)) if record.per_district else [],
        "keys": keys_of_districts(p),
        "councils": _pointing(p, entry, Council, "advises", offered),
        "programmes": _pointing(p, entry, Programme, "funder"),
        "practices": _pointing(p, entry, Practice, "shows"),
        "commitments": _pointing(p, entry, Commitment, "responsible"),
        "topics_taken_up": [found for id_ in record.topics if (found := p.entry("topics", id_))],
        "common": p.entry("bodies", record.instance_of) if record.instance_of else None,
    }


def programme(p: Printer, entry: Entry) -> Context:
    """A funding programme with its derived state."""
    record = entry.as_kind(Programme)
    return {
        "state": p.facts.programme_state(record),
        "rounds": [(one, p.facts.round_state(one)) for one in record.rounds],
        "contacts": p.facts.contacts(record),
        "topics": [found for id_ in record.topics if (found := p.entry("topics", id_))],
    }


def practice(p: Printer, entry: Entry) -> Context:
    """A good-practice example with links to the bodies and concerns here."""
    record = entry.as_kind(Practice)
    return {
        "topics": [found for id_ in record.topics if (found := p.entry("topics", id_))],
        "bodies": [found for id_ in record.transfer.bodies if (found := p.entry("bodies", id_))],
    }


def law(p: Printer, entry: Entry) -> Context:
    """A law and the records that rest on it."""
    users = [found for address in p.graph.pointing_at(entry.address, "law") if (found := p.catalogue.entry(address))]
    published = [user for user in users if user.is_published]
    return {
        "bodies": [user for user in published if isinstance(user.record, Body) and not user.record.instance_of],
        "topics": [user for user in published if isinstance(user.record, Topic)],
    }


def commitment(p: Printer, entry: Entry) -> Context:
    """A promise, who made it and who must keep it."""
    record = entry.as_kind(Commitment)
    return {"topics": [found for id_ in record.topics if (found := p.entry("topics", id_))]}


def district(p: Printer, entry: Entry) -> Context:
    """Everything for one district on one page."""
    record = entry.as_kind(District)
    bodies = p.catalogue.published(Body)
    here = [found for found in bodies if getattr(found.record, "district", None) == record.id]
    common = [
        (found, p.facts.contacts(found.record, record.id))
        for found in bodies
        if isinstance(found.record, Office)
        and found.record.per_district
        and (found.id, record.id) not in p.catalogue.instances
    ]
    return {
        "offices": [found for found in here if isinstance(found.record, Office)],
        "councils": [found for found in here if isinstance(found.record, Council)],
        "organisations": [found for found in here if isinstance(found.record, Organisation)],
        "common": common,
    }


def _pointing(
    p: Printer, entry: Entry, kind: type[Any], relation: str, wanted: Callable[[Any], bool] = lambda _record: True
) -> list[Entry]:
    found: Iterable[Entry] = p.graph.related_records(entry.address, kind, relation)
    return [one for one in found if wanted(one.record)]
