"""Text becomes the same words however it is written."""

from __future__ import annotations

import json

import pytest

from finder_samples import LANGS, ROOT, tables
from wegweiser.analysis import LONGEST_WORD, analyse, scripts_of, words
from wegweiser.tables import tables_of

SAME = [
    ("de", "Bürgeramt", "Buergeramt", "BURGERAMT", "bu\u0308rgeramt", "Bürger\u00adamt"),
    ("de", "Hilfe", "Hilfeeee", "HIIIILFE"),
    ("de", "Straße", "strasse", "STRASSE", "STRAẞE"),
    ("de", "Bürger:innen", "Bürger*innen", "Bürger_innen", "BürgerInnen", "Bürger/-innen", "Bürger(innen)"),
    ("de", "Beauftragte*r", "Beauftragter", "Beauftragte/r"),
    ("tr", "ışık", "IŞIK", "isik", "İşık"),
    ("tr", "Seefurt’ta", "Seefurt'ta", "seefurtta"),
    ("ar", "المدرسة", "مدرسه", "للمدرسة", "المَدْرَسَة", "والمدرسة", "ﺍﻟﻤﺪﺭﺳﺔ", "المـدرسة"),
    ("ar", "إقامة", "اقامه", "\u200fإقامة\u200f"),
    ("fa", "می‌خواهم", "میخواهم", "ميخواهم"),
    ("fa", "۱۲۳", "١٢٣", "123"),
    ("ru", "ребёнок", "ребенок", "РЕБЁНОК"),
    ("uk", "м’який", "м'який", "мʼякий", "М´ЯКИЙ"),
    ("uk", "ґанок", "ганок"),
    ("fr", "l'école", "d’école", "ÉCOLE", "ecole"),
    ("fr", "citoyen·ne·s", "citoyennes"),
    ("pl", "żłobek", "zlobek", "ŻŁOBEK"),
    ("vi", "đăng ký", "dang ky", "ĐĂNG KÝ"),
    ("en", "don’t", "dont", "DON'T"),
]


@pytest.mark.parametrize("group", SAME, ids=[group[1] for group in SAME])
def test_spellings_meet(group: tuple[str, ...]) -> None:
    """All spellings of a group become the same words."""
    lang, first, *others = group
    assert analyse(first, lang, tables()), "nothing is left of the first"
    assert [analyse(first, lang, tables())] * len(others) == [analyse(other, lang, tables()) for other in others]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Wo bekomme ich bitte einen Kita-Platz?", ["kita", "platz"]),
        ("de", "Beratung: Duldung", ["beratung", "duldung"]),
        ("de", "neue Mauer, Quelle, Frauen", ["neue", "mauer", "quelle", "frauen"]),
        ("de", "wie und wo", ["wie", "und", "wo"]),
        ("de", "kein Geld ohne Kind", ["kein", "geld", "ohne", "kind"]),
        ("en", "Where do I find a house without stairs?", ["house", "without", "stairs"]),
        ("fr", "l'aide, s'il vous plaît", ["aide"]),
        ("de", "a😀b", ["a", "b"]),
        ("de", "😀 …", []),
        ("ar", "لله", ["لله"]),
        ("eo", "Ĉu mi povas?", ["cu", "mi", "povas"]),
    ],
)
def test_what_is_left(lang: str, text: str, expected: list[str]) -> None:
    """Stop words go unless nothing else is said; whatever is no letter separates."""
    assert expected == analyse(text, lang, tables())


def test_long_words_are_cut() -> None:
    """A word of any length costs no more than a long one."""
    assert words("xy" * 100_000, "de", tables()) == [("xy" * LONGEST_WORD)[:LONGEST_WORD]]


def test_variants_of_a_language_use_its_tables() -> None:
    """ "de-simple" is German."""
    assert analyse("wo ist das Bürgeramt", "de", tables()) == analyse("wo ist das Bürgeramt", "de-simple", tables())


def test_scripts() -> None:
    """The script decides which languages can answer."""
    assert {"latin", "arabic"} == scripts_of(words("Visum تأشيرة 10", "ar", tables()), tables())
    assert set() == scripts_of(words("10 2026", "de", tables()), tables())


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_tables(lang: str) -> None:
    """Each finder.yaml is complete, and says in its own words what it is for."""
    language = tables().languages[lang]
    assert len(language.stop_words) > 30
    assert language.script in tables().scripts
    assert (ROOT / "locales" / lang / "finder.yaml").read_text("utf-8").startswith("#")


MEANING = {
    "de": "kein keine ohne nicht gegen Kind Hilfe Sucht Geld Amt Beratung",
    "en": "no not without against child help money office advice",
    "tr": "yok değil karşı çocuk yardım para",
    "ar": "لا بدون ضد طفل مساعدة مال",
    "ru": "нет не без против ребёнок помощь деньги",
    "uk": "ні не без проти дитина допомога гроші",
    "fa": "نه بدون علیه کودک کمک پول",
    "fr": "pas sans contre enfant aide argent",
    "pl": "nie bez przeciw dziecko pomoc",
    "vi": "không chống con trẻ giúp tiền",
}


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_carry_meaning_stay(lang: str) -> None:
    """Nobody's "without" or "child" is ignored."""
    assert [word for word in words(MEANING[lang], lang, tables()) if word in tables().languages[lang].stop_words] == []


def test_tables_survive_json() -> None:
    """What the browser gets is plain JSON, the same on every run."""
    once, again = json.dumps(tables().to_json()), json.dumps(tables().to_json())
    assert once == again
    assert set(LANGS) == set(json.loads(once)["languages"])


def test_unknown_characters_need_no_languages() -> None:
    """A project without any finder.yaml still finds words."""
    bare = tables_of(json.loads((ROOT / "src/wegweiser/finder/characters.json").read_text("utf-8")), {})
    assert analyse("Wo ist das Bürgeramt?", "de", bare) == ["wo", "ist", "das", "burgeramt"]
