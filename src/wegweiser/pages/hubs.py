"""What the pages that lead on print: the start page, lists, the comparison, the pages about the data."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from wegweiser.catalogue import Entry
from wegweiser.model import (
    Accessibility,
    Commitment,
    Council,
    District,
    Law,
    Office,
    Organisation,
    Part,
    Practice,
    Programme,
    Record,
    Topic,
)
from wegweiser.pages.pictures import countries_of, grid_of_countries, keys_of_districts, map_of_districts
from wegweiser.pages.printer import Printer
from wegweiser.view.words import COVERAGE_KINDS, COVERAGE_STATES

Context = Mapping[str, Any]


def start(p: Printer) -> Context:
    """The start page: groups of topics with the three that have most duties; the finder's map of the districts."""
    return {"groups": _groups(p), "human": _human_contacts(p), "map": map_of_districts(p)}


def topics(p: Printer) -> Context:
    """All topics by group."""
    return {"groups": _groups(p)}


def guide(p: Printer) -> Context:
    """All topics by group, and the ids of those whose first body is another one in each district."""
    local = {
        topic_.id
        for topic_ in p.catalogue.topics.values()
        for first in p.graph.responsible(topic_)[:1]
        if first.body.per_district and not first.duty.any_district
    }
    return {"groups": _groups(p), "local": local}


def nothing(_: Printer) -> Context:
    """For pages whose content is in the template, or known to the browser alone."""
    return {}


def offices(p: Printer) -> Context:
    """All offices by level."""
    return {"bodies": _by_level(p, Office), "folder": "offices"}


def organisations(p: Printer) -> Context:
    """All organisations by level."""
    return {"bodies": _by_level(p, Organisation), "folder": "organisations"}


def councils(p: Printer) -> Context:
    """All councils: those of the state, then those every district has, then those of single districts."""
    found = [entry for entry in p.catalogue.published(Council) if not getattr(entry.record, "instance_of", None)]
    return {
        "state": [entry for entry in found if getattr(entry.record, "level", "") == "state"],
        "common": [entry for entry in found if getattr(entry.record, "per_district", False)],
        "single": [
            entry
            for entry in found
            if getattr(entry.record, "level", "") == "district" and not getattr(entry.record, "per_district", False)
        ],
    }


def comparison(p: Printer) -> Context:
    """The bodies every district must have, side by side."""
    required = p.site.required_per_district if p.site else ()
    columns = [found for id_ in required if (found := p.entry("bodies", id_))]
    rows = [
        (
            found,
            [
                p.entry("bodies", here.id) if (here := p.catalogue.instances.get((column.id, id_))) else None
                for column in columns
            ],
        )
        for id_ in p.catalogue.districts
        if (found := p.catalogue.entry(f"districts/{id_}"))
    ]
    return {"columns": columns, "rows": rows}


def programmes(p: Printer) -> Context:
    """All programmes with their derived state, open ones first."""
    order = ("open", "coming", "unknown", "closed", "ended")
    found = [
        (entry, p.facts.programme_state(entry.record))
        for entry in p.catalogue.published(Programme)
        if isinstance(entry.record, Programme)
    ]
    return {"programmes": sorted(found, key=lambda item: (order.index(item[1]), item[0].id))}


def practices(p: Printer) -> Context:
    """All examples with the themes and countries that occur."""
    found = p.catalogue.published(Practice)
    records = [entry.record for entry in found if isinstance(entry.record, Practice)]
    countries = countries_of(p, found)
    return {
        "practices": found,
        "themes": [id_ for id_ in p.catalogue.concepts("themes") if any(id_ in record.themes for record in records)],
        "countries": countries,
        "grid": grid_of_countries(countries),
        "levels": ("state", "district", "mo"),
    }


def laws(p: Printer) -> Context:
    """All laws."""
    return {"laws": p.catalogue.published(Law)}


def commitments(p: Printer) -> Context:
    """All commitments."""
    return {"commitments": p.catalogue.published(Commitment)}


def districts(p: Printer) -> Context:
    """All districts, and their map with its source."""
    drawn = p.catalogue.map
    found = p.catalogue.published(District)
    return {"districts": found, "map": map_of_districts(p), "drawn": drawn, "keys": keys_of_districts(p)}


def about(p: Printer) -> Context:
    """How the data are made: counts by kind and by confidence."""
    records = p.catalogue.published(Record)
    return {
        "counts": [
            (folder, sum(entry.folder == folder for entry in records))
            for folder in dict.fromkeys(e.folder for e in records)
        ],
        "source_count": sum(len(entry.record.sources) for entry in records if isinstance(entry.record, Record)),
        "unverified": sum(getattr(entry.record, "confidence", "") == "unverified" for entry in records),
    }


def accessibility(p: Printer) -> Context:
    """What the site says about its accessibility, the law behind it and the body to complain to."""
    said = p.site.accessibility if p.site else Accessibility()
    law = p.catalogue.entry(f"laws/{said.law}") if said.law else None
    return {
        "said": said,
        "law": law if law and law.is_published else None,
        "enforcement": p.entry("bodies", said.enforcement) if said.enforcement else None,
    }


def open_questions(p: Printer) -> Context:
    """Everything that the records say they do not know."""
    records = p.catalogue.published(Record)
    return {
        "uncertain": [entry for entry in records if getattr(entry.record, "uncertain", ())],
        "unverified": [entry for entry in records if getattr(entry.record, "confidence", "") == "unverified"],
        "undecided": [found for topic_ in p.graph.undecided_topics() if (found := p.entry("topics", topic_.id))],
    }


def translations(p: Printer) -> Context:
    """How much of everything each language has, by language."""
    names = {language.code: language for language in p.editions.languages}
    by_language = [(names[lang], list(rows)) for lang, rows in groupby(p.editions.coverage, key=lambda row: row.lang)]
    words = {kind: p.speech.word(label) for kind, label in COVERAGE_KINDS.items()}
    states = {state: p.speech.word(label) for state, label in COVERAGE_STATES.items()}
    return {"by_language": by_language, "kinds": words, "states": states}


def _groups(p: Printer) -> list[tuple[str, str | None, list[Entry]]]:
    """(group, icon, its topics, the featured ones first) in the order of the vocabulary."""
    concepts = p.catalogue.concepts("topic-groups")
    found: dict[str, list[Entry]] = {id_: [] for id_ in concepts}
    for entry in p.catalogue.published(Topic):
        found.setdefault(entry.as_kind(Topic).group, []).append(entry)
    groups = []
    for id_, entries in found.items():
        featured = concepts[id_].featured if id_ in concepts else ()
        first = [entry for topic_id in featured for entry in entries if entry.id == topic_id]
        rest = [entry for entry in entries if entry not in first]
        groups.append((id_, concepts[id_].icon if id_ in concepts else None, [*first, *rest]))
    return [group for group in groups if group[2]]


def _human_contacts(p: Printer) -> list[Entry]:
    return [found for id_ in (p.site.human_contacts if p.site else ()) if (found := p.entry("bodies", id_))]


def _by_level(p: Printer, kind: type[Part]) -> list[tuple[str, list[Entry]]]:
    found = [entry for entry in p.catalogue.published(kind) if not getattr(entry.record, "instance_of", None)]
    levels = ("state", "district", "federal", "other")
    by_level = [(level, [entry for entry in found if getattr(entry.record, "level", "") == level]) for level in levels]
    return [(level, entries) for level, entries in by_level if entries]
