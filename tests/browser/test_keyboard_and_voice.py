"""The finder with the keyboard alone, and what a screen reader is told: landmarks, labels, answers, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from visiting import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "de-DE"}
QUESTIONS = {"de": "Einbürgerung", "ar": "تمديد الإقامة"}


def tab_to(page: Page, selector: str, most: int = 40) -> int:
    """Press Tab until an element has the focus; how often that took."""
    for count in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return count
    raise AssertionError(f"{selector} is not reached")


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
@pytest.mark.parametrize("lang", QUESTIONS)
def test_the_whole_way_with_the_keyboard(visit: Visit, lang: str) -> None:
    """Skip link, menu, language list, field, filters, answers, the page of a concern: without a mouse."""
    page = visit.open(f"{lang}/find/")
    page.evaluate("localStorage.setItem('ww-language', 'x')")
    page.reload()
    assert 1 == tab_to(page, ".ww-skip")
    tab_to(page, "[data-menu]")
    page.keyboard.press("Enter")
    assert page.locator("#ww-nav").is_visible()
    tab_to(page, "#ww-nav a")
    page.keyboard.press("Escape")
    assert not page.locator("#ww-nav").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-menu]')")
    tab_to(page, ".ww-lang summary")
    page.keyboard.press("Enter")
    tab_to(page, ".ww-lang a")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.ww-lang summary')")
    tab_to(page, "#q")
    page.keyboard.type(QUESTIONS[lang])
    visit.wait_for_answers()
    tab_to(page, ".ww-filters summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    audience = page.evaluate("document.activeElement.value")
    assert audience
    visit.wait_for_address(audience=audience)
    tab_to(page, "[name='level']")
    tab_to(page, "[data-answer-link]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{lang}/*/*/")


def test_the_skip_link(visit: Visit) -> None:
    """It is the first stop, is seen then, and leads behind the header."""
    page = visit.open("de/topics/kita-gutschein/")
    page.keyboard.press("Tab")
    link = page.locator(".ww-skip")
    box = link.bounding_box()
    assert box is not None and box["y"] >= 0
    page.keyboard.press("Enter")
    assert "content" == page.evaluate("document.activeElement.id")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#content'))")


@pytest.mark.parametrize("path", ["", "find/#q=kita", "topics/kita-gutschein/", "practices/", "guide/"])
def test_no_trap_and_in_order(visit: Visit, path: str) -> None:
    """Tab goes through the whole page as it is written, and on."""
    page = visit.open(f"de/{path}")
    if "#q=" in path:
        visit.wait_for_answers()
    places = (
        """[...document.querySelectorAll("a[href], button, input, select, summary")].indexOf(document.activeElement)"""
    )
    seen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if (place := page.evaluate(places)) < 0 or place in seen:
            break
        seen.append(place)
    assert len(seen) > 20 and sorted(seen) == seen
    last = """(place) => [...document.querySelectorAll("a[href], button, input, select, summary")].slice(place + 1)
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.type !== "radio").length"""
    assert 0 == page.evaluate(last, seen[-1])


@pytest.mark.parametrize("lang", QUESTIONS)
def test_what_a_screen_reader_is_told(visit: Visit, lang: str) -> None:
    """A search landmark, a labelled field, the number of answers announced, every answer an article with a heading."""
    page = visit.find(QUESTIONS[lang], f"{lang}/find/")
    told = page.locator("body").aria_snapshot()
    for role in ("banner", "main", "search", "contentinfo"):
        assert re.search(rf"^\s*- {role}\b", told, re.M), role
    assert re.search(r'- searchbox ".+"', told)
    page.locator("#finder-status", has_text=re.compile("5")).wait_for()
    assert "status" == page.locator("#finder-status").get_attribute("role")
    answers = page.get_by_role("article")
    assert 5 == answers.count()
    assert [1] * 5 == [answer.get_by_role("heading", level=2).count() for answer in answers.all()]
    assert not re.search(r'- (link|button|combobox|checkbox|radio)(:| ""|$)', told, re.M)


@pytest.mark.parametrize("lang", QUESTIONS)
def test_numbers_are_read_as_people_say_them(visit: Visit, lang: str) -> None:
    """No voice meets more than three digits of a number to call together; the link still says what it does."""
    page = visit.open(f"{lang}/districts/friedrichshain-kreuzberg/")
    phones = page.locator(".ww-content a[href^='tel:']")
    said = [str(phone.text_content()) for phone in phones.all()]
    assert len(said) > 3
    assert [] == [text for text in said if re.search(r"\d{4}", text) or not re.match(r"\s*\S*[^\d\s+]", text)]


@pytest.mark.parametrize("lang", ["ar", "en", "tr"])
def test_official_names_are_read_in_german(visit: Visit, lang: str) -> None:
    """Names of bodies and sections of laws stand in elements that say they are German; there § is "Paragraf"."""
    page = visit.open(f"{lang}/topics/diskriminierung-schule/")
    for name in page.locator(".ww-door__name a, .ww-law a").all():
        assert "de" == name.evaluate("(one) => (one.firstElementChild || one).closest('[lang]').lang"), (
            name.inner_text()
        )
    unmarked = """() => {
        const walk = document.createTreeWalker(document.querySelector(".ww-content"), NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
            const { data, parentElement } = walk.currentNode;
            const isLaw = data.includes("§") && parentElement.closest(".ww-law, .ww-lawlist a, dt");
            if (isLaw && parentElement.closest("[lang]").lang !== "de") found.push(data);
        }
        return found;
    }"""
    assert [] == page.evaluate(unmarked)
