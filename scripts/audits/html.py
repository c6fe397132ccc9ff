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
from collections.abc import Sequence
from pathlib import Path

from sampling import one_of_each_kind

CHECKER = Path(__file__).resolve().parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NO_ORIGIN = ".*violates Content Security Policy.*"
"""Files on a disk have no origin that `'self'` could mean; the browser's tests watch the policy."""


def files_of_each_kind(folder: Path) -> list[Path]:
    """The files of one page of every kind."""
    return [
        folder / path / "index.html" if not path.endswith(".html") else folder / path
        for path in one_of_each_kind(folder)
    ]


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
    pages = [
        site / "index.html",
        site / "404.html",
        *(page for lang in langs for page in files_of_each_kind(site / lang)),
    ]
    found = findings(pages)
    for one in found:
        print(f"{one['url'].partition(site.name)[2]}:{one.get('lastLine', '')}: {one['type']}: {one['message']}")
    count = Counter("error" if one["type"] != "info" else "warning" for one in found)
    print(f"audit: HTML: {len(pages)} pages, {count['error']} errors, {count['warning']} warnings.")
    return min(count["error"], 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), (sys.argv[2] if len(sys.argv) > 2 else "de,ar").split(",")))
