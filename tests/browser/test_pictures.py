"""Pictures in a browser: nothing stands beyond its box, and a click leads where the list beside it leads."""

from __future__ import annotations

import pytest
from visiting import Visit

BEYOND = """() => [...document.querySelectorAll(".ww-drawing__box")].flatMap((box) => {
  const edge = box.querySelector("rect").getBoundingClientRect();
  return [...box.querySelectorAll("text")].filter((text) => {
    const size = text.getBoundingClientRect();
    return size.left < edge.left || size.right > edge.right || size.top < edge.top - 1 || size.bottom > edge.bottom + 1;
  }).map((text) => text.textContent);
})"""


@pytest.mark.parametrize("path", ["topics/strukturfoerderung/", "offices/bezirksverordnetenversammlung/"])
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_texts_stand_in_their_boxes(visit: Visit, lang: str, path: str) -> None:
    """On the smallest phone the text keeps inside its boxes, and the page does not move sideways."""
    visit.page.set_viewport_size({"width": 320, "height": 800})
    page = visit.open(f"{lang}/{path}")
    assert page.locator(".ww-drawing__box").count() > 5
    assert [] == page.evaluate(BEYOND)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_choose_on_the_map(visit: Visit) -> None:
    """A click on the map opens the district in the list; one's own district is marked on both."""
    page = visit.open("de/offices/jugendamt/")
    page.locator(".ww-mapfold summary").click()
    page.locator(".ww-map a[data-district=pankow]").click()
    page.locator("#district-pankow[open]").wait_for()
    page.evaluate("localStorage.setItem('ww-district', 'pankow')")
    page = visit.open("de/districts/")
    assert "Pankow" in page.locator(".ww-map a.ww-mine").text_content()
    assert "Pankow" in page.locator(".ww-cards > .ww-mine:first-child").text_content()


def test_choose_a_country(visit: Visit) -> None:
    """A tile leads to the examples of its country."""
    page = visit.open("de/practices/")
    page.locator(".ww-tilemap a[href*=CH]").click()
    visit.wait_for_address(country="CH")
    shown = page.locator("[data-filter-item]:visible")
    assert {"CH"} == {one.get_attribute("data-country") for one in shown.all()}


def test_hierarchy_is_a_nested_list(visit: Visit) -> None:
    """A screen reader gets the levels as lists inside each other, and links with whole names."""
    page = visit.open("de/offices/bezirksamt-mitte/")
    outer = page.get_by_role("list", name="Wer über und unter dieser Stelle steht")
    inner = outer.get_by_role("list").get_by_role("list")
    assert 2 == inner.get_by_role("listitem").count()
    assert 1 == inner.get_by_role("link", name="Bezirksbeirat für Partizipation und Integration Mitte").count()
