"""A build in; its files on disk out, the same for one process and for several."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import CITY, TODAY
from wegweiser.build import Build
from wegweiser.load import load
from wegweiser.production import produce


def made(root: Path, jobs: int) -> dict[str, bytes]:
    """What lies below docs/ after a build with this many processes."""
    produce(Build(load(root)[0], TODAY), jobs)
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*.*")}


@pytest.mark.parametrize("jobs", [1, 2, 0])
def test_any_number_of_processes(tmp_path: Path, jobs: int, city: Build) -> None:
    """One after the other or side by side: the files that the build describes, byte for byte."""
    root = Path(shutil.copytree(CITY, tmp_path / "city"))
    described = {path: one.encode() if isinstance(one, str) else one for path, one in city.files().items()}
    assert described == made(root, jobs)


def test_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    """A language that left takes its pages along; what people wrote stays; nothing is written twice."""
    root = Path(shutil.copytree(CITY, tmp_path / "city"))
    made(root, 1)
    (root / "docs/en/words.md").write_text("# Written by hand", encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("        - {locale: en, name: English}\n", ""))
    written = produce(Build(load(root)[0], TODAY), 2)
    assert "en/topics/raeume.md" in written.removed and "finder/index/en.json" in written.removed
    assert ["words.md"] == [path.name for path in (root / "docs/en").rglob("*.md")]
    assert ((), ()) == tuple(produce(Build(load(root)[0], TODAY), 2))
