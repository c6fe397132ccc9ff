"""A build in; its files on disk out, the languages in processes side by side."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from wegweiser.build import OWNED, Build
from wegweiser.write import Written, prune, write


class _Made(NamedTuple):
    """The paths that a language has, and those that changed."""

    paths: tuple[str, ...]
    changed: tuple[str, ...]


class _Worker:
    """What a process works on. It has the build from its parent; nothing is read twice or sent."""

    build: Build


def _start(build: Build) -> None:
    _Worker.build = build


def _make(lang: str) -> _Made:
    files = _Worker.build.edition(lang)
    written = write(_Worker.build.project.root / "docs", files)
    return _Made(tuple(files), written.changed)


def produce(build: Build, jobs: int = 0) -> Written:
    """Write everything below docs/ that is generated and remove what is no longer made.

    `jobs` is the number of processes, 0 for one per core. The result is the same for any number.
    """
    folder = build.project.root / "docs"
    common = build.common_files()
    written = write(folder, common)
    made = _side_by_side(build, jobs or os.cpu_count() or 1)
    changed = [*written.changed, *(path for one in made for path in one.changed)]
    keep = {*common, *(path for one in made for path in one.paths)}
    return Written(tuple(sorted(changed)), prune(folder, OWNED, keep))


def _side_by_side(build: Build, jobs: int) -> list[_Made]:
    _start(build.prepared())
    langs = list(build.wordings)
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [_make(lang) for lang in langs]
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_make, langs))
