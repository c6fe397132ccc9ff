"""PO files in; a wording per language out: every text in the reader's language, or marked as what it is.

Contents are translated in `locales/<lang>/LC_MESSAGES/content.po` (context `topics/einbuergerung:duties.why`, msgid the
text of the record), the words of the site and of the tool's messages in `ui.po` (no context). So a translation is
outdated exactly when its msgid no longer stands in the data. Format: GNU gettext PO, read by Babel.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from gettext import c2py
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from wegweiser.finding import Finding, Level, Rule, Where, say
from wegweiser.languages import Language
from wegweiser.model import Part
from wegweiser.model.walk import leaves

READABLE_PO = Rule(
    "readable-po",
    Level.ERROR,
    say("Eine unlesbare Übersetzungsdatei lässt eine ganze Sprache verstummen."),
    say("Öffnen Sie die Datei mit Poedit, oder prüfen Sie sie mit msgfmt --check."),
)
GAPS_FIT = Rule(
    "gaps-fit",
    Level.ERROR,
    say("In die Lücken setzt das Programm Zahlen und Namen; eine Lücke, die es nicht kennt, kann es nicht füllen."),
    say("Übernehmen Sie die Wörter in geschweiften Klammern unverändert aus dem Original."),
)
RULES = (READABLE_PO, GAPS_FIT)


# Babel drops the last letter of a text whose quotation mark is missing and says nothing.
_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s*)?"[^"\\]*(\\.[^"\\]*)*")?\s*')


class State(StrEnum):
    """What a shown text is: written in that language, translated, translated from an older text, or not at all."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    OUTDATED = "outdated"
    MISSING = "missing"


class Shown(NamedTuple):
    """A text as a reader gets it, with the language it is really in."""

    text: str
    lang: str
    state: State


class Translatable(NamedTuple):
    """A text of a record that translators see."""

    context: str
    text: str
    core: bool
    comment: str


def translatable(address: str, record: Part) -> Iterator[Translatable]:
    """The texts of a record that are to be translated, in the order of the model."""
    for leaf in leaves(record):
        if "translate" in leaf.meaning:
            yield Translatable(
                f"{address}:{leaf.field}", leaf.value, leaf.meaning["translate"] == "core", leaf.description
            )


@dataclass(frozen=True)
class Wording:
    """What is said in one language. `source` is the language of the records."""

    language: Language
    source: str
    content: Mapping[tuple[str, str], tuple[str, bool]] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    plural_form: Callable[[int], int] = lambda number: int(number != 1)

    def text(self, address: str, field_: str, original: str) -> Shown:
        """A text of a record; `field_` is its path without positions, `original` what the record says."""
        if self.language.code == self.source:
            return Shown(original, self.source, State.ORIGINAL)
        translated, fuzzy = self.content.get((f"{address}:{field_}", original), ("", False))
        if not translated:
            return Shown(original, self.source, State.MISSING)
        return Shown(translated, self.language.code, State.OUTDATED if fuzzy else State.TRANSLATED)

    def word(self, original: str) -> str:
        """A word of the site; where it is not translated, the source language's."""
        found = self.words.get(original)
        return found[0] if found and found[0] else original

    def numbered(self, one: str, many: str, number: int) -> str:
        """The form that fits a number, with `{n}` filled."""
        forms = self.words.get(one)
        if not forms:
            return (one if number == 1 else many).format(n=number)
        position = self.plural_form(number)
        return (forms[position] if position < len(forms) else forms[-1]).format(n=number)


def wording(root: Path, language: Language, source: str) -> tuple[Wording, list[Finding]]:
    """The wording of a language from its PO files below `locales/`; missing files mean nothing is translated."""
    findings: list[Finding] = []
    folder = root / "locales" / language.code / "LC_MESSAGES"
    content = _catalog(root, folder / "content.po", findings)
    ui = _catalog(root, folder / "ui.po", findings)
    texts = {
        (str(message.context or ""), str(message.id)): (str(message.string or ""), message.fuzzy)
        for message in content
        if message.id and isinstance(message.id, str)
    }
    words: dict[str, Sequence[str]] = {}
    for message in ui:
        if not message.id or message.fuzzy:
            continue
        if _gaps_fit(message):
            words[_forms(message.id)[0]] = _forms(message.string)
        else:
            where = Where((folder / "ui.po").relative_to(root).as_posix(), message.lineno or 0)
            findings.append(GAPS_FIT.at(where, say("Die Übersetzung hat andere Lücken als das Original.")))
    return Wording(language, source, texts, words, c2py(ui.plural_expr)), findings


def _gaps_fit(message: Message) -> bool:
    """Whether a translation has no gap in braces that its original has not."""
    try:
        known = {gap[1:] for text in _forms(message.id) for gap in Formatter().parse(text) if gap[1] is not None}
        gaps = {gap[1:] for text in _forms(message.string) for gap in Formatter().parse(text) if gap[1] is not None}
    except ValueError:
        return False
    return gaps <= known


def _forms(string: object) -> Sequence[str]:
    return tuple(map(str, string)) if isinstance(string, list | tuple) else (str(string or ""),)


def _catalog(root: Path, path: Path, findings: list[Finding]) -> Catalog:
    if not path.is_file():
        return Catalog()
    content = path.read_bytes()
    line = 0
    try:
        lines = enumerate(content.decode("utf-8").split("\n"), start=1)
        line = next((number for number, text in lines if not _LINE.fullmatch(text)), 0)
        found = read_po(io.BytesIO(content), abort_invalid=True)
        c2py(found.plural_expr)(1)
        if not line:
            return found
    except (PoFileError, ValueError, LookupError, ArithmeticError) as error:
        line = line or int(getattr(error, "lineno", 0) or 0)
    where = Where(path.relative_to(root).as_posix(), line)
    findings.append(READABLE_PO.at(where, say("Diese Übersetzungsdatei lässt sich nicht lesen.")))
    return Catalog()
