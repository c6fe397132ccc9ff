"""A second, invented city on the same engine: proof that the engine knows no city, and one whole build of a site."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from builders import CITY, ROOT, TODAY
from wegweiser.answers import answers
from wegweiser.build import GENERATED, Build
from wegweiser.checks import check
from wegweiser.cli import app
from wegweiser.finding import Finding
from wegweiser.headers import POLICY
from wegweiser.load import Project, load
from wegweiser.model import Topic

OFFICER = "integrationsbeauftragte"


def test_nothing_to_report(city: Build) -> None:
    """The city's data are in order, and it has every kind of record."""
    project, read = load(CITY)
    assert [] == [*read, *check(project, TODAY), *city.findings]
    assert set(GENERATED) <= {entry.folder for entry in project.catalogue.entries}


def test_pages(city: Build) -> None:
    """Every published record has a page in every language; a withheld and a moved one have none."""
    files = city.files()
    for lang in ("de", "en", "ar"):
        for entry in city.project.catalogue.entries:
            shown = entry.folder in GENERATED and entry.id not in ("geheimrat", "altes-amt")
            assert shown == (f"{lang}/{entry.address}.md" in files), entry.address
        assert {f"{lang}/index.md", f"{lang}/find.md", f"{lang}/about.md", f"{lang}/councils/compare.md"} <= set(files)
    assert "Auenstadt" in files["de/index.md"]


def test_every_file_is_made_the_same_way_twice(city: Build) -> None:
    """The same input gives the same bytes; nothing in them is a day of building or a folder of this machine."""
    again = Build(load(CITY)[0], TODAY).files()
    assert again == city.files()
    assert not [path for path, text in again.items() if isinstance(text, str) and str(ROOT) in text]


def test_finder_files(city: Build) -> None:
    """The finder has what it needs: one index and one file of cards per language, places, emergency words."""
    files = city.files()
    common = json.loads(files["finder/common.json"])
    assert {
        "Nordufer": "nordufer",
        "Mühlwerder": "nordufer",
        "Lindenhain": "suedufer",
        "Auenstadt": "",
    }.items() <= common["places"].items()
    assert {"Altes Hafenviertel": "nordufer"} == json.loads(files["finder/index/de.json"])["places"]
    assert {"Mountaintown": "Bergstadt"} == json.loads(files["finder/index/en.json"])["elsewhere"]
    assert {"de": "Feuerwehr und Rettungsdienst", "en": "Fire brigade and ambulance"}.items() <= common[
        "signpost_titles"
    ]["112"].items()
    for lang in ("de", "en", "ar"):
        index, cards = json.loads(files[f"finder/index/{lang}.json"]), json.loads(files[f"finder/cards/{lang}.json"])
        assert {facts["ref"] for facts in index["documents"]} == set(cards["records"])
        assert "offices/wohnstelle" not in cards["records"] and "wohnstelle" not in cards["bodies"]


@pytest.mark.parametrize(
    ("question", "lang", "district", "topic", "bodies"),
    [
        ("Ich bin umgezogen", "de", None, "wohnsitz-anmelden", ["buergeramt", "dachverband"]),
        ("Ein Raum für unser Treffen", "de", "suedufer", "raeume", ["integrationsbeauftragte-suedufer", "auenfonds"]),
        ("Raum in Mühlwerder", "de", None, "raeume", [f"{OFFICER}-nordufer", "stadtverwaltung", "auenfonds"]),
        ("I was treated unfairly", "en", None, "beschwerde", ["ombudsstelle", "integrationsbeauftragte"]),
        ("انتقلت إلى شقة جديدة", "ar", None, "wohnsitz-anmelden", ["buergeramt", "dachverband"]),
    ],
)  # fmt: skip
def test_answers(city: Build, question: str, lang: str, district: str | None, topic: str, bodies: list[str]) -> None:
    """A question leads to its concern and to the bodies of the district that is chosen, or named in the question."""
    first = answers(city.finder, city.cards, question, lang, district=district)["answers"][0]
    assert (topic, bodies) == (first["id"], first["bodies"])


def test_emergency(city: Build) -> None:
    """Words of an emergency show its number, in every language; a figure of speech does not."""
    asked = {"Hilfe, es brennt": "112", "حريق": "112", "Er brennt darauf, mitzumachen": None, "umgezogen": None}
    assert asked == {query: answers(city.finder, city.cards, query, "de")["signpost"] for query in asked}


def test_complaint_path(city: Build) -> None:
    """After a refusal: the topic's own step, then the site's places; with the district's own commissioner."""
    graph = city.facts.graph
    topics = {entry.id: entry.as_kind(Topic) for entry in city.project.catalogue.of(Topic)}
    assert [
        "stadtverwaltung",
        "ombudsstelle",
    ] == [body.id for body in graph.complaint_path(topics["wohnsitz-anmelden"])]
    assert [
        "integrationsbeauftragte-nordufer",
        "stadtverwaltung",
    ] == [one.body.id for one in graph.responsible(topics["raeume"], "nordufer")]
    assert ["integrationsbeauftragte-suedufer"] == [
        one.body.id for one in graph.responsible(topics["raeume"], "suedufer")
    ]


