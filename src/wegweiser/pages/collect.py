"""All pages of one language: path of the Markdown file -> its text. Nothing here touches a disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wegweiser.catalogue import Entry
from wegweiser.model import (
    Commitment,
    Council,
    District,
    Law,
    Office,
    Organisation,
    Part,
    Practice,
    Programme,
    Topic,
)
from wegweiser.pages import contexts, hubs
from wegweiser.pages.printer import Editions, Printer
from wegweiser.pages.structured import structured
from wegweiser.view import Facts, Speech

Context = Mapping[str, object]

RECORD_PAGES: tuple[tuple[type[Part], str, Callable[[Printer, Entry], Context]], ...] = (
    (Topic, "topic", contexts.topic),
    (Office, "office", contexts.body),
    (Council, "council", contexts.body),
    (Organisation, "organisation", contexts.body),
    (Programme, "programme", contexts.programme),
    (Practice, "practice", contexts.practice),
    (Law, "law", contexts.law),
    (Commitment, "commitment", contexts.commitment),
    (District, "district", contexts.district),
)
"""Kind of record -> template and the function that prepares what it prints."""

HUB_PAGES: tuple[tuple[str, str, str, Callable[[Printer], Context]], ...] = (
    ("index", "start", "", hubs.start),
    ("find", "find", "Finden", hubs.start),
    ("guide", "guide", "Schritt für Schritt", hubs.guide),
    ("unanswered", "unanswered", "Fragen ohne Antwort", hubs.nothing),
    ("topics/index", "topics", "Anliegen", hubs.topics),
    ("offices/index", "bodies", "Ämter und Stellen", hubs.offices),
    ("organisations/index", "bodies", "Organisationen", hubs.organisations),
    ("councils/index", "councils", "Beiräte und Gremien", hubs.councils),
    ("councils/compare", "compare", "Die Bezirke im Vergleich", hubs.comparison),
    ("programmes/index", "programmes", "Förderung", hubs.programmes),
    ("practices/index", "practices", "Beispiele aus anderen Städten", hubs.practices),
    ("laws/index", "laws", "Gesetze", hubs.laws),
    ("commitments/index", "commitments", "Zusagen", hubs.commitments),
    ("districts/index", "districts", "Bezirke", hubs.districts),
    ("offline", "offline", "Ohne Netz nutzen", hubs.nothing),
    ("privacy", "privacy", "Datenschutz", hubs.nothing),
    ("about", "about", "Wie dieses Verzeichnis entsteht", hubs.about),
    ("accessibility", "accessibility", "Erklärung zur Barrierefreiheit", hubs.accessibility),
    ("open-questions", "open-questions", "Was wir nicht wissen", hubs.open_questions),
    ("translations", "translations", "Stand der Übersetzungen", hubs.translations),
)
"""File, template, title and context of every page that is not a record's."""


def pages(facts: Facts, speech: Speech, editions: Editions) -> dict[str, str]:
    """The Markdown files of a language, by path below its folder; `editions` are all that the site has."""
    written = dict(_record_pages(facts, speech, editions))
    for file, template, title, context in HUB_PAGES:
        printer = Printer(facts, speech.fresh(), _page_path(file), editions)
        site = facts.catalogue.site
        heading = printer.speech.word(title) if title else (site.name if site else "")
        written[f"{file}.md"] = _render(template, printer, heading, context(printer))
    return written


def _page_path(file: str) -> str:
    return file.removesuffix("index") if file.endswith("index") else f"{file}/"


def _record_pages(facts: Facts, speech: Speech, editions: Editions) -> Iterator[tuple[str, str]]:
    for kind, template, context in RECORD_PAGES:
        for entry in facts.catalogue.published(kind):
            printer = Printer(facts, speech.fresh(), f"{entry.address}/", editions)
            facts_of_page = {"entry": entry, "record": entry.record, **context(printer, entry)}
            yield f"{entry.address}.md", _render(template, printer, printer.plain_title(entry), facts_of_page)


@cache
def environment() -> Environment:
    """The templates; they escape everything that is not marked as HTML."""
    return Environment(
        loader=PackageLoader("wegweiser", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _render(template: str, printer: Printer, title: str, context: Context) -> str:
    """A Markdown file: front matter, then HTML without blank lines, which Markdown leaves alone.

    The page stands inside its shell (header, notices, footer). There, and only there, addresses begin with `root:`, the
    root of the site: overrides/main.html knows where that is.
    """
    speech = printer.speech
    words = {"p": printer, "s": speech, "_": speech.word, "n_": speech.numbered, "site": printer.site, "title": title}
    template_of = environment().get_template
    page = template_of(f"{template}.html.j2").render(words, catalogue=printer.catalogue, **context)
    shell = template_of("shell.html.j2")
    html = shell.render(words, content=Markup(page), kind=template, entry=context.get("entry"))  # noqa: S704
    lines = [line.strip() for line in html.splitlines()]
    body = "\n".join(line for line in lines if line)
    entry = found if isinstance(found := context.get("entry"), Entry) else None
    meta = {
        "title": title,
        "description": printer.description(entry),
        "lang": speech.lang,
        "path": printer.path,
        "kind": template,
        "data": structured(printer, title, entry),
    }
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return f"---\n{front}\n---\n\n{body}\n"
