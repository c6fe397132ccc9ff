"""A tab on the site that notes whatever goes wrong in it, and the paths of one page of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation",
    (event) => console.error("policy violated:", event.violatedDirective, event.blockedURI, event.sourceFile))"""
FOLDERS = (
    *("topics", "offices", "councils", "organisations", "programmes"),
    *("practices", "laws", "commitments", "districts"),
)
HUBS = (
    *("", "find/", "find/#q=kita", "guide/", "unanswered/", "offline/", "privacy/", "accessibility/"),
    *("councils/compare/", "about/", "open-questions/", "translations/"),
    *(f"{name}/" for name in FOLDERS),
)


def one_of_each_kind(site: Path) -> list[str]:
    """The path of every hub and of the longest record page of each kind, below a language's root."""
    pages = (
        [page for page in (site / "de" / folder).glob("*/index.html") if page.parent.name != "compare"]
        for folder in FOLDERS
    )
    records = [max(found, key=lambda page: page.stat().st_size) for found in pages]
    return [*HUBS, *(f"{page.parent.relative_to(site / 'de').as_posix()}/" for page in records)]


@dataclass
class Visit:
    """One person's tab. `wrong` collects errors, violations of the policy and requests to other hosts."""

    context: BrowserContext
    home: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.add_init_script(REPORT_VIOLATIONS)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", self._said)
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"{message.text} {message.location.get('url')}")

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob") and not request.url.startswith(self.home):
            self.wrong.append(request.url)

    def open(self, path: str) -> Page:
        """The page at a path below the site's root, such as `de/find/#q=kita`."""
        self.page.goto(self.home + path)
        return self.page

    def find(self, text: str, path: str = "de/") -> Page:
        """The page after somebody typed a question into the finder and the answers were there."""
        self.open(path)
        self.page.locator("#q").press_sequentially(text)
        self.wait_for_answers()
        return self.page

    def wait_for_answers(self) -> None:
        """Wait until the finder has answered what stands in its field."""
        self.wait_for_address(q=self.page.locator("#q").input_value().strip())
        self.page.locator("[data-answers] > *").first.wait_for()

    def wait_for_address(self, **parts: str) -> None:
        """Wait until the address says this; "" means that it says nothing about it."""
        said = lambda url: {name: parse_qs(urlsplit(url).fragment).get(name, [""])[0] for name in parts}  # noqa: E731
        self.page.wait_for_url(lambda url: said(url) == parts)

    def answers(self) -> list[str]:
        """The ids of the records that are shown as answers."""
        return [str(card.get_attribute("data-id")) for card in self.page.locator(".ww-answer").all()]


@contextmanager
def on_phone(browser: Browser, home: str, **options: object) -> Iterator[Visit]:
    """A fresh tab on a phone, closed in the end; `options` are further ones of the browser's context."""
    context = browser.new_context(**{"viewport": {"width": 390, "height": 844}, "locale": "de-DE", **options})
    yield Visit(context, home)
    context.close()
