"""A book in; an EPUB 3.3 out (W3C Recommendation; accessibility metadata as EPUB Accessibility 1.1 asks).

An EPUB is a ZIP archive of web pages, a list of them and a table of contents. The same book gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup

from wegweiser.books.chapters import Book, Chapter

MEDIA_TYPE = "application/epub+zip"


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
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(_member("mimetype", ZIP_STORED), MEDIA_TYPE)
        for path, text in files.items():
            archive.writestr(_member(path, ZIP_DEFLATED), text.encode("utf-8"))
    return file.getvalue()


def _page(book: Book, title: str, content: Markup) -> Markup:
    return book.printed("page.xhtml", title=title, content=content)


def _name(chapter: Chapter) -> str:
    return f"practice-{chapter.id}"


def _href(chapter: Chapter) -> str:
    return f"{_name(chapter)}.xhtml"


def _member(path: str, compression: int) -> ZipInfo:
    """An entry without a clock: dated with the first day that ZIP knows."""
    member = ZipInfo(path)
    member.compress_type, member.create_system, member.external_attr = compression, 3, 0o644 << 16
    return member
