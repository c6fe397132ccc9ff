"""Adds the addresses of all records to data/former-ids.txt: what was published once must never vanish."""

from __future__ import annotations

from pathlib import Path

from wegweiser.load import load
from wegweiser.write import write

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the addresses that were known and those that are there now, sorted."""
    project, _ = load(ROOT)
    known = project.former_ids | {entry.address for entry in project.catalogue.entries if entry.folder}
    write(ROOT / "data", {"former-ids.txt": "".join(f"{address}\n" for address in sorted(known))})


if __name__ == "__main__":
    main()
