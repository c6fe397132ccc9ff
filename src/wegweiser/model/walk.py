"""A part in; its texts and ids out, each with its location and the meaning that the model gives to its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, get_args

from pydantic.fields import FieldInfo

from wegweiser.model.parts import Part

Location = tuple[str | int, ...]


class Facet(NamedTuple):
    """What the model says about a field: its meaning, its description, and the most letters its text may have."""

    meaning: Mapping[str, str]
    description: str
    limit: int


class Leaf(NamedTuple):
    """One text or id inside a record."""

    location: Location
    value: str
    facet: Facet

    @property
    def field(self) -> str:
        """The location without positions in lists: `duties.why`."""
        return ".".join(step for step in self.location if isinstance(step, str))


@cache
def _fields(kind: type[Part], meaning: str) -> tuple[tuple[str, Facet], ...]:
    """The fields of a part that have a meaning, or hold parts whose fields do; "" stands for all fields."""
    return tuple(
        (name, _facet(info))
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


def _facet(info: FieldInfo) -> Facet:
    meaning = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    limits = [*_limits(info.annotation), *_limits_in(info.metadata)]
    return Facet({key: str(value) for key, value in meaning.items()}, info.description or "", max(limits, default=0))


def _limits(annotation: object) -> Iterator[int]:
    """The greatest lengths that an annotation sets, also inside `tuple[Line, ...]` and `Line | None`."""
    yield from _limits_in(getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        yield from _limits(inner)


def _limits_in(metadata: Iterable[object]) -> Iterator[int]:
    for one in metadata:
        limit = getattr(one, "max_length", None)
        if isinstance(limit, int):
            yield limit


def leaves(part: Part, meaning: str = "", location: Location = ()) -> Iterator[Leaf]:
    """Every text of a part and of the parts inside it, in the order of the model.

    `meaning` ("translate" or "refers") leaves out the fields without that meaning.
    """
    for name, facet in _fields(type(part), meaning):
        if name in part.same_everywhere:
            facet = facet._replace(meaning={key: value for key, value in facet.meaning.items() if key != "translate"})
        yield from _inside(getattr(part, name), (*location, name), facet, meaning)


def _inside(value: object, location: Location, facet: Facet, meaning: str) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(location, value, facet)
    elif isinstance(value, Part):
        yield from leaves(value, meaning, location)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _inside(item, (*location, position), facet, meaning)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*location, str(key)), facet, meaning)
