"""A wording in; escaped HTML out, with lang and dir on every piece that is not in the page's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from wegweiser.languages import locale_of
from wegweiser.model.types import first_day
from wegweiser.translations import Shown, State, Wording


class Speech:
    """Says things in one language, for templates. Everything it returns as `Markup` is already escaped."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.lang = wording.language.code
        self.direction = wording.language.direction
        self.locale = wording.language.locale
        self._source_direction = locale_of(wording.source).text_direction

    def word(self, original: str, **values: object) -> str:
        """A word or sentence of the site, its gaps filled."""
        return self.wording.word(original).format(**values) if values else self.wording.word(original)

    def numbered(self, one: str, many: str, number: int) -> str:
        """A phrase with a number in it, in the form that fits."""
        return self.wording.numbered(one, many, number)

    def shown(self, address: str, field: str, original: str | None) -> Shown | None:
        """A text of a record with what it is: translated, outdated or missing."""
        return self.wording.text(address, field, original) if original else None

    def text(self, address: str, field: str, original: str | None) -> Markup:
        """A text of a record; in the source language and marked as such where there is no translation."""
        found = self.shown(address, field, original)
        if found is None:
            return Markup("")
        if found.state is State.MISSING:
            note = self.word("Noch nicht übersetzt")
            return Markup('<span class="ww-fallback" lang="{}" dir="{}" title="{}">{}</span>').format(
                found.lang, self._source_direction, note, found.text
            )
        if found.state is State.OUTDATED:
            note = self.word("Der ursprüngliche Text wurde inzwischen geändert")
            return Markup('{} <span class="ww-outdated" title="{}">({})</span>').format(
                found.text, note, self.word("veraltet")
            )
        return escape(found.text)

    def plain(self, address: str, field: str, original: str | None) -> str:
        """The same without markup, for titles and attributes."""
        found = self.shown(address, field, original)
        return found.text if found else ""

    def official(self, name: str) -> Markup:
        """An official name: never translated, isolated in its own language and direction."""
        if self.lang == self.wording.source:
            return escape(name)
        return Markup('<bdi lang="{}">{}</bdi>').format(self.wording.source, name)

    def source_language(self, text: str | None) -> Markup:
        """A text that exists in the source language only, such as what a source says in its own words."""
        if not text:
            return Markup("")
        if self.lang == self.wording.source:
            return escape(text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(self.wording.source, self._source_direction, text)

    def day(self, partial: str | None) -> Markup:
        """A year, month or day as people of this language write it, inside a time element."""
        if not partial:
            return Markup("")
        return Markup('<time datetime="{}">{}</time>').format(partial, self.plain_day(partial))

    def plain_day(self, partial: str) -> str:
        """A year, month or day as people of this language write it."""
        first = first_day(partial)
        match partial.count("-"):
            case 0:
                return partial
            case 1:
                return format_skeleton("yMMMM", datetime(first.year, first.month, 1), locale=self.locale)
        return format_date(first, format="long", locale=self.locale)

    def number(self, value: int) -> str:
        """A number with the separators and digits of this language."""
        return format_decimal(value, locale=self.locale)

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2); `ZZ` stands for international networks."""
        if code == "ZZ":
            return self.word("International")
        territories: Mapping[str, str] = self.locale.territories
        return territories.get(code, code)

    def today(self, today: date) -> str:
        """A day in full."""
        return format_date(today, format="long", locale=self.locale)


def relative_url(start: str, end: str) -> str:
    """The way from one page to another, both as paths below the language's root such as `topics/kita/`.

    Relative, so that the site works at any root, below a sub-path and on a different host.
    """
    here = [step for step in start.split("/") if step]
    return "../" * len(here) + end if here or end else "./"
