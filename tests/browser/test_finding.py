"""The finder in a browser: the same answers as in Python, what stands beside them, the guided way, the counter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from visiting import Visit

from builders import ROOT
from wegweiser.answers import answers
from wegweiser.build import Build
from wegweiser.questions import SECTIONS, Question, sheet

if TYPE_CHECKING:
    from playwright.sync_api import Page

SETS = ("first", "tuning", "second", "report")
PHONE = {"viewport": {"width": 390, "height": 844}}
ASK_ALL = """async ([langs, asked]) => {
    const json = async (path) => (await fetch(`../../finder/${path}`)).json();
    const finder = new WegweiserFinder.Finder(await json("common.json"));
    const cards = {};
    for (const lang of langs) {
        const parts = [await json(`index/${lang}.json`)];
        for (let number = 2; number <= parts[0].parts; number++) parts.push(await json(`index/${lang}.${number}.json`));
        finder.addIndex(lang, ...parts);
        cards[lang] = await json(`cards/${lang}.json`);
    }
    return asked.map(([query, lang, district]) =>
        WegweiserAnswers.answers(finder, cards[lang], query, lang, { district: district || undefined }));
}"""


def every_question(langs: list[str]) -> Iterator[Question]:
    """The questions of all sets, those with and without answers, each once."""
    files = (file for name in SETS for file in sorted((ROOT / "tests" / "finder" / name).glob("*.yaml")))
    seen = set()
    for file in files:
        found, _ = sheet(file, langs)
        for question in (one for section in SECTIONS for one in getattr(found, section)):
            key = (question.q, question.lang, question.district)
            if key not in seen:
                seen.add(key)
                yield question


def rounded(found: Any) -> Any:
    """Answers as JSON, their scores to six digits."""
    plain = json.loads(json.dumps(found))
    return {**plain, "answers": [{**one, "score": round(one["score"], 6)} for one in plain["answers"]]}


def test_same_answers_in_python_and_in_the_browser(visit: Visit, built: Build) -> None:
    """Every question of all sets gets the same answers from the files of the site, in order, scores to six digits."""
    langs = list(built.wordings)
    asked = list(every_question(langs))
    assert len(asked) > 1500
    page = visit.open("de/find/#q=kita")
    visit.wait_for_answers()
    made = page.evaluate(ASK_ALL, [langs, [[one.q, one.lang, one.district] for one in asked]])
    for one, browser in zip(asked, made, strict=True):
        python = answers(built.finder, built.cards, one.q, one.lang, district=one.district or None)
        assert rounded(python) == rounded(browser), one


# Beside the answers


def test_another_city(visit: Visit) -> None:
    """A concern in another city is not answered with a local office; the nearest is offered."""
    page = visit.find("Bürgeramt München Termin")
    assert "gilt für Berlin, nicht für München" in page.locator("[data-before]").inner_text()
    assert [] == visit.answers()
    assert page.locator(".ww-nothing h3 + ul a").count() >= 3


def test_a_wrong_door(visit: Visit) -> None:
    """Who names the wrong office beside her concern reads which is the right one."""
    page = visit.find("LAF Einbürgerung")
    note = page.locator("[data-wrong-door]")
    assert "landesamt-fuer-fluechtlingsangelegenheiten" == note.get_attribute("data-wrong-door")
    assert "Landesamt für Einwanderung" in note.inner_text()
    assert "einbuergerung" == visit.answers()[0]


def test_a_wrong_door_for_a_known_concern(visit: Visit) -> None:
    """Where the wrong office's own page names the concern, it stands beside the right one."""
    page = visit.find("LAF Aufenthaltstitel", "de/find/")
    assert "Aufenthaltstitel" == page.locator("[data-wrong-door] .ww-gloss").inner_text()


def test_another_spelling(visit: Visit) -> None:
    """A word that nobody knows is offered as the directory writes it, and asked at a click."""
    page = visit.find("Blorptest Einbürgrung Mondkalb", "de/find/")
    link = page.locator("[data-suggestion]")
    assert "Einbürgerung" in link.inner_text()
    link.click()
    visit.wait_for_answers()
    assert "Einbürgerung" in page.locator("#q").input_value()


def test_an_emergency_in_another_language(visit: Visit) -> None:
    """The number comes first in any interface as soon as the language of the question is there."""
    page = visit.find("мой муж меня избивает", "de/find/")
    page.locator(".ww-signpost a[href='tel:110']").wait_for()


