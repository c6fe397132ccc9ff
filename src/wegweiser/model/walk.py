"""A part in; its texts and ids out, each with its location and the meaning that the model gives to its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from wegweiser.model.parts import Part

Location = tuple[str | int, ...]


class Leaf(NamedTuple):
    """One text or id inside a record."""

    location: Location
    value: str
    meaning: Mapping[str, str]
    description: str

    @property
    def field(self) -> str:
        """The location without positions in lists: `duties.why`."""
        return ".".join(step for step in self.location if isinstance(step, str))


@cache
def _fields(kind: type[Part]) -> tuple[tuple[str, Mapping[str, str], str], ...]:
    return tuple(
        (name, info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}, info.description or "")  # type: ignore[misc]
        for name, info in kind.model_fields.items()
    )


def leaves(part: Part, location: Location = ()) -> Iterator[Leaf]:
    """Every text of a part and of the parts inside it, in the order of the model."""
    for name, meaning, description in _fields(type(part)):
        yield from _inside(getattr(part, name), (*location, name), meaning, description)


def _inside(value: object, location: Location, meaning: Mapping[str, str], description: str) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(location, value, meaning, description)
    elif isinstance(value, Part):
        yield from leaves(value, location)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _inside(item, (*location, position), meaning, description)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*location, str(key)), meaning, description)
