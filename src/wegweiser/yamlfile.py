"""Bytes of a YAML file in; plain text values with their lines, and findings, out.

YAML guesses (`no` becomes False, `12:30` becomes 750, the second of two equal keys wins silently). So this reader
takes the parser's events, keeps every scalar as text, refuses what a record never needs, and bounds everything: any
sequence of bytes gives a value or findings, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from wegweiser.finding import Finding, Level, Message, Rule, Where, say

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value] | None"
Location = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_VALUES = 20_000

READABLE_YAML = Rule(
    "readable-yaml",
    Level.ERROR,
    say("Eine Datei, die sich nicht lesen lässt, fehlt auf der Website ganz."),
    say("Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen in dieser Zeile."),
)
NO_DOUBLE_KEYS = Rule(
    "no-double-keys",
    Level.ERROR,
    say("Von zwei gleichen Feldern würde eines stillschweigend verloren gehen."),
    say("Löschen Sie eines der beiden Felder, oder führen Sie beide zusammen."),
)
PLAIN_YAML = Rule(
    "plain-yaml",
    Level.ERROR,
    say("Anker, Verweise und Typangaben machen eine Datei schwer lesbar und können den Bau lahmlegen."),
    say("Schreiben Sie den Wert an jeder Stelle aus, ohne &, * oder !."),
)
BOUNDED_FILE = Rule(
    "bounded-file",
    Level.ERROR,
    say("Eine überlange oder tief verschachtelte Datei ist fast immer ein Versehen."),
    say("Teilen Sie die Datei, oder kürzen Sie sie."),
)
RULES = (READABLE_YAML, NO_DOUBLE_KEYS, PLAIN_YAML, BOUNDED_FILE)

_NOTHING = frozenset({"", "~", "null"})
_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Lines:
    """The line of a collection, and by key or position the lines of what is in it: a number, or Lines again."""

    __slots__ = ("inside", "line")

    def __init__(self, line: int) -> None:
        self.line = line
        self.inside: dict[str | int, int | Lines] = {}


@dataclass(frozen=True)
class YamlFile:
    """A read file: its value (None if unreadable), the line of each value, and what is wrong."""

    path: str
    value: Value
    content: bytes
    findings: tuple[Finding, ...] = ()

    @cached_property
    def lines(self) -> Lines:
        """The lines of all values, read when first asked for: most files never are."""
        tree = _Tree(self.path)
        with suppress(_RefusedError, yaml.YAMLError):
            tree.build(_events(_decoded(self.content)))
        return tree.lines

    def where(self, location: Location = ()) -> Where:
        """The place of a value, or of the nearest value around it that has a line."""
        lines: int | Lines = self.lines
        for step in location:
            inner = lines.inside.get(step) if isinstance(lines, Lines) else None
            if inner is None:
                break
            lines = inner
        line = lines.line if isinstance(lines, Lines) else lines
        return Where(self.path, line, ".".join(map(str, location)))


class _RefusedError(Exception):
    def __init__(self, rule: Rule, line: int, message: Message) -> None:
        self.rule, self.line, self.message = rule, line, message


def read(path: str, content: bytes) -> YamlFile:
    """The text values of one YAML document; `path` is only quoted in findings."""
    value, findings = _values(path, content)
    return YamlFile(path, value, content, findings)


def _values(path: str, content: bytes) -> tuple[Value, tuple[Finding, ...]]:
    try:
        return _Tree(path).build(_events(_decoded(content)))
    except _RefusedError as refused:
        return _unreadable(path, refused.rule, refused.line, refused.message)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or ""
        message = say("Hier endet, was sich als YAML lesen lässt ({problem}).", problem=problem)
        last = len(content.splitlines())  # the parser notices what is missing only behind it
        return _unreadable(path, READABLE_YAML, min(mark.line + 1, last) if mark else 0, message)
    except yaml.YAMLError:
        message = say("Die Datei enthält Zeichen, die in YAML nicht erlaubt sind.")
        return _unreadable(path, READABLE_YAML, 0, message)


def _events(text: str) -> Iterator[yaml.Event]:
    """The events of a safe loader, asked one by one: `yaml.parse` asks twice for each."""
    loader = _Loader(text)
    return iter(loader.get_event, None)


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _RefusedError(BOUNDED_FILE, 0, say("Die Datei ist größer als {limit} Bytes.", limit=MAX_BYTES))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _RefusedError(READABLE_YAML, line, say("Die Datei ist nicht in UTF-8 gespeichert.")) from None
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise _RefusedError(READABLE_YAML, line, say("Die Datei enthält Zeichen, die in YAML nicht erlaubt sind."))
    return text


def _unreadable(path: str, rule: Rule, line: int, message: Message) -> tuple[None, tuple[Finding, ...]]:
    return None, (rule.at(Where(path, line), message),)


class _Open:
    """A collection that is being read: its value, the lines of what is in it, and the key that waits for its value."""

    __slots__ = ("double", "is_mapping", "key", "lines", "value")

    def __init__(self, value: list[Value] | dict[str, Value], lines: Lines) -> None:
        self.value: list[Value] | dict[str, Value] = value
        self.lines = lines
        self.is_mapping = isinstance(value, dict)
        self.key: str | None = None
        self.double = False


class _Tree:
    """Builds the value from events, without recursion, so that no depth can overflow the stack."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.documents: list[Value] = []
        self.all_lines = Lines(0)
        self.stack = [_Open(self.documents, self.all_lines)]

    @property
    def lines(self) -> Lines:
        """The lines of the document."""
        first = self.all_lines.inside.get(0, 1)
        return first if isinstance(first, Lines) else Lines(first)

    def build(self, events: Iterator[yaml.Event]) -> tuple[Value, tuple[Finding, ...]]:
        count = 0
        for event in events:
            kind = type(event)
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.stack.pop()
                continue
            line = event.start_mark.line + 1 if event.start_mark else 0
            if kind is yaml.ScalarEvent or kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                count += 1
                if count > MAX_VALUES or len(self.stack) > MAX_DEPTH:
                    message = say("Die Datei hat zu viele oder zu tief verschachtelte Werte.")
                    raise _RefusedError(BOUNDED_FILE, line, message)
                self._node(event, kind is yaml.ScalarEvent, line)
            elif kind is yaml.AliasEvent:
                raise _RefusedError(PLAIN_YAML, line, say("Verweise (*) sind nicht erlaubt."))
            elif kind is yaml.DocumentStartEvent and self.documents:
                message = say("Eine Datei enthält nur einen Eintrag; hier beginnt ein zweiter.")
                raise _RefusedError(PLAIN_YAML, line, message)
        root = self.documents[0] if self.documents else None
        if root is None and not self.findings:
            self.findings.append(READABLE_YAML.at(Where(self.path, 1), say("Die Datei ist leer.")))
        return root, tuple(self.findings)

    def _node(self, event: Any, is_scalar: bool, line: int) -> None:
        if event.anchor is not None:
            raise _RefusedError(PLAIN_YAML, line, say("Anker (&) sind nicht erlaubt."))
        if event.tag is not None:
            raise _RefusedError(PLAIN_YAML, line, say("Typangaben (!) sind nicht erlaubt."))
        top = self.stack[-1]
        if top.is_mapping and top.key is None:
            if not is_scalar:
                raise _RefusedError(READABLE_YAML, line, say("Ein Feldname muss ein einfaches Wort sein."))
            self._key(event.value, top, line)
        elif is_scalar:
            text = event.value
            self._put(top, None if event.implicit[0] and text in _NOTHING else text, line)
        else:
            value: list[Value] | dict[str, Value] = [] if type(event) is yaml.SequenceStartEvent else {}
            lines = Lines(line)
            self._put(top, value, lines)
            self.stack.append(_Open(value, lines))

    def _key(self, key: str, top: _Open, line: int) -> None:
        known = top.lines.inside.get(key)
        if known is None:
            top.lines.inside[key] = line
        else:
            location = ".".join([*(str(one.key) for one in self.stack[:-1] if one.is_mapping), key])
            first = known.line if isinstance(known, Lines) else known
            message = say("Das Feld „{key}“ steht schon in Zeile {line}.", key=key, line=first)
            self.findings.append(NO_DOUBLE_KEYS.at(Where(self.path, line, location), message))
            top.double = True
        top.key = key

    def _put(self, top: _Open, value: Value, lines: int | Lines) -> None:
        """Keep a value and its line; the value of a double key is read and dropped."""
        if isinstance(top.value, list):
            top.lines.inside[len(top.value)] = lines
            top.value.append(value)
            return
        key = str(top.key)
        top.key = None
        if top.double:
            top.double = False
            return
        top.value[key] = value
        if isinstance(lines, Lines):
            lines.line = top.lines.inside[key]  # type: ignore[assignment]
            top.lines.inside[key] = lines
