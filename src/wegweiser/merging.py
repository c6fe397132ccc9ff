"""A PO file and what is to be translated today in; the PO file with nothing lost out.

Merging follows gettext's msgmerge: a changed text keeps its translation as fuzzy with the previous text, a removed one
becomes obsolete, and what a translator wrote stays.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from difflib import get_close_matches

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.pofile import normalize, read_po, unescape, write_po


def merged(existing: bytes | None, template: Messages) -> bytes:
    """A PO file of the template's messages with the existing file's translations; the same input, the same bytes."""
    if existing is None:
        return _written(template)
    known = read_po(io.BytesIO(existing), locale=template.locale)
    previous = {_key(message): before for message in known if (before := _previous_id(message))}
    for key, message in list(known.obsolete.items()):
        if template.get(message.id, message.context) is not None:
            known[message.id] = known.obsolete.pop(key)
    known.language_team = template.language_team
    known.update(template, no_fuzzy_matching=True, keep_user_comments=True)
    for key in [key for key, message in known.obsolete.items() if not any(_texts(message.string))]:
        del known.obsolete[key]
    for message in known:
        if message.id and message.fuzzy:
            message.previous_id = previous.get(_key(message), [])
        if message.id and not any(_texts(message.string)):
            _take_over(message, known)
    return _written(known)


def _key(message: Message) -> tuple[str, str]:
    return str(message.context or ""), _texts(message.id)[0]


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
        _texts(old.id)[0]: key
        for key, old in known.obsolete.items()
        if old.context == message.context and any(_texts(old.string)) and type(old.id) is type(message.id)
    }
    for text in get_close_matches(_texts(message.id)[0], here, 1):
        old = known.obsolete.pop(here[text])
        message.string, message.user_comments = old.string, old.user_comments
        message.flags.add("fuzzy")
        message.previous_id = list(_texts(old.id))


def _written(messages: Messages) -> bytes:
    buffer = io.BytesIO()
    previous = _set_aside_previous(messages)
    # Without line numbers: a line that moved is no news for translators, and no change in ten files.
    write_po(buffer, messages, width=0, include_previous=True, include_lineno=False)
    text = buffer.getvalue().decode("utf-8")
    text = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By): [^\n]*\n', "", text, flags=re.MULTILINE)
    # Babel writes the CLDR locale; a language that CLDR does not know keeps its own tag.
    text = re.sub(r'^"Language: [^\n]*\\n"$', f'"Language: {messages.language_team}\\\\n"', text, flags=re.MULTILINE)
    text = _PREVIOUS.sub(lambda found: f"#| {found[1]} {previous[int(found[2])]}", text)
    return text.encode("utf-8")


_PREVIOUS = re.compile(r'^#\| (msgid(?:_plural)?) "previous-(\d+)"$', re.MULTILINE)


def _set_aside_previous(messages: Messages) -> list[str]:
    """The previous texts as PO writes them; Babel would wrap them like comments, in the middle of the quotation."""
    written: list[str] = []
    for message in messages:
        marks = []
        for text in message.previous_id:
            marks.append(f"previous-{len(written)}")
            written.append(normalize(text, width=0).replace("\n", "\n#| "))
        message.previous_id = marks
    return written
