"""The finished site in a browser, in the languages of its readers: right to left, the switcher, the offer, the card."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from visiting import Visit

PHONE = {"viewport": {"width": 390, "height": 844}}
ARAB = {**PHONE, "locale": "ar-SY"}
TURK = {**PHONE, "locale": "tr-TR"}
SWISS = {"locale": "de-CH"}
PAGES = ("", "find/", "topics/", "topics/kita-gutschein/", "offices/landesamt-fuer-einwanderung/", "councils/compare/")
MIRRORED = """() => {
    const middle = (element) => { const box = element.getBoundingClientRect(); return box.left + box.width / 2; };
    const [brand, theme] = [".ww-brand", ".ww-theme"].map((name) => middle(document.querySelector(name)));
    return brand > theme;
}"""


@pytest.mark.parametrize("visit", [ARAB], indirect=True)
@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_right_to_left(visit: Visit, lang: str) -> None:
    """Pages are mirrored and no wider than a phone; numbers to call keep their order."""
    for path in PAGES:
        page = visit.open(f"{lang}/{path}")
        assert [lang, "rtl"] == [
            page.locator("html").get_attribute("lang"),
            page.evaluate("getComputedStyle(document.body).direction"),
        ]
        assert page.evaluate(MIRRORED), path
        assert 390 == page.evaluate("document.documentElement.scrollWidth"), path
    phones = page.locator('a[href^="tel:"] bdi')
    assert phones.count() and {"ltr"} == {phone.get_attribute("dir") for phone in phones.all()}


@pytest.mark.parametrize("visit", [ARAB], indirect=True)
def test_find_in_arabic(visit: Visit) -> None:
    """A question in Arabic is answered in Arabic; the office's name stays German, in its own direction."""
    page = visit.find("تمديد الإقامة", "ar/")
    first = page.locator(".ww-answer").first
    assert "aufenthaltstitel-verlaengern" == first.get_attribute("data-id")
    assert re.search("[\u0600-\u06ff]", first.locator(".ww-answer__title").inner_text())
    name = first.locator(".ww-answer__name bdi").first
    assert ["Landesamt für Einwanderung", "de"] == [name.inner_text(), name.get_attribute("lang")]
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
    page.locator(".ww-answer__title a").first.click()
    page.wait_for_url("**/ar/topics/aufenthaltstitel-verlaengern/")
    assert page.locator('.ww-lead bdi[lang="de"]').count() or page.locator('.ww-main bdi[lang="de"]').count()


@pytest.mark.parametrize("visit", [TURK], indirect=True)
def test_find_in_turkish(visit: Visit) -> None:
    """With Turkish letters or without them, and the number of answers is said in Turkish."""
    for question in ("oturum uzatma", "OTURUMUMU UZATMAK İSTİYORUM"):
        page = visit.find(question, "tr/")
        assert "aufenthaltstitel-verlaengern" in visit.answers()[:3], question
    assert "5" in page.locator(".ww-results__status").inner_text()
    assert "Antworten" not in page.locator(".ww-results").inner_text()


@pytest.mark.parametrize("visit", [ARAB], indirect=True)
def test_offer_of_the_browsers_language(visit: Visit) -> None:
    """On the first visit the browser's language is offered in that language; whoever declines is not asked again."""
    page = visit.open("de/topics/kita-gutschein/?x=1#bring")
    offer = page.locator(".ww-offer")
    link = offer.locator("a")
    assert ["ar", "rtl"] == [link.get_attribute("lang"), link.get_attribute("dir")]
    link.click()
    page.wait_for_url("**/ar/topics/kita-gutschein/?x=1#bring")
    assert not page.locator(".ww-offer").count()
    visit.open("de/")
    assert not page.locator(".ww-offer").count()
    page.evaluate("localStorage.clear()")
    visit.open("de/")
    page.locator(".ww-offer button").click()
    visit.open("de/find/")
    assert not page.locator(".ww-offer").count()


@pytest.mark.parametrize("visit", [SWISS], indirect=True)
def test_no_offer_without_need(visit: Visit) -> None:
    """Somebody whose browser speaks the page's language, in whatever variety, is offered nothing."""
    for path in ("de/", "de-simple/"):
        assert not visit.open(path).locator(".ww-offer").count()
    assert visit.open("tr/").locator('.ww-offer a[lang="de"]').count()


@pytest.mark.parametrize("visit", [TURK], indirect=True)
def test_card_for_the_counter(visit: Visit) -> None:
    """German and the reader's language side by side; printed alone, on one small sheet."""
    page = visit.open("tr/offices/landesamt-fuer-einwanderung/#counter")
    card = page.locator(".ww-counter__card")
    german = card.locator('.ww-pair > [lang="de"]')
    assert "Ich suche diese Stelle:" in german.all_inner_texts()[2]
    assert "Landesamt für Einwanderung" in german.all_inner_texts()[2]
    assert german.count() == card.locator(".ww-pair").count()
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
    page.evaluate("window.print = () => {}")
    for size, (width, height) in {"a6": (298, 420), "a5": (420, 595)}.items():
        page.locator(f'[data-print-card="{size}"]').click()
        sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
        assert 1 == len(sheets), size
        assert abs(float(sheets[0][0]) - width) < 3 and abs(float(sheets[0][1]) - height) < 3, size
        page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-printing") is None


def test_every_language_is_built(site: Path, visit: Visit) -> None:
    """Every page says its language and direction; each start page leads to all others and tells who translated it."""
    codes = [link.get_attribute("lang") for link in visit.open("").locator(".ww-languages a").all()]
    assert len(codes) >= 11 and "de-simple" in codes
    for path in site.rglob("*/index.html"):
        code = path.relative_to(site).parts[0]
        direction = "rtl" if code in ("ar", "fa") else "ltr"
        text = path.read_text(encoding="utf-8")
        assert f'<html lang="{code}"' in text and re.search(rf'<body dir="{direction}"', text), path
    for code in codes:
        text = (site / str(code) / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}"' in text
        assert len(codes) == len(re.findall(r"data-language[ >]", text))
        assert ("ww-told" in text) == (code != "de")
