"""The types of the model: what they take and what they refuse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from builders import office, topic
from wegweiser.model.types import (
    Address,
    Id,
    Line,
    PartialDate,
    SafeAddress,
    Text,
    first_day,
    is_email,
    is_phone,
    is_web_address,
    last_day,
)
from wegweiser.model.walk import leaves


def takes(kind: Any, value: str) -> bool:
    """Whether a type takes a text."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("value", ["a", "kita-platz", "sgb-8", "2026"])
def test_ids(value: str) -> None:
    """Small letters, digits, single hyphens between them."""
    assert takes(Id, value)


@pytest.mark.parametrize("value", ["", "-a", "a-", "a--b", "A", "ä", "a b", "a/b", "../a", "a.b", "a\n", "a" * 81, "٣"])
def test_no_ids(value: str) -> None:
    """Nothing else, for ids become file names and addresses."""
    assert not takes(Id, value)


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-03-05", date(2026, 3, 5), date(2026, 3, 5)),
    ],
)
def test_partial_dates(partial: str, first: date, last: date) -> None:
    """A year or a month means all its days."""
    assert takes(PartialDate, partial)
    assert (first, last) == (first_day(partial), last_day(partial))


@pytest.mark.parametrize(
    "value", ["", "26", "2026-13", "2026-02-30", "2026-1-1", "31.12.2026", "9999", "0000", "٢٠٢٦", "2026-11-22\n"]
)
def test_no_dates(value: str) -> None:
    """Another form, a day that does not exist, a year in which nobody checked anything."""
    assert not takes(PartialDate, value)


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(st.from_regex(r"\A[0-9]{4}(-[0-9]{2}){0,2}\Z"))
def test_every_date_that_is_taken_can_be_used(value: str) -> None:
    """A date that the model takes has a first and a last day, and years after it."""
    if takes(PartialDate, value):
        assert first_day(value) <= last_day(value) <= date(2199, 12, 31)


@pytest.mark.parametrize(
    "value", ["https://amt.example.org/", "https://a.example.org/x?y=1&z=%20#a", "https://xn--mller-kva.de"]
)
def test_addresses(value: str) -> None:
    """Complete addresses with https."""
    assert takes(SafeAddress, value) and is_web_address(value)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "amt.example.org",
            "//amt.example.org",
            "https://",
            "https://amt",
            "https://amt example.org",
            "https://[::1",
            "mailto:a@b.de",
        ),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a@b.example.org",
            'https://a.example.org/"x',
            "https://a.example.org/<b>",
        ),
        *("https://a.example.org\\@b.example.org", "ftp://a.example.org", "https://a.example.org/\n"),
    ],
)
def test_no_addresses(value: str) -> None:
    """What leads nowhere, elsewhere than it seems, or runs something."""
    assert not takes(Address, value) and not is_web_address(value)


def test_http_is_good_enough_for_a_source_only() -> None:
    """A source may be old; a reader is not sent there to act."""
    assert takes(Address, "http://amt.example.org/") and not takes(SafeAddress, "http://amt.example.org/")


@pytest.mark.parametrize(("value", "expected"), [
    *(("+49 30 9013 3456", True), ("+49 30 90-13", True), ("115", True), ("116117", True)),
    *(("030 123", False), ("+49301234", False), ("+49 30 1 x", False), ("١١٥", False), ("115\n", False)),
])  # fmt: skip
def test_phones(value: str, expected: bool) -> None:
    """International numbers in groups, or short ones."""
    assert expected is is_phone(value)


@pytest.mark.parametrize(("value", "expected"), [
    *(("post@amt.example.org", True), ("a.b+c@x-y.de", True)),
    *(("post", False), ("post@amt", False), ("a b@c.de", False), ("a@b@c.de", False), ("post@amt.de\n", False)),
])  # fmt: skip
def test_mailboxes(value: str, expected: bool) -> None:
    """One mailbox at a host."""
    assert expected is is_email(value)


@pytest.mark.parametrize(
    "value",
    [
        "<b>",
        "< script",
        "</p",
        "<!--",
        "a &amp; b",
        "&#60;",
        "JavaScript:x",
        "{{ a }}",
        "{% a %}",
        "{# a #}",
        "a\x00b",
        "a\u202eb",
        "a\x7f",
        "a\u2066b",
    ],
)
def test_texts_without_markup(value: str) -> None:
    """No markup, no template, no entity, no invisible sign that turns the reading direction."""
    assert not takes(Text, value) and not takes(Line, value)


@pytest.mark.parametrize("value", ["a < 5", "a & b", "{a}", "5 %", "AT&T", "«a»", "می‌خواهم", "a\u200fb", "🏠"])
def test_texts(value: str) -> None:
    """Signs of ordinary writing, in any script."""
    assert takes(Text, value) and takes(Line, value)


def test_lines() -> None:
    """A line is one line; space around it is dropped."""
    assert takes(Text, "a\nb") and not takes(Line, "a\nb") and not takes(Line, "  ")
    assert TypeAdapter(Line).validate_python(" a\n") == TypeAdapter(Text).validate_python("\n a ") == "a"
    assert takes(Line, "a" * 400) and not takes(Line, "a" * 401)
    assert takes(Text, "a" * 2000) and not takes(Text, "a" * 2001)


def test_records_cannot_be_changed() -> None:
    """Nobody repairs data on the way."""
    with pytest.raises(ValidationError):
        office().name = "Anderes Amt"


def test_leaves() -> None:
    """Every text and id of a record, with its place and what the model says about its field."""
    found = {
        leaf.location: leaf
        for leaf in leaves(topic("a", {"body": "amt", "role": "decides", "why": "Darum."}, related=["b"]))
    }
    assert ("amt", "duties.body", {"refers": "bodies"}) == (
        (leaf := found["duties", 0, "body"]).value, leaf.field, dict(leaf.facet.meaning)
    )  # fmt: skip
    assert "core" == found["duties", 0, "why"].facet.meaning["translate"]
    assert "topics" == found["related", 0].facet.meaning["refers"]
    assert found["title",].facet.description and 120 == found["title",].facet.limit
