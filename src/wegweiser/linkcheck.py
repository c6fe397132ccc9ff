"""A finished site in; the links inside it that lead nowhere out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from posixpath import join, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from wegweiser.sidebyside import side_by_side

_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')


class Broken(NamedTuple):
    """A link inside the site that leads nowhere."""

    page: str
    link: str


class _Page(NamedTuple):
    links: tuple[str, ...]
    ids: frozenset[str]


def broken_links(site: Path, jobs: int = 0) -> list[Broken]:
    """Every link inside a finished site whose target is not there; anchors included.

    The folders at the root are checked side by side, in `jobs` processes, 0 for one per core.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    folders = sorted({path.partition("/")[0] for path in files})
    found = side_by_side(lambda folder: _broken_in(site, folder, files), folders, jobs)
    return [one for broken in found for one in broken]


def _broken_in(site: Path, folder: str, files: set[str]) -> list[Broken]:
    read = cache(lambda path: _read(site / path))
    return [
        Broken(path, link)
        for path in sorted(files)
        # A page for addresses that are not there is served at any depth, its links start at the root.
        if path.partition("/")[0] == folder and path.endswith(".html") and not path.endswith("404.html")
        for link in read(path).links
        if not _leads_somewhere(path, link, files, read)
    ]


def _read(path: Path) -> _Page:
    text = path.read_text(encoding="utf-8")
    return _Page(tuple(dict.fromkeys(_LINK.findall(text))), frozenset(_ID.findall(text)))


def _leads_somewhere(path: str, link: str, files: set[str], read: Callable[[str], _Page]) -> bool:
    parts = urlsplit(link.replace("&amp;", "&"))
    if parts.scheme or parts.netloc:
        return True
    target = normpath(join(path.rpartition("/")[0], unquote(parts.path))) if parts.path else path
    if target not in files:
        target = normpath(f"{target}/index.html")
    if target not in files:
        return False
    # A fragment with an equals sign says what was asked and chosen; it is no place on the page.
    if not parts.fragment or "=" in parts.fragment or not target.endswith(".html"):
        return True
    return unquote(parts.fragment) in read(target).ids
