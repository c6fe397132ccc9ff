"""Examples in; the books out: what an EPUB must hold, the bookmarks of the PDF, the same bytes every time."""

from __future__ import annotations

import builtins
import io
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from builders import ARABIC, CITY, GERMAN, TODAY, facts, office, practice, site, speech, topic
from wegweiser.books import books, lacking
from wegweiser.books.chapters import Book, gathered
from wegweiser.books.epub import epub
from wegweiser.books.pdf import pdf
from wegweiser.build import Build
from wegweiser.cli import app
from wegweiser.languages import Language
from wegweiser.load import load
from wegweiser.pages import Editions

needs_pango = pytest.mark.skipif(lacking() is not None, reason="WeasyPrint or Pango is not installed")
SOURCES = [
    {"key": "a", "title": "Bericht", "url": "https://a.example.org/?x=1&y=2", "publisher": "Stadt", "date": "2024-05"},
    {"key": "b", "title": "Satzung"},
]
RECORDS = (
    site(data_licence="CC0-1.0"),
    office("amt"),
    topic("anliegen"),
    practice("zwei", title="Zweites", country="AT", transfer={"bodies": ["amt"]}),
    practice("eins", title="Erstes", country="AT", checked="2026-11-09"),
    practice("drei", title="Drittes", country="BE", sources=SOURCES, results=[{"text": "Viel", "sources": ["b"]}]),
)
XML = {
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}


def book(*records: Any, language: Language = GERMAN, site_url: str = "", words: dict[str, str] | None = None) -> Book:
    """The book of these records, of RECORDS if there are none."""
    made = gathered(facts(*(records or RECORDS)), speech(language, words), Editions(), site_url)
    assert made is not None
    return made


def opened(made: Book) -> dict[str, str]:
    """The files of a book's EPUB; every page of it must be XML."""
    with zipfile.ZipFile(io.BytesIO(epub(made))) as archive:
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for name, text in files.items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314
    return files


def found(text: str, path: str) -> list[ElementTree.Element]:
    """The elements of an XML file on a path."""
    return ElementTree.fromstring(text.encode("utf-8")).findall(path, XML)  # noqa: S314


def test_container() -> None:
    """The type comes first and is not packed; nothing has the date of the clock."""
    with zipfile.ZipFile(io.BytesIO(epub(book()))) as archive:
        first, *others = archive.infolist()
        assert "application/epub+zip" == archive.read(first).decode("ascii")
    assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)
    assert {(1980, 1, 1, 0, 0, 0)} == {one.date_time for one in (first, *others)}


def test_manifest() -> None:
    """The package lists every file once, and its pages in the order of reading."""
    files = opened(book())
    package = files["EPUB/package.opf"]
    listed = {one.attrib["id"]: one.attrib["href"] for one in found(package, "o:manifest/o:item")}
    assert sorted(listed.values()) == sorted(
        name.removeprefix("EPUB/") for name in files if name.startswith("EPUB/") and name != "EPUB/package.opf"
    )
    read = [one.attrib["idref"] for one in found(package, "o:spine/o:itemref")]
    assert ["title", "nav", "practice-drei", "practice-eins", "practice-zwei", "themes"] == read


def test_metadata() -> None:
    """The book is dated with its newest record and named in its language; the identifier stays the same."""
    package = opened(book())["EPUB/package.opf"]
    said = [str(one.text) for one in found(package, "o:metadata/*")]
    for value in ("Beispiele aus anderen Städten", "Wegweiser", "de", "CC0-1.0", "2026-11-09T00:00:00Z", "textual"):
        assert value in said
    assert book().identifier == book(RECORDS[0], RECORDS[2], RECORDS[3]).identifier
    assert book().identifier != book(language=ARABIC).identifier


def test_contents() -> None:
    """The table of contents leads to every example, by country, and to the themes."""
    nav = opened(book())["EPUB/nav.xhtml"]
    links = [(one.attrib["href"], one.text) for one in found(nav, ".//x:nav[@id='toc']//x:a")]
    chapters = [
        (f"practice-{id_}.xhtml", title)
        for id_, title in (("drei", "Drittes"), ("eins", "Erstes"), ("zwei", "Zweites"))
    ]
    assert [*chapters, ("themes.xhtml", "Themen")] == links
    assert ["Belgien", "Österreich"] == [one.text for one in found(nav, ".//x:nav[@id='toc']//x:span")]


def test_countries_in_order() -> None:
    """A letter with an accent stands beside the one without."""
    made = book(RECORDS[0], practice("a", country="AT"), practice("b", country="PL"), practice("c", country="NO"))
    assert ["Norwegen", "Österreich", "Polen"] == [country for country, _ in made.groups]


def test_sources() -> None:
    """Marks in the text lead to numbered notes with title, date and address, inside the same chapter."""
    chapter = opened(book())["EPUB/practice-drei.xhtml"]
    assert ["#practice-drei-source-2"] == [one.attrib["href"] for one in found(chapter, ".//x:sup/x:a")]
    first, second = found(chapter, ".//x:section[@role='doc-endnotes']/x:ol/x:li")
    assert "practice-drei-source-2" == second.attrib["id"]
    assert "Bericht, Stadt, Mai 2024https://a.example.org/?x=1&y=2" == "".join(first.itertext())
    assert "Satzung, ohne Datum (ohne Adresse)" == "".join(second.itertext())


