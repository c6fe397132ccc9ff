"""Files in memory in; files on disk out: only what changed, nothing stale, nothing half-written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wegweiser.write import Written, adopt, copy, difference, move, remove, write


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_writes_what_changed(tmp_path: Path) -> None:
    """A second run touches nothing; a change touches one file."""
    files = {"a/b.md": "one", "c.bin": b"two\xff"}
    assert Written(("a/b.md", "c.bin"), ()) == write(tmp_path, files)
    assert b"two\xff" == (tmp_path / "c.bin").read_bytes()
    os.utime(tmp_path / "a/b.md", (1, 1))
    assert Written((), ()) == write(tmp_path, files)
    assert 1 == (tmp_path / "a/b.md").stat().st_mtime
    assert Written(("a/b.md",), ()) == write(tmp_path, files | {"a/b.md": "three"})
    assert "three" == (tmp_path / "a/b.md").read_text()


def test_removes_what_is_stale(tmp_path: Path) -> None:
    """Of the files it owns, it removes those that are no longer made; it touches no other."""
    write(tmp_path, {"de/topics/a.md": "a", "de/topics/b.md": "b", "de/by-hand.md": "c", "de/topics/d.txt": "d"})
    done = write(tmp_path, {"de/topics/a.md": "a"}, ["*/topics/*.md"])
    assert Written((), ("de/topics/b.md",)) == done
    assert ["de/by-hand.md", "de/topics/a.md", "de/topics/d.txt"] == sorted(tree(tmp_path))


def test_difference_touches_nothing(tmp_path: Path) -> None:
    """It can say what it would do without doing it."""
    write(tmp_path, {"a.md": "a", "b.md": "b"})
    before = tree(tmp_path)
    assert Written(("a.md", "c.md"), ("b.md",)) == difference(tmp_path, {"a.md": "A", "c.md": "c"}, ["*.md"])
    assert before == tree(tmp_path)


@pytest.mark.parametrize("broken", ["fdopen", "replace"])
def test_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """When writing fails, before the file is complete or while it takes its place, the old one is there."""
    write(tmp_path, {"a.md": "old"})

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fdopen") if broken == "fdopen" else (Path, "replace")), fail)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, {"a.md": "new"})
    assert {"a.md": "old"} == tree(tmp_path)


def test_adopt(tmp_path: Path) -> None:
    """A finished folder takes the place of the old one, of nothing, and of what a broken run left behind."""
    for text in ("one", "two"):
        write(tmp_path / "new", {"index.html": text})
        write(tmp_path / ".site.old", {"left.html": "over"})
        adopt(tmp_path / "new", tmp_path / "site")
        assert {"site/index.html": text} == tree(tmp_path)


def test_move_copy_and_remove(tmp_path: Path) -> None:
    """Folders are moved into one another, copied whole, and removed if they are there."""
    write(tmp_path / "one", {"a/x": "1", "y": "2"})
    write(tmp_path / "two", {"a/x": "0", "z": "3"})
    move(tmp_path / "one", tmp_path / "two")
    copy(tmp_path / "two", tmp_path / "three")
    expected = {"a/x": "1", "y": "2", "z": "3"}
    assert expected == tree(tmp_path / "two") == tree(tmp_path / "three")
    assert not (tmp_path / "one").exists()
    copy(tmp_path / "two", tmp_path / "three")
    for path in ("three", "three", "two/z"):
        remove(tmp_path / path)
    assert {"two/a/x": "1", "two/y": "2"} == tree(tmp_path)


def test_files_are_readable_by_all(tmp_path: Path) -> None:
    """A web server that runs as somebody else can read what was written."""
    write(tmp_path, {"a.md": "a"})
    assert 0o644 == (tmp_path / "a.md").stat().st_mode & 0o777
