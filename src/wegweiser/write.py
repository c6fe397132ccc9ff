"""Files in memory in; files on disk out: only what changed, nothing stale, nothing half-written. This module writes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

Content = str | bytes


class Written(NamedTuple):
    """What writing did, or would do: paths relative to the folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def difference(folder: Path, files: Mapping[str, Content], owned: Iterable[str] = ()) -> Written:
    """What `write` would change; nothing is touched. `owned` are glob patterns of files that may be removed."""
    changed = [path for path, content in files.items() if _current(folder / path) != _bytes(content)]
    return Written(tuple(sorted(changed)), _stale(folder, owned, files))


def _stale(folder: Path, owned: Iterable[str], keep: Container[str]) -> tuple[str, ...]:
    found = (path for pattern in owned for path in folder.glob(pattern) if path.is_file())
    present = {path.relative_to(folder).as_posix() for path in found}
    return tuple(sorted(path for path in present if path not in keep))


def prune(folder: Path, owned: Iterable[str], keep: Container[str]) -> tuple[str, ...]:
    """Remove the owned files below a folder that are not to be kept; returns their paths."""
    stale = _stale(folder, owned, keep)
    for path in stale:
        (folder / path).unlink()
    return stale


def write(folder: Path, files: Mapping[str, Content], owned: Iterable[str] = ()) -> Written:
    """Write what changed below a folder and remove owned files that are no longer made.

    Each file is written beside its place and then moved there, so a reader never sees half of it.
    """
    todo = difference(folder, files, owned)
    for path in todo.changed:
        _replace(folder / path, _bytes(files[path]))
    for path in todo.removed:
        (folder / path).unlink()
    return todo


def _bytes(content: Content) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _current(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def adopt(new: Path, place: Path) -> None:
    """Put a finished folder in place of another; the old one is there until the new one is."""
    place.parent.mkdir(parents=True, exist_ok=True)
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def move(source: Path, target: Path) -> None:
    """Move a folder's files into another folder, replacing files of the same name."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            goal = target / path.relative_to(source)
            goal.parent.mkdir(parents=True, exist_ok=True)
            path.replace(goal)
    remove(source)


def copy(source: Path, target: Path) -> None:
    """Copy a folder with everything in it."""
    shutil.copytree(source, target, dirs_exist_ok=True)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
