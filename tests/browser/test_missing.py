"""Addresses that are not there: the page that a host shows for all of them, in the language of the address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from visiting import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOT_FOUND = "the server responded with a status of 404"
"""What the browser says of the page itself."""


class _Host(SimpleHTTPRequestHandler):
    """A host as most are: one page for all that is missing, whatever the language."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: str | None) -> None:
        """Answer with the page at the root."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(HTTPStatus(code))
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture
def lost(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A tab on a host that has the site at its root, for whoever goes to an address that is not there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(**{"locale": "de-DE", **getattr(request, "param", {})})
    made = Visit(context, f"http://127.0.0.1:{server.server_port}/")
    yield made
    context.close()
    server.shutdown()
    assert [] == [wrong for wrong in made.wrong if NOT_FOUND not in wrong]


def asked(page: Page) -> str:
    """The question in the finder, once it is answered."""
    page.locator("[data-answers] > *").first.wait_for()
    return page.locator("#q").input_value()


def test_words_of_the_address(lost: Visit) -> None:
    """The finder has already answered the words of the address, at any depth."""
    for path in ("de/topics/kita-gutschein-2/", "kita-gutschein.html", "de/a/b/c/kita-gutschein/123/"):
        page = lost.open(path)
        assert "kita gutschein" == asked(page), path
        assert "kita-gutschein" == lost.answers()[0], path


def test_language_of_the_address(lost: Visit) -> None:
    """Who comes with an address in Arabic reads Arabic; the words come along and no request tells them."""
    requests: list[str] = []
    lost.page.on("request", lambda request: requests.append(request.url))
    page = lost.open("ar/topics/kita-gutschein-2/")
    page.wait_for_url("**/ar/404.html**")
    assert "kita gutschein" == asked(page)
    assert ["ar", "rtl"] == [
        page.locator("html").get_attribute("lang"),
        page.evaluate("getComputedStyle(document.body).direction"),
    ]
    assert 1 == len([url for url in requests if "gutschein" in url.partition("#")[0]])


@pytest.mark.parametrize("path", ["xx/", "de/%E0%A4%A/", "de/404.html", "ar/404", "ar/404.html#%E0%A4%A"])
def test_addresses_without_words(lost: Visit, path: str) -> None:
    """Nothing that an address may be breaks the page or leads in circles."""
    page = lost.open(path)
    page.wait_for_timeout(300)
    assert page.locator("#q").is_visible()


@pytest.mark.parametrize("lost", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts(lost: Visit) -> None:
    """Links lead on, to all languages."""
    page = lost.open("ar/topics/kita-gutschein-2/")
    assert not page.locator("#q").is_visible()
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="ar"]').click()
    page.wait_for_url("**/ar/")


def test_nobody_finds_it_by_search(site: Path) -> None:
    """Search engines leave out the pages for missing addresses and for the list of one's own questions."""
    noindex = {
        path.relative_to(site).as_posix().partition("/")[2] or path.name
        for path in site.rglob("*.html")
        if '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")
    }
    assert {"404.html", "unanswered/index.html"} == noindex
