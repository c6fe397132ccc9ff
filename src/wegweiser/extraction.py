"""Everything that is to be translated in; Babel catalogues out, and existing translations merged into them.

Texts of records come from the model's fields, words of the site and of messages from the calls that print them. Merging
follows gettext's msgmerge: a changed text keeps its translation as fuzzy with the previous text, a removed one becomes
obsolete, nothing is lost.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from wegweiser.catalogue import Catalogue
from wegweiser.languages import locale_of
from wegweiser.translations import translatable

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None, "say": None, "word": None, "_fixed": None, "_limit": (1,), "n_": (1, 2), "numbered": (1, 2), "described": (1,),
}  # fmt: skip
"""Calls whose first arguments are words of the site; n_ and numbered take singular and plural."""


def content_messages(catalogue: Catalogue, lang: str) -> Messages:
    """A catalogue of all texts of records, untranslated, in the order of the records."""
    messages = _empty(lang)
    for entry in catalogue.entries:
        if getattr(entry.record, "withheld", None):
            continue
        for text in translatable(entry.address, entry.record):
            comment = f"{text.comment} ({'core' if text.core else 'long'})"
            messages.add(text.text, context=text.context, locations=[(entry.file.path, 1)], auto_comments=[comment])
    return messages


def word_messages(sources: Iterable[Path], lang: str) -> Messages:
    """A catalogue of the words of the site and of messages, found in Python modules and Jinja templates."""
    messages = _empty(lang)
    for path in sorted(sources):
        method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
        content = path.read_bytes()
        options = {"silent": "false"} if method != "python" else {}
        keywords = dict(KEYWORDS)
        for line, found, comments, _ in extract(method, io.BytesIO(content), keywords, ("Translators:",), options):
            if not _first(found):
                continue
            messages.add(found, locations=[(path.name, line)], auto_comments=list(comments))
    for text in _fixed_words(sources):
        messages.add(text, locations=[("printer.py", 1)])
    return messages


def _first(found: object) -> str:
    return str(found[0] or "") if isinstance(found, tuple | list) else str(found or "")


def _fixed_words(sources: Iterable[Path]) -> Iterator[str]:
    """Words in the printer's tables of fixed lists, which are called with a variable."""
    for path in sources:
        if path.name == "printer.py":
            tables = path.read_text(encoding="utf-8").partition("ROLES = ")[2]
            yield from re.findall(r'(?:=|: )"([^"]+)"', tables)


def _empty(lang: str) -> Messages:
    return Messages(locale=_babel_locale(lang), project="Wegweiser", charset="utf-8", fuzzy=False)


def _babel_locale(lang: str) -> str | None:
    return str(locale_of(lang)) if lang else None


def merged(existing: bytes | None, template: Messages) -> bytes:
    """A PO file with the template's messages and the existing file's translations; the same input gives the same bytes."""
    if existing is not None:
        known = read_po(io.BytesIO(existing), locale=template.locale)
        known.update(template, no_fuzzy_matching=False, update_header_comment=False, keep_user_comments=True)
        result = known
    else:
        result = template
    buffer = io.BytesIO()
    write_po(
        buffer, result, width=0, omit_header=False, sort_output=False, include_previous=True, ignore_obsolete=False
    )
    text = buffer.getvalue().decode("utf-8")
    text = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By): [^\n]*\n', "", text, flags=re.MULTILINE)
    return text.encode("utf-8")