def test_states_follow_the_day() -> None:
    """The fund is open, closed or coming by its dates and the day, and nothing else."""
    project = load(CITY)[0]
    words = {"2026-11-22": "jetzt offen", "2027-01-15": "kommt bald", "2027-05-01": "letzte Frist vorbei"}
    for day, word in words.items():
        made = Build(project, TODAY.fromisoformat(day))
        page = made.edition("de")["de/programmes/auenfonds.md"]
        assert word in page, day


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The city in the shell of this repository: its configuration with the city's languages, theme and scripts."""
    root = Path(shutil.copytree(CITY, tmp_path / "city"))
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copytree(ROOT / "scripts", root / "scripts")
    shell = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    own = yaml.safe_load((CITY / "mkdocs.yml").read_text(encoding="utf-8"))
    shell["plugins"][0]["i18n"]["languages"] = [
        {**one, "build": True} for one in own["plugins"][0]["i18n"]["languages"]
    ]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(shell, allow_unicode=True), encoding="utf-8")
    return root


def test_another_builder_makes_the_same_site(project: Path, tmp_path: Path) -> None:
    """The builder stands behind one function: mkdocs and properdocs give the same files, byte for byte."""
    made = {}
    for builder in ("mkdocs", "properdocs"):
        site = tmp_path / builder
        command = ["build", "--root", str(project), "--site-dir", str(site), "--today", "2026-11-22"]
        result = CliRunner().invoke(app, [*command, "--builder", builder])
        assert 0 == result.exit_code, result.output
        made[builder] = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert len(made["mkdocs"]) > 100
    assert made["mkdocs"] == made["properdocs"]


def structured_data(page: str) -> dict[str, Any]:
    """What a finished page says as JSON-LD."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert 1 == len(found)
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_whole_build(project: Path, tmp_path: Path, real: tuple[Project, list[Finding]]) -> None:
    """`wegweiser build` makes a site in all languages, without a warning and without a link that leads nowhere."""
    site = tmp_path / "site"
    command = ["build", "--root", str(project), "--site-dir", str(site), "--today", "2026-11-22", "--lang", "de"]
    home = "https://auenstadt.example.org/"
    result = CliRunner().invoke(app, [*command, "--site-url", home])
    assert 0 == result.exit_code, result.output
    for lang, direction in (("de", "ltr"), ("en", "ltr"), ("ar", "rtl")):
        page = (site / lang / "topics" / "wohnsitz-anmelden" / "index.html").read_text(encoding="utf-8")
        assert f'lang="{lang}"' in page and f'dir="{direction}"' in page
        assert (site / "finder" / "index" / f"{lang}.json").is_file()
        assert f"{home}{lang}/topics/wohnsitz-anmelden/" == structured_data(page)["@id"]
        assert f'property="og:image" content="{home}assets/card.png"' in page
    assert b"PNG" == (site / "assets/card.png").read_bytes()[1:4]
    assert "Registering your address" in (site / "en/topics/wohnsitz-anmelden/index.html").read_text(encoding="utf-8")
    for name in ("_headers", "_redirects", ".htaccess"):
        assert "/ar/" in (site / name).read_text(encoding="utf-8")
    assert "location /ar/" in (project / "build/hosting/nginx.conf").read_text(encoding="utf-8")
    assert 'hreflang="ar"' in (site / "index.html").read_text(encoding="utf-8")
    assert "https://auenstadt.example.org/en/topics/raeume/" in (site / "en/sitemap.xml").read_text(encoding="utf-8")
    assert real[0].catalogue.site
    real_place = real[0].catalogue.site.place
    for path in site.rglob("*"):
        assert "geheimrat" not in path.name
        if path.suffix in (".html", ".json", ".js", ".css", ".xml", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert "geheimrat" not in text.lower() and '"root:' not in text, path
            assert path.suffix != ".html" or real_place not in text, path


def test_mkdocs_alone(project: Path) -> None:
    """`mkdocs build` without the engine's command makes the same pages through its hook, which reads the clock."""
    for path in (project / "data").rglob("*.yaml"):  # so that no day of the data is ever in the future, or too old
        text = re.sub("202[1-6]", "2020", path.read_text(encoding="utf-8"))
        path.write_text(re.sub(r"(?m)^freshness_years:.*$", "", text), encoding="utf-8")
    (project / "docs").mkdir()
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert 0 == done.returncode, done.stderr
    assert [] == [line for line in warnings if "Could not find a homepage" not in line]
    page = (project / "site/topics/wohnsitz-anmelden/index.html").read_text(encoding="utf-8")
    assert "Wohnung anmelden" in page and f'content="{POLICY}"' in page
    assert "../../topics/wohnsitz-anmelden/" == structured_data(page)["@id"]
    assert (project / "site/ar/topics/wohnsitz-anmelden/index.html").is_file()
