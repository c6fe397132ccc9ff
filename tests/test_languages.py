"""The i18n section of mkdocs.yml in; the languages of the site out."""

from __future__ import annotations

import pytest

from wegweiser.languages import Language, languages, locale_of, regional


def config(*listed: object) -> dict[str, object]:
    """A configuration with these languages, behind another plugin."""
    return {"plugins": ["search", {"tags": {}}, {"i18n": {"languages": list(listed)}}]}


def test_languages() -> None:
    """Their order is that of the file; name and direction are known where the file does not say them."""
    found = languages(
        config(
            {"locale": "de", "name": "Deutsch", "default": "true"},
            {"locale": "ar", "name": "العربية"},
            {"locale": "fa"},
            {"locale": "xx-invented", "direction": "rtl"},
        )
    )
    assert (
        Language("de", "Deutsch", "ltr", default=True),
        Language("ar", "العربية", "rtl", default=False),
        Language("fa", "fa", "rtl", default=False),
        Language("xx-invented", "xx-invented", "rtl", default=False),
    ) == found


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"plugins": None},
        {"plugins": "i18n"},
        {"plugins": [{"i18n": None}]},
        {"plugins": [{"i18n": {"languages": {"locale": "de"}}}]},
        config(),
        config({"locale": "de"}),
        config("de"),
    ],
)
def test_no_languages(wrong: dict[str, object]) -> None:
    """Without a list, or without a default in it, there is no site."""
    with pytest.raises(LookupError, match=r"mkdocs\.yml"):
        languages(wrong)


@pytest.mark.parametrize(
    ("code", "expected"), [("pt-BR", "pt_BR"), ("de-AT", "de_AT"), ("de-XX", "de"), ("xx", "en"), ("", "en")]
)
def test_locales(code: str, expected: str) -> None:
    """A language that CLDR does not know takes its base language, an invented one English forms."""
    assert expected == str(locale_of(code))


@pytest.mark.parametrize(
    ("code", "expected"), [("de", "de_DE"), ("de-simple", "de_DE"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW")]
)
def test_regional(code: str, expected: str) -> None:
    """Link previews want a territory; CLDR knows the likely one."""
    assert expected == regional(code)
