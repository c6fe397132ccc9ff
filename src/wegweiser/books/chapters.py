"""Facts and a wording in; a book out: one chapter of HTML per example, by country, with an index of themes.

The HTML is well-formed XML as well, as EPUB wants it. Where a chapter is, each writer says itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from wegweiser.catalogue import Entry
from wegweiser.model import Practice, Record
from wegweiser.pages import Editions
from wegweiser.pages.collect import environment
from wegweiser.pages.contexts import practice
from wegweiser.pages.printer import Printer
from wegweiser.view import Facts, Speech
from wegweiser.view.facts import source_numbers

TITLE = "Beispiele aus anderen Städten"


@dataclass(frozen=True)
class Chapter:
    """One example: its id, its title as HTML and as plain text, its country and themes, everything it says as HTML."""

    id: str
    title: Markup
    plain_title: str
    country: str
    themes: tuple[str, ...]
    html: Markup


@dataclass(frozen=True)
class Book:
    """The examples in one language. `day` (ISO 8601) is when the last was checked; `identifier` is a URN."""

    speech: Speech
    title: str
    site: str
    licence: str
    address: str
    day: str
    identifier: str
    groups: Sequence[tuple[str, Sequence[Chapter]]]
    themes: Sequence[tuple[Markup, Sequence[Chapter]]]

    @property
    def chapters(self) -> list[Chapter]:
        """All chapters in the order of the book."""
        return [chapter for _, chapters in self.groups for chapter in chapters]

    def printed(self, template: str, **values: object) -> Markup:
        """A template of the book, printed in its language, without empty lines."""
        return _printed(template, self.speech, book=self, **values)


class _Printer(Printer):
    """What a chapter can ask. It leads out of the book only where the site's address is known."""

    def __init__(self, facts: Facts, speech: Speech, editions: Editions, address: str) -> None:
        super().__init__(facts, speech, "", editions)
        self.address = address

    def link(self, address: str) -> str:
        return f"{self.address}{address}/" if self.address else ""

    def a(self, entry: Entry | None) -> Markup:
        return super().a(entry) if entry is None or self.address else self.title(entry)

    def references(self, record: Record, keys: Sequence[str]) -> Markup:
        numbers = source_numbers(record)
        mark = Markup('<a role="doc-noteref" href="#practice-{}-source-{}">{}</a>')
        marks = [mark.format(record.id, numbers[key], numbers[key]) for key in keys if key in numbers]
        return Markup('<sup class="ww-refs">{}</sup>').format(Markup(" ").join(marks)) if marks else Markup("")


def gathered(facts: Facts, speech: Speech, editions: Editions, site_url: str) -> Book | None:
    """The book of a language, or None where there are no examples."""
    found = facts.catalogue.published(Practice)
    site = facts.catalogue.site
    if not found or not site:
        return None
    address = f"{site_url.rstrip('/')}/{speech.lang}/" if site_url else ""
    chapters = [_chapter(entry, _Printer(facts, speech.fresh(), editions, address)) for entry in found]
    chapters.sort(key=lambda chapter: (_sorted_as(chapter.country), _sorted_as(chapter.plain_title)))
    p = Printer(facts, speech, "", editions)
    return Book(
        speech=speech,
        title=speech.word(TITLE),
        site=site.name,
        licence=site.data_licence or "",
        address=address,
        day=max(entry.as_kind(Practice).checked for entry in found),
        identifier=uuid5(NAMESPACE_URL, f"{site.name}/{speech.lang}/practices").urn,
        groups=[(name, list(group)) for name, group in groupby(chapters, key=lambda chapter: chapter.country)],
        themes=[
            (p.concept("themes", id_), about)
            for id_ in facts.catalogue.concepts("themes")
            if (about := [chapter for chapter in chapters if id_ in chapter.themes])
        ],
    )


def _chapter(entry: Entry, p: _Printer) -> Chapter:
    record = entry.as_kind(Practice)
    values: Mapping[str, object] = {"entry": entry, "record": record, **practice(p, entry)}
    html = _printed("chapter.html", p.speech, p=p, **values)
    title = p.plain_title(entry)
    return Chapter(entry.id, p.title(entry), title, p.speech.country(record.country), record.themes, html)


def _printed(template: str, speech: Speech, **values: object) -> Markup:
    words = {"s": speech, "_": speech.word, "n_": speech.numbered}
    text = environment().get_template(f"book/{template}.j2").render(words, **values)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()) + "\n")  # noqa: S704


def _sorted_as(name: str) -> str:
    """Letters without their accents, so that Österreich stands before Polen."""
    return unicodedata.normalize("NFKD", name).casefold()
