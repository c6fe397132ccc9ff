"""Runs epubcheck (W3C's validator) over the books of a finished site: `python scripts/audit_books.py [site]`.

Needs Java and epubcheck: the command of that name, or the path of its epubcheck.jar in the variable EPUBCHECK.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def epubcheck() -> list[str]:
    """The command that validates, without a file; LookupError says what is missing."""
    if jar := os.environ.get("EPUBCHECK"):
        return ["java", "-jar", jar]
    if command := shutil.which("epubcheck"):
        return [command]
    raise LookupError("epubcheck is missing: install it, or set EPUBCHECK to the path of its epubcheck.jar")


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
    try:
        wrong = audit(books, epubcheck())
    except LookupError as error:
        wrong = [str(error.args[0])]
    print(*wrong or [f"audit_books: {len(books)} books, nothing wrong."], sep="\n")
    return int(bool(wrong) or not books)


if __name__ == "__main__":
    sys.exit(main())
