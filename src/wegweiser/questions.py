"""YAML files with questions in; questions and the ids that answer them out, and what the finder must keep apart.

A file is a list of questions or has the keys of `Sheet`. Every entry has q and lang; a question also `expect`, an
emergency `signpost`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from wegweiser.finding import Finding, Level, Rule, Where, say
from wegweiser.yamlfile import YamlFile, read

QUESTIONS_READABLE = Rule(
    "questions-readable",
    Level.ERROR,
    say("Nur vollständige Fragen lassen sich auswerten."),
    say("Schreiben Sie je Frage: q, lang, expect mit einer Liste von Kennungen, und wenn nötig district."),
)


@dataclass(frozen=True)
class Question:
    """A question as people ask it, and the ids that would answer it; an emergency has the number instead."""

    q: str
    lang: str
    district: str | None = None
    expect: tuple[str, ...] = ()
    signpost: str | None = None


@dataclass(frozen=True)
class Sheet:
    """Questions with answers, and those that show where the finder must stop.

    `nothing`: no concern of this directory; `other_city`: a concern in another city; `emergencies` show their number
    first; `calm` sentences only sound like one.
    """

    questions: tuple[Question, ...] = ()
    nothing: tuple[Question, ...] = ()
    other_city: tuple[Question, ...] = ()
    emergencies: tuple[Question, ...] = ()
    calm: tuple[Question, ...] = ()


SECTIONS = tuple(field.name for field in fields(Sheet))


def together(sheets: Iterable[Sheet]) -> Sheet:
    """All sheets as one."""
    every = list(sheets)
    return Sheet(*(tuple(one for sheet in every for one in getattr(sheet, name)) for name in SECTIONS))


def sheet(file: Path, langs: Sequence[str]) -> tuple[Sheet, list[Finding]]:
    """The questions of a YAML file; an entry that cannot be used is a finding."""
    try:
        content = read(file.name, file.read_bytes())
    except OSError as error:
        why = say("Die Datei lässt sich nicht öffnen: {why}.", why=error.strerror or "?")
        return Sheet(), [QUESTIONS_READABLE.at(Where(file.name, 1), why)]
    findings = list(content.findings)
    found = {name: tuple(_entries(content, name, langs, findings)) for name in SECTIONS}
    for name in content.value if isinstance(content.value, Mapping) else ():
        if name not in SECTIONS:
            message = say("„{word}“ ist kein Abschnitt mit Fragen.", word=name)
            findings.append(QUESTIONS_READABLE.at(content.where((name,)), message))
    if not any(found.values()) and not findings:
        findings.append(QUESTIONS_READABLE.at(content.where(), say("Die Datei enthält keine Fragen.")))
    return Sheet(**found), findings


def _entries(content: YamlFile, name: str, langs: Sequence[str], findings: list[Finding]) -> Iterator[Question]:
    value = content.value
    sections = value if isinstance(value, Mapping) else {"questions": value}
    items = sections.get(name)
    for position, item in enumerate(items if isinstance(items, list) else ()):
        question = _question(item, name, langs)
        if question is None:
            where = content.where((name, position) if isinstance(value, Mapping) else (position,))
            message = say("Diese Frage ist unvollständig oder ihre Sprache unbekannt.")
            findings.append(QUESTIONS_READABLE.at(where, message))
        else:
            yield question


def _question(item: object, name: str, langs: Sequence[str]) -> Question | None:
    if not isinstance(item, Mapping):
        return None
    q, lang, district, signpost = item.get("q"), item.get("lang"), item.get("district"), item.get("signpost")
    expect = item.get("expect", [])
    if not isinstance(q, str) or lang not in langs or not isinstance(expect, list):
        return None
    if (name == "questions" and not expect) or (name == "emergencies" and not isinstance(signpost, str)):
        return None
    told = str(signpost) if signpost else None
    return Question(q, str(lang), str(district) if district else None, tuple(map(str, expect)), told)
