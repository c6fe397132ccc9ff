"""Time of the whole site in all languages: the languages one after the other, and side by side on all cores.

Both build from scratch: load, check, pages, finder, builder, merge, links. The ratio is what side by side saves; with
two cores and nothing shared it would be 0.5.

    .venv/bin/python benchmarks/build_languages.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from build_pages import copy_of_the_project, seconds


def build(folder: Path, jobs: int) -> tuple[int, float]:
    """(pages, seconds) of a build with this many processes, 0 for one per core."""
    command = [sys.executable, "-m", "wegweiser", "build", "--root", str(folder), "--jobs", str(jobs)]
    spent = seconds(command, folder)
    return len(list((folder / "site").rglob("index.html"))) - 1, spent


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        measured = {}
        for label, jobs in (("one after the other", 1), ("side by side", 0)):
            folder = Path(name) / str(jobs)
            folder.mkdir()
            measured[label] = build(copy_of_the_project(folder), jobs)
    serial = measured["one after the other"][1]
    print(f"{os.cpu_count()} cores")
    print(f"{'':22}{'pages':>7}{'seconds':>9}{'ms a page':>11}{'ratio':>8}")
    for label, (pages, spent) in measured.items():
        print(f"{label:22}{pages:>7}{spent:>9.1f}{spent / pages * 1000:>11.1f}{spent / serial:>8.2f}")


if __name__ == "__main__":
    main()
