"""Every page of every language of the site: it says its language, leads to the others, speaks no other unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from wegweiser.build import Build
from wegweiser.comparison import script_of, strange_words
from wegweiser.extraction import Kind
from wegweiser.sidebyside import side_by_side

GERMAN_WORDS = re.compile(
    r"(?<![\w-])(und|oder|nicht|wird|werden|wurde|für|eine|einen|einer|durch|zum|zur|Sie|Ihre?|keine?)(?![\w-])"
)
"""Words that no other language of the site has in common with German, and that stand in almost every sentence."""
SPOKEN = ("title", "aria-label", "placeholder", "alt")
"""Attributes that are read out or shown."""
VOID = ("br", "hr", "img", "input", "link", "meta", "source", "wbr")


class Page(HTMLParser):
    """The texts of a page that are in its own language, and the links of its switcher."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.switcher: dict[str, str] = {}
        self._langs = [lang]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        lang = found.get("lang") or self._langs[-1]
        if tag == "svg" and found.get("aria-hidden"):
            lang = "-"  # a drawing of what the page says beside it, marked there
        if "data-language" in found:
            self.switcher[str(found["hreflang"])] = str(found["href"])
        if lang == self._langs[0]:
            self.texts += [str(found[name]) for name in SPOKEN if found.get(name)]
            self.texts += [str(value) for name, value in attrs if name.startswith("data-word") and value]
        if tag not in VOID:
            self._langs.append(lang)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._langs.pop()

    def handle_data(self, data: str) -> None:
        if self._langs[-1] == self._langs[0] and data.strip():
            self.texts.append(data.strip())


def problems(build: Build, lang: str) -> list[str]:
    """What is wrong with the pages of a language, each once."""
    return list(dict.fromkeys(_problems(build, lang)))[:20]


def _problems(build: Build, lang: str) -> Iterator[str]:
    codes = list(build.wordings)
    wording = build.wordings[lang]
    untranslated = {
        word.forms[0]
        for word in build.words
        if word.kind is Kind.WORD and wording.word(word.forms[0]) != word.forms[0] and len(word.forms[0]) > 3
    }
    direction = wording.language.direction
    for path, text in build.edition(lang).items():
        if not path.endswith(".md"):
            continue
        head, body = text.split("\n---\n", 1)
        here = re.search(r'^path: "(.*)"$', head, re.MULTILINE)
        page = Page(lang)
        page.feed(body)
        if f'lang: "{lang}"' not in head.splitlines() or here is None:
            yield f"{path}: head"
            continue
        if {code: f"root:{code}/{here[1]}" for code in codes} != page.switcher:
            yield f"{path}: switcher {page.switcher}"
        if lang == wording.source or lang.startswith(f"{wording.source}-"):
            continue
        for said in page.texts:
            if said in untranslated:
                yield f"word of the site: {said}"
            if found := GERMAN_WORDS.search(said):
                yield f"German ({found[0]}): {said}"
            if words := strange_words(said, script_of(lang)):
                yield f"strange letters ({words[0]}): {said}"
    if direction != wording.language.locale.text_direction:
        yield "direction"


@pytest.fixture(scope="module")
def found(real_build: Build) -> dict[str, list[str]]:
    """Language -> what is wrong with its pages; the languages are read side by side."""
    build = real_build.prepared()
    langs = list(build.wordings)
    return dict(zip(langs, side_by_side(lambda lang: problems(build, lang), langs), strict=True))


LANGS = ("de", "en", "tr", "ar", "ru", "uk", "fa", "fr", "pl", "vi", "de-simple")


@pytest.mark.parametrize("lang", LANGS)
def test_every_page(lang: str, found: dict[str, list[str]]) -> None:
    """Language, switcher to the same page in every language, no German and no strange letters outside their marks."""
    assert [] == found[lang]


def test_every_language(real_build: Build) -> None:
    """The list above is the list of the site."""
    assert sorted(LANGS) == sorted(real_build.wordings)


@pytest.mark.parametrize("lang", LANGS[1:-1])
def test_core_is_complete(lang: str, real_build: Build) -> None:
    """Words of the site and core texts are there in every language, and current."""
    assert {100} == {
        row.percent for row in real_build.coverage if row.lang == lang and row.kind in (Kind.WORD, Kind.CORE)
    }


@pytest.mark.parametrize("lang", LANGS[1:])
def test_no_translation_is_wrong(lang: str, real_build: Build) -> None:
    """Gaps, addresses and plain text are kept in every translation; what else the proof-reader sees is for people."""
    rules = {
        "translation-plain",
        "gaps-fit",
        "gaps-kept",
        "links-kept",
        "readable-po",
        "script-fits",
        "core-translated",
    }
    assert [] == [f"{one.where}: {one.rule}" for one in real_build.proofread([lang]) if one.rule in rules]
