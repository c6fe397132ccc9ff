"""One page's view of everything: what templates may ask, with links that start at this page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin

from markupsafe import Markup, escape

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.coverage import Coverage
from wegweiser.graph import Graph, offered
from wegweiser.languages import Language
from wegweiser.model import (
    Body,
    Commitment,
    District,
    LegalBasis,
    Practice,
    Programme,
    Record,
    Topic,
)
from wegweiser.translations import Wording
from wegweiser.view import Facts, Speech, relative_url
from wegweiser.view.facts import source_numbers
from wegweiser.view.words import FIXED_WORDS, ROLES

ALL_LANGUAGES = "all"
"""What stands for the code of a language in the name of the zip file that has all of them."""


def bundle_path(code: str) -> str:
    """Where the zip file of a language stands below the site's root, or that of ALL_LANGUAGES."""
    return f"downloads/wegweiser-{code}.zip"


@dataclass(frozen=True)
class Editions:
    """All languages of the site: each one's wording, and how much of everything it has."""

    wordings: Sequence[Wording] = ()
    coverage: Sequence[Coverage] = ()
    books: Mapping[str, int] = field(default_factory=dict)
    """Books of this language, beside the list of examples: name of the file -> its size in bytes."""
    bundles: bool = False
    """Whether there will be zip files of the site."""

    @property
    def languages(self) -> list[Language]:
        """The languages, in the order of the configuration."""
        return [wording.language for wording in self.wordings]

    @property
    def source(self) -> Wording | None:
        """The wording of the language in which the records are written."""
        return next((wording for wording in self.wordings if wording.is_source), None)

    def offer(self, wording: Wording) -> str:
        """The offer to read a page in a language, in that language; empty if it does not have the words."""
        offer = wording.word("Diese Seite auf Deutsch lesen")
        return offer if wording.is_source or wording.said("Diese Seite auf Deutsch lesen") else ""


