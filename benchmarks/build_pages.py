"""Time of a page of ours as a ratio to a plain page of bare mkdocs-material, in the same run on the same machine.

Ours: everything for one language (load, check, pages, finder, builder, merge). Bare: the same number of plain
Markdown pages with a heading, paragraphs and a table, once with all pages in the navigation (mkdocs' default) and once
with none but the start page, which is the harder peer.

    .venv/bin/python benchmarks/build_pages.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from wegweiser.build import GENERATED

ROOT = Path(__file__).resolve().parent.parent
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
PARAGRAPH = "People ask where they have to go, and the page says who decides, how to reach them and by when. " * 4
PAGE = "# Page {n}\n\n" + (PARAGRAPH + "\n\n") * 4 + "| What | Where |\n| --- | --- |\n" + "| row | value |\n" * 8


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=QUIET, check=True, capture_output=True)
    return time.perf_counter() - start


def copy_of_the_project(folder: Path) -> Path:
    """What the site is made of, and nothing that was built before."""
    for name in ("data", "locales", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    return folder


def ours(folder: Path) -> tuple[int, float]:
    """(pages, seconds) of a build of one language from scratch."""
    copy_of_the_project(folder)
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.strip().startswith("- locale:"))
    rest = next(number for number, line in enumerate(lines) if number > first and line.strip().startswith("- locale:"))
    end = next(number for number, line in enumerate(lines) if number > rest and not line.startswith("        "))
    (folder / "mkdocs.yml").write_text("\n".join([*lines[:rest], *lines[end:]]) + "\n", encoding="utf-8")
    spent = seconds([sys.executable, "-m", "wegweiser", "build", "--root", str(folder)], folder)
    return len(list((folder / "site").rglob("index.html"))) - 1, spent


def bare(folder: Path, pages: int, *, in_navigation: bool) -> float:
    """Seconds of bare mkdocs-material on plain pages."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    for number in range(pages - 1):
        (folder / "docs" / f"page-{number}.md").write_text(PAGE.format(n=number), encoding="utf-8")
    navigation = "" if in_navigation else "nav:\n  - index.md\nnot_in_nav: |\n  page-*\n"
    (folder / "mkdocs.yml").write_text(f"site_name: Plain\ntheme:\n  name: material\n{navigation}", encoding="utf-8")
    return seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def main() -> None:
    """Print the table."""
    assert GENERATED
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "ours").mkdir()
        pages, own = ours(root / "ours")
        hub = bare(root / "hub", pages, in_navigation=False)
        everything = bare(root / "all", pages, in_navigation=True)
    print(f"{'':34}{'pages':>7}{'seconds':>9}{'ms a page':>11}{'ratio':>8}")
    for label, spent in (
        ("ours, one language, everything", own),
        ("bare material, pages not in nav", hub),
        ("bare material, pages in nav", everything),
    ):
        print(f"{label:34}{pages:>7}{spent:>9.1f}{spent / pages * 1000:>11.1f}{own / spent:>8.2f}")


if __name__ == "__main__":
    main()