def test_links_to_the_site() -> None:
    """What stands here is named; it is linked only where the site's address is known."""
    address = "https://x.example.org/de/"
    for url, expected in (
        ("", []),
        ("https://x.example.org/", ["offices/amt/", "topics/anliegen/", "practices/zwei/"]),
    ):
        chapter = opened(book(site_url=url))["EPUB/practice-zwei.xhtml"]
        assert [address + path for path in expected] == [one.attrib["href"] for one in found(chapter, ".//x:a")]
        assert "Amt" in chapter and "Anliegen" in chapter


def test_right_to_left() -> None:
    """An Arabic book runs from right to left; what has no translation is marked with its language and direction."""
    files = opened(book(language=ARABIC))
    root = ElementTree.fromstring(files["EPUB/practice-eins.xhtml"].encode())  # noqa: S314
    assert ("ar", "rtl") == (root.attrib["lang"], root.attrib["dir"])
    assert '<span class="ww-fallback" lang="de" dir="ltr">Erstes</span>' in files["EPUB/practice-eins.xhtml"]
    assert 'page-progression-direction="rtl"' in files["EPUB/package.opf"]
    assert 'page-progression-direction="ltr"' in opened(book())["EPUB/package.opf"]


def test_hostile_text() -> None:
    """Text stays text, in both books."""
    hostile = "<script>x()</script> & ]]> </body> \"'"
    record = practice("boese").model_copy(update={"title": hostile, "summary": hostile, "organisation": hostile})
    made = book(RECORDS[0], record)
    chapter = opened(made)["EPUB/practice-boese.xhtml"]
    assert [] == found(chapter, ".//x:script")
    assert hostile == "".join(found(chapter, ".//x:h1")[0].itertext())
    assert "<script>" not in made.printed("print.html", href=lambda chapter: f"#{chapter.id}")


def test_no_examples() -> None:
    """Without examples there is no book."""
    assert {} == books(facts(site()), speech(), Editions())


@needs_pango
def test_bookmarks() -> None:
    """The PDF has a bookmark for each example below its country, is tagged and says its language and dates."""
    reader = PdfReader(io.BytesIO(pdf(book())))
    titles = [[one.title for one in part] if isinstance(part, list) else part.title for part in reader.outline]
    assert ["Inhaltsverzeichnis", "Belgien", ["Drittes"], "Österreich", ["Erstes", "Zweites"], "Themen"] == titles
    catalogue = reader.trailer["/Root"]
    assert ("de", True) == (catalogue["/Lang"], catalogue["/MarkInfo"]["/Marked"])
    assert reader.metadata is not None
    assert "Beispiele aus anderen Städten" == reader.metadata.title
    assert "D:20261109" == reader.metadata["/CreationDate"][:10]


@needs_pango
def test_page_numbers() -> None:
    """The table of contents names the pages on which the examples are."""
    made = book(RECORDS[0], *(practice(f"p{number}", title=f"Nummer {number:02}") for number in range(60)))
    reader = PdfReader(io.BytesIO(pdf(made)))
    (*_, (_, *chapters), _) = [("", *part) if isinstance(part, list) else part for part in reader.outline]
    contents = "".join(page.extract_text() for page in reader.pages[1:3])
    for mark in chapters:
        page = reader.get_destination_page_number(mark) + 1
        assert f"{mark.title}{page}" in "".join(contents.split()).replace("Nummer", "Nummer ")


@needs_pango
@pytest.mark.parametrize("language", [GERMAN, ARABIC], ids=lambda language: language.code)
def test_same_bytes(language: Language) -> None:
    """The same records give the same bytes."""
    assert epub(book(language=language)) == epub(book(language=language))
    assert pdf(book(language=language)) == pdf(book(language=language))


@needs_pango
def test_books_of_a_site() -> None:
    """The books lie beside the list of examples, which links them with their size; without them it says nothing."""
    build = Build(load(CITY)[0], TODAY, with_books=True)
    made = build.edition("de")
    files = [f"de/practices/wegweiser-practices-de.{ending}" for ending in ("epub", "pdf")]
    assert files == [path for path, content in made.items() if isinstance(content, bytes)]
    page = made["de/practices/index.md"]
    for path in files:
        assert f'href="../practices/{Path(path).name}" download>' in page
        assert f", {round(len(made[path]) / 1000)} kB</a>" in page
    assert "ww-downloads" not in Build(build.project, TODAY).edition("de")["de/practices/index.md"]


@pytest.mark.parametrize(("error", "name"), [(ImportError, "WeasyPrint"), (OSError, "Pango")])
def test_missing_library(monkeypatch: pytest.MonkeyPatch, error: type[Exception], name: str) -> None:
    """What is missing is said in a sentence, before anything is written."""
    whole = builtins.__import__

    def without(module: str, *arguments: Any) -> Any:
        if module == "weasyprint":
            raise error
        return whole(module, *arguments)

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    result = CliRunner().invoke(app, ["build", "--books", "--lang", "de", "--root", str(CITY)])
    sentence = f"wegweiser: Für die Bücher fehlt {name}. Rufen Sie `scripts/bootstrap --with-books` auf.\n"
    assert (2, sentence) == (result.exit_code, result.stderr)
