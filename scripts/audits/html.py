"""Checks the HTML of a finished site with the Nu HTML Checker: every kind of page, in two directions of writing.

    python scripts/audits/html.py site [de,ar]

It needs Java; `scripts/bootstrap --with-audits` brings both. Prints each finding and the number of pages, errors and
warnings; the exit code is 1 if there is an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

CHECKER = Path(__file__).resolve().parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NO_ORIGIN = ".*violates Content Security Policy.*"
"""Files on a disk have no origin that `'self'` could mean; the browser's tests watch the policy."""


def one_of_each_kind(site: Path, lang: str) -> Iterator[Path]:
    """All pages of a language that are not a record's, and the longest of each folder of records."""
    home = site / lang
    yield from (home / "index.html", home / "404.html")
    for folder in sorted(path for path in home.iterdir() if (path / "index.html").is_file()):
        yield folder / "index.html"
        below = sorted(folder.glob("*/index.html"))
        if below:
            yield max(below, key=lambda page: page.stat().st_size)


def findings(pages: Sequence[Path]) -> list[dict[str, str]]:
    """What the checker says about pages; raises `FileNotFoundError` if Java or the checker is not there."""
    if not CHECKER.is_file():
        raise FileNotFoundError(f"{CHECKER} is missing: run scripts/bootstrap --with-audits")
    command = ["java", "-Xmx512m", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, "--filterpattern", NO_ORIGIN, *map(str, pages)], capture_output=True, check=True)
    found: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return found


def main(site: Path, langs: Sequence[str]) -> int:
    """Check and report; returns the exit code."""
    pages = [site / "index.html", site / "404.html", *(page for lang in langs for page in one_of_each_kind(site, lang))]
    found = findings(pages)
    for one in found:
        print(f"{one['url'].partition(site.name)[2]}:{one.get('lastLine', '')}: {one['type']}: {one['message']}")
    count = Counter("error" if one["type"] != "info" else "warning" for one in found)
    print(f"audit: HTML: {len(pages)} pages, {count['error']} errors, {count['warning']} warnings.")
    return min(count["error"], 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), (sys.argv[2] if len(sys.argv) > 2 else "de,ar").split(",")))
