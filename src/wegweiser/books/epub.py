"""A book in; an EPUB 3.3 out (W3C Recommendation; accessibility metadata as EPUB Accessibility 1.1 asks).

An EPUB is a ZIP archive of web pages, a list of them and a table of contents. The same book gives the same bytes.
"""

from __future__ import annotations

from markupsafe import Markup

from wegweiser.archive import archive
from wegweiser.books.chapters import Book, Chapter

MEDIA_TYPE = b"application/epub+zip"


def epub(book: Book) -> bytes:
    """The file of a book."""
    pages = {
        "title": _page(book, book.title, book.printed("title.html")),
        "nav": book.printed("nav.xhtml", href=_href),
        **{_name(chapter): _page(book, chapter.plain_title, chapter.html) for chapter in book.chapters},
        "themes": _page(book, book.speech.word("Themen"), book.printed("themes.html", href=_href)),
    }
    files = {
        "META-INF/container.xml": book.printed("container.xml"),
        "EPUB/package.opf": book.printed("package.opf", pages=list(pages)),
        "EPUB/book.css": book.printed("book.css"),
        **{f"EPUB/{name}.xhtml": text for name, text in pages.items()},
    }
    packed = {path: text.encode("utf-8") for path, text in files.items()}
    return archive({"mimetype": MEDIA_TYPE, **packed}, stored=("mimetype",))


def _page(book: Book, title: str, content: Markup) -> Markup:
    return book.printed("page.xhtml", title=title, content=content)


def _name(chapter: Chapter) -> str:
    return f"practice-{chapter.id}"


def _href(chapter: Chapter) -> str:
    return f"{_name(chapter)}.xhtml"
