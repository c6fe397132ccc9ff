"""A project and the engine's own sources in; everything that is to be translated out, for translators and for counting.

Texts of records come from the model's fields, words of the site and of the tool's messages from the calls that print
them. Babel finds the calls (Python, Jinja) and is what the PO templates are made of.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract

from wegweiser.catalogue import Catalogue
from wegweiser.languages import locale_of

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None, "say": None, "word": None, "described": (1,), "_fixed": None, "_limit": (1,),
    "n_": (1, 2), "numbered": (1, 2),
}  # fmt: skip
"""Calls whose first arguments are words of the site; n_ and numbered take singular and plural."""
SITE_FOLDERS = ("templates", "book", "view", "pages")
"""Folders of the package whose words readers of the site see; all others are messages of the tool."""


class Kind(StrEnum):
    """What a text is for, which decides whether every language must have it: words and core texts, yes."""

    WORD = "word"
    CORE = "core"
    LONG = "long"
    MESSAGE = "message"


REQUIRED = frozenset({Kind.WORD, Kind.CORE})
"""Kinds that every language of the site must have."""
MEANINGS: Mapping[Kind, str] = {
    Kind.WORD: "Wort der Website; Knöpfe und Überschriften sind kurz. (core)",
    Kind.MESSAGE: "Meldung des Werkzeugs für die Redaktion. (long)",
}


class Word(NamedTuple):
    """A word of the site or a message of the tool: its forms, its kind, and the files in which it stands."""

    forms: tuple[str, ...]
    kind: Kind
    places: tuple[str, ...]


def content_messages(catalogue: Catalogue, lang: str) -> Messages:
    """A catalogue of all texts of records, untranslated."""
    messages = _empty(lang)
    for path, text in catalogue.texts:
        kind = Kind.CORE if text.core else Kind.LONG
        comment = f"{text.comment} ({kind}, höchstens {text.limit} Zeichen)"
        messages.add(text.text, context=text.context, locations=[(path, 1)], auto_comments=[comment])
    return messages


def word_messages(found: Iterable[Word], lang: str) -> Messages:
    """A catalogue of the words of the site and of messages, untranslated."""
    messages = _empty(lang)
    for word in found:
        id_ = word.forms if len(word.forms) > 1 else word.forms[0]
        places = [(place, 1) for place in word.places]
        messages.add(id_, locations=places, auto_comments=[MEANINGS[word.kind]])
    return messages


def word_sources() -> list[Path]:
    """The engine's own modules and templates, in which all words stand."""
    package = Path(__file__).parent
    return [*sorted(package.rglob("*.py")), *sorted((package / "templates").rglob("*.j2"))]


@cache
def own_words() -> tuple[Word, ...]:
    """The words of the engine's own sources, which do not change while it runs."""
    return tuple(words(word_sources()))


def words(sources: Iterable[Path]) -> list[Word]:
    """Every word that Python modules and Jinja templates say, once; one that site and tool share is the site's."""
    found: dict[str, Word] = {}
    for path in sorted(sources):
        kind = Kind.WORD if path.parent.name in SITE_FOLDERS else Kind.MESSAGE
        place = f"{path.parent.name}/{path.name}"
        for forms in (*_calls(path), *_fixed_words(path)):
            known = found.get(forms[0], Word(forms, kind, ()))
            shared = Kind.WORD if Kind.WORD in (known.kind, kind) else kind
            places = known.places if place in known.places else (*known.places, place)
            found[forms[0]] = Word(max(known.forms, forms, key=len), shared, places)
    return list(found.values())


def _calls(path: Path) -> Iterator[tuple[str, ...]]:
    """The words in the calls of one source."""
    content = path.read_bytes()
    method, options = "python", {}
    if path.suffix == ".j2":  # Jinja's extraction knows bare names only
        method, options = "jinja2.ext:babel_extract", {"silent": "false"}
        content = content.replace(b"s.word(", b"_(").replace(b"s.label(", b"_(").replace(b"s.numbered(", b"n_(")
    for _, found, _, _ in extract(method, io.BytesIO(content), dict(KEYWORDS), (), options):
        forms = tuple(str(form) for form in found if form) if isinstance(found, tuple | list) else (str(found or ""),)
        if forms and forms[0]:
            yield forms


def _fixed_words(path: Path) -> Iterator[tuple[str, ...]]:
    """Words in the tables of fixed lists, which are called with a variable."""
    if path.name == "words.py":
        tables = path.read_text(encoding="utf-8").partition("ROLES = ")[2]
        yield from ((word,) for word in re.findall(r'(?:=|: )"([^"]+)"', tables))


def _empty(lang: str) -> Messages:
    return Messages(
        locale=str(locale_of(lang)) if lang else None,
        header_comment="# Translations of Wegweiser. Public domain (CC0-1.0), like the data.\n#",
        project="Wegweiser",
        version="1",
        msgid_bugs_address="see README",
        last_translator="",
        language_team=lang,
        charset="utf-8",
        fuzzy=False,
    )
