"""The parts that records share: sources, contact points, legal bases, duties, deadlines, ways to take part."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from wegweiser.model.types import (
    Address,
    Confidence,
    ContactType,
    Id,
    Line,
    PartialDate,
    Role,
    SourceKind,
    Text,
    Way,
    is_email,
    is_phone,
    is_web_address,
)

CORE = {"translate": "core"}
"""A text that must exist in every language of the site."""
LONG = {"translate": "long"}
"""A text that may be missing in some languages; the reader then sees the source language, marked as such."""


BODIES = {"refers": "bodies"}
SOURCES = {"refers": "sources"}
TOPICS = {"refers": "topics"}
DISTRICTS = {"refers": "districts"}


def described(text: str, default: Any = ..., meaning: dict[str, str] | None = None, **limits: Any) -> Any:
    """A field with its description (the editor's help) and its meaning.

    `meaning` says whether the text must be translated (CORE, LONG) or to what the id refers: "bodies", "topics",
    "programmes", "laws", "districts", "sources" (keys of the same record) or "vocabularies/<scheme>".
    """
    return Field(default, description=text, json_schema_extra=dict(meaning) if meaning else None, **limits)


def concepts(scheme: str) -> dict[str, str]:
    """The meaning of a field whose values are the concepts of a vocabulary."""
    return {"refers": f"vocabularies/{scheme}"}


class Part(BaseModel):
    """Anything in a record: unknown keys are errors, and nobody repairs data on the way."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def same_everywhere(self) -> frozenset[str]:
        """Fields that need no translation in this part, though others of its kind do."""
        return frozenset()


class Source(Part):
    """Where a fact was read."""

    key: Id = described("Kurzes Kennwort dieser Quelle; Kontakte, Zuständigkeiten und Zahlen verweisen darauf.")
    title: Line = described("Titel der Seite oder des Dokuments.")
    url: Address | None = described(
        "Adresse der Quelle. Fehlt sie, darf kein Kontakt auf diese Quelle gestützt werden.", None
    )
    date: PartialDate | None = described(
        "Datum der Seite: Jahr, Monat oder Tag. Leer, wenn die Seite keines nennt.", None
    )
    date_note: Line | None = described("Was über das Datum einer undatierten Seite erschlossen wurde.", None)
    publisher: Line | None = described("Wer die Quelle herausgibt.", None)
    kind: SourceKind | None = described("Art der Quelle.", None)
    supports: tuple[Line, ...] = described("Welche Felder oder Aussagen diese Quelle belegt.", ())


class Statement(Part):
    """A statement with the keys of the sources that support it."""

    text: Text = described("Die Aussage, in eigenen Worten.", meaning=LONG)
    sources: tuple[Id, ...] = described("Kennwörter der Quellen, die diese Aussage belegen.", (), SOURCES)
    inferred: bool = described("Ja, wenn dies unsere Einschätzung ist und keine Quelle es sagt.", False)


class Item(Part):
    """Something that every reader needs to know in her language."""

    text: Text = described("Die Aussage, in eigenen Worten.", meaning=CORE)
    sources: tuple[Id, ...] = described("Kennwörter der Quellen, die diese Aussage belegen.", (), SOURCES)


class Step(Item):
    """A step on the way to complain, with the place it leads to."""

    body: Id | None = described("Kennung der Stelle, an die der Schritt führt.", None, BODIES)


class ContactPoint(Part):
    """One way to reach a body, with the source that names it (schema.org ContactPoint)."""

    type: ContactType = described("Art: phone, email, address, website, appointment, hours oder languages.")
    value: Line = described("Die Angabe selbst, so wie die Quelle sie nennt.", meaning=CORE)
    source: Id = described("Kennwort der Quelle, die diese Angabe nennt. Ohne Quelle kein Kontakt.", meaning=SOURCES)
    as_of: PartialDate | None = described("Stand der Angabe. Leer, wenn die Quelle kein Datum nennt.", None)
    district: Id | None = described("Bezirk, wenn die Stelle in jedem Bezirk besteht.", None, DISTRICTS)
    note: Line | None = described("Wofür die Angabe gilt oder was dabei zu beachten ist.", None, meaning=LONG)

    @property
    def same_everywhere(self) -> frozenset[str]:
        """A number, a mailbox and an address are the same in every language; hours and languages are told."""
        return frozenset() if self.type in ("appointment", "hours", "languages") else frozenset({"value"})

    @model_validator(mode="after")
    def _fits_its_type(self) -> ContactPoint:
        fits = {"phone": is_phone, "email": is_email, "website": is_web_address}
        if self.type in fits and not fits[self.type](self.value):
            raise PydanticCustomError(f"no_{self.type}", "The value does not have the form of its type")
        return self


class FormerName(Part):
    """A name that a body had before; people still search for it."""

    name: Line = described("Der frühere Name.")
    until: PartialDate | None = described("Bis wann der Name galt.", None)
    note: Line | None = described("Was sonst über den Namen bekannt ist.", None)


class LegalBasis(Part):
    """A law or rule on which a body or a duty rests."""

    law: Id | None = described("Kennung eines Gesetzes in data/laws/.", None, {"refers": "laws"})
    title: Line | None = described("Name des Gesetzes, wenn es dort keinen Eintrag hat.", None)
    section: Line | None = described("Paragraf oder Artikel.", None)
    says: Text | None = described("Was dort steht, in eigenen Worten.", None, meaning=LONG)
    confidence: Confidence = described("sourced, wenn eine Quelle es belegt.", "sourced")

    @model_validator(mode="after")
    def _names_one_law(self) -> LegalBasis:
        if (self.law is None) == (self.title is None):
            raise PydanticCustomError("law_or_title", "Give either law or title")
        return self


class WrongDoor(Part):
    """What people bring here by mistake, and where it belongs."""

    concern: Line = described("Womit Menschen irrtümlich hierher kommen.", meaning=CORE)
    go_to: Id | None = described("Kennung der Stelle, die zuständig ist. Leer, wenn wir es nicht wissen.", None, BODIES)


class Deadline(Part):
    """A date by which something must have happened; whether it is over is derived, never stored."""

    what: Line = described("Was bis dahin geschehen sein muss.", meaning=CORE)
    date: PartialDate | None = described("Der Tag, oder nur Monat oder Jahr.", None)
    date_text: Line | None = described("Die Frist in Worten, wenn es kein Datum gibt.", None, meaning=CORE)
    note: Line | None = described("Was sonst bekannt ist, etwa ob die Frist nur erschlossen wurde.", None, meaning=LONG)
    sources: tuple[Id, ...] = described("Kennwörter der Quellen.", (), SOURCES)


class Participation(Part):
    """One way to take part in a body, or to use it."""

    way: Way = described("Art des Weges, etwa guest, apply, nominate, stand, vote, complain.")
    text: Text = described("Wie es geht: wer darf, bis wann, in welcher Form.", meaning=CORE)


class Duty(Part):
    """The typed edge from a concern to a body: who does what about it."""

    body: Id = described("Kennung der Stelle, des Gremiums oder der Organisation.", meaning=BODIES)
    role: Role = described("Rolle: decides, serves, counsels, advises, funds, supervises, complaints, represents.")
    area: Id | None = described("Bezirk, wenn die Zuständigkeit nur dort gilt. Leer: überall.", None, DISTRICTS)
    any_district: bool = described("Ja, wenn jeder Bezirk es tut, unabhängig vom Wohnort.", False)
    why: Line | None = described("Warum diese Stelle, in einem Satz.", None, meaning=CORE)
    law: LegalBasis | None = described("Rechtsgrundlage dieser Zuständigkeit.", None)
    sources: tuple[Id, ...] = described(
        "Kennwörter der Quellen. Ohne Quelle gilt die Zuständigkeit als nicht bestätigt.", (), SOURCES
    )
