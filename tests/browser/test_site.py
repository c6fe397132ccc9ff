"""The finished site in a browser: finding, languages, filters, keyboard, a phone, no JavaScript, no other host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from visiting import Visit, one_of_each_kind

from wegweiser.headers import POLICY

PHONE = {"viewport": {"width": 390, "height": 844}}
NO_SCRIPTS = {"java_script_enabled": False}
AMERICAN = {"locale": "en-US"}


def test_find_by_typing(visit: Visit) -> None:
    """A few letters are enough for a card that says who, how to reach them and why it matched."""
    page = visit.find("diskriminiert")
    first = page.locator(".ww-answer").first
    assert "diskriminierung-behoerde" == first.get_attribute("data-id")
    assert "LADG-Ombudsstelle" in first.inner_text()
    assert "gefunden über" in first.inner_text()
    assert first.locator('a[href^="tel:"]').count()
    assert 5 == len(visit.answers())
    page.get_by_role("button", name="Weitere Antworten zeigen").click()
    assert 5 < len(visit.answers())


def test_open_an_answer(visit: Visit) -> None:
    """The title of an answer leads to the page of the concern."""
    page = visit.find("Kita-Gutschein")
    page.locator("[data-answer-link]").first.click()
    page.wait_for_url("**/de/topics/kita-gutschein/")
    assert "Kita" in page.locator("h1").inner_text()


def test_choose_a_district(visit: Visit) -> None:
    """A body that exists in each district asks for it once, in place; the choice is kept on the device only."""
    page = visit.find("Bezirksbeirat", "de/find/")
    page.locator(".ww-answer select").first.select_option("neukoelln")
    visit.wait_for_address(district="neukoelln")
    assert page.locator('.ww-answer a[href*="bezirksbeirat-neukoelln"]').count()
    assert not page.locator('.ww-answer a[href*="bezirksbeirat-pankow"]').count()
    page.locator("#finder-status", has_text="Neukölln").wait_for()
    assert [] == visit.context.cookies()
    visit.open("de/find/#q=Bezirksbeirat")
    visit.wait_for_address(district="neukoelln")


def test_place_in_the_question(visit: Visit) -> None:
    """A place that the question names counts, also against the district that is remembered."""
    page = visit.open("de/find/")
    page.evaluate("localStorage.setItem('ww-district', 'pankow')")
    visit.find("Bezirksbeirat Neukölln", "de/find/")
    assert "bezirksbeirat-neukoelln" in page.locator(".ww-answer").first.inner_html()
    page.locator("#finder-status", has_text="Neukölln").wait_for()


def test_nothing_found(visit: Visit) -> None:
    """Nothing is an outcome of its own: said, with topics, people and a way to tell what is missing."""
    page = visit.find("xylophonquark")
    assert [] == visit.answers()
    box = page.locator(".ww-nothing")
    assert "keine Antwort" in box.inner_text()
    assert box.locator('a[href*="topics/#"]').count()
    assert box.locator('a[href^="mailto:"]').count()


def test_no_network(visit: Visit) -> None:
    """When the finder's files do not come, that is said, and another try brings them."""
    visit.context.route("**/finder/index/*", lambda route: route.abort())
    page = visit.open("de/")
    page.locator("#q").fill("Kita")
    page.locator("#finder-status", has_text="nicht geladen").wait_for()
    visit.wrong.clear()
    visit.context.unroute("**/finder/index/*")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    page.locator(".ww-answer").first.wait_for()


def test_emergency_first(visit: Visit) -> None:
    """Where somebody is in danger, the number stands before everything else."""
    page = visit.find("meine Wohnung brennt")
    assert "112" in page.locator(".ww-signpost").inner_text()


def test_state_is_in_the_address(visit: Visit) -> None:
    """Question and filters are in the address, and an address brings them back."""
    page = visit.open("de/find/#q=Geld+f%C3%BCr+Verein&audience=organisation&level=state&group=association-and-funding")
    visit.wait_for_answers()
    assert "Geld für Verein" == page.locator("#q").input_value()
    assert page.locator('input[value="organisation"]').is_checked()
    assert "state" == page.locator('select[name="level"]').input_value()
    before = visit.answers()
    page.locator(".ww-filters summary").click()
    page.locator('select[name="level"]').select_option("")
    visit.wait_for_address(level="")
    page.locator('select[name="level"]').select_option("state")
    visit.wait_for_address(level="state")
    assert before == visit.answers()
    page.locator(".ww-finder__clear").click()
    visit.wait_for_address(q="")
    assert page.locator("[data-start]").is_visible()


def test_keyboard_alone(visit: Visit) -> None:
    """Arrows walk through the answers, Escape clears, Enter opens."""
    page = visit.find("Einbürgerung")
    focused = "document.activeElement.closest('.ww-answer')?.dataset.id ?? document.activeElement.id"
    walk = [
        page.keyboard.press(key) or page.evaluate(focused) for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")
    ]
    first, second = visit.answers()[:2]
    assert [first, second, first, "q"] == walk
    page.keyboard.press("Escape")
    assert "" == page.locator("#q").input_value()
    page.keyboard.type("Einbürgerung")
    visit.wait_for_answers()
    page.keyboard.press("Enter")
    assert first == page.evaluate(focused)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}/")


