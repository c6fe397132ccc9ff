"""The site without any server: unpacked from a zip file and opened as files, the finder included."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from visiting import Visit, on_phone

from builders import GERMAN
from wegweiser.bundle import bundle, page
from wegweiser.languages import Language
from wegweiser.linkcheck import broken_links

ARABIC = Language("ar", "العربية", "rtl", default=False)
QUESTION = "Ein Mitglied wurde im Bürgeramt diskriminiert"


@pytest.fixture(scope="module")
def packed(site: Path) -> bytes:
    """A bundle of two languages."""
    return bundle(site, [GERMAN, ARABIC], "Wegweiser", "abcd")


@pytest.fixture(scope="module")
def stick(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that comes out of the zip file."""
    folder = tmp_path_factory.mktemp("stick")
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    return folder / "wegweiser"


@pytest.fixture
def reader(browser: Any, stick: Path) -> Iterator[Visit]:
    """Somebody who opens the folder by a double-click."""
    with on_phone(browser, f"{stick.as_uri()}/", offline=True) as visit:
        yield visit
    assert [] == visit.wrong


def test_find_and_open(reader: Visit, visit: Visit) -> None:
    """From the chooser to an answer and its page; the answers are those of the served site."""
    reader.open("index.html").locator('.ww-languages a[lang="de"]').click()
    reader.page.wait_for_url("**/de/index.html")
    reader.page.locator("#q").press_sequentially(QUESTION)
    reader.wait_for_answers()
    visit.find(QUESTION)
    assert visit.answers() == reader.answers()
    reader.page.locator("[data-answer-link]").first.click()
    reader.page.wait_for_url("**/de/topics/diskriminierung-behoerde/index.html")
    reader.page.locator(".ww-crumbs a").nth(1).click()
    reader.page.wait_for_url("**/de/topics/index.html*")


def test_other_language(reader: Visit) -> None:
    """The switcher has the languages of the bundle; the finder answers in them, from both parts of the index."""
    page = reader.open("de/find/index.html#q=Wohngeld")
    reader.wait_for_answers()
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="ar"]').click()
    page.wait_for_url("**/ar/find/index.html#q=Wohngeld")
    reader.wait_for_answers()
    assert reader.answers()


def test_drawings(reader: Visit) -> None:
    """Drawings stand in the style, where a file may use them."""
    mask = (
        reader.open("de/index.html").locator(".ww-brand__sign").evaluate("(sign) => getComputedStyle(sign).maskImage")
    )
    assert mask.startswith('url("data:image/svg+xml'), mask


def test_no_link_leads_nowhere(stick: Path) -> None:
    """Every link in a bundle has its file; none opens a folder."""
    assert [] == broken_links(stick)
    for path in stick.rglob("*.html"):
        assert 'href="./"' not in path.read_text(encoding="utf-8")


def test_one_language_alone(site: Path) -> None:
    """In the bundle of one language, nothing leads to another."""
    place = "ar/topics/kita/index.html"
    html = (
        '<a href="../../../de/topics/kita/">Deutsch</a> <a href="../#x">x</a> <a href="../../../assets/a.css?v=1">c</a>'
    )
    assert '<a>Deutsch</a> <a href="../index.html#x">x</a> <a href="../../../assets/a.css?v=1">c</a>' == page(
        html, place, ["ar"]
    )
    names = zipfile.ZipFile(io.BytesIO(bundle(site, [ARABIC], "Wegweiser", "abcd"))).namelist()
    assert not [name for name in names if "/de/" in name or "/de." in name]


def test_same_bytes(site: Path, packed: bytes) -> None:
    """The same site gives the same zip file."""
    assert packed == bundle(site, [GERMAN, ARABIC], "Wegweiser", "abcd")
