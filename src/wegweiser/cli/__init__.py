"""The command line: the only place that prints, reads the clock and chooses the exit code."""

from __future__ import annotations

import gc
import sys

from wegweiser.cli import asking, checking, editing, reporting, translating
from wegweiser.cli.shared import app

__all__ = ["app", "asking", "checking", "editing", "main", "reporting", "translating"]


def main() -> None:
    """Run the command line."""
    gc.disable()  # a short run that keeps all it reads: collecting garbage would only cost time
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    app()