def test_change_the_language(visit: Visit) -> None:
    """The switcher leads to the same page, with the question."""
    page = visit.open("de/topics/kita-gutschein/#bring")
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="en"]').click()
    page.wait_for_url("**/en/topics/kita-gutschein/#bring")
    assert "en" == page.locator("html").get_attribute("lang")
    visit.open("en/find/#q=child+care")
    page.locator(".ww-lang summary").click()
    page.locator('.ww-lang a[lang="de"]').click()
    page.wait_for_url("**/de/find/#q=child+care")


def test_filter_a_list(visit: Visit) -> None:
    """The filters of a list are in the address, and the number of entries is said."""
    page = visit.open("de/practices/")
    shown = page.locator("[data-filter-item]:visible")
    everything = shown.count()
    theme = page.locator('[data-filter-by="theme"] option').nth(1).get_attribute("value")
    page.locator('[data-filter-by="theme"]').select_option(theme)
    assert 0 < shown.count() < everything
    assert f"theme={theme}" in page.url
    assert str(shown.count()) in page.locator(".ww-filter__count").inner_text()
    some = shown.count()
    page.reload()
    assert some == shown.count()


def test_old_copy_does_not_lie(visit: Visit) -> None:
    """Whether a programme is open follows from its days and today, not from the day the site was built."""
    visit.page.clock.set_fixed_time("2099-01-01")
    page = visit.open("de/programmes/")
    assert 0 == page.locator(".ww-state--open").count() + page.locator(".ww-state--coming").count()


def test_links_into_what_is_folded(visit: Visit) -> None:
    """A footnote opens the sources that it leads to."""
    page = visit.open("de/topics/diskriminierung-behoerde/")
    assert not page.locator("#source-1").is_visible()
    page.locator('a[href="#source-1"]').first.click()
    page.locator("#source-1").wait_for(state="visible")


def test_theme_is_remembered(visit: Visit) -> None:
    """Light, dark or as the device has it; kept on the device."""
    page = visit.open("de/")
    for expected in ("light", "dark"):
        page.locator("[data-theme-toggle]").click()
        page.reload()
        assert expected == page.locator("html").get_attribute("data-theme")
    page.locator("[data-theme-toggle]").click()
    page.reload()
    assert page.locator("html").get_attribute("data-theme") is None


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_phone(visit: Visit, site: Path) -> None:
    """No page of any kind is wider than a phone, and none breaks the policy or asks another host."""
    for path in one_of_each_kind(site):
        page = visit.open(f"de/{path}")
        if "#q=" in path:
            visit.wait_for_answers()
        assert 390 == page.evaluate("document.documentElement.scrollWidth"), path
    visit.open("")
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
    visit.open("de/")
    menu = visit.page.locator("[data-menu]")
    assert not visit.page.locator("#ww-nav").is_visible()
    menu.click()
    assert visit.page.locator("#ww-nav").is_visible()


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True)
def test_without_scripts(visit: Visit) -> None:
    """Everything is reached by links: from the chooser to the contact of an office."""
    page = visit.open("")
    page.locator('.ww-languages a[lang="de"]').click()
    assert not page.locator("#q").is_visible()
    page.locator(".ww-tile h3 a").first.click()
    page.locator(".ww-group li a").first.click()
    page.locator(".ww-card--main .ww-card__name a").click()
    assert page.locator("#contact").is_visible()
    assert page.locator(".ww-nav a").first.is_visible()
    visit.open("de/practices/")
    assert not page.locator(".ww-filter").is_visible()
    assert page.locator("[data-filter-item]").count() == page.locator("[data-filter-item]:visible").count()


@pytest.mark.parametrize("visit", [AMERICAN], indirect=True)
def test_chooser(visit: Visit) -> None:
    """The languages of the browser come first."""
    page = visit.open("")
    assert "en" == page.locator(".ww-languages a").first.get_attribute("lang")


def test_no_page_has_scripts_or_styles_inside(site: Path) -> None:
    """The policy holds without exceptions; what search engines read is data and no script."""
    policies, inside = (
        set(),
        re.compile(r'<style|\sstyle=|\son\w+=|<script(?! type="application/ld\+json">)(?![^>]*\ssrc=)'),
    )
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not inside.search(text), path
        policies.add(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1])  # type: ignore[index]
    assert {POLICY} == policies


def test_address_changes(visit: Visit) -> None:
    """Another question in the address is answered; the link to the content leaves question and filters as they are."""
    page = visit.open("de/find/#q=Kita")
    visit.wait_for_answers()
    page.evaluate("location.hash = 'q=Bezirksbeirat&level=district'")
    page.locator('.ww-answer[data-id="bezirksbeirat-partizipation-integration"]').wait_for()
    assert ("Bezirksbeirat", "district") == (
        page.locator("#q").input_value(),
        page.locator('select[name="level"]').input_value(),
    )
    page.evaluate("location.hash = 'content'")
    page.wait_for_timeout(300)
    assert "district" == page.locator('select[name="level"]').input_value()
    page = visit.open("de/practices/#country=CH")
    shown = page.locator("[data-filter-item]:visible")
    some = shown.count()
    page.evaluate("location.hash = 'content'")
    page.wait_for_timeout(300)
    assert some == shown.count() < page.locator("[data-filter-item]").count()
    page.evaluate("location.hash = 'country=CA'")
    page.wait_for_timeout(300)
    assert {"CA"} == {one.get_attribute("data-country") for one in shown.all()}
