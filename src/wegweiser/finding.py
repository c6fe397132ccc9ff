"""What is said about the data: a finding is a value with a place, a rule, a sentence and a next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

Gettext = Callable[[str], str]


class Level(StrEnum):
    """How bad it is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Message:
    """A German sentence with named gaps, to be translated before the gaps are filled."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def render(self, gettext: Gettext) -> str:
        """The sentence in the language of `gettext`."""
        return gettext(self.text).format(**dict(self.values))


def say(text: str, **values: object) -> Message:
    """A message; `text` is collected for translation, `values` fill its gaps."""
    return Message(text, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file: path with forward slashes, line from 1 (0: the whole file), field such as `duties.0.body`."""

    path: str
    line: int = 0
    field: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place} ({self.field})" if self.field else place


@dataclass(frozen=True)
class Finding:
    """One thing to repair, or to know."""

    where: Where
    level: Level
    rule: str
    message: Message
    hint: Message | None = None

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """By file and line, errors before warnings."""
        return (self.where.path, self.where.line, self.level.value, self.rule, self.message.render(str))


@dataclass(frozen=True)
class Rule:
    """A rule of the data: its code, how bad a breach is, why it exists and how to repair one.

    The rules page of the documentation is made of these objects.
    """

    code: str
    level: Level
    why: Message
    repair: Message
    since: str = field(default="2026-11-22")

    def at(self, where: Where, message: Message, hint: Message | None = None) -> Finding:
        """A finding of this rule; without a hint of its own it gives the rule's way to repair."""
        return Finding(where, self.level, self.code, message, hint or self.repair)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings sorted by file and line, each once."""
    return sorted(set(findings), key=lambda finding: finding.sort_key)
