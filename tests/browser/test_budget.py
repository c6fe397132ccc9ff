"""How much a page weighs and how often it asks, in bytes as a host sends them (gzip); and that nothing jumps."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from visiting import Visit, one_of_each_kind

PHONE = {"viewport": {"width": 412, "height": 823}, "locale": "de-DE"}
START = 40_000
"""The start page, before the finder's files; it weighed 24 KB when this was set, and 150 KB were promised."""
PAGE = 60_000
"""A page of any other kind: the text, the style, the drawings, the scripts."""
MOST_REQUESTS = 8
"""The page, its style, its drawings, its icon, three scripts, and one of its own."""
FINDER = 330_000
"""What the finder loads in all until it can answer."""
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });"""


def weights(visit: Visit, site: Path, path: str) -> dict[str, int]:
    """What a page asks for until it is quiet, by path below the site's root, with its size as it is sent."""
    asked: set[str] = set()
    note = lambda request: asked.add(request.url)  # noqa: E731
    visit.page.on("request", note)
    visit.open(path)
    visit.page.wait_for_load_state("networkidle")
    visit.page.remove_listener("request", note)
    below = {unquote(urlsplit(url).path).split("/some/where/")[1] for url in asked if url.startswith("http")}
    files = {name: site / name / "index.html" if name.endswith("/") else site / name for name in below}
    return {name: len(gzip.compress(file.read_bytes(), 6)) for name, file in files.items()}


def is_finders(name: str) -> bool:
    return name.startswith("finder/") or name.endswith(("finder.js", "finder-ui.js", "answers.js", "unanswered.js"))


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_start_page(visit: Visit, site: Path, lang: str) -> None:
    """Light before the finder's files come, and these have their own limit."""
    found = weights(visit, site, f"{lang}/")
    page = {name: size for name, size in found.items() if not is_finders(name)}
    assert sum(page.values()) <= START, page
    assert len(page) <= MOST_REQUESTS
    assert sum(found.values()) - sum(page.values()) <= FINDER


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_every_kind_of_page(visit: Visit, site: Path, lang: str) -> None:
    """The longest page of each kind keeps to the limit, in few requests."""
    for path in one_of_each_kind(site):
        found = {name: size for name, size in weights(visit, site, f"{lang}/{path}").items() if not is_finders(name)}
        assert sum(found.values()) <= PAGE, (path, found)
        assert len(found) <= MOST_REQUESTS, (path, found)


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
@pytest.mark.parametrize("path", ["de/", "de/find/", "ar/"])
def test_nothing_jumps(visit: Visit, path: str) -> None:
    """While the page comes, nothing moves; when answers appear, only what makes room for them (less than a tenth)."""
    visit.context.add_init_script(SHIFTS)
    page = visit.open(path)
    page.locator("html[data-finder-ready]").wait_for(state="attached")
    assert sum(page.evaluate("window.shifts")) < 0.01
    page.locator("#q").press_sequentially("Kita Gutschein", delay=40)
    visit.wait_for_answers()
    page.wait_for_timeout(800)
    assert sum(page.evaluate("window.shifts")) < 0.1
