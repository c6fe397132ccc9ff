"""A validation error of pydantic in; a sentence that a colleague without Python can act on out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from wegweiser.finding import Level, Message, Rule, say
from wegweiser.model.types import ID, PARTIAL_DATE

VALID_FIELDS = Rule(
    "valid-fields",
    Level.ERROR,
    say("Ein Feld mit falschem Inhalt würde falsch oder gar nicht gezeigt."),
    say("Vergleichen Sie mit der Feldtabelle in docs/contribute/de/fields.md."),
)
KNOWN_FIELDS = Rule(
    "known-fields",
    Level.ERROR,
    say("Ein Tippfehler im Feldnamen ließe die Angabe verschwinden."),
    say("Prüfen Sie die Schreibweise; alle Felder stehen in docs/contribute/de/fields.md."),
)
REQUIRED_FIELDS = Rule(
    "required-fields",
    Level.ERROR,
    say("Ohne diese Angabe ist der Eintrag nicht brauchbar."),
    say("Ergänzen Sie das Feld. Wissen Sie es nicht, lassen Sie den Eintrag weg oder sagen Sie es unter uncertain."),
)
NO_MARKUP = Rule(
    "no-markup",
    Level.ERROR,
    say("HTML und Skripte aus Beiträgen könnten Leserinnen und Leser angreifen."),
    say("Schreiben Sie reinen Text; Links gehören in Felder für Adressen."),
)
HTTPS_LINKS = Rule(
    "https-links",
    Level.ERROR,
    say("Wer einem Link folgt, soll nicht mitgelesen oder umgeleitet werden."),
    say("Verwenden Sie die Adresse mit https://, oder lassen Sie sie weg."),
)
TEXT_LENGTH = Rule(
    "text-length",
    Level.ERROR,
    say("Zu lange Texte werden auf dem Telefon nicht gelesen."),
    say("Kürzen Sie, oder teilen Sie den Text in mehrere Einträge der Liste."),
)
RULES = (VALID_FIELDS, KNOWN_FIELDS, REQUIRED_FIELDS, NO_MARKUP, HTTPS_LINKS, TEXT_LENGTH)

Explained = tuple[Rule, Message, Message | None]


def explain(error: ErrorDetails, fields: Sequence[str] = ()) -> Explained:
    """The rule that is broken, the sentence, and a hint if there is a better one than the rule's.

    `fields` are the names that are allowed beside the wrong one, for "did you mean".
    An error type that is not known here falls back to pydantic's own words.
    """
    context: dict[str, Any] = error.get("ctx") or {}
    name = str(error["loc"][-1]) if error["loc"] else ""
    explanation = _SENTENCES.get(error["type"])
    if explanation is None:
        return VALID_FIELDS, say("Der Wert passt nicht: {problem}.", problem=error["msg"].rstrip(".")), None
    rule, sentence = explanation
    hint = _meant(name, fields) if rule is KNOWN_FIELDS else _choices(context) if "expected" in context else None
    return rule, sentence(name, context, error.get("input")), hint


def did_you_mean(word: str, known: Sequence[str]) -> Message | None:
    """A question that names the closest known word, or None if none is close."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return say("Meinten Sie „{word}“?", word=close[0]) if close else None


def _meant(name: str, fields: Sequence[str]) -> Message | None:
    return did_you_mean(name, fields)


def _choices(context: dict[str, Any]) -> Message:
    return say("Erlaubt sind: {choices}.", choices=str(context["expected"]).replace(" or ", ", ").replace("'", ""))


def _shown(value: object) -> str:
    text = str(value) if not isinstance(value, list | dict) else "…"
    return text if len(text) <= 60 else text[:57] + "…"


Sentence = Callable[[str, dict[str, Any], object], Message]


def _fixed(text: str) -> Sentence:
    return lambda name, _context, value: say(text, name=name, value=_shown(value))


def _limit(text: str, key: str) -> Sentence:
    return lambda name, context, _value: say(text, name=name, limit=context.get(key, ""))


