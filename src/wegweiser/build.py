"""A project in; every generated file out, in memory: pages, finder files, assets. Two makers of one path are a bug."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files

from wegweiser.analysis import Tables
from wegweiser.assetfiles import assets
from wegweiser.books import books
from wegweiser.cards import Cards, cards
from wegweiser.coverage import Coverage, coverage
from wegweiser.documents import documents
from wegweiser.extraction import Word, own_words
from wegweiser.finding import Finding
from wegweiser.graph import Graph
from wegweiser.index import IndexData
from wegweiser.indexing import build_index
from wegweiser.languages import base_of
from wegweiser.load import Project
from wegweiser.pages import Editions, pages
from wegweiser.proofreading import Proofreader
from wegweiser.search import Finder, Known
from wegweiser.splitting import split
from wegweiser.tables import tables_of
from wegweiser.terms import Terms, TermsFile, terms_of
from wegweiser.translations import Wording, wording
from wegweiser.view import Facts, Speech
from wegweiser.webapp import webmanifest

GENERATED = (
    "topics",
    "offices",
    "councils",
    "organisations",
    "programmes",
    "practices",
    "laws",
    "commitments",
    "districts",
)
"""Folders below docs/<lang>/ that hold generated pages only."""
OWNED = (
    *(f"*/{folder}/*.md" for folder in GENERATED),
    "*/practices/*.epub",
    "*/practices/*.pdf",
    "*/index.md",
    "*/find.md",
    "*/guide.md",
    "*/unanswered.md",
    "*/offline.md",
    "*/privacy.md",
    "*/app.webmanifest",
    "*/about.md",
    "*/open-questions.md",
    "*/translations.md",
    "*/accessibility.md",
    "finder/**/*",
    "assets/*",
)
"""Files below docs/ that a build may remove when it no longer makes them."""


@dataclass(frozen=True)
class Build:
    """Everything that can be made of a project as of a day.

    `site_url` is the address under which the site will stand, "" if not known; books name it. Pages lead to
    books and bundles only where those are wanted.
    """

    project: Project
    today: date
    with_books: bool = False
    with_bundles: bool = False
    site_url: str = ""

    @cached_property
    def facts(self) -> Facts:
        """The project's facts."""
        return Facts(self.project.catalogue, Graph(self.project.catalogue), self.today)

    @cached_property
    def _wordings(self) -> tuple[dict[str, Wording], list[Finding]]:
        found: dict[str, Wording] = {}
        findings: list[Finding] = []
        for language in self.project.languages:
            found[language.code], wrong = wording(self.project.root, language, self.project.source_language.code)
            findings.extend(wrong)
        return found, findings

    @property
    def wordings(self) -> Mapping[str, Wording]:
        """Language -> what is said in it."""
        return self._wordings[0]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the site and the messages of the tool, as the engine says them."""
        return own_words()

    @cached_property
    def coverage(self) -> list[Coverage]:
        """How much of everything each language has."""
        return coverage(self.project.catalogue, self.words, self.wordings)

    def proofread(self, langs: Collection[str]) -> list[Finding]:
        """Everything that is wrong with the translations of these languages."""
        reader = Proofreader(self.project.catalogue, self.words)
        read = [found for lang in langs for found in reader.read(self.wordings[lang])]
        prefixes = tuple(f"locales/{lang}/" for lang in langs)
        return [*(one for one in self._wordings[1] if one.where.path.startswith(prefixes)), *read]

    @cached_property
    def findings(self) -> list[Finding]:
        """What is so wrong with translations that they cannot be published; `proofread` has the rest."""
        reader = Proofreader(self.project.catalogue, ())
        return [*self._wordings[1], *(found for one in self.wordings.values() for found in reader.hostile(one))]

    @cached_property
    def tables(self) -> Tables:
        """The finder's knowledge of letters and languages."""
        characters = json.loads(files("wegweiser").joinpath("finder/characters.json").read_text(encoding="utf-8"))
        known = {code: table for code, table in self.project.finder_tables.items() if isinstance(table, Mapping)}
        return tables_of(characters, known)

    @cached_property
    def terms(self) -> Mapping[str, TermsFile]:
        """Language -> the words people type in it."""
        return {lang: terms_of(lang, file, self.project.catalogue) for lang, file in self.project.terms.items()}

    @cached_property
    def indexes(self) -> Mapping[str, IndexData]:
        """Language -> the index of its finder."""
        return {code: self._index(code) for code in self.wordings}

    def _index(self, lang: str) -> IndexData:
        terms = self.terms.get(lang) or self.terms.get(base_of(lang))
        words = terms.words if terms else {}
        signposts = {number: said._asdict() for number, said in terms.signposts.items()} if terms else {}
        found = documents(self.facts.catalogue, self.facts.graph, self.wordings[lang], words)
        return build_index(found, lang, self.tables, signposts)

    @cached_property
    def cards(self) -> Mapping[str, Cards]:
        """Language -> the cards of its answers."""
        return {code: self._cards(code) for code in self.wordings}

    def _cards(self, lang: str) -> Cards:
        return cards(self.facts, Speech(self.wordings[lang]))

    @cached_property
    def known(self) -> Known:
        """What the finder knows besides its documents; a district is called by its names in each language."""
        site = self.project.catalogue.site
        ours: dict[str, dict[str, str]] = {"": {site.place: ""} if site else {}}
        others: dict[str, dict[str, str]] = {"": {name: name for name in (site.elsewhere if site else ())}}
        for id_, district in self.project.catalogue.districts.items():
            ours[""] |= dict.fromkeys((district.name, *district.localities), id_)
        for lang, terms in self.terms.items():
            spelled = ((id_, terms.words.get(f"districts/{id_}", Terms())) for id_ in self.project.catalogue.districts)
            ours[lang] = {name: id_ for id_, said in spelled for name in (*said.synonyms, *said.search)}
            others[lang] = {name: place for place, names in terms.elsewhere.items() for name in names}
        return Known(self.tables, ours, others, tuple(signpost.number for signpost in (site.signposts if site else ())))

    @cached_property
    def finder(self) -> Finder:
        """The finder as the command line uses it."""
        return Finder(self.indexes, self.known)

    def prepared(self) -> Build:
        """The same, with all that languages share worked out, so that processes can take it along."""
        _ = (self.facts, self.known, self.coverage)
        return self

    def edition(self, lang: str) -> dict[str, str | bytes]:
        """The pages, books and finder files of one language, by path below docs/."""
        editions = Editions(list(self.wordings.values()), self.coverage)
        speech = Speech(self.wordings[lang], self.project.catalogue.official_names)
        site = self.project.catalogue.site
        bound = books(self.facts, speech.fresh(), editions, self.site_url) if self.with_books else {}
        sizes = {name: len(content) for name, content in bound.items()}
        editions = replace(editions, books=sizes, bundles=self.with_bundles)
        made = pages(self.facts, speech, editions)
        parts = split(self._index(lang), self.known.of_language(lang), self.tables)
        named = {"" if number == 1 else f".{number}": part for number, part in enumerate(parts, start=1)}
        return {
            **{f"{lang}/{path}": text for path, text in made.items()},
            **{f"{lang}/practices/{name}": content for name, content in bound.items()},
            **{f"finder/index/{lang}{number}.json": _json(part) for number, part in named.items()},
            f"finder/cards/{lang}.json": _json(self._cards(lang)),
            **({f"{lang}/app.webmanifest": webmanifest(site, speech)} if site else {}),
        }

    def common_files(self) -> dict[str, str | bytes]:
        """What all languages share: the finder's settings, style, scripts and drawings, by path below docs/."""
        site = self.project.catalogue.site
        titles = {
            signpost.number: {
                code: Speech(one).plain("site", "signposts.title", signpost.title)
                for code, one in self.wordings.items()
            }
            for signpost in (site.signposts if site else ())
        }
        common = {
            **self.known.to_json(),
            "signpost_titles": titles,
            "languages": list(self.wordings),
        }
        return {"finder/common.json": _json(common)} | assets()

    def files(self) -> dict[str, str | bytes]:
        """Everything below docs/ that is generated and not kept in git."""
        made: dict[str, str | bytes] = {**self.common_files()}
        for lang in self.wordings:
            for path, text in self.edition(lang).items():
                if path in made:
                    raise AssertionError(f"two producers of {path}")
                made[path] = text
        return made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
