"""Wordings in; what is wrong with their translations out: what a proof-reader sees without knowing the language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from wegweiser.catalogue import Catalogue
from wegweiser.comparison import lost_addresses, lost_gaps, lost_numbers, script_of, strange_words
from wegweiser.extraction import REQUIRED, Word
from wegweiser.finding import Finding, Level, Rule, Where, say
from wegweiser.languages import base_of
from wegweiser.model.types import is_plain
from wegweiser.translations import Translation, Wording, po_path

TRANSLATION_PLAIN = Rule(
    "translation-plain",
    Level.ERROR,
    say("HTML in einer Übersetzung würde als Text gezeigt, und Unsichtbares kann Leser täuschen."),
    say("Schreiben Sie reinen Text."),
)
GAPS_KEPT = Rule(
    "gaps-kept",
    Level.WARNING,
    say("Fehlt eine Lücke, fehlt dem Satz eine Zahl oder ein Name."),
    say("Übernehmen Sie die Wörter in geschweiften Klammern unverändert aus dem Original."),
)
NUMBERS_KEPT = Rule(
    "numbers-kept",
    Level.WARNING,
    say("Eine falsche Zahl in einer Frist kostet jemanden ein Recht."),
    say("Vergleichen Sie die Zahlen mit dem Original."),
)
LINKS_KEPT = Rule(
    "links-kept",
    Level.WARNING,
    say("Eine Adresse, die in der Übersetzung anders lautet, führt ins Leere."),
    say("Übernehmen Sie die Adresse unverändert aus dem Original."),
)
NAMES_KEPT = Rule(
    "names-kept",
    Level.WARNING,
    say("Amtliche Namen stehen an der Tür und auf Briefen; übersetzt findet sie niemand."),
    say(
        "Lassen Sie den Namen stehen, und erklären Sie ihn daneben. Darf er übersetzt werden, "
        "nehmen Sie ihn in data/site.yaml unter everyday_names auf."
    ),
)
FITS_ITS_PLACE = Rule(
    "fits-its-place",
    Level.WARNING,
    say("Ein Text, der viel länger ist als das Original, sprengt seinen Platz auf dem Telefon."),
    say("Kürzen Sie die Übersetzung."),
)
SCRIPT_FITS = Rule(
    "script-fits",
    Level.WARNING,
    say("Buchstaben einer anderen Schrift sehen gleich aus, werden aber nicht gefunden und falsch vorgelesen."),
    say("Schreiben Sie das Wort mit den Buchstaben der Sprache neu."),
)
CORE_TRANSLATED = Rule(
    "core-translated",
    Level.WARNING,
    say("Ohne die wichtigen Texte findet sich in dieser Sprache niemand zurecht."),
    say("Übersetzen Sie den Text, oder holen Sie ihn mit `wegweiser translate update` in die Datei."),
)
TRANSLATION_CURRENT = Rule(
    "translation-current",
    Level.WARNING,
    say("Das Original wurde geändert; Leser sehen die alte Übersetzung mit dem Hinweis, dass sie veraltet ist."),
    say("Passen Sie die Übersetzung an, und löschen Sie das Wort fuzzy."),
)
RULES = (
    TRANSLATION_PLAIN,
    GAPS_KEPT,
    NUMBERS_KEPT,
    LINKS_KEPT,
    NAMES_KEPT,
    FITS_ITS_PLACE,
    SCRIPT_FITS,
    CORE_TRANSLATED,
    TRANSLATION_CURRENT,
)
SPARE_LETTERS = 40
"""How much longer than twice its original a translation may be; single words differ most."""


class Placed(NamedTuple):
    """A translation and where it stands; `where.field` is its context, "" for a word."""

    found: Translation
    where: Where


@dataclass(frozen=True)
class Proofreader:
    """What is known for all languages: the texts, the words, and the official names that no translation may change."""

    catalogue: Catalogue
    words: Collection[Word]

    def read(self, wording: Wording) -> Iterator[Finding]:
        """Everything that is wrong with one language's translations; nothing for the language of the records."""
        if wording.is_source:
            return
        yield from self.hostile(wording)
        script = script_of(wording.language.code)
        for found, where in _placed(wording):
            if found.forms[0]:
                yield from self._proofread(found, where, script)
        if not _is_of_the_source(wording):
            yield from self._missing(wording)

    def hostile(self, wording: Wording) -> Iterator[Finding]:
        """Translations that must not be published."""
        for found, where in _placed(wording):
            if not all(map(is_plain, found.forms)):
                yield TRANSLATION_PLAIN.at(where, say("Die Übersetzung enthält HTML oder unsichtbare Zeichen."))

    def _proofread(self, found: Translation, where: Where, script: str) -> Iterator[Finding]:
        original, said = " ".join(found.original), " ".join(found.forms)
        if found.outdated:
            yield TRANSLATION_CURRENT.at(where, say("Die Übersetzung gehört zu einem älteren Text."))
            return
        for gap in lost_gaps(found.original, found.forms):
            yield GAPS_KEPT.at(where, say("Die Lücke „{gap}“ fehlt.", gap=gap))
        for number in lost_numbers(original, said):
            yield NUMBERS_KEPT.at(where, say("Die Zahl {number} fehlt.", number=number))
        for address in lost_addresses(original, said):
            yield LINKS_KEPT.at(where, say("Die Adresse {address} fehlt.", address=address))
        for name in self.official_names_in(original):
            if name not in said:
                yield NAMES_KEPT.at(where, say("Der amtliche Name „{name}“ fehlt.", name=name))
        for word in strange_words(said, script):
            yield SCRIPT_FITS.at(where, say("„{word}“ mischt Schriften oder steht in einer fremden.", word=word))
        longest, room = max(map(len, found.forms)), 2 * max(map(len, found.original)) + SPARE_LETTERS
        if longest > min(room, self._limits.get((where.field, found.original[0])) or room):
            yield FITS_ITS_PLACE.at(where, say("Die Übersetzung hat {count} Zeichen.", count=longest))

    def official_names_in(self, text: str) -> list[str]:
        """The names of published records that stand in a text and may not be translated, longest first."""
        return list(dict.fromkeys(found[0] for found in self.catalogue.official_names.finditer(text)))

    @cached_property
    def _limits(self) -> dict[tuple[str, str], int]:
        return {(text.context, text.text): text.limit for _, text in self.catalogue.texts}

    def _missing(self, wording: Wording) -> Iterator[Finding]:
        lang = wording.language.code
        for _, text in self.catalogue.texts:
            found = wording.content.get((text.context, text.text))
            if text.core and (found is None or not found.forms[0]):
                where = Where(po_path(lang, "content"), found.line if found else 0, text.context)
                message = say("Der Text „{original}“ ist nicht übersetzt.", original=_short(text.text))
                yield CORE_TRANSLATED.at(where, message)
        for word in self.words:
            found = wording.words.get(word.forms[0])
            if word.kind in REQUIRED and (found is None or not all(found.forms)):
                where = Where(po_path(lang, "ui"), found.line if found else 0)
                message = say("Das Wort „{original}“ ist nicht übersetzt.", original=_short(word.forms[0]))
                yield CORE_TRANSLATED.at(where, message)


def _placed(wording: Wording) -> Iterator[Placed]:
    content, ui = (po_path(wording.language.code, name) for name in ("content", "ui"))
    for (context, _), found in wording.content.items():
        yield Placed(found, Where(content, found.line, context))
    for found in wording.words.values():
        yield Placed(found, Where(ui, found.line))


def _is_of_the_source(wording: Wording) -> bool:
    """Whether a language is a variety of the records' own, such as plain language: what it lacks, its readers read."""
    return base_of(wording.language.code) == base_of(wording.source)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
