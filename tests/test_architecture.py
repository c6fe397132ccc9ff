"""The shape of the code: who imports whom, who may read, write and print, and what no module may know."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from builders import ROOT
from wegweiser.assetfiles import PARTS
from wegweiser.finding import Finding
from wegweiser.load import Project

SOURCE = ROOT / "src" / "wegweiser"

ORDER = (
    *("languages", "finding"),
    *("model.types", "model.parts", "model.bodies", "model.records", "model.place", "model", "model.walk"),
    *("yamlfile", "explain", "translations", "catalogue", "load", "graph", "terms"),
    *("extraction", "merging", "comparison", "coverage", "proofreading"),
    *("checks.examined", "checks.references", "checks.contacts", "checks.dates", "checks.completeness", "checks"),
    *("analysis", "tables", "sounding", "similar", "index", "indexing", "splitting"),
    *("spotting", "rank", "candidates", "advice", "search", "documents"),
    *("view.facts", "view.isolation", "view.speech", "view.words", "view"),
    *("drawing.lettering", "drawing.boxes", "drawing.responsibility", "drawing.hierarchy"),
    *("drawing.districts", "drawing.countries", "drawing"),
    *("pages.printer", "pages.pictures", "pages.structured", "pages.contexts", "pages.hubs", "pages.collect", "pages"),
    *("archive", "books.chapters", "books.epub", "books.pdf", "books"),
    *("cards", "answers", "questions", "evaluation", "needs", "reach"),
    *("assetfiles", "webapp", "build", "docs", "export", "write", "sidebyside", "production"),
    *("linkcheck", "headers", "publication", "rootfiles", "builders", "offline", "bundle", "publish", "report"),
    *("cli.shared", "cli.asking", "cli.checking", "cli.editing", "cli.reporting", "cli.translating", "cli", "__main__"),
)
"""A module imports only what stands before it."""
READERS = {
    "load": "the project folder",
    "translations": "PO files",
    "extraction": "the sources whose words are translated",
    "questions": "the files of questions",
    "assetfiles": "the package's own style, scripts and drawings",
    "build": "the package's own tables",
    "write": "what is there already, to write only what changed",
    "linkcheck": "the finished pages",
    "rootfiles": "the title of the start page",
    "offline": "the finished pages",
    "publication": "the assets, to name their version",
    "bundle": "the finished pages",
    "publish": "the start page for addresses that are not there",
    "cli.asking": "the questions of --batch",
    "cli.reporting": "the lists that readers send",
    "cli.translating": "the translations that are merged",
}
"""Module -> what it reads from the disk; no other module reads."""
MODULES = sorted(SOURCE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """`pages.printer` for src/wegweiser/pages/printer.py, `pages` for its `__init__`, "" for the package's own."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


NAMES = {name_of(path) for path in MODULES}


