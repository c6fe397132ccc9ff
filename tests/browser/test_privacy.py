"""What a reader asks stays with her: nothing about it in any request, nothing kept that she did not choose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from hosting import BELOW, Host
from visiting import Visit, on_phone, one_of_each_kind

QUESTION = "ausreisepflichtig"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """A host that remembers every request."""
    made = Host(Path(str(site).removesuffix(BELOW)))
    yield made
    made.cut()


@pytest.fixture
def reader(browser: Any, host: Host) -> Iterator[Visit]:
    """Somebody with a question of which nobody may know."""
    with on_phone(browser, host.home) as visit:
        yield visit
    assert [] == visit.wrong


def test_question_leaves_no_trace_at_the_host(host: Host, reader: Visit) -> None:
    """Typed, opened, reloaded, taken along to another language and shared as a link: no request names the question."""
    page = reader.find(f"bin ich {QUESTION}", "de/")
    page.locator("[data-answer-link], .ww-nothing a").first.click()
    page.wait_for_load_state()
    page.go_back()
    reader.wait_for_answers()
    assert QUESTION in page.url
    page.reload()
    reader.wait_for_answers()
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="en"]').click()
    page.wait_for_url("**/en/#q=*")
    reader.wait_for_answers()
    reader.open(f"de/find/#q={QUESTION}")
    reader.wait_for_answers()
    page.locator("[data-clear]").click()
    assert len(host.asked) > 20
    assert [] == [line for line in host.asked if QUESTION in unquote_plus(line)]


def test_steps_leave_no_trace_at_the_host(host: Host, reader: Visit) -> None:
    """The guided way keeps its choices behind the # too."""
    page = reader.open("de/guide/")
    for _ in range(2):
        page.locator(".ww-guide__choice").first.click()
    chosen = page.url.partition("#")[2]
    assert "group=" in chosen
    page.reload()
    page.locator(".ww-guide__choice").first.wait_for()
    assert chosen == page.url.partition("#")[2]
    assert [] == [line for line in host.asked if "group=" in line]


def test_no_page_keeps_or_tells_anything(host: Host, reader: Visit, site: Path) -> None:
    """No kind of page sets a cookie, keeps something that nobody chose, or sends where somebody comes from."""
    for path in ["", *(f"de/{path}" for path in one_of_each_kind(site))]:
        page = reader.open(path)
        assert [] == page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"), path
    assert [] == reader.context.cookies()
    headers = [line.lower() for asked in host.asked for line in asked.splitlines()[1:]]
    told = [line for line in headers if line.startswith(("referer:", "cookie:"))]
    # A style may name itself when it asks for its drawings; no page and no question is named.
    assert [] == [line for line in told if "/assets/wegweiser.css" not in line]


def test_only_what_was_chosen_is_kept(reader: Visit) -> None:
    """Language, district and theme, when somebody chose them."""
    page = reader.open("de/")
    page.locator("[data-theme-toggle]").click()
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="en"]').click()
    page.wait_for_url("**/en/")
    assert ["ww-language", "ww-theme"] == sorted(page.evaluate("Object.keys(localStorage)"))
