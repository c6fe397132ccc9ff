"""Records in; Markdown pages out: one golden page for each kind, and what every page must and must not contain."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import yaml

from builders import (
    CITY,
    ENGLISH,
    GERMAN,
    TODAY,
    commitment,
    council,
    district,
    duty,
    entry,
    facts,
    law,
    office,
    organisation,
    practice,
    programme,
    site,
    speech,
    topic,
    wording,
)
from golden import GOLDEN, golden_pages
from wegweiser.build import Build
from wegweiser.catalogue import Catalogue
from wegweiser.languages import Language
from wegweiser.load import Project, parse
from wegweiser.model import LegalBasis, Part
from wegweiser.pages import Editions, hubs, pages
from wegweiser.pages.printer import Printer
from wegweiser.yamlfile import read

HOSTILE = "<script>alert(1)</script> {{ 91 * 91 }} \"x\" onload='y' </div> &amp; # Titel\n\n---\n\n- [a](javascript:b)"


@pytest.fixture(scope="module")
def shown(city: Build) -> dict[str, str]:
    """The golden pages as they are now."""
    return golden_pages(city)


@pytest.mark.parametrize("path", sorted(path.name for path in GOLDEN.glob("*.md")))
def test_golden_pages(path: str, shown: dict[str, str]) -> None:
    """A page looks as it did when somebody last looked at it; the diff of a change belongs to its review."""
    expected = (GOLDEN / path).read_text(encoding="utf-8")
    assert expected == shown[path], "if this is as you want it, run `python tests/golden.py` and look at the diff"


def test_golden_pages_are_complete(city: Build, shown: dict[str, str]) -> None:
    """There is a golden page for every kind of record that has pages."""
    assert sorted(shown) == sorted(path.name for path in GOLDEN.glob("*.md"))
    assert {entry.folder for entry in city.project.catalogue.entries} - {"", "vocabularies"} == {
        name.split(".")[0] for name in shown if name.endswith(".de.md")
    }


class Checked(HTMLParser):
    """Remembers what is wrong with a page's HTML: tags that do not close, scripts and handlers of events."""

    VOID = ("br", "hr", "img", "input", "link", "meta", "source", "wbr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "script":
            self.scripts.append(str(dict(attrs).get("src") or dict(attrs).get("type")))
        self.wrong += [f"{tag} {name}" for name, _ in attrs if name.startswith("on") or name == "style"]
        self.wrong += [
            f"{name}={value}"
            for name, value in attrs
            if (value or "").strip().lower().startswith(("javascript:", "data:"))
        ]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def checked(page: str) -> Checked:
    """The HTML of a page, read."""
    parser = Checked()
    parser.feed(page.split("\n---\n", 1)[1])
    parser.close()
    return parser


@pytest.mark.parametrize("lang", ["de", "en", "ar"])
def test_every_page(lang: str, city: Build) -> None:
    """Every page has a head that YAML can read and one block of well-formed HTML that Markdown leaves alone."""
    for path, page in city.edition(lang).items():
        if not path.endswith(".md"):
            continue
        head, body = page.removeprefix("---\n").split("\n---\n\n", 1)
        read_head = yaml.safe_load(head)
        assert lang == read_head["lang"], path
        assert read_head["title"], path
        assert "\n\n" not in body.strip(), path
        found = checked(page)
        assert not found.wrong, path
        assert not found.open, path
        assert "None" not in re.sub(r"<[^>]*>", "", body), path


def test_links_between_pages(city: Build) -> None:
    """Every link from page to page leads to a page that is made, in every language."""
    files = city.files()
    pages = {
        path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" for path in files if path.endswith(".md")
    }
    for path, page in files.items():
        if not path.endswith(".md"):
            continue
        here = path.removesuffix("index.md").removesuffix(".md").rstrip("/")
        for link in re.findall(r'href="([^"]+)"', page):
            if (re.match(r"[a-z]+:(?!$)", link) and not link.startswith("root:")) or link.startswith("#"):
                continue
            target = link.removeprefix("root:") if link.startswith("root:") else resolved(here, link)
            target = re.split(r"[?#]", target)[0].rstrip("/") + "/"
            assert target in pages or target.startswith("assets/"), f"{path}: {link}"


def test_lists_of_councils() -> None:
    """The state's councils, those of every district, those of one; a district's own copy is not listed twice."""
    made = facts(
        *(
            council("landesrat"),
            council("bezirksrat", level="district", per_district=True),
            council("kiezrat", level="district"),
        ),
        council("bezirksrat-nord", level="district", instance_of="bezirksrat", district="nord"),
    )
    found = hubs.councils(Printer(made, speech(), "councils/", Editions([wording()])))
    assert {
        "state": ["landesrat"],
        "common": ["bezirksrat"],
        "single": ["kiezrat"],
    } == {name: [one.id for one in entries] for name, entries in found.items()}


def resolved(here: str, link: str) -> str:
    """Where a relative link from a page leads."""
    steps = [step for step in here.split("/") if step]
    for step in link.split("/"):
        if step == "..":
            assert steps, f"{here}: {link} leaves the site"
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def hostile(record: Part) -> Part:
    """The record with attacks in every text that has no other form, past all validation."""
    free = {
        name: HOSTILE
        for name in (
            "name",
            "title",
            "summary",
            "gloss",
            "short",
            "doubtful",
            "notes",
            "finding",
            "place",
            "promised_by",
        )
        if name in type(record).model_fields
    }
    listed = {
        name: (HOSTILE,)
        for name in ("uncertain", "tasks", "support", "wording", "who_can_apply", "localities")
        if name in type(record).model_fields
    }
    return record.model_copy(update=free | listed)


RECORDS = [
    *(office(), council(), organisation(), topic("anliegen", duty()), programme(), practice(), law(), commitment()),
    *(district(), site(required_per_district=["amt"], human_contacts=["amt"])),
]


@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_hostile_texts_are_escaped(language: Language) -> None:
    """If an attack got past the check, it would stand on the page as the text that it is."""
    catalogue = Catalogue([entry(hostile(record)) for record in RECORDS])
    build = Build(Project(CITY, [GERMAN, ENGLISH], catalogue), TODAY)
    made = {path: text for path, text in build.edition(language.code).items() if path.endswith(".md")}
    assert len(made) > len(RECORDS)
    for path, page in made.items():
        found = checked(page)
        assert not found.wrong and not found.open, path
        assert not [script for script in found.scripts if script == "None"], path
        head, body = page.removeprefix("---\n").split("\n---\n\n", 1)
        assert {"title", "description", "lang", "path", "kind", "data"} == set(yaml.safe_load(head)), path
        assert yaml.safe_load(head)["lang"] == language.code, path
        assert "<script>alert" not in body and "8281" not in body, path
    assert any("&lt;script&gt;alert(1)&lt;/script&gt; {{ 91 * 91 }}" in page for page in made.values())


def test_hostile_texts_are_refused() -> None:
    """The check refuses each of these attacks before that."""
    for text in ("<script>alert(1)</script>", "{{ config }}", "{% raw %}", "javascript:alert(1)", "&lt;", "<!-- x"):
        content = f"kind: office\nid: amt\nname: 'x {text}'\n".encode()
        rules = [one.rule for one in parse(read("data/offices/amt.yaml", content), "offices", "amt")[1]]
        assert "no-markup" in rules, text


SECRET = {
    "withheld": "Nicht belegt.",
    "id": "geheim",
    "parent": "haus",
    "district": "ost",
    "instance_of": "beirat",
    "topics": ("sorge",),
    "related": ("sorge",),
    "advised_bodies": ("haus",),
    "seats_in": ("beirat",),
    "funder": "haus",
    "advisers": ("bund",),
    "responsible": ("haus",),
    "promisers": ("haus",),
    "legal_basis": (LegalBasis(law="recht"),),
    "duties": topic("a", duty("haus", law={"law": "recht"})).duties,
    "transfer": practice(transfer={"bodies": ["haus"]}).transfer,
}
"""What a withheld record says about others, so that their pages would show it if they did not look."""


@pytest.mark.parametrize("record", RECORDS[:8], ids=lambda record: record.kind)
def test_withheld_records_reach_nobody(record: Part) -> None:
    """A withheld record of any kind has no page, no link, no card and no place in the finder."""
    facts_of = {**SECRET, **dict.fromkeys(("name", "title"), "Geheimname")}
    secret = record.model_copy(update={name: facts_of[name] for name in facts_of if name in type(record).model_fields})
    naming = [
        *(office("haus", parent="geheim", replaced_by="geheim", topics=["geheim"], legal_basis=[{"law": "geheim"}]),),
        *(council("beirat", advised_bodies=["geheim"], topics=["geheim"]), organisation("bund", seats_in=["geheim"])),
        topic(
            "sorge",
            duty("geheim"),
            duty("haus", law={"law": "geheim"}),
            related=["geheim"],
            if_refused=[{"text": "Geh.", "body": "geheim"}],
        ),
        *(programme("geld", funder="geheim", advisers=["geheim"], topics=["geheim"], replaced_by="geheim"),),
        *(practice("muster", topics=["geheim"], transfer={"bodies": ["geheim"]}),),
        *(commitment("wort", promisers=["geheim"], responsible=["geheim"], topics=["geheim"]),),
        *(district("ost", office="geheim", commissioner="geheim"), law("recht")),
        site(helpline="geheim", human_contacts=["geheim"], complaint_path=["geheim"], required_per_district=["geheim"]),
        site(accessibility={"law": "geheim", "enforcement": "geheim"}),
    ]
    catalogue = Catalogue([entry(one) for one in (secret, *naming)])
    made = Build(Project(CITY, [GERMAN, ENGLISH], catalogue), TODAY).files()
    texts = {path: text for path, text in made.items() if isinstance(text, str)}
    assert {} == {path: _around(text) for path, text in texts.items() if "geheim" in text.lower()}


def _around(text: str) -> str:
    at = text.lower().index("geheim")
    return text[max(0, at - 120) : at + 40]


TESTED = {"date": "2026-11-22", "tools": ["axe-core 4"], "pages": 120, "languages": ["de", "en"], "violations": 0}
GAP = "Nicht alles ist übersetzt."


@pytest.mark.parametrize(
    ("said", "report", "shown", "hidden"),
    [
        ({}, {}, ["noch nicht festgehalten", "Postfach dafür gibt es noch nicht"], ["axe-core", "beschweren"]),
        ({"test": TESTED}, {}, ["keine Verstöße gefunden", "axe-core 4", "120 (Deutsch, Englisch)"], ["teilweise"]),
        ({"test": TESTED, "gaps": [GAP]}, {}, ["teilweise barrierefrei", GAP], ["keine Verstöße"]),
        ({"test": {**TESTED, "violations": 3}}, {}, ["teilweise barrierefrei", "<dd>3</dd>"], ["keine Verstöße"]),
        ({"law": "gesetz", "enforcement": "haus"}, {}, ["../laws/gesetz/", "../offices/haus/", "beschweren"], []),
        ({}, {"email": "post@example.org"}, ["mailto:post%40example.org?subject=Eine%20Barriere"], ["Postfach"]),
    ],
)
def test_accessibility_statement(
    said: dict[str, object], report: dict[str, str], shown: list[str], hidden: list[str]
) -> None:
    """The statement says what the site's data say, and openly what they do not."""
    records = (site(accessibility=said, report=report), law("gesetz"), office("haus"))
    page = pages(facts(*records), speech(), Editions([wording()]))["accessibility.md"]
    assert [] == [text for text in shown if text not in page]
    assert [] == [text for text in hidden if text in page]