# Step by step


def focused_question(page: Page, before: str) -> str:
    """The question that has the focus, once it is another one than before."""
    for _ in range(100):
        focused = page.locator("[data-guide-question]:focus")
        if focused.count() and focused.inner_text() != before:
            return str(focused.inner_text())
        page.wait_for_timeout(50)
    raise AssertionError(f"still at {before}")


@pytest.mark.parametrize("lang", ["de", "ar"])
def test_step_by_step_with_the_keyboard(visit: Visit, lang: str) -> None:
    """For whom, about what, what exactly, which district: each step gets the focus, "back" goes back."""
    page = visit.open(f"{lang}/guide/")
    asked = [page.locator("[data-guide-question]").inner_text()]
    for choice in ("button >> nth=0", "[data-icon='office'] >> nth=0", "button >> nth=0"):
        page.locator(f"[data-guide-choices] {choice}").focus()
        page.keyboard.press("Enter")
        asked.append(focused_question(page, asked[-1]))
    assert 4 == len(set(asked))
    page.go_back()
    assert asked[2] == focused_question(page, asked[3])
    page.go_forward()
    assert asked[3] == focused_question(page, asked[2])
    page.locator("[data-guide-choices] a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/*/")
    assert page.evaluate("localStorage.getItem('ww-district')")


def test_every_topic_can_be_reached_step_by_step(visit: Visit, built: Build) -> None:
    """The steps lead to all topics, for one audience or another."""
    page = visit.open("de/guide/")
    listed = page.locator("[data-guide-all] li[data-audience]")
    assert len(built.project.catalogue.topics) == listed.count()
    assert not page.locator("[data-guide-all]").is_visible()


def test_nothing_found_leads_on(visit: Visit) -> None:
    """An empty result offers the guided way, people to talk to, and a prefilled report of what is missing."""
    page = visit.find("Mondrakete Xylophonwurst")
    nothing = page.locator(".ww-nothing")
    assert nothing.locator("a[href$='guide/']").count()
    assert nothing.locator("a[href*='offices/willkommenszentrum-berlin/']").count()
    report = nothing.locator("a.ww-report").get_attribute("href")
    assert report is not None and report.startswith("mailto:") and "Xylophonwurst" in report


# Questions that found nothing


def test_questions_are_counted_only_if_wanted(visit: Visit) -> None:
    """Nothing is kept until somebody wants it; then it is on this device, and can be seen, sent and deleted."""
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page = visit.find("Mondrakete Xylophonwurst")
    assert page.evaluate("localStorage.getItem('ww-unanswered')") is None
    page.locator("[data-counter] button").click()
    kept = json.loads(page.evaluate("localStorage.getItem('ww-unanswered')"))
    assert [["Mondrakete Xylophonwurst", "de", "-", kept["list"][0][3], 1]] == kept["list"]
    page.locator("[data-counter] a").click()
    page.locator("[data-unanswered-list] li").wait_for()
    mail = page.locator("[data-unanswered-send]").get_attribute("href")
    assert mail is not None and mail.startswith("mailto:") and "1x%20%7C%20de%20%7C%20-" in mail
    page.locator("[data-unanswered-list] button").click()
    assert 0 == page.locator("[data-unanswered-list] li").count()
    page.locator("[data-unanswered-keep]").uncheck()
    assert page.evaluate("localStorage.getItem('ww-unanswered')") is None
    visit.find("Sonnenfinsternisbrille Mond")
    page.wait_for_timeout(3000)
    assert page.evaluate("localStorage.getItem('ww-unanswered')") is None
    leaks = [url for url in asked if "rakete" in url or "Xylo" in url or "finsternis" in url]
    assert [] == leaks, "a question left the device"


def test_a_settled_question_is_counted_once(visit: Visit) -> None:
    """With the counter on, a question counts when nobody has typed for a while, and not half of it."""
    page = visit.find("Mondrakete")
    page.locator("[data-counter] button").click()
    page.locator("#q").press("End")
    page.locator("#q").press_sequentially(" Xylophonwurst")
    page.wait_for_timeout(3500)
    kept = json.loads(page.evaluate("localStorage.getItem('ww-unanswered')"))
    assert ["Mondrakete", "Mondrakete Xylophonwurst"] == [one[0] for one in kept["list"]]
    assert [1, 1] == [one[4] for one in kept["list"]]
