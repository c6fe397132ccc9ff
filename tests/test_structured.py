"""Pages in; what their structured data say out: nothing that readers of the page cannot read there."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from builders import (
    SOURCE,
    council,
    duty,
    entry,
    facts,
    office,
    organisation,
    programme,
    site,
    speech,
    topic,
    wording,
)
from wegweiser.build import Build
from wegweiser.catalogue import Entry
from wegweiser.pages import Editions
from wegweiser.pages.printer import Printer
from wegweiser.pages.structured import structured

TYPES = {
    *("WebSite", "WebPage", "BreadcrumbList", "ListItem", "GovernmentOrganization", "Organization", "NGO"),
    *("GovernmentService", "Service", "FundingScheme", "Article", "Legislation", "AdministrativeArea"),
    *("Place", "ContactPoint"),
}
"""The types of schema.org that we use; each was looked up there."""
VISIBLE = (
    *("name", "headline", "alternateName", "telephone", "email", "address", "description"),
    *("serviceType", "legislationType", "keywords"),
)
AREAS = ("areaServed", "containedInPlace", "isPartOf")
"""What is named there is the same for the whole site, and stands in its head or on its start page."""
LIMIT = 1024
"""Bytes that the data of a page may add to it, packed."""


@pytest.fixture(scope="module", params=["de", "ar"])
def pages(request: pytest.FixtureRequest, real_build: Build) -> dict[str, tuple[dict[str, Any], str]]:
    """Address of a page -> its structured data and its HTML."""
    read = {}
    for path, text in real_build.edition(request.param).items():
        if path.endswith(".md"):
            head, html = text.removeprefix("---\n").split("\n---\n\n", 1)
            meta = yaml.safe_load(head)
            read[f"{meta['lang']}/{meta['path']}"] = (json.loads(meta["data"]), html)
    return read


def facts_in(data: object, name: str = "") -> Iterator[tuple[str, str]]:
    """(property, text) of everything in the data, without the areas."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in AREAS:
                yield from facts_in(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from facts_in(value, name)
    else:
        yield name, str(data)


def plain(text: str) -> str:
    """A text without its blanks, for the page may break it."""
    return re.sub(r"\s+", "", text)


def test_nothing_that_is_not_on_the_page(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    """Every name, phone, mailbox, address and text stands on the page; every web address is a link there.

    A page may name one that it links to by its address in the language of the records, for both describe the same.
    """
    seen = set()
    for address, (data, html) in pages.items():
        shown = plain(unescape(re.sub(r"<[^>]*>", "", html)) + data.get("name", ""))
        links = {unescape(link) for link in re.findall(r'href="([^"]*)"', html)}
        whole = (link.removeprefix("root:") if "root:" in link else urljoin(f"/{address}", link)[1:] for link in links)
        inside = {link.partition("/")[2] for link in (address, *whole)}
        for name, value in facts_in(data):
            seen.add(name)
            if name in VISIBLE:
                assert plain(value) in shown, f"{address}: {name}: {value}"
            elif value.startswith("root:"):
                assert value.removesuffix("#record").partition("/")[2] in inside, f"{address}: {value}"
            elif name in ("url", "isBasedOn"):
                assert value in links, f"{address}: {value}"
            elif name == "lastReviewed":
                assert f'datetime="{value}"' in html, address
    assert {*VISIBLE, "url", "isBasedOn", "lastReviewed"} <= seen


def test_types_are_known(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    """Only types that schema.org has, and every one that we speak of is used."""
    used = {value for data, _ in pages.values() for name, value in facts_in(data) if name == "@type"}
    assert used | {"WebSite"} <= TYPES
    assert TYPES - used <= {"WebSite"}


def test_steps_are_those_of_the_page(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    """The way to a page is the one that readers see, in its order."""
    for address, (data, html) in pages.items():
        shown = re.search(r'<nav class="ww-crumbs".*?</nav>', html, re.DOTALL)
        steps = data.get("breadcrumb", {}).get("itemListElement", [])
        assert bool(shown) == bool(steps), address
        if shown:
            labels = [
                unescape(re.sub(r"<[^>]*>", "", item)) for item in re.findall(r"<li.*?</li>", shown[0], re.DOTALL)
            ]
            assert [plain(label) for label in labels] == [plain(step["name"]) for step in steps], address
            assert f"root:{address}" == steps[-1]["item"]


def test_weight(pages: dict[str, tuple[dict[str, Any], str]]) -> None:
    """A phone does not pay for what search engines read."""
    weights = {
        address: len(gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()))
        for address, (data, _) in pages.items()
    }
    heaviest = max(weights, key=lambda address: weights[address])
    assert weights[heaviest] <= LIMIT, heaviest


# Records one by one

SURE = {"confidence": "sourced", "sources": [SOURCE]}
CONFIRMED = duty("amt", sources=[SOURCE["key"]])


def entity_of(wanted: Entry, *others: Any) -> dict[str, Any]:
    """The entity that the page of a record is about, {} if there is none."""
    made = facts(wanted.record, *others, site())
    printer = Printer(made, speech(), f"{wanted.address}/", Editions([wording()]))
    found: dict[str, Any] = json.loads(structured(printer, "Titel", wanted)).get("mainEntity", {})
    return found


@pytest.mark.parametrize(
    "unsure",
    [
        {"doubtful": "Vielleicht gibt es sie nicht mehr."},
        {"ended": "2020"},
        {"confidence": "unverified"},
    ],
    ids=lambda unsure: next(iter(unsure)),
)
def test_unsure_bodies_are_no_entities(unsure: dict[str, Any]) -> None:
    """What the page warns of is not told to machines without the warning, nor named as the provider of a service."""
    body = office("amt", **{**SURE, **unsure})
    assert {} == entity_of(entry(body))
    assert {} == entity_of(entry(topic("sorge", CONFIRMED, **SURE)), body)
    assert "funder" not in entity_of(entry(programme("geld", funder="amt", **SURE)), body)


def test_unconfirmed_duty_is_no_service() -> None:
    """Only a duty that a source confirms makes a service."""
    found = entity_of(entry(topic("sorge", CONFIRMED, **SURE)), office("amt", **SURE))
    assert ["GovernmentService", "root:de/offices/amt/#record"] == [found["@type"], found["provider"]["@id"]]
    assert {} == entity_of(entry(topic("sorge", duty("amt"), **SURE)), office("amt", **SURE))


def test_unconfirmed_website_is_left_out() -> None:
    """A website that no source names is marked on the page and not in the data."""
    own = {"website": "https://amt.example.org/", **SURE}
    assert "url" not in entity_of(entry(office("amt", **own)))
    assert own["website"] == entity_of(entry(office("amt", **own, website_confidence="sourced")))["url"]


def test_types_of_bodies() -> None:
    """Authorities, civil society, what belongs to neither; a right without members is nobody."""
    bodies = (
        *(office(**SURE), office(**{**SURE, "level": "other"}), organisation(**SURE)),
        *(council(**SURE, seats={"total": 9}), council(**SURE)),
    )
    assert ["GovernmentOrganization", "Organization", "NGO", "GovernmentOrganization", None] == [
        entity_of(entry(record)).get("@type") for record in bodies
    ]


def test_texts_cannot_end_the_script() -> None:
    """What HTML could take for the end of the script is written as JSON allows."""
    hostile = entry(office("amt", **SURE).model_copy(update={"name": "</script><script>alert(1)</script> & <!--"}))
    printer = Printer(facts(hostile.record, site()), speech(), "offices/amt/", Editions([wording()]))
    text = structured(printer, "x", hostile)
    assert not re.search("[<>&]", text)
    assert "</script><script>alert(1)</script> & <!--" == json.loads(text)["mainEntity"]["name"]
