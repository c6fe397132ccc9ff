"""Facts and a wording in; what templates print out: dates, states, contacts, text with its language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import (
    ARABIC,
    ENGLISH,
    GERMAN,
    ROOT,
    SOURCE,
    catalogue,
    district,
    facts,
    law,
    office,
    programme,
    speech,
    topic,
    wording,
)
from wegweiser.graph import Graph
from wegweiser.languages import Language, locale_of
from wegweiser.model import LegalBasis, Programme, Round
from wegweiser.translations import Translation
from wegweiser.view import Facts, Speech, relative_url
from wegweiser.view.facts import source_numbers
from wegweiser.view.isolation import LATIN_RUN


@pytest.mark.parametrize(
    ("code", "year", "month", "day"),
    [
        ("de", "2026", "März 2026", "5. März 2026"),
        ("en", "2026", "March 2026", "March 5, 2026"),
        ("tr", "2026", "Mart 2026", "5 Mart 2026"),
        ("ru", "2026", "март 2026 г.", "5 марта 2026 г."),
        ("uk", "2026", "березень 2026 р.", "5 березня 2026 р."),
        ("fr", "2026", "mars 2026", "5 mars 2026"),
        ("pl", "2026", "marzec 2026", "5 marca 2026"),
        ("vi", "2026", "tháng 3 năm 2026", "5 tháng 3, 2026"),
        ("ar", "2026", "مارس 2026", "5 مارس 2026"),
        ("fa", "۲۰۲۶", "مارس ۲۰۲۶", "۵ مارس ۲۰۲۶"),
    ],
)
def test_dates(code: str, year: str, month: str, day: str) -> None:
    """A year, a month and a day are written as people of the language write them."""
    said = speech(Language(code, code, "ltr", default=False))
    written = [said.plain_day(partial).replace("\u202f", " ") for partial in ("2026", "2026-03", "2026-03-05")]
    assert [year, month, day] == written


@pytest.mark.parametrize("code", ["de", "en", "tr", "ar", "ru", "uk", "fa", "fr", "pl", "vi", "pt-BR", "xx-invented"])
def test_dates_in_every_language(code: str) -> None:
    """Every language, an unknown one too, says dates, numbers and countries, inside marked-up time."""
    said = speech(Language(code, code, locale_of(code).text_direction, default=False))
    for partial in ("1999", "2026-12", "2024-02-29"):
        assert f'<time datetime="{partial}">{said.plain_day(partial)}</time>' == str(said.day(partial))
        assert said.plain_day(partial).strip()
    assert said.number(12345) and said.country("AT")
    assert "" == str(said.day(None))


def test_numbers_and_countries() -> None:
    """Numbers have the separators, countries the names of the language; networks are international."""
    assert ["12.345", "12,345"] == [speech(GERMAN).number(12345), speech(ENGLISH).number(12345)]
    assert ["Österreich", "Austria"] == [speech(GERMAN).country("AT"), speech(ENGLISH).country("AT")]
    assert ["International", "QX"] == [speech(GERMAN).country("ZZ"), speech(GERMAN).country("QX")]


HOSTILE = '<script>alert("1")</script> & "x"'
ESCAPED = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#34;x&#34;"


def test_text_is_marked_as_what_it_is() -> None:
    """A missing text is German and says so; an outdated one too; a translated one is simply there."""
    content = {("a:b", "eins"): "one", ("a:b", "zwei"): Translation(("zwei",), ("two",), outdated=True)}
    said = speech(ENGLISH, {"Noch nicht übersetzt": "Not translated yet", "veraltet": "outdated"}, content=content)
    assert "one" == str(said.text("a", "b", "eins"))
    assert 'two <span class="ww-outdated"' in str(said.text("a", "b", "zwei")) and "(outdated)" in said.text(
        "a", "b", "zwei"
    )
    assert (
        '<span><span class="ww-fallback" lang="de" dir="ltr">drei</span> '
        '<span class="ww-tongue" title="Not translated yet">German</span></span>'
    ) == str(said.text("a", "b", "drei"))
    assert ["one", "two", "drei", ""] == [said.plain("a", "b", text) for text in ("eins", "zwei", "drei", None)]
    assert "eins" == str(speech(GERMAN).text("a", "b", "eins"))
    assert "" == str(said.text("a", "b", None))


def test_right_to_left() -> None:
    """In Arabic every German piece is isolated with its language and direction, so that it cannot turn the line."""
    said = speech(ARABIC)
    assert "rtl" == said.direction
    assert '<bdi lang="de">Bürgeramt</bdi>' == str(said.official("Bürgeramt"))
    assert '<span lang="de" dir="ltr">Mo–Fr</span>' == str(said.source_language("Mo–Fr"))
    assert 'lang="de" dir="ltr"' in said.text("a", "b", "Nur deutsch")
    assert ["Bürgeramt", "Mo–Fr", ""] == [
        str(one)
        for one in (
            speech(GERMAN).official("Bürgeramt"),
            speech(GERMAN).source_language("Mo–Fr"),
            said.source_language(None),
        )
    ]


@pytest.mark.parametrize("language", [GERMAN, ENGLISH, ARABIC])
def test_everything_is_escaped(language: Language) -> None:
    """Whatever a record or a translation says, no markup of its own reaches the page."""
    content = {("a:b", "eins"): HOSTILE, ("a:b", "zwei"): Translation(("zwei",), (HOSTILE,), outdated=True)}
    said = speech(language, {"veraltet": HOSTILE, "Noch nicht übersetzt": HOSTILE}, content=content)
    pieces = [said.text("a", "b", text) for text in ("eins", "zwei", HOSTILE)]
    pieces += [said.official(HOSTILE), said.source_language(HOSTILE)]
    assert not [piece for piece in pieces if "<script" in piece or '"1"' in piece]
    assert ESCAPED in said.official(HOSTILE)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ar",
            "اذهبوا إلى LEA (§ 81 AufenthG)، خلال 14 يوما.",
            'اذهبوا إلى <bdi lang="de">LEA</bdi> (<bdi lang="de">§ 81 AufenthG</bdi>)، خلال 14 يوما.',
        ),
        ("ru", "Bürgeramt Mitte – рядом.", '<bdi lang="de">Bürgeramt Mitte</bdi> – рядом.'),
        ("tr", "Bürgeramt’a gidin.", '<bdi lang="de">Bürgeramt</bdi>’a gidin.'),
        ("tr", "Bürgeramtliches.", "Bürgeramtliches."),
        ("fr", "la Hilfe zur Pflege (aide)", 'la <bdi lang="de">Hilfe zur Pflege</bdi> (aide)'),
        ("fr", "Organisation : Fiktionsbescheinigung", 'Organisation : <bdi lang="de">Fiktionsbescheinigung</bdi>'),
        ("fa", "۳ روز، 24/7", "۳ روز، 24/7"),
    ],
)
def test_names_in_a_text_are_isolated(lang: str, text: str, expected: str) -> None:
    """A German name in a translated text is in its own language and direction; numbers alone are not."""
    made = catalogue(office("amt", name="Bürgeramt"), district("mitte", name="Mitte"))
    language = Language(lang, lang, locale_of(lang).text_direction, default=False)
    original = "Organisation: Fiktionsbescheinigung oder Hilfe zur Pflege."
    said = Speech(wording(language, {("a:b", original): text}), made.official_names)
    found = said.text("a", "b", original)
    assert (f"<span>{expected}</span>" if "<bdi" in expected else expected) == str(found)


def test_label_before_what_it_names() -> None:
    """The colon is set as the language sets it."""
    assert "Stand:" == speech(GERMAN).label("Stand")
    assert "État\u00a0:" == speech(ENGLISH, {"Stand": "État", "{label}:": "{label}\u00a0:"}).label("Stand")


def test_cards_isolate_the_same_names() -> None:
    """The browser finds names in the texts of its cards with the same expression."""
    script = (ROOT / "src/wegweiser/assets/finder-ui/speech.js").read_text(encoding="utf-8")
    assert f"const LATIN_RUN = /{LATIN_RUN.pattern}/g;" in script


def test_a_page_tells_what_it_says() -> None:
    """What a machine translated, what is missing and what is outdated is told, of this page only."""
    content = {
        ("a:b", "eins"): Translation(("eins",), ("one",), machine_made=True),
        ("a:b", "zwei"): Translation(("zwei",), ("two",), outdated=True),
        ("a:b", "drei"): "three",
    }
    words = {"Suchen": "Search", "Finden": Translation(("Finden",), ("Find",), machine_made=True)}
    said = speech(ENGLISH, words, content=content)
    assert [] == [said.text("a", "b", "drei") and note for note in said.notes()]
    machine, missing, outdated = ("Maschine", "noch nicht übersetzt", "veraltet")
    for say, told in (
        (lambda one: one.text("a", "b", "drei"), []),
        (lambda one: one.word("Suchen"), []),
        (lambda one: one.text("a", "b", "eins"), [machine]),
        (lambda one: one.word("Finden"), [machine]),
        (lambda one: one.text("a", "b", "vier"), [missing]),
        (lambda one: one.word("Weg"), [missing]),
        (lambda one: one.text("a", "b", "zwei"), [outdated, missing]),
    ):
        page = said.fresh()
        say(page)
        notes = page.notes()
        assert len(told) == len(notes) and all(any(word in note for note in notes) for word in told), told
    german = speech(GERMAN, words, content=content)
    german.text("a", "b", "vier")
    german.word("Weg")
    assert [] == german.notes()


@pytest.mark.parametrize(
    ("code", "number", "name"),
    [
        ("de", "1.234", "Deutsch"),
        ("fa", "۱٬۲۳۴", "آلمانی"),
        ("ar", "1,234", "الألمانية"),
        ("fr", "1\u202f234", "allemand"),
    ],
)
def test_digits_and_names_of_languages(code: str, number: str, name: str) -> None:
    """Digits and separators are those of CLDR for the language, and German is called what its speakers call it."""
    said = speech(Language(code, code, "ltr", default=False))
    assert (number, name) == (said.number(1234), said.language_name("de"))
    assert f"{code}-u-ca-gregory-nu-" in said.numbers


ROUNDS = [
    ({"opens": "2026-11-23"}, "coming"),
    ({"opens": "2026-11-22"}, "unknown"),
    ({"opens": "2026-11", "closes": "2026-11"}, "open"),
    ({"opens": "2026-12", "closes": "2026-12"}, "coming"),
    ({"closes": "2026-11-22"}, "open"),
    ({"closes": "2026-11-21"}, "closed"),
    ({"opens": "2026-01-01", "closes": "2026-10"}, "closed"),
    ({"closes": "2026"}, "open"),
    ({"date_text": "im Herbst"}, "unknown"),
    ({}, "unknown"),
]


@pytest.mark.parametrize(("dates", "expected"), ROUNDS)
def test_rounds(dates: dict[str, str], expected: str) -> None:
    """A call is open from its first to its last day, both included; without a last day nobody knows."""
    assert expected == facts(today=date(2026, 11, 22)).round_state(Round(what="Runde", **dates))


def test_programme_state() -> None:
    """A programme is open if any call is; ended beats all; it has not ended before its day."""
    state = facts(today=date(2026, 11, 22)).programme_state

    def made(*rounds: dict[str, str], **given: Any) -> Programme:
        return programme(rounds=[{"what": "Runde", **one} for one in rounds], **given)

    closed, coming, now = {"closes": "2026-01-01"}, {"opens": "2027-01-01"}, {"closes": "2026-12-31"}
    assert [
        "open",
        "coming",
        "closed",
        "unknown",
    ] == [state(made(*rounds)) for rounds in ([closed, coming, now], [closed, coming], [closed], [])]
    assert ["ended", "open"] == [state(made(now, ended=day)) for day in ("2026-11-22", "2026-11-23")]


def test_current() -> None:
    """What holds until a month holds on its last day."""
    assert [
        True,
        True,
        False,
        True,
    ] == [facts(today=date(2026, 11, 30)).current(until) for until in (None, "2026-11", "2026-11-29", "2026")]


def point(kind: str, value: str, **given: str) -> dict[str, str]:
    """A contact, as a record writes it."""
    return {"type": kind, "value": value, "source": "seite", **given}


def test_contacts() -> None:
    """What one can do at once comes first; each has its link, its date and its source; none comes twice."""
    body = office(
        contacts=[
            point("hours", "Mo 9-12"),
            point("address", "Auenweg 1"),
            point("email", "post@amt.example.org"),
            point("website", "https://amt.example.org/"),
            point("appointment", "nach Vereinbarung"),
            point("appointment", "https://termin.example.org/ oder am Schalter", source="termin"),
            point("appointment", "https://termin.example.org/"),
            point("phone", "+49 99 100-200", as_of="2026-05"),
            point("email", "POST@amt.example.org"),
        ],
        sources=[{**SOURCE, "key": "termin", "date": "2024"}, {**SOURCE, "date": "2025"}],
    )
    found = facts(body).contacts(body)
    assert [
        ("phone", "tel:+4999100200", "2026-05"),
        ("email", "mailto:post@amt.example.org", "2025"),
        ("appointment", "", "2025"),
        ("appointment", "", "2024"),
        ("appointment", "https://termin.example.org/", "2025"),
        ("website", "https://amt.example.org/", "2025"),
        ("address", "", "2025"),
        ("hours", "", "2025"),
    ] == [(view.type, view.href, view.as_of) for view in found]
    assert {"https://amt.example.org/"} == {view.source.url for view in found if view.source}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("phone", "+49 30 90239 5424", "+49 30 9~02~39 54~24"),
        ("phone", "+49 30 90296-3515", "+49 30 9~02~96-35~15"),
        ("phone", "+49 800 115", "+49 800 115"),
        ("address", "Hauptstr. 1, 10115 Stadt", "Hauptstr. 1, 10115 Stadt"),
    ],
)
def test_long_numbers_are_printed_in_pairs(kind: str, value: str, expected: str) -> None:
    """A voice that meets four digits or more together reads thousands; pairs it reads as people say them."""
    body = office(contacts=[point(kind, value)], sources=[SOURCE])
    [view] = facts(body).contacts(body)
    assert [value, expected] == [view.value, view.printed.replace("\N{NO-BREAK SPACE}", "~")]


def test_contacts_of_a_district() -> None:
    """A common record shows a district's contacts there only; the district's own record gets them too."""
    common = office(
        "buero",
        per_district=True,
        contacts=[
            point("phone", "115"),
            point("phone", "116", district="nord"),
            point("phone", "117", district="sued"),
        ],
        sources=[SOURCE],
    )
    nord = office(
        "buero-nord", instance_of="buero", district="nord", contacts=[point("phone", "118")], sources=[SOURCE]
    )
    made = Facts(
        records := catalogue(common, nord, district("nord"), district("sued")), Graph(records), date(2026, 11, 22)
    )
    assert ["115"] == [view.value for view in made.contacts(common)]
    assert ["115", "116"] == [view.value for view in made.contacts(common, "nord")]
    assert ["118", "116"] == [view.value for view in made.contacts(nord, "nord")]
    assert {
        "nord": ["116"],
        "sued": ["117"],
    } == {where: [view.value for view in found] for where, found in made.districts_with_contacts(common)}


def test_duties() -> None:
    """A duty knows its body's page and whether a source supports it."""
    given = topic(
        "a",
        {"body": "amt", "role": "decides", "sources": ["seite"]},
        {"body": "amt", "role": "serves"},
        sources=[SOURCE],
    )
    assert [
        ("offices/amt", 0, True),
        ("offices/amt", 1, False),
    ] == [(view.address, view.rank, view.verified) for view in facts(office(), given).duties(given)]
    assert {"seite": 1} == source_numbers(given)


def test_laws() -> None:
    """A law is named by its abbreviation and linked if it has a record."""
    made = facts(law("gesetz", name="Großes Gesetz", abbreviation="GG"))
    assert ("§ 1 GG", "laws/gesetz") == made.law_label(LegalBasis(law="gesetz", section="§ 1"))
    assert ("Satzung", None) == made.law_label(LegalBasis(title="Satzung"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("", "", "./"),
        ("", "topics/", "topics/"),
        ("topics/", "", "../"),
        ("topics/kita/", "offices/amt/", "../../offices/amt/"),
        ("councils/compare/", "councils/", "../../councils/"),
    ],
)
def test_ways_between_pages(start: str, end: str, expected: str) -> None:
    """The way from page to page never starts at the root."""
    assert expected == relative_url(start, end)
