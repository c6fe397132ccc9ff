"""A project folder in; what was read of it and what is wrong out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import CITY
from wegweiser.catalogue import Catalogue
from wegweiser.load import load
from wegweiser.model import Moved, Topic


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the city."""
    return Path(shutil.copytree(CITY, tmp_path / "project"))


def test_everything_is_read() -> None:
    """Records, words, the finder's tables, languages and ids that were published."""
    project, findings = load(CITY)
    assert [] == findings
    assert ["de", "en", "ar"] == [language.code for language in project.languages]
    assert "de" == project.source_language.code
    assert {"de", "en", "ar"} == set(project.terms) == set(project.finder_tables)
    assert "offices/altes-amt" in project.former_ids
    assert (project.catalogue.site.place if project.catalogue.site else "") == "Auenstadt"
    assert ["nordufer", "suedufer"] == list(project.catalogue.districts)


def test_what_cannot_be_read_does_not_hide_the_rest(project: Path) -> None:
    """Every broken file is reported in one run, and every whole one is there."""
    (project / "data/topics/raeume.yaml").write_text("kind: topic\nid: raeume\n", encoding="utf-8")
    (project / "data/offices/kaputt.yaml").write_bytes(b"\xff")
    (project / "data/terms/en.yaml").write_text("topics: [", encoding="utf-8")
    (project / "locales/ar/finder.yaml").write_text("a: &b c", encoding="utf-8")
    found, findings = load(project)
    assert {"data/topics/raeume.yaml", "data/offices/kaputt.yaml", "data/terms/en.yaml", "locales/ar/finder.yaml"} == {
        one.where.path for one in findings
    }
    assert {"wohnsitz-anmelden", "beschwerde"} == set(found.catalogue.topics)


def test_lines_of_a_record() -> None:
    """A record knows where its fields stand, so that a finding about it can say so."""
    entry = load(CITY)[0].catalogue.entry("topics/wohnsitz-anmelden")
    assert entry
    assert "data/topics/wohnsitz-anmelden.yaml:8 (duties.0.body)" == str(entry.where("duties", 0, "body"))
    assert "wohnsitz-anmelden" == entry.as_kind(Topic).id
    with pytest.raises(TypeError, match="topics/wohnsitz-anmelden"):
        entry.as_kind(Moved)


def test_catalogue_is_in_order() -> None:
    """The order of files on the disk makes no difference."""
    entries = load(CITY)[0].catalogue.entries
    assert [entry.address for entry in entries] == sorted(entry.address for entry in entries)
    assert [one.address for one in Catalogue(reversed(entries)).entries] == [one.address for one in entries]


def test_odd_former_ids(project: Path) -> None:
    """A list of former ids that is no text loses no record, and is not passed over."""
    (project / "data/former-ids.txt").write_bytes(b"offices/buergeramt\noffices/\xff\n")
    found, _ = load(project)
    assert "offices/buergeramt" in found.former_ids
    assert 2 == len(found.former_ids)
