"""Time of load and check for the real records times 1, 10 and 50, in one run.

Copies get ids of their own and keep their references, so every rule has work to do. Prints seconds, seconds per
thousand records and the ratio to the smallest run: 1.0 means linear.

    .venv/bin/python benchmarks/load_check.py
"""

from __future__ import annotations

import gc
import re
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

from wegweiser.checks import check
from wegweiser.load import load

ROOT = Path(__file__).resolve().parent.parent
NOT_COPIED = ("districts", "vocabularies", "terms")
TODAY = date(2026, 11, 22)


def grown(times: int, folder: Path) -> None:
    """A project folder with every record `times` times."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    records = [
        path
        for path in sorted((ROOT / "data").glob("*/*.yaml"))
        if path.parent.name not in NOT_COPIED and "\nkind: moved" not in path.read_text(encoding="utf-8")
    ]
    for path in records:
        text = path.read_text(encoding="utf-8")
        for number in range(1, times):
            name = f"{path.stem}-c{number}"
            copied = re.sub(r"^id: .*$", f"id: {name}", text, count=1, flags=re.MULTILINE)
            (folder / "data" / path.parent.name / f"{name}.yaml").write_text(copied, encoding="utf-8")


def measured(times: int) -> tuple[int, float, float]:
    """(records, seconds to load, seconds to check) for the data times `times`."""
    with tempfile.TemporaryDirectory() as name:
        grown(times, Path(name))
        gc.disable()
        start = time.perf_counter()
        project, found = load(Path(name))
        loaded = time.perf_counter()
        check(project, TODAY)
        done = time.perf_counter()
        gc.enable()
        assert not found
        return len(project.catalogue.entries), loaded - start, done - loaded


def main() -> None:
    """Print the table."""
    print(f"{'times':>6}{'records':>9}{'load s':>9}{'check s':>9}{'s per 1000':>12}{'ratio':>8}")
    first = 0.0
    for times in (1, 10, 18, 50):
        count, loading, checking = measured(times)
        per_thousand = (loading + checking) / count * 1000
        first = first or per_thousand
        print(f"{times:>6}{count:>9}{loading:>9.2f}{checking:>9.2f}{per_thousand:>12.3f}{per_thousand / first:>8.2f}")


if __name__ == "__main__":
    main()
