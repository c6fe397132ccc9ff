"""A part in; its texts and ids out, each with its location and the meaning that the model gives to its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, get_args

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


_Fields = tuple[tuple[str, Mapping[str, str], str], ...]


@cache
def _fields(kind: type[Part], meaning: str) -> _Fields:
    """The fields of a part that have a meaning, or hold parts whose fields do; "" stands for all fields."""
    return tuple(
        (name, info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}, info.description or "")  # type: ignore[misc]
        for name, info in kind.model_fields.items()
        if not meaning
        or (isinstance(info.json_schema_extra, dict) and meaning in info.json_schema_extra)
        or any(_fields(part, meaning) for part in _parts(info.annotation))
    )


def _parts(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def leaves(part: Part, meaning: str = "", location: Location = ()) -> Iterator[Leaf]:
    """Every text of a part and of the parts inside it, in the order of the model.

    `meaning` ("translate" or "refers") leaves out the fields without that meaning.
    """
    for name, given, description in _fields(type(part), meaning):
        yield from _inside(getattr(part, name), (*location, name), given, description, meaning)


def _inside(
    value: object, location: Location, given: Mapping[str, str], description: str, meaning: str
) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(location, value, given, description)
    elif isinstance(value, Part):
        yield from leaves(value, meaning, location)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _inside(item, (*location, position), given, description, meaning)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*location, str(key)), given, description, meaning)
