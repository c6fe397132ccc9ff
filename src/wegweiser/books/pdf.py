"""A book in; a tagged PDF out (PDF/UA-1) with bookmarks and page numbers. WeasyPrint is needed here and nowhere else.

The same book gives the same bytes where WeasyPrint, Pango and the fonts are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from wegweiser.books.chapters import Book, Chapter
from wegweiser.finding import Message, say

DIGITS: Mapping[str, str] = {"arab": "arabic-indic", "arabext": "persian", "beng": "bengali", "deva": "devanagari"}
"""CLDR numbering system -> counter style of CSS (W3C Ready-made Counter Styles)."""


def lacking() -> Message | None:
    """What must be installed before a PDF can be made; None if nothing."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return _missing("WeasyPrint")
    except OSError:
        return _missing("Pango")
    return None


def _missing(name: str) -> Message:
    return say("Für die Bücher fehlt {name}. Rufen Sie `scripts/bootstrap --with-books` auf.", name=name)


def pdf(book: Book) -> bytes:
    """The file of a book."""
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=())
    html = book.printed("print.html", href=_href)
    digits = DIGITS.get(book.speech.locale.default_numbering_system, "decimal")
    styles = [book.printed("book.css"), book.printed("print.css", digits=digits)]
    made = HTML(string=html, url_fetcher=nothing).write_pdf(
        stylesheets=[CSS(string=style, url_fetcher=nothing) for style in styles],
        pdf_variant="pdf/ua-1",
        pdf_identifier=UUID(book.identifier).bytes,
    )
    return bytes(made)


def _href(chapter: Chapter) -> str:
    return f"#practice-{chapter.id}"
