"""Published records in; JSON and tables for other programs out."""

from __future__ import annotations

import csv
import io
import json

import pytest

from builders import SOURCE, catalogue, council, duty, moved, office, site, topic
from wegweiser.export import as_json, as_tables


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(text)))


def test_json() -> None:
    """Address -> record without its empty fields; nothing withheld, moved or about the site."""
    records = catalogue(office("amt", name="Größe"), council(withheld="Nicht belegt."), moved("alt", "amt"), site())
    made = as_json(records)
    assert "Größe" in made
    assert ["offices/amt"] == list(json.loads(made))
    assert "contacts" not in json.loads(made)["offices/amt"]


def test_tables() -> None:
    """Records, contacts with their source, duties in their order, sources."""
    contact = {"type": "phone", "value": "+49 99 100 100", "source": "seite", "as_of": "2026"}
    made = as_tables(
        catalogue(
            office("amt", contacts=[contact], sources=[SOURCE]),
            topic("kita", duty("amt"), duty("amt", "counsels", sources=["seite"]), title="Kita", sources=[SOURCE]),
        )
    )
    assert [
        ("offices/amt", "Amt"),
        ("topics/kita", "Kita"),
    ] == [(one["address"], one["name"]) for one in rows(made["records.csv"])]
    assert [
        {
            "address": "offices/amt",
            "type": "phone",
            "value": "+49 99 100 100",
            "district": "",
            "as_of": "2026",
            "source_url": "https://amt.example.org/",
        }
    ] == rows(made["contacts.csv"])
    assert [
        ("1", "decides", ""),
        ("2", "counsels", "seite"),
    ] == [(one["rank"], one["role"], one["sources"]) for one in rows(made["duties.csv"])]
    assert ["seite", "seite"] == [one["key"] for one in rows(made["sources.csv"])]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        *(("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd")),
        *(("+49 30", "+49 30"), ("-5", "-5"), ("A=B", "A=B"), ('a,"b"', 'a,"b"'), ("a\nb", "a\nb")),
    ],
)
def test_cells_are_no_formulas(name: str, cell: str) -> None:
    """What a spreadsheet would run is shown as text; phone numbers stay phone numbers."""
    record = office("amt").model_copy(update={"name": name})
    assert rows(as_tables(catalogue(record))["records.csv"])[0]["name"] == cell
