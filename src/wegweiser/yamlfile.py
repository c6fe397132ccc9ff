"""Bytes of a YAML file in; plain text values with their lines, and findings, out.

YAML guesses (`no` becomes False, `12:30` becomes 750, the second of two equal keys wins silently). So this reader
takes the parser's events, keeps every scalar as text, refuses what a record never needs, and bounds everything: any
sequence of bytes gives a value or findings, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

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

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """A read file: its value (None if unreadable), the line of each value, and what is wrong."""

    path: str
    value: Value
    lines: Mapping[Location, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def where(self, location: Location = ()) -> Where:
        """The place of a value, or of the nearest value around it that has a line."""
        for length in range(len(location), -1, -1):
            if location[:length] in self.lines:
                return Where(self.path, self.lines[location[:length]], ".".join(map(str, location)))
        return Where(self.path, 0, ".".join(map(str, location)))


class _RefusedError(Exception):
    def __init__(self, rule: Rule, line: int, message: Message) -> None:
        self.rule, self.line, self.message = rule, line, message


def read(path: str, content: bytes) -> YamlFile:
    """The text values of one YAML document; `path` is only quoted in findings."""
    try:
        text = _decoded(content)
        events = yaml.parse(text, Loader=_Loader)  # a safe loader, of which only the events are used
        return _Tree(path).build(events)
    except _RefusedError as refused:
        return _unreadable(path, refused.rule, refused.line, refused.message)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or ""
        message = say("Hier endet, was sich als YAML lesen lässt ({problem}).", problem=problem)
        return _unreadable(path, READABLE_YAML, mark.line + 1 if mark else 0, message)
    except yaml.YAMLError:
        return _unreadable(path, READABLE_YAML, 0, say("Die Datei enthält Zeichen, die in YAML nicht erlaubt sind."))


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


def _unreadable(path: str, rule: Rule, line: int, message: Message) -> YamlFile:
    return YamlFile(path, None, {}, (rule.at(Where(path, line), message),))


@dataclass
class _Open:
    """A collection that is being read: its value, its location, and the key that waits for its value."""

    value: list[Value] | dict[str, Value]
    location: Location
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict)


class _Tree:
    """Builds the value from events, without recursion, so that no depth can overflow the stack."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[Location, int] = {}
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.count = 0
        self.root: Value = None
        self.documents = 0

    def build(self, events: Iterator[yaml.Event]) -> YamlFile:
        for event in events:
            self._take(event, event.start_mark.line + 1 if event.start_mark else 0)
        if self.root is None and not self.findings:
            self.findings.append(READABLE_YAML.at(Where(self.path, 1), say("Die Datei ist leer.")))
        return YamlFile(self.path, self.root, self.lines, tuple(self.findings))

    def _take(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _RefusedError(
                    PLAIN_YAML, line, say("Eine Datei enthält nur einen Eintrag; hier beginnt ein zweiter.")
                )
        elif isinstance(event, yaml.AliasEvent):
            raise _RefusedError(PLAIN_YAML, line, say("Verweise (*) sind nicht erlaubt."))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        self.count += 1
        if event.anchor is not None:
            raise _RefusedError(PLAIN_YAML, line, say("Anker (&) sind nicht erlaubt."))
        if getattr(event, "tag", None):
            raise _RefusedError(PLAIN_YAML, line, say("Typangaben (!) sind nicht erlaubt."))
        if self.count > MAX_VALUES or len(self.stack) >= MAX_DEPTH:
            raise _RefusedError(BOUNDED_FILE, line, say("Die Datei hat zu viele oder zu tief verschachtelte Werte."))
        if self._takes_key(event, line):
            return
        location = self._location()
        self.lines.setdefault(location, line)
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            value = None if event.implicit[0] and event.value in {"", "~", "null"} else event.value
            self._put(value)
            return
        value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._put(value)
        self.stack.append(_Open(value, location))

    def _takes_key(self, event: yaml.NodeEvent, line: int) -> bool:
        top = self.stack[-1] if self.stack else None
        if top is None or not isinstance(top.value, dict) or top.key is not None:
            return False
        if not isinstance(event, yaml.ScalarEvent):
            raise _RefusedError(READABLE_YAML, line, say("Ein Feldname muss ein einfaches Wort sein."))
        key = event.value
        if key in top.seen:
            self.findings.append(
                NO_DOUBLE_KEYS.at(
                    Where(self.path, line, ".".join(map(str, (*top.location, key)))),
                    say("Das Feld „{key}“ steht schon in Zeile {line}.", key=key, line=top.seen[key]),
                )
            )
        else:
            self.lines[(*top.location, key)] = line
        top.seen.setdefault(key, line)
        top.key = key
        return True

    def _location(self) -> Location:
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.location, len(top.value) if isinstance(top.value, list) else str(top.key))

    def _put(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value.setdefault(str(top.key), value)
            top.key = None
