"""PO files in; a wording per language out: every text in the reader's language, or marked as what it is.

Contents are translated in `locales/<lang>/LC_MESSAGES/content.po` (context `topics/einbuergerung:duties.why`, msgid the
text of the record), the words of the site and of the tool's messages in `ui.po` (no context). So a translation is
outdated exactly when its msgid no longer stands in the data. A translation that a machine made and no speaker has
reviewed has the translator's comment `# machine-made`; reviewing is removing that line. Format: GNU gettext PO, read by
Babel.
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
MACHINE_MADE = "machine-made"
"""The comment of a translation that no speaker has reviewed."""


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
    machine_made: bool = False


class Translation(NamedTuple):
    """A message of a PO file: its original and its translated forms, several only where a number decides."""

    original: tuple[str, ...]
    forms: tuple[str, ...]
    outdated: bool = False
    machine_made: bool = False
    line: int = 0


class Translatable(NamedTuple):
    """A text of a record that translators see; `limit` is the most letters its place holds."""

    context: str
    text: str
    core: bool
    comment: str
    limit: int


def translatable(address: str, record: Part) -> Iterator[Translatable]:
    """The texts of a record that are to be translated, in the order of the model."""
    for leaf in leaves(record):
        facet = leaf.facet
        if "translate" in facet.meaning:
            core = facet.meaning["translate"] == "core"
            yield Translatable(f"{address}:{leaf.field}", leaf.value, core, facet.description, facet.limit)


@dataclass(frozen=True)
class Wording:
    """What is said in one language. `source` is the language of the records."""

    language: Language
    source: str
    content: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    words: Mapping[str, Translation] = field(default_factory=dict)
    plural_form: Callable[[int], int] = lambda number: int(number != 1)

    @property
    def is_source(self) -> bool:
        """Whether this is the language in which the records are written."""
        return self.language.code == self.source

    def text(self, address: str, field_: str, original: str) -> Shown:
        """A text of a record; `field_` is its path without positions, `original` what the record says."""
        if self.is_source:
            return Shown(original, self.source, State.ORIGINAL)
        found = self.content.get((f"{address}:{field_}", original))
        if found is None or not found.forms[0]:
            return Shown(original, self.source, State.MISSING)
        state = State.OUTDATED if found.outdated else State.TRANSLATED
        return Shown(found.forms[0], self.language.code, state, found.machine_made)

    def said(self, original: str) -> Translation | None:
        """The current translation of a word of the site, if there is one."""
        found = self.words.get(original)
        return found if found and found.forms[0] and not found.outdated else None

    def word(self, original: str) -> str:
        """A word of the site; where it is not translated, the source language's."""
        found = self.said(original)
        return found.forms[0] if found else original

    def numbered(self, one: str, many: str, number: int, digits: str = "") -> str:
        """The form that fits a number, with `{n}` filled by `digits`, or by the number's own."""
        found = self.said(one)
        position = self.plural_form(number) if found else int(number != 1)
        forms = found.forms if found else (one, many)
        return (forms[position] if position < len(forms) else forms[-1]).format(n=digits or number)


def wording(root: Path, language: Language, source: str) -> tuple[Wording, list[Finding]]:
    """The wording of a language from its PO files below `locales/`; missing files mean nothing is translated."""
    findings: list[Finding] = []
    content = _catalog(root, po_path(language.code, "content"), findings)
    ui = _catalog(root, po_path(language.code, "ui"), findings)
    texts = {
        (str(message.context or ""), str(message.id)): _translation(message)
        for message in content
        if message.id and isinstance(message.id, str)
    }
    words: dict[str, Translation] = {}
    for message in ui:
        if not message.id:
            continue
        found = _translation(message)
        if _gaps_fit(found):
            words[found.original[0]] = found
        else:
            where = Where(po_path(language.code, "ui"), found.line)
            findings.append(GAPS_FIT.at(where, say("Die Übersetzung hat andere Lücken als das Original.")))
    return Wording(language, source, texts, words, c2py(ui.plural_expr)), findings


def po_path(lang: str, name: str) -> str:
    """Where a PO file lies in the project: `content` holds the texts of records, `ui` the words of site and tool."""
    return f"locales/{lang}/LC_MESSAGES/{name}.po"


def _translation(message: Message) -> Translation:
    machine_made = MACHINE_MADE in message.user_comments
    return Translation(_forms(message.id), _forms(message.string), message.fuzzy, machine_made, message.lineno or 0)


def _gaps_fit(found: Translation) -> bool:
    """Whether a translation has no gap in braces that its original has not."""
    try:
        return gaps(found.forms) <= gaps(found.original)
    except ValueError:
        return False


def gaps(forms: Sequence[str]) -> set[tuple[str | None, ...]]:
    """The gaps in braces that a program fills, with their formats; raises `ValueError` for an open brace."""
    return {gap[1:] for text in forms for gap in Formatter().parse(text) if gap[1] is not None}


def _forms(string: object) -> tuple[str, ...]:
    return tuple(map(str, string)) if isinstance(string, list | tuple) else (str(string or ""),)


def _catalog(root: Path, path: str, findings: list[Finding]) -> Catalog:
    if not (root / path).is_file():
        return Catalog()
    content = (root / path).read_bytes()
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
    where = Where(path, line)
    findings.append(READABLE_PO.at(where, say("Diese Übersetzungsdatei lässt sich nicht lesen.")))
    return Catalog()
