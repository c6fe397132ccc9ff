"""The repository's own records on a fixed day: nothing to report, nothing missing, nothing that must not be shown."""

from __future__ import annotations

import pytest

from builders import TODAY
from wegweiser.build import Build
from wegweiser.checks import check
from wegweiser.finding import Finding
from wegweiser.load import Project
from wegweiser.model import Body, Council, Office, Practice, Programme, Record, Topic
from wegweiser.model.types import last_day

OLDEST = 2023
"""A phone number or mailbox that was last seen before this year is not published."""


def test_no_findings(real: tuple[Project, list[Finding]], real_build: Build) -> None:
    """Reading, checking and translating the data finds neither an error nor a warning."""
    project, read = real
    found = [*read, *check(project, TODAY), *real_build.findings]
    assert [] == [f"{one.where}: {one.message.render(str)}" for one in found]


def test_districts(real: tuple[Project, list[Finding]]) -> None:
    """Every district has its council, its committee and its commissioner, and they say that they belong to it."""
    catalogue = real[0].catalogue
    assert catalogue.districts
    for id_, district in catalogue.districts.items():
        here = [body for body in catalogue.all(Body) if body.district == id_]
        types = {body.type for body in here if isinstance(body, Council)}
        assert {"advisory-council", "committee"} <= types, id_
        commissioner = catalogue.body(district.commissioner)
        assert isinstance(commissioner, Office) and commissioner in here, id_
        assert "commissioner" == commissioner.type, id_


def test_topics_have_duties(real_build: Build) -> None:
    """Every published topic names a body that can be offered."""
    graph = real_build.facts.graph
    topics = [one for one in real_build.project.catalogue.all(Topic) if not one.withheld]
    assert topics
    assert [] == [topic.id for topic in topics if not graph.responsible(topic)]


def test_contacts(real: tuple[Project, list[Finding]]) -> None:
    """Every contact rests on a source with an address; no phone number and no mailbox is older than we allow."""
    seen = 0
    for record in real[0].catalogue.all(Record):
        sources = {source.key: source for source in record.sources}
        for contact in getattr(record, "contacts", ()):
            seen += 1
            source = sources[contact.source]
            assert source.url, f"{record.id}: {contact.value}"
            day = contact.as_of or source.date
            if contact.type in ("phone", "email") and day:
                assert last_day(day).year >= OLDEST, f"{record.id}: {contact.value} ({day})"
    assert seen


def test_examples_and_programmes_have_topics(real: tuple[Project, list[Finding]]) -> None:
    """Every example and every programme belongs to a concern, so that people find it by theirs."""
    records = [*real[0].catalogue.all(Practice), *real[0].catalogue.all(Programme)]
    assert records
    assert [] == [record.id for record in records if not record.topics]


@pytest.fixture(scope="module")
def made(real_build: Build) -> dict[str, str]:
    """Every generated file of the site in the language of the records and in another."""
    common = {path: text for path, text in real_build.common_files().items() if isinstance(text, str)}
    return common | real_build.edition("de") | real_build.edition("ar")


def test_withheld_records_reach_nobody(real: tuple[Project, list[Finding]], made: dict[str, str]) -> None:
    """A withheld record has no page, no link, no card and no place in the finder."""
    entries = [one for one in real[0].catalogue.of(Record) if one.as_kind(Record).withheld]
    assert {"councils/begleitgremium-gesamtkonzept", "councils/landesfrauenbeirat"} <= {one.address for one in entries}
    for entry in entries:
        assert not [path for path in made if path.endswith(f"/{entry.address}.md")]
        for trace in (f"{entry.address}/", f'"{entry.address}"', f'"{entry.id}"', str(entry.as_kind(Record).withheld)):
            assert [] == [path for path, text in made.items() if trace in text], trace


def test_former_ids(real: tuple[Project, list[Finding]]) -> None:
    """Every address is remembered, so that its deletion is noticed; none that is remembered is gone."""
    project = real[0]
    now = {entry.address for entry in project.catalogue.entries if entry.folder}
    forgotten = sorted(now - project.former_ids)
    assert [] == forgotten, "run `python scripts/remember_ids.py` and commit data/former-ids.txt"
    assert project.former_ids <= now