def imported(path: Path) -> Iterator[str]:
    """The full names of all that a module imports, functions included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> set[str]:
    """The last names of all that a module calls: `read_text` of `path.read_text()`."""
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return {
        call.attr if isinstance(call, ast.Attribute) else call.id
        for call in calls
        if hasattr(call, "attr") or hasattr(call, "id")
    }


def own(name: str) -> str:
    """The module of ours that an imported name belongs to, "" if it is none of ours."""
    name = name.removeprefix("wegweiser").removeprefix(".") if name.split(".")[0] == "wegweiser" else ""
    return name if name in NAMES else name.rpartition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_order(path: Path) -> None:
    """A module has its place in ORDER and imports only what stands before it."""
    name = name_of(path)
    if not name:
        assert not list(imported(path)) or list(imported(path)) == ["__future__.annotations"]
        return
    assert name in ORDER, f"put {name} into ORDER, behind all that it imports"
    before = ORDER[: ORDER.index(name)]
    assert [] == sorted({other for other in map(own, imported(path)) if other and other not in before})


def test_order_is_current() -> None:
    """ORDER names each module once and none that is gone."""
    assert sorted(NAMES - {""}) == sorted(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_disk_clock_and_terminal(path: Path) -> None:
    """Only READERS read, only `write` writes, only `cli` prints, reads the clock and ends the program."""
    name, calls = name_of(path), called(path)
    if name not in READERS:
        assert not calls & {"read_text", "read_bytes", "open", "scandir"}
    if name != "write":
        assert not calls & {
            "write_text",
            "write_bytes",
            "mkdir",
            "unlink",
            "rmdir",
            "rmtree",
            "rename",
            "touch",
            "mkstemp",
        }
        assert not any(one.split(".")[0] in {"shutil", "tempfile"} for one in imported(path))
    if not name.startswith("cli"):
        assert not calls & {"print", "echo", "input", "today", "now", "exit", "Exit"} - {"today"}
        assert not any(one.split(".")[0] in {"typer", "rich", "sys"} for one in imported(path) if name != "builders")
    if name != "builders" and not name.startswith("cli"):
        assert not any(one.split(".")[0] == "subprocess" for one in imported(path))


def test_readers_read() -> None:
    """Every reader is still there and still reads."""
    for name in READERS:
        path = next(path for path in MODULES if name_of(path) == name)
        assert called(path) & {"read_text", "read_bytes", "open"}, name


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_network_and_no_mkdocs(path: Path) -> None:
    """The engine imports neither the builder of the site nor anything that reaches the network."""
    network = {
        "socket",
        "ssl",
        "http",
        "ftplib",
        "smtplib",
        "requests",
        "httpx",
        "aiohttp",
        "urllib3",
        "asyncio",
        "webbrowser",
    }
    for name in imported(path):
        assert name.split(".")[0] not in network | {"mkdocs", "material", "mkdocs_static_i18n"}
        assert not name.startswith("urllib.") or name.startswith("urllib.parse.")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_and_sizes(path: Path) -> None:
    """A module fits into 300 lines, and its names say what things are."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    empty = re.compile("process|handle|util|helper|manager", re.IGNORECASE)
    assert not empty.search(name_of(path))
    assert [] == [name for name in defined(path) if empty.search(name)]


@pytest.mark.parametrize("name", PARTS)
def test_parts_of_scripts(name: str) -> None:
    """Each file of a script's folder is joined into it, once, and fits into 250 lines."""
    found = sorted((SOURCE / "assets" / name).iterdir())
    assert [path.stem for path in found] == sorted(PARTS[name])
    assert [] == [path.name for path in found if len(path.read_text(encoding="utf-8").splitlines()) > 250]


def defined(path: Path) -> Iterator[str]:
    """Every name that a module gives to something."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def undescribed(nodes: list[ast.stmt], name: str) -> Iterator[str]:
    """The public classes and functions, methods included, that do not say what they are for."""
    for node in nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{name}.{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from undescribed(node.body, f"{name}.{node.name}")


def test_everything_is_undescribed() -> None:
    """Every module, and what others may use of it, says in a sentence what goes in and what comes out."""
    assert [] == [name_of(path) for path in MODULES if not ast.get_docstring(tree(path))]
    assert [] == [name for path in MODULES for name in undescribed(tree(path).body, name_of(path))]


def test_engine_knows_no_city(real: tuple[Project, list[Finding]]) -> None:
    """No name of the city, a district or a locality stands in the engine, its templates or the scripts."""
    catalogue = real[0].catalogue
    assert catalogue.site is not None
    places = {catalogue.site.place}
    for district in catalogue.districts.values():
        places |= {district.name, *district.localities}
    named = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(places))) + r")(?![\w-])")
    found = []
    for folder in ("src", "overrides", "scripts"):
        for path in sorted((ROOT / folder).rglob("*")):
            if any(part.endswith(".egg-info") for part in path.parts):
                continue  # what installing the package wrote about it
            if path.is_file() and path.suffix in {".py", ".j2", ".html", ".js", ".css", ".json", ".yml", ".sh", ""}:
                text = path.read_text(encoding="utf-8", errors="replace")
                found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in named.finditer(text)]
    assert [] == found
