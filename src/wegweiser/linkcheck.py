"""A finished site in; the links inside it that lead nowhere out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import join, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')


class Broken(NamedTuple):
    """A link inside the site that leads nowhere."""

    page: str
    link: str


class _Page(NamedTuple):
    links: tuple[str, ...]
    ids: frozenset[str]


def broken_links(site: Path) -> Iterator[Broken]:
    """Every link inside a finished site whose target is not there; anchors included."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: _read(site / path) for path in sorted(files) if path.endswith(".html")}
    for path, page in pages.items():
        if path.rpartition("/")[2] == "404.html":
            continue  # served at any depth, its links start at the root
        for link in page.links:
            if not _leads_somewhere(path, link, files, pages):
                yield Broken(path, link)


def _read(path: Path) -> _Page:
    text = path.read_text(encoding="utf-8")
    return _Page(tuple(dict.fromkeys(_LINK.findall(text))), frozenset(_ID.findall(text)))


def _leads_somewhere(path: str, link: str, files: set[str], pages: Mapping[str, _Page]) -> bool:
    parts = urlsplit(link.replace("&amp;", "&"))
    if parts.scheme or parts.netloc:
        return True
    target = normpath(join(path.rpartition("/")[0], unquote(parts.path))) if parts.path else path
    if target not in files:
        target = normpath(f"{target}/index.html")
    if target not in files:
        return False
    return not parts.fragment or target not in pages or unquote(parts.fragment) in pages[target].ids
