"""A language's folder of a finished site in; one page of every kind out."""

from __future__ import annotations

from pathlib import Path


def one_of_each_kind(folder: Path) -> list[str]:
    """The start page, the page for missing addresses, the lists, and the longest page of a record in each folder.

    As paths below the language's root, as a browser asks for them.
    """
    lists = sorted(page.parent.relative_to(folder).as_posix() for page in folder.glob("*/index.html"))
    longest = [
        max(found, key=lambda page: page.stat().st_size).parent.relative_to(folder).as_posix()
        for name in lists
        if (found := sorted(folder.glob(f"{name}/*/index.html")))
    ]
    return ["", "404.html", *(f"{name}/" for name in [*lists, *longest])]
