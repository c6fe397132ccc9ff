"""A wording in; escaped HTML out, with lang and dir on every piece that is not in the page's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from wegweiser.comparison import script_of
from wegweiser.languages import base_of, locale_of
from wegweiser.model.types import first_day
from wegweiser.translations import Shown, State, Wording
from wegweiser.view.isolation import LATIN_RUN, isolated

ZEROS: Mapping[str, str] = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
"""CLDR numbering system -> its digit zero, which the others follow; Babel formats with Latin digits only."""
_NONE = re.compile(r"(?!)")


class Speech:
    """Says things in one language, for one page. Everything it returns as `Markup` is already escaped.

    It remembers what it had to say otherwise than translated and reviewed, so that the page can tell its readers.
    """

    def __init__(self, wording: Wording, official_names: re.Pattern[str] = _NONE) -> None:
        self.wording, self._official_names = wording, official_names
        self._names = official_names if script_of(wording.language.code) == "Latn" else LATIN_RUN
        self.lang = wording.language.code
        self.direction = wording.language.direction
        self.locale = wording.language.locale
        self.source_direction = locale_of(wording.source).text_direction
        self._said: set[State] = set()
        self._machine_made = False

    def fresh(self) -> Speech:
        """The same for another page."""
        return Speech(self.wording, self._official_names)

    def notes(self) -> list[str]:
        """What readers must know about the translations said so far."""
        word = self.wording.word
        notes = []
        if self._machine_made:
            notes.append(
                word("Diese Seite hat eine Maschine übersetzt. Geprüft hat sie noch niemand, der die Sprache spricht.")
            )
        if State.MISSING in self._said:
            notes.append(
                word("Ein Teil dieser Seite ist noch nicht übersetzt und steht in der ursprünglichen Sprache da.")
            )
        if State.OUTDATED in self._said:
            notes.append(word("Ein Teil dieser Seite ist veraltet: Der ursprüngliche Text wurde inzwischen geändert."))
        return notes

    def word(self, original: str, **values: object) -> str:
        """A word or sentence of the site, its gaps filled."""
        self._remember_word(original)
        return self.wording.word(original).format(**values) if values else self.wording.word(original)

    def label(self, original: str) -> str:
        """A word of the site before what it names, with the colon as this language sets it."""
        return self.word("{label}:", label=self.word(original))

    def numbered(self, one: str, many: str, number: int) -> str:
        """A phrase with a number in it, in the form that fits, with the digits of this language."""
        self._remember_word(one)
        return self.wording.numbered(one, many, number, self.number(number))

    def _remember_word(self, original: str) -> None:
        if not self.wording.is_source:
            found = self.wording.said(original)
            self._said.add(State.TRANSLATED if found else State.MISSING)
            self._machine_made |= bool(found and found.machine_made)

    def shown(self, address: str, field: str, original: str | None) -> Shown | None:
        """A text of a record with what it is: translated, outdated or missing."""
        if not original:
            return None
        found = self.wording.text(address, field, original)
        self._said.add(found.state)
        self._machine_made |= found.machine_made
        return found

    def text(self, address: str, field: str, original: str | None) -> Markup:
        """A text of a record; in the source language and marked as such where there is no translation."""
        found = self.shown(address, field, original)
        if found is None or original is None:
            return Markup("")
        if found.state is State.MISSING:
            note = self.word("Noch nicht übersetzt")
            return Markup(
                '<span><span class="ww-fallback" lang="{}" dir="{}">{}</span> '
                '<span class="ww-tongue" title="{}">{}</span></span>'
            ).format(found.lang, self.source_direction, found.text, note, self.language_name(found.lang))
        if found.state is State.OUTDATED:
            note = self.word("Der ursprüngliche Text wurde inzwischen geändert")
            return Markup('<span>{} <span class="ww-outdated" title="{}">({})</span></span>').format(
                self._isolated(found.text, original), note, self.word("veraltet")
            )
        return self._isolated(found.text, original)

    def _isolated(self, text: str, original: str) -> Markup:
        return escape(text) if self.wording.is_source else isolated(text, original, self._names, self.wording.source)

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
        return Markup('<span lang="{}" dir="{}">{}</span>').format(self.wording.source, self.source_direction, text)

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
                return self._digits(partial)
            case 1:
                month = datetime(first.year, first.month, 1)
                return self._digits(format_skeleton("yMMMM", month, locale=self.locale))
        return self._digits(format_date(first, format="long", locale=self.locale))

    def number(self, value: int) -> str:
        """A number with the separators and digits of this language."""
        return self._digits(format_decimal(value, locale=self.locale, numbering_system="default"))

    def size(self, octets: int) -> str:
        """The size of a file in kilobytes, as people of this language write it."""
        kilobytes = format_unit(round(octets / 1000), "digital-kilobyte", length="short", locale=self.locale)
        return self._digits(kilobytes)

    def _digits(self, text: str) -> str:
        return text.translate(_digits_of(self.locale))

    @property
    def numbers(self) -> str:
        """The language's tag with CLDR's digits and our calendar, as `Intl` in a browser takes it."""
        return f"{self.lang}-u-ca-gregory-nu-{self.locale.default_numbering_system}"

    def language_name(self, code: str) -> str:
        """What a language is called in this one; its tag where CLDR has no name."""
        names: Mapping[str, str] = self.locale.languages
        return names.get(code.replace("-", "_")) or names.get(base_of(code), code)

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2); `ZZ` stands for international networks."""
        if code == "ZZ":
            return self.word("International")
        territories: Mapping[str, str] = self.locale.territories
        return territories.get(code, code)


@cache
def _digits_of(locale: Locale) -> Mapping[int, str]:
    zero = ord(ZEROS.get(locale.default_numbering_system, "0"))
    return {ord("0") + value: chr(zero + value) for value in range(10)}


def relative_url(start: str, end: str) -> str:
    """The way from one page to another, both as paths below the language's root such as `topics/kita/`.

    Relative, so that the site works at any root, below a sub-path and on a different host.
    """
    here = [step for step in start.split("/") if step]
    return "../" * len(here) + end if here or end else "./"
