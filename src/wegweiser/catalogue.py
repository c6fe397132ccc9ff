"""The records that were read, found by folder and id; nothing here touches a disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from wegweiser.finding import Where
from wegweiser.model import BODY_FOLDERS, Body, Concept, District, Map, Moved, Part, Site, Topic, Vocabulary
from wegweiser.model.walk import Leaf, Location, leaves
from wegweiser.translations import Translatable, translatable
from wegweiser.yamlfile import YamlFile

PartType = TypeVar("PartType", bound=Part)

TARGETS: Mapping[str, tuple[str, ...]] = {"bodies": BODY_FOLDERS}
"""What a reference may point to -> the folders in which its target may live; any other word is a folder itself."""


@dataclass(frozen=True)
class Entry:
    """A record with the file it came from; `address` is `folder/id`, unique in the catalogue."""

    folder: str
    record: Part
    file: YamlFile

    @property
    def id(self) -> str:
        """The record's id."""
        return str(getattr(self.record, "id", ""))

    @property
    def address(self) -> str:
        """Folder and id, as they stand in links and in the context of translations."""
        return f"{self.folder}/{self.id}" if self.folder else self.id

    @property
    def is_published(self) -> bool:
        """Whether the record may leave the house; a withheld one stays in the data and is never shown."""
        return not getattr(self.record, "withheld", None)

    def where(self, *location: str | int) -> Where:
        """The file and line of a field."""
        return self.file.where(location)

    def as_kind(self, kind: type[PartType]) -> PartType:
        """The record as the kind that the caller knows it is; raises `TypeError` if it is another."""
        if not isinstance(self.record, kind):
            raise TypeError(f"{self.address} is no {kind.__name__}")
        return self.record

    def references(self) -> Sequence[tuple[Leaf, str]]:
        """Every id that the record mentions, with what it refers to (see `TARGETS`)."""
        return self._references

    @cached_property
    def _references(self) -> tuple[tuple[Leaf, str], ...]:
        return tuple((leaf, leaf.facet.meaning["refers"]) for leaf in leaves(self.record, "refers"))


class Catalogue:
    """All records of one city, in the order of their addresses."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Sequence[Entry] = tuple(sorted(entries, key=lambda entry: entry.address))
        self._by_address = {entry.address: entry for entry in self.entries}

    def entry(self, address: str) -> Entry | None:
        """The entry at `folder/id`, whatever its kind."""
        return self._by_address.get(address)

    def lookup(self, target: str, id_: str) -> Entry | None:
        """The entry that a reference of this target means, a moved one included; None if there is none."""
        found = [self._by_address.get(f"{folder}/{id_}") for folder in TARGETS.get(target, (target,))]
        present = [entry for entry in found if entry]
        return next(
            (entry for entry in present if not isinstance(entry.record, Moved)), present[0] if present else None
        )

    def body(self, id_: str) -> Body | None:
        """The office, council or organisation with this id."""
        entry = self.lookup("bodies", id_)
        return entry.record if entry and isinstance(entry.record, Body) else None

    def all(self, kind: type[PartType]) -> list[PartType]:
        """All records of a kind (or of its subclasses), in order."""
        return [entry.record for entry in self.entries if isinstance(entry.record, kind)]

    def of(self, kind: type[Part]) -> list[Entry]:
        """All entries whose record is of a kind, in order."""
        return [entry for entry in self.entries if isinstance(entry.record, kind)]

    def published(self, kind: type[Part]) -> list[Entry]:
        """The entries of a kind that may be shown, in order."""
        return [entry for entry in self.of(kind) if entry.is_published]

    def concepts(self, scheme: str) -> Mapping[str, Concept]:
        """The concepts of a vocabulary by id, in their order; empty if there is no such vocabulary."""
        entry = self._by_address.get(f"vocabularies/{scheme}")
        if entry is None or not isinstance(entry.record, Vocabulary):
            return {}
        return {concept.id: concept for concept in entry.record.concepts}

    @cached_property
    def site(self) -> Site | None:
        """What the site says about itself."""
        return next(iter(self.all(Site)), None)

    @cached_property
    def map(self) -> Map | None:
        """The map of the districts, if the city has one."""
        return next(iter(self.all(Map)), None)

    @cached_property
    def texts(self) -> Sequence[tuple[str, Translatable]]:
        """(path of the file, text) for all that translators see, in the order of the records."""
        return [
            (entry.file.path, text)
            for entry in self.entries
            if entry.is_published
            for text in translatable(entry.address, entry.record)
        ]

    @cached_property
    def official_names(self) -> re.Pattern[str]:
        """Finds the names and abbreviations of published records in a text, longest first; those that the site calls
        everyday names are not among them.
        """
        everyday = self.site.everyday_names if self.site else ()
        names = {
            str(name)
            for entry in self.entries
            if entry.is_published
            for field in ("name", "short", "abbreviation")
            if (name := getattr(entry.record, field, None)) and name not in everyday
        }
        either = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or r"(?!)"
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    @cached_property
    def districts(self) -> Mapping[str, District]:
        """Districts by id, in order."""
        return {district.id: district for district in self.all(District)}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id, in order."""
        return {topic.id: topic for topic in self.all(Topic)}

    @cached_property
    def folder_of(self) -> Mapping[str, str]:
        """Id of a body -> the folder it lives in."""
        return {entry.id: entry.folder for entry in self.of(Body)}

    @cached_property
    def instances(self) -> Mapping[tuple[str, str], Body]:
        """(id of a common record, district) -> the record of that district."""
        return {
            (body.instance_of, body.district): body for body in self.all(Body) if body.instance_of and body.district
        }

    def instances_of(self, id_: str) -> Mapping[str, Body]:
        """District -> the record that stands for a common record there."""
        found = {district: self.instances.get((id_, district)) for district in self.districts}
        return {district: body for district, body in found.items() if body}

    def in_district(self, body: Body, district: str | None) -> Body:
        """The body that a common record means in a district; the body itself where there is no other."""
        return self.instances.get((body.id, district), body) if district else body


__all__ = ["Catalogue", "Entry", "Location"]
