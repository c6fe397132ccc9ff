"""A project's facts and a wording in; the examples from elsewhere as books out: EPUB for reading, PDF for printing."""

from __future__ import annotations

from wegweiser.books.chapters import gathered
from wegweiser.books.epub import epub
from wegweiser.books.pdf import lacking, pdf
from wegweiser.pages import Editions
from wegweiser.view import Facts, Speech

__all__ = ["books", "lacking"]


def books(facts: Facts, speech: Speech, editions: Editions, site_url: str = "") -> dict[str, bytes]:
    """The books of one language by file name; none where there are no examples.

    `site_url` is the address under which the site stands, "" if not known; then the books lead nowhere on the site.
    """
    book = gathered(facts, speech, editions, site_url)
    name = f"wegweiser-practices-{speech.lang}"
    return {f"{name}.epub": epub(book), f"{name}.pdf": pdf(book)} if book else {}
