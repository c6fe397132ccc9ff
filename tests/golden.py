"""Writes tests/golden/: the part of a page between header and footer, for one record of each kind.

Run `python tests/golden.py` after a change that you want, and look at the diff.
"""

from __future__ import annotations

from pathlib import Path

from builders import CITY, TODAY
from wegweiser.build import Build
from wegweiser.load import load
from wegweiser.write import write

GOLDEN = Path(__file__).parent / "golden"
SHOWN = (
    "de/topics/wohnsitz-anmelden",
    "en/topics/wohnsitz-anmelden",
    "ar/topics/wohnsitz-anmelden",
    "de/offices/buergeramt",
    "de/councils/bezirksbeirat-nordufer",
    "de/organisations/dachverband",
    "de/programmes/auenfonds",
    "de/practices/talheim-vereinshaus",
    "de/laws/meldegesetz",
    "de/commitments/zusage-raeume",
    "de/districts/nordufer",
)
"""The pages that are kept; the topic also in a language with some translations, and from right to left."""
CUT = "<!--ww:cut-->"


def golden_pages(city: Build) -> dict[str, str]:
    """Name of the file -> what the page says there now."""
    made: dict[str, str] = {}
    pages = city.files()
    for path in SHOWN:
        lang, folder, _ = path.split("/")
        head, *parts = pages[f"{path}.md"].split("\n---\n", 1)
        body = parts[0].split(CUT)
        made[f"{folder}.{lang}.md"] = f"{head}\n---\n{body[1] if len(body) > 1 else body[0]}"
    return made


if __name__ == "__main__":
    write(GOLDEN, golden_pages(Build(load(CITY)[0], TODAY)), ["*.md"])
