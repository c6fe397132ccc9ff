"""A catalogue, a wording and the words people type in; what the finder of one language knows out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.graph import Graph, offered
from wegweiser.index import Document
from wegweiser.model import Body, Commitment, Law, Part, Practice, Programme, Topic
from wegweiser.terms import Terms
from wegweiser.translations import Wording

WEIGHTS: Mapping[type[Part], float] = {
    Topic: 1.0,
    Body: 0.95,
    Programme: 0.95,
    Practice: 0.9,
    Law: 0.7,
    Commitment: 0.8,
}
"""How much a kind of record counts: a concern answers "where do I go" better than an example or a law."""
OVERVIEW = 0.85
"""A topic that sums up others yields to the concrete one."""


def documents(catalogue: Catalogue, graph: Graph, wording: Wording, terms: Mapping[str, Terms]) -> list[Document]:
    """Everything that the finder of a language can answer with, in the order of the catalogue.

    Bodies that have ended or are doubtful, and records that are withheld, are not among them.
    """
    return [
        _document(catalogue, graph, wording, terms.get(entry.address, Terms()), entry)
        for entry in catalogue.entries
        if _answers(entry)
    ]


def _answers(entry: Entry) -> bool:
    record = entry.record
    if isinstance(record, Body):
        return offered(record)
    return isinstance(record, Topic | Programme | Practice | Law | Commitment) and entry.is_published


def _document(catalogue: Catalogue, graph: Graph, wording: Wording, terms: Terms, entry: Entry) -> Document:
    record = entry.record
    title = str(getattr(record, "title", None) or getattr(record, "name", ""))
    text = getattr(record, "summary", None) or getattr(record, "gloss", None)
    shown = wording.text(entry.address, "title", title).text if hasattr(record, "title") else title
    field = "summary" if hasattr(record, "summary") else "gloss"
    district = getattr(record, "district", None)
    return Document(
        ref=entry.address,
        kind=str(getattr(record, "kind", "")),
        id=entry.id,
        title=shown,
        synonyms=terms.synonyms,
        search=terms.search,
        keywords=tuple(_keywords(catalogue, graph, record)),
        text=wording.text(entry.address, field, text).text if text else "",
        weight=_weight(record),
        districts=(district,) if district else (),
        groups=(record.group,) if isinstance(record, Topic) else (),
        audiences=tuple(record.audience) if isinstance(record, Topic) else (),
        level=str(getattr(record, "level", "") or ""),
        themes=tuple(record.themes) if isinstance(record, Practice) else (),
    )


def _weight(record: Part) -> float:
    found = next((weight for kind, weight in WEIGHTS.items() if isinstance(record, kind)), 1.0)
    return OVERVIEW if isinstance(record, Topic) and record.finding else found


def _keywords(catalogue: Catalogue, graph: Graph, record: Part) -> Iterator[str]:
    """Names by which people ask for a record: short and former names, abbreviations, the first bodies of a concern."""
    for name in ("short", "abbreviation", "place"):
        value = getattr(record, name, None)
        if value:
            yield str(value)
    for former in getattr(record, "former_names", ()):
        yield former.name
    if isinstance(record, Topic):
        for answer in graph.responsible(record)[:2]:
            yield answer.body.short or answer.body.name
    if isinstance(record, Body) and record.district and record.district in catalogue.districts:
        yield catalogue.districts[record.district].name
