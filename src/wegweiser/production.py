"""A build in; its files on disk out, the languages side by side."""

from __future__ import annotations

from typing import NamedTuple

from wegweiser.build import OWNED, Build
from wegweiser.sidebyside import side_by_side
from wegweiser.write import Written, prune, write


class _Made(NamedTuple):
    """The paths that a language has, and those that changed."""

    paths: tuple[str, ...]
    changed: tuple[str, ...]


def produce(build: Build, jobs: int = 0) -> Written:
    """Write everything below docs/ that is generated and remove what is no longer made.

    `jobs` is the number of processes, 0 for one per core. The result is the same for any number.
    """
    folder = build.project.root / "docs"
    common = build.common_files()
    written = write(folder, common)
    shared = build.prepared()

    def make(lang: str) -> _Made:
        files = shared.edition(lang)
        return _Made(tuple(files), write(folder, files).changed)

    made = side_by_side(make, list(build.wordings), jobs)
    changed = [*written.changed, *(path for one in made for path in one.changed)]
    keep = {*common, *(path for one in made for path in one.paths)}
    return Written(tuple(sorted(changed)), prune(folder, OWNED, keep))
