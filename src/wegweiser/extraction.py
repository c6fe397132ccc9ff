"""Everything that is to be translated in; Babel catalogues out, and existing translations merged into them.

Texts of records come from the model's fields, words of the site and of messages from the calls that print them. Merging
follows gettext's msgmerge: a changed text keeps its translation as fuzzy with the previous text, a removed one becomes
obsolete, nothing is lost.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, unescape, write_po

from wegweiser.catalogue import Catalogue
from wegweiser.languages import locale_of
from wegweiser.translations import translatable

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None, "say": None, "word": None, "described": (1,), "_fixed": None, "_limit": (1,),
    "n_": (1, 2), "numbered": (1, 2),
}  # fmt: skip
"""Calls whose first arguments are words of the site; n_ and numbered take singular and plural."""


def content_messages(catalogue: Catalogue, lang: str) -> Messages:
    """A catalogue of all texts of records, untranslated, in the order of the records."""
    messages = _empty(lang)
    for entry in catalogue.entries:
        if not entry.is_published:
            continue
        for text in translatable(entry.address, entry.record):
            comment = f"{text.comment} ({'core' if text.core else 'long'})"
            messages.add(text.text, context=text.context, locations=[(entry.file.path, 1)], auto_comments=[comment])
    return messages


def word_sources() -> list[Path]:
    """The engine's own modules and templates, in which the words of the site stand."""
    package = Path(__file__).parent
    return [*sorted(package.rglob("*.py")), *sorted((package / "templates").glob("*.j2"))]


def word_messages(sources: Iterable[Path], lang: str) -> Messages:
    """A catalogue of the words of the site and of messages, found in Python modules and Jinja templates."""
    messages = _empty(lang)
    for path in sorted(sources):
        method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
        content = path.read_bytes()
        if path.suffix == ".j2":  # Jinja's extraction knows bare names only
            content = content.replace(b"s.word(", b"_(").replace(b"s.numbered(", b"n_(")
        options = {"silent": "false"} if method != "python" else {}
        keywords = dict(KEYWORDS)
        for line, found, comments, _ in extract(method, io.BytesIO(content), keywords, ("Translators:",), options):
            if not _first(found):
                continue
            messages.add(found, locations=[(path.name, line)], auto_comments=list(comments))
    for text in _fixed_words(sources):
        messages.add(text, locations=[("words.py", 1)])
    return messages


def _first(found: object) -> str:
    return str(found[0] or "") if isinstance(found, tuple | list) else str(found or "")


def _fixed_words(sources: Iterable[Path]) -> Iterator[str]:
    """Words in the tables of fixed lists, which are called with a variable."""
    for path in sources:
        if path.name == "words.py":
            tables = path.read_text(encoding="utf-8").partition("ROLES = ")[2]
            yield from re.findall(r'(?:=|: )"([^"]+)"', tables)


def _empty(lang: str) -> Messages:
    return Messages(
        locale=_babel_locale(lang),
        header_comment="# Translations of Wegweiser. Public domain (CC0-1.0), like the data.\n#",
        project="Wegweiser",
        version="1",
        msgid_bugs_address="see README",
        last_translator="machine, not yet reviewed by a speaker",
        language_team=lang,
        charset="utf-8",
        fuzzy=False,
    )


def _babel_locale(lang: str) -> str | None:
    return str(locale_of(lang)) if lang else None


def merged(existing: bytes | None, template: Messages) -> bytes:
    """A PO file of the template's messages with the existing file's translations; the same input, the same bytes."""
    if existing is None:
        return _written(template)
    known = read_po(io.BytesIO(existing), locale=template.locale)
    previous = {_key(message): before for message in known if (before := _previous_id(message))}
    for key, message in list(known.obsolete.items()):
        if template.get(message.id, message.context) is not None:
            known[message.id] = known.obsolete.pop(key)
    known.update(template, no_fuzzy_matching=True, keep_user_comments=True)
    for message in known:
        if message.id and message.fuzzy:
            message.previous_id = previous.get(_key(message), [])
        if message.id and not any(_texts(message.string)):
            _take_over(message, known)
    return _written(known)


def _key(message: Message) -> tuple[str, str]:
    return str(message.context or ""), _first(message.id)


def _texts(found: object) -> Sequence[str]:
    return tuple(map(str, found)) if isinstance(found, tuple | list) else (str(found or ""),)


def _previous_id(message: Message) -> list[str]:
    """The text that a fuzzy message was translated from; Babel reads it as a translator's comment."""
    marked = [comment[1:].strip() for comment in message.user_comments if comment.startswith("|")]
    message.user_comments = [comment for comment in message.user_comments if not comment.startswith("|")]
    found: list[str] = []
    for line in marked:
        if line.startswith("msgid"):
            found.append("")
        if found and '"' in line:
            found[-1] += unescape(line[line.index('"') :])
    return found


def _take_over(message: Message, known: Messages) -> None:
    """Give a new text the translation of the one that stood in its place, if they are alike; never another record's."""
    here = {
        _first(old.id): key
        for key, old in known.obsolete.items()
        if old.context == message.context and any(_texts(old.string)) and type(old.id) is type(message.id)
    }
    for text in get_close_matches(_first(message.id), here, 1):
        old = known.obsolete.pop(here[text])
        message.string, message.user_comments = old.string, old.user_comments
        message.flags.add("fuzzy")
        message.previous_id = list(_texts(old.id))


def _written(messages: Messages) -> bytes:
    buffer = io.BytesIO()
    write_po(
        buffer, messages, width=0, omit_header=False, sort_output=False, include_previous=True, ignore_obsolete=False
    )
    text = buffer.getvalue().decode("utf-8")
    text = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By): [^\n]*\n', "", text, flags=re.MULTILINE)
    return text.encode("utf-8")
