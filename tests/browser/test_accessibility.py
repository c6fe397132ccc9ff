"""WCAG 2.2 AA in a browser: axe-core on every kind of page, and what axe-core does not see. The keyboard and what is
read out have a module of their own (test_keyboard_and_voice.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from visiting import Visit, one_of_each_kind

from builders import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = ROOT / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
LANGS = ("de", "ar", "en", "tr")
WIDTHS = (390, 1280)
STATES = {
    "answers": "find/#q=kita",
    "nothing": "find/#q=xylophonquark",
    "emergency": "find/#q=meine Wohnung brennt",
    "filters": "find/#q=kita&level=state",
    "menu": "topics/",
    "languages": "about/",
    "folded": "offices/landesamt-fuer-einwanderung/",
    "guide": "guide/",
}
CALM = {"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce"}
SMALL = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
# A page is the same document in any theme and width: what depends on neither is asked once.
LOOKS = {
    "type": "rule",
    "values": [
        *("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "region"),
        *("link-name", "button-name", "summary-name", "heading-order", "skip-link", "css-orientation-lock"),
    ],
}
EVERYTHING = {
    "type": "tag",
    "values": [*("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"), "best-practice"],
}
START = """(only) => { window.found = new Promise((resolve) => setTimeout(resolve))
    .then(() => axe.run(document, { runOnly: only, resultTypes: ["violations"], selectors: false, preload: false }))
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`))); }"""
UNFOLD = "document.querySelectorAll('details').forEach((details) => (details.open = true))"

LOOK = """() => {
    const look = (element) => [element, element.parentElement, element.nextElementSibling].map((one) => {
        const style = one && getComputedStyle(one);
        return style && style.outlineStyle + style.outlineWidth + style.outlineColor + style.boxShadow;
    }).join();
    return [...document.querySelectorAll("a[href], button, input, select, summary")].filter((element) => {
        if (!element.checkVisibility()) return false;
        document.activeElement.blur();
        const before = look(element);
        element.focus();
        return document.activeElement === element && before === look(element);
    }).map((element) => element.outerHTML.slice(0, 120));
}"""
SMALL_TARGETS = """() => {
    const inSentence = (element) => {
        if (getComputedStyle(element).display !== "inline") return false;
        const around = element.closest("p, li, dd, dt, h1, h2, h3, td, th, summary");
        return around && around.innerText.trim() !== element.innerText.trim();
    };
    return [...document.querySelectorAll("a[href], button, input, select, summary")].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || inSentence(element)) return false;
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (width < 24 || height < 24);
    }).map((element) => element.outerHTML.slice(0, 160));
}"""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        + " word-spacing: .16em !important } p { margin-block-end: 2em !important }");
    const cut = () => [...document.querySelectorAll("body *")].filter((element) => {
        // Teasers end in an ellipsis anyway; the whole text is a tap away.
        const meant = ".ww-hidden, .ww-menu__word, thead, .ww-clamp, .ww-notice__text";
        if (!element.checkVisibility() || element.matches(meant)) return false;
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        const hides = ["hidden", "clip"].includes(getComputedStyle(element).overflowX);
        return hides && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    });
    const row = ".ww-header__bar > *, .ww-finder__row > *, .ww-actions > li";
    const overlap = () => [...document.querySelectorAll(row)]
        .map((element) => [element, element.nextElementSibling])
        .filter((pair) => pair.every((element) => element && element.checkVisibility()))
        .map((pair) => [...pair, ...pair.map((element) => element.getBoundingClientRect())])
        .filter(([, , one, other]) => {
            return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
                && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
        })
        .map(([element]) => element);
    document.adoptedStyleSheets = [sheet];
    return [...cut(), ...overlap()].map((element) => element.outerHTML.slice(0, 120));
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => [null, "::before", "::after"].map((part) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
    const still = animationName === "none" && parseFloat(transitionDuration) === 0 && scrollBehavior === "auto";
    return still ? "" : element.className;
})).filter(Boolean)"""
VANISHING = """() => [...document.querySelectorAll("body *")].flatMap((element) =>
    [null, "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part);
    if (style.maskImage === "none" || style.content === "none" || !element.checkVisibility()) return "";
    const ink = getComputedStyle(document.body).color;
    return style.forcedColorAdjust === "none" && style.backgroundColor === ink ? "" : `${element.className} ${part}`;
})).filter(Boolean)"""


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[dict[str, Page]]:
    """A tab for each language: their processes work side by side."""
    made = {lang: browser.new_context(locale=lang, reduced_motion="reduce").new_page() for lang in LANGS}
    yield made
    for page in made.values():
        page.context.close()


def settle(page: Page, state: str = "") -> None:
    """Bring a page into the state that is to be looked at."""
    if "#q=" in page.url:
        page.locator("[data-answers] > *").first.wait_for()
    if state == "menu":
        page.locator("[data-menu]").click()
    if state == "languages":
        page.locator(".ww-lang summary").click()
    if state in ("folded", "filters", "answers"):
        page.evaluate(UNFOLD)
    if state == "guide":
        page.locator("[data-guide-choices] button").first.click()


def violations(tabs: dict[str, Page], widths: tuple[int, ...] = WIDTHS) -> dict[str, list[str]]:
    """What axe-core finds in all tabs, light and dark, at each width."""
    found = {}
    for page in tabs.values():
        page.evaluate(AXE.read_text(encoding="utf-8"))
    for theme in ("light", "dark"):
        for width in widths:
            only = EVERYTHING if (theme, width) == ("light", widths[0]) else LOOKS
            for page in tabs.values():
                page.emulate_media(color_scheme=theme)
                page.set_viewport_size({"width": width, "height": 844})
                page.evaluate(START, only)
            for page in tabs.values():
                if wrong := page.evaluate("window.found"):
                    found[f"{page.url} {theme} {width}"] = wrong
    return found


def test_axe_on_every_kind_of_page(tabs: dict[str, Page], home: str, site: Path) -> None:
    """No violation on any kind of page, in four languages, light and dark, on a phone and a desktop."""
    for path in one_of_each_kind(site):
        for lang, page in tabs.items():
            page.goto(f"{home}{lang}/{path}")
        for page in tabs.values():
            settle(page)
        assert {} == violations(tabs)


@pytest.mark.parametrize("state", STATES)
def test_axe_on_what_opens(tabs: dict[str, Page], home: str, state: str) -> None:
    """No violation in answers, in "nothing found", in an emergency, in what is opened, step by step."""
    for lang, page in tabs.items():
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{home}{lang}/{STATES[state]}")
        settle(page, state)
    assert {} == violations(tabs, (390,))


def visited(visit: Visit, site: Path, lang: str = "de") -> Iterator[Page]:
    """One page of each kind after the other, everything on it unfolded."""
    for path in one_of_each_kind(site):
        page = visit.open(f"{lang}/{path}")
        settle(page)
        page.evaluate(UNFOLD)
        yield page


@pytest.mark.parametrize("visit", [CALM, {"reduced_motion": "reduce"}], indirect=True)
def test_focus_is_visible(visit: Visit, site: Path) -> None:
    """Whatever takes the focus looks different with it."""
    for page in visited(visit, site):
        page.keyboard.press("Tab")
        assert [] == page.evaluate(LOOK), page.url


@pytest.mark.parametrize("visit", [CALM], indirect=True)
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_targets(visit: Visit, site: Path, lang: str) -> None:
    """What can be tapped is at least 24 by 24 pixels, but for links within sentences (WCAG 2.5.8)."""
    for page in visited(visit, site, lang):
        assert [] == page.evaluate(SMALL_TARGETS), page.url


@pytest.mark.parametrize("visit", [SMALL], indirect=True)
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_narrow_and_spaced(visit: Visit, site: Path, lang: str) -> None:
    """At 320 pixels nothing scrolls sideways (1.4.10), nor with the reader's own spacing; it cuts nothing (1.4.12)."""
    for page in visited(visit, site, lang):
        assert 320 == page.evaluate("document.documentElement.scrollWidth"), page.url
        assert [] == page.evaluate(SPACED), page.url
        assert 320 == page.evaluate("document.documentElement.scrollWidth"), page.url


@pytest.mark.parametrize("visit", [{**CALM, "forced_colors": "active"}], indirect=True)
def test_calm_and_forced_colours(visit: Visit, site: Path) -> None:
    """Nothing moves for whoever asks for that; drawings are still there in the colours of the device."""
    for page in visited(visit, site):
        assert [] == page.evaluate(MOVING), page.url
        assert [] == page.evaluate(VANISHING), page.url


@pytest.mark.parametrize("visit", [{"viewport": {"width": 700, "height": 900}}], indirect=True)
def test_print(visit: Visit, site: Path) -> None:
    """On paper stand the content, its sources' addresses and that of the page; what only a screen needs is gone."""
    page = visit.open("de/offices/landesamt-fuer-einwanderung/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for name in (".ww-header", ".ww-crumbs", ".ww-footer nav", ".ww-emergency", ".ww-report"):
        assert not page.locator(name).first.is_visible(), name
    assert page.url in page.locator("[data-printline]").inner_text()
    address = page.locator(".ww-source-list a").first
    assert address.is_visible()
    shown = address.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert str(address.get_attribute("href")) in shown
    for other in visited(visit, site):
        assert 700 == other.evaluate("document.documentElement.scrollWidth"), other.url