def _pattern(_name: str, context: dict[str, Any], value: object) -> Message:
    pattern = str(context.get("pattern", ""))
    if pattern == ID:
        return say("„{value}“ ist keine Kennung: nur Kleinbuchstaben, Ziffern und Bindestriche.", value=_shown(value))
    if pattern == PARTIAL_DATE:
        return say("„{value}“ ist kein Datum der Form 2026, 2026-03 oder 2026-03-15.", value=_shown(value))
    return say("„{value}“ hat nicht die erwartete Form.", value=_shown(value))


_LIST = _fixed("„{name}“ muss eine Liste sein: je Zeile ein Eintrag mit Bindestrich davor.")
_GROUP = _fixed("„{name}“ muss aus Feldern mit Namen bestehen.")
_TEXT = _fixed("„{name}“ muss ein einfacher Text sein.")
_NUMBER = _fixed("„{value}“ ist keine ganze Zahl.")

_SENTENCES: dict[str, tuple[Rule, Sentence]] = {
    "missing": (REQUIRED_FIELDS, _fixed("Das Feld „{name}“ fehlt.")),
    "extra_forbidden": (KNOWN_FIELDS, _fixed("Das Feld „{name}“ gibt es hier nicht.")),
    "union_tag_not_found": (REQUIRED_FIELDS, _fixed("Das Feld „kind“ fehlt.")),
    "union_tag_invalid": (VALID_FIELDS, _fixed("Der Wert von „kind“ ist keine bekannte Art von Eintrag.")),
    "literal_error": (VALID_FIELDS, _fixed("„{value}“ ist hier nicht erlaubt.")),
    "string_pattern_mismatch": (VALID_FIELDS, _pattern),
    "string_type": (VALID_FIELDS, _TEXT),
    "string_too_long": (TEXT_LENGTH, _limit("Der Text ist länger als {limit} Zeichen.", "max_length")),
    "string_too_short": (REQUIRED_FIELDS, _fixed("Das Feld „{name}“ ist leer.")),
    "too_short": (REQUIRED_FIELDS, _limit("„{name}“ ist leer; nötig ist mindestens {limit}.", "min_length")),
    "tuple_type": (VALID_FIELDS, _LIST),
    "list_type": (VALID_FIELDS, _LIST),
    "dict_type": (VALID_FIELDS, _GROUP),
    "model_type": (VALID_FIELDS, _GROUP),
    "model_attributes_type": (VALID_FIELDS, _GROUP),
    "int_parsing": (VALID_FIELDS, _NUMBER),
    "int_type": (VALID_FIELDS, _NUMBER),
    "int_parsing_size": (VALID_FIELDS, _NUMBER),
    "bool_parsing": (VALID_FIELDS, _fixed("„{value}“ ist weder true noch false.")),
    "bool_type": (VALID_FIELDS, _fixed("„{name}“ muss true oder false sein.")),
    "greater_than_equal": (VALID_FIELDS, _limit("Die Zahl muss mindestens {limit} sein.", "ge")),
    "less_than_equal": (VALID_FIELDS, _limit("Die Zahl darf höchstens {limit} sein.", "le")),
    "markup": (NO_MARKUP, _fixed("HTML, Skripte und Zeichencodes sind in Texten nicht erlaubt.")),
    "control_characters": (NO_MARKUP, _fixed("Der Text enthält unsichtbare Steuerzeichen.")),
    "one_line": (VALID_FIELDS, _fixed("„{name}“ muss auf einer Zeile stehen.")),
    "no_such_date": (VALID_FIELDS, _fixed("Den Tag „{value}“ gibt es nicht.")),
    "no_address": (VALID_FIELDS, _fixed("„{value}“ ist keine vollständige Adresse im Netz.")),
    "not_https": (HTTPS_LINKS, _fixed("„{value}“ beginnt nicht mit https://.")),
    "no_phone": (VALID_FIELDS, _fixed("Das ist keine Telefonnummer der Form +49 30 1234 5678 oder 115.")),
    "no_email": (VALID_FIELDS, _fixed("Das ist keine E-Mail-Adresse.")),
    "no_website": (HTTPS_LINKS, _fixed("Eine Website braucht eine vollständige Adresse mit https://.")),
    "law_or_title": (VALID_FIELDS, _fixed("Geben Sie entweder law oder title an, nicht beides und nicht keines.")),
}
