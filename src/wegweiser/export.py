"""A catalogue in; all published records as JSON and as tables for other programs out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.model import Body, Programme, Record, Topic


def published(catalogue: Catalogue) -> list[Entry]:
    """The entries that may leave the house: records that are not withheld."""
    return catalogue.published(Record)


def as_json(catalogue: Catalogue) -> str:
    """Address -> record, as the data files have them, empty fields left out."""
    records = {
        entry.address: entry.record.model_dump(mode="json", exclude_defaults=True) for entry in published(catalogue)
    }
    return json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def as_tables(catalogue: Catalogue) -> dict[str, str]:
    """File name -> CSV (RFC 4180, UTF-8): records, contacts, duties and sources."""
    entries = published(catalogue)
    return {
        "records.csv": _table(("address", "kind", "name", "confidence", "as_of", "checked"), map(_record_row, entries)),
        "contacts.csv": _table(
            ("address", "type", "value", "district", "as_of", "source_url"),
            (row for entry in entries for row in _contact_rows(entry)),
        ),
        "duties.csv": _table(
            ("topic", "rank", "body", "role", "area", "sources"),
            (row for entry in entries for row in _duty_rows(entry)),
        ),
        "sources.csv": _table(
            ("address", "key", "title", "url", "date"),
            (row for entry in entries for row in _source_rows(entry)),
        ),
    }  # fmt: skip


Row = Sequence[object]


def _table(head: Sequence[str], rows: Iterable[Row]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return buffer.getvalue()


def _safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula, unless it is a phone number."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "@") or (text[:1] in "+-" and not text[1:2].isdigit() and text) else text


def _record_row(entry: Entry) -> Row:
    record = entry.as_kind(Record)
    name = getattr(record, "name", None) or getattr(record, "title", "")
    return (entry.address, getattr(record, "kind", ""), name, record.confidence, record.as_of, record.checked)


def _contact_rows(entry: Entry) -> Iterable[Row]:
    record = entry.record
    if isinstance(record, Body | Programme):
        urls = {source.key: source.url for source in record.sources}
        for contact in record.contacts:
            yield (
                entry.address,
                contact.type,
                contact.value,
                contact.district,
                contact.as_of,
                urls.get(contact.source),
            )


def _source_rows(entry: Entry) -> Iterable[Row]:
    for source in entry.as_kind(Record).sources:
        yield (entry.address, source.key, source.title, source.url, source.date)


def _duty_rows(entry: Entry) -> Iterable[Row]:
    if isinstance(entry.record, Topic):
        for rank, duty in enumerate(entry.record.duties, start=1):
            yield (entry.id, rank, duty.body, duty.role, duty.area, " ".join(duty.sources))