class Printer:
    """What the templates of one page can ask. `path` is the page's path below the language's root: `topics/kita/`."""

    def __init__(self, facts: Facts, speech: Speech, path: str, editions: Editions) -> None:
        self.facts, self.speech, self.path, self.editions = facts, speech, path, editions
        self.catalogue: Catalogue = facts.catalogue
        self.graph: Graph = facts.graph
        self.site = facts.catalogue.site
        self.source_speech = Speech(editions.source or speech.wording)
        self.steps: list[tuple[str, str]] = []

    def url(self, end: str) -> str:
        """The way to a page below the language's root, such as `topics/`."""
        return relative_url(self.path, end)

    def link(self, address: str) -> str:
        """The way to a record's page."""
        return self.url(f"{address}/")

    def step(self, label: str, url: str = "") -> Markup:
        """A step on the way to this page as an item of a list, the page itself without `url`.

        `steps` remembers them as (what it is called, address below the site's root), for search engines.
        """
        here = f"/{self.speech.lang}/{self.path}"
        self.steps.append((escape(label).striptags(), urljoin(here, url)[1:]))
        if url:
            return Markup('<li><a href="{}">{}</a></li>').format(url, label)
        return Markup('<li aria-current="page">{}</li>').format(label)

    def entry(self, target: str, id_: str) -> Entry | None:
        """The published entry that an id means, or None."""
        found = self.catalogue.lookup(target, id_)
        return found if found and found.is_published else None

    def title(self, entry: Entry) -> Markup:
        """What to call a record: a topic's and a practice's title is translated, an official name never."""
        record = entry.record
        if isinstance(record, Topic | Practice):
            return self.speech.text(entry.address, "title", record.title)
        return self.speech.official(str(getattr(record, "name", entry.id)))

    def plain_title(self, entry: Entry) -> str:
        """The same without markup, for the head of the page."""
        record = entry.record
        if isinstance(record, Topic | Practice):
            return self.speech.plain(entry.address, "title", record.title)
        return str(getattr(record, "name", entry.id))

    def gloss(self, entry: Entry) -> Markup:
        """One sentence that says what the record is, or nothing."""
        record = entry.record
        if isinstance(record, Body | Programme | Commitment):
            return self.speech.text(entry.address, "gloss", record.gloss)
        if isinstance(record, Topic | Practice):
            return self.speech.text(entry.address, "summary", record.summary)
        return Markup("")

    def description(self, entry: Entry | None) -> str:
        """What the page is about in a sentence without markup, for search engines and link previews."""
        intro = self.speech.plain("site", "intro", self.site.intro) if self.site else ""
        return (self.gloss(entry).striptags() if entry else "") or intro

    def a(self, entry: Entry | None) -> Markup:
        """A link to a record with its title."""
        return (
            Markup('<a href="{}">{}</a>').format(self.link(entry.address), self.title(entry)) if entry else Markup("")
        )

    def body_link(self, id_: str | None) -> Markup:
        """A link to a body by id, or nothing."""
        return self.a(self.entry("bodies", id_)) if id_ else Markup("")

    def concept(self, scheme: str, id_: str) -> Markup:
        """The label of a concept in a vocabulary."""
        found = self.catalogue.concepts(scheme).get(id_)
        return self.speech.text(f"vocabularies/{scheme}", "concepts.title", found.title) if found else escape(id_)

    def district(self, id_: str) -> Markup:
        """The name of a district."""
        found: District | None = self.catalogue.districts.get(id_)
        return self.speech.official(found.name) if found else escape(id_)

    def law(self, basis: LegalBasis) -> Markup:
        """A law with its section, linked if it has a record."""
        label, address = self.facts.law_label(basis)
        shown = self.speech.official(label)
        return Markup('<a href="{}">{}</a>').format(self.link(address), shown) if address else shown

    def references(self, record: Record, keys: Sequence[str]) -> Markup:
        """Footnote marks that lead to the sources of a record."""
        numbers = source_numbers(record)
        marks = [
            Markup('<a href="#source-{0}" aria-label="{1} {0}">{0}</a>').format(
                numbers[key], self.speech.word("Quelle")
            )
            for key in keys
            if key in numbers
        ]
        return Markup('<sup class="ww-refs">{}</sup>').format(Markup(" ").join(marks)) if marks else Markup("")

    def offered(self, body: Body) -> bool:
        """Whether a body may be offered as an answer."""
        return offered(body)

    def report_link(self, entry: Entry) -> str:
        """The prefilled way to tell the editors about an error in a record."""
        return self._report(
            entry.address,
            self.speech.word("Fehler melden: {address}", address=entry.address),
            self.speech.word("Was stimmt nicht? Bitte nennen Sie möglichst eine Quelle."),
        )

    def barrier_link(self) -> str:
        """The way to tell the editors about a barrier."""
        return self._report("accessibility", self.speech.word("Eine Barriere melden"), "")

    def _report(self, address: str, subject: str, body: str) -> str:
        report = self.site.report if self.site else None
        if report and report.tracker:
            return report.tracker.replace("{id}", quote(address)).replace("{url}", quote(f"{address}/"))
        mailbox = quote(report.email) if report and report.email else ""
        return f"mailto:{mailbox}?subject={quote(subject)}&body={quote(body)}"

    def bundles(self) -> list[tuple[str, str]]:
        """(what a zip file of the site has, its path below the site's root): this language, and all."""
        own, all_ = self.speech.wording.language.name, self.speech.word("Alle Sprachen")
        return [(own, bundle_path(self.speech.lang)), (all_, bundle_path(ALL_LANGUAGES))]

    def roles(self) -> Mapping[str, str]:
        """Role -> what it is called."""
        return {role: self.speech.word(label) for role, label in ROLES.items()}

    def words_for(self, kind: str) -> Mapping[str, str]:
        """Value of a fixed list of the model -> what it is called."""
        return {value: self.speech.word(label) for value, label in FIXED_WORDS[kind].items()}
