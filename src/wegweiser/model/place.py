"""The records of a place: districts and their map, vocabularies, the site itself, and ids that have moved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wegweiser.model.bodies import Record
from wegweiser.model.parts import BODIES, CORE, DISTRICTS, LONG, TOPICS, Part, Source, described
from wegweiser.model.types import Id, Line, PartialDate, Short, Text

Postcode = Annotated[str, Field(pattern=r"^[0-9]{4,5}$")]
Coordinate = Annotated[int, Field(ge=0, le=4000)]
Outline = Annotated[str, Field(pattern=r"^[Mm][MmLlHhVvZz0-9 ,-]*$", max_length=4000)]


class District(Record):
    """A district with its localities."""

    kind: Literal["district"] = described("Immer district.")
    name: Short = described("Name des Bezirks.")
    office: Id = described("Kennung des Bezirksamts.", meaning=BODIES)
    commissioner: Id = described("Kennung der Ansprechstelle für Partizipation und Integration.", meaning=BODIES)
    localities: tuple[Short, ...] = described("Ortsteile.", ())
    postcodes: tuple[Postcode, ...] = described("Postleitzahlen, nur belegte.", ())
    mail_domain: Line | None = described("Adressendung der amtlichen Postfächer.", None)


class Concept(Part):
    """A word of a controlled vocabulary (SKOS concept)."""

    id: Id = described("Kennung.")
    title: Short = described("Bezeichnung.", meaning=CORE)
    definition: Text | None = described("Was damit gemeint ist.", None, LONG)
    icon: Short | None = described("Name des Bildzeichens in assets/icons.svg.", None)
    featured: tuple[Id, ...] = described("Anliegen dieser Gruppe, die zuerst gezeigt werden.", (), TOPICS)


class Vocabulary(Part):
    """A controlled vocabulary (SKOS concept scheme); its order is the order of display."""

    kind: Literal["vocabulary"] = described("Immer vocabulary.")
    id: Id = described("Kennung: Dateiname ohne .yaml.")
    title: Line = described("Wofür die Wörter stehen.")
    concepts: tuple[Concept, ...] = described("Die Wörter.", min_length=1)


class Notice(Part):
    """A notice for all readers, such as a coming renaming."""

    text: Text = described("Der Hinweis.", meaning=CORE)
    until: PartialDate | None = described("Bis wann er gezeigt wird.", None)
    sources: tuple[Source, ...] = described("Quellen.", ())


class Signpost(Part):
    """An emergency number; the phrases that show it before every answer stand in data/terms/."""

    number: Annotated[str, Field(pattern=r"^[0-9]{3}$")] = described("Die Nummer.")
    title: Short = described("Wofür sie da ist.", meaning=CORE)


class Report(Part):
    """How readers report an error; `{id}` and `{url}` stand for the record and its page."""

    email: Line | None = described("Postfach der Redaktion.", None)
    tracker: Line | None = described("Adresse eines Formulars oder Trackers mit {id} und {url}.", None)


class AccessibilityTest(Part):
    """What the last test of the site's accessibility found; scripts/audits/accessibility.py prints it."""

    date: PartialDate = described("Tag der Prüfung.")
    tools: tuple[Line, ...] = described("Womit geprüft wurde, mit Versionen.", min_length=1)
    pages: Annotated[int, Field(ge=1)] = described("Zahl der geprüften Seiten.")
    languages: tuple[Line, ...] = described("In welchen Sprachen.", min_length=1)
    violations: Annotated[int, Field(ge=0)] = described("Zahl der gefundenen Verstöße.")


class Accessibility(Part):
    """What the accessibility statement of a public body has to say beyond what is the same everywhere."""

    law: Id | None = described("Gesetz, das die Erklärung verlangt.", None, {"refers": "laws"})
    enforcement: Id | None = described("Stelle für Beschwerden über Barrieren.", None, BODIES)
    test: AccessibilityTest | None = described("Die letzte Prüfung. Fehlt sie, sagt die Seite das.", None)
    gaps: tuple[Line, ...] = described("Was nicht barrierefrei ist, und warum.", (), CORE)


class Site(Part):
    """What the site says about itself."""

    kind: Literal["site"] = described("Immer site.")
    id: Id = described("Immer site.")
    name: Short = described("Name des Angebots.")
    claim: Line = described("Die Frage, die es beantwortet.", meaning=CORE)
    place: Short = described("Stadt oder Gebiet, für das die Daten gelten.")
    elsewhere: tuple[Short, ...] = described(
        "Andere Städte und Länder, nach denen Menschen fragen und für die diese Daten nicht gelten.", ()
    )
    intro: Line = described("Ein Satz, was dies ist.", meaning=CORE)
    data_licence: Short | None = described("Lizenz der Daten, etwa CC0-1.0.", None)
    mail_domains: tuple[Line, ...] = described("Adressendungen der Postfächer von Behörden.", ())
    report: Report = described("Wohin Fehler gemeldet werden.", Report())
    operator: Id | None = described("Kennung der Stelle, die diese Website betreibt und für sie haftet.", None, BODIES)
    server_log: Line | None = described("Was der Server über Besuche aufzeichnet und wie lange.", None, CORE)
    accessibility: Accessibility = described("Angaben der Erklärung zur Barrierefreiheit.", Accessibility())
    helpline: Id | None = described("Kennung der Stelle, die hilft, wenn nichts anderes hilft.", None, BODIES)
    human_contacts: tuple[Id, ...] = described("Stellen, die weiterhelfen, wenn der Finder nichts findet.", (), BODIES)
    complaint_path: tuple[Id, ...] = described(
        "Stellen für Beschwerden über Behörden, in der Reihenfolge des Weges.", (), BODIES
    )
    everyday_names: tuple[Short, ...] = described(
        "Amtliche Namen und Abkürzungen, die auch Wörter sind und übersetzt werden dürfen, etwa Polizei.", ()
    )
    examples: tuple[Line, ...] = described("Beispielfragen der Startseite.", (), CORE)
    notices: tuple[Notice, ...] = described("Hinweise für alle.", ())
    signposts: tuple[Signpost, ...] = described("Notrufnummern.", ())
    required_per_district: tuple[Id, ...] = described(
        "Gemeinsame Einträge, die jeder Bezirk braucht, etwa Beirat und Ansprechstelle.", (), BODIES
    )
    freshness_years: dict[str, Annotated[int, Field(ge=1, le=20)]] = described(
        "Nach wie vielen Jahren ein Eintrag einer Art neu zu prüfen ist.", {}
    )


class Area(Part):
    """A district on the map."""

    district: Id = described("Kennung des Bezirks.", meaning=DISTRICTS)
    path: Outline = described("Umriss als Pfad von SVG: nur M, L, H, V, Z und ganze Zahlen.")
    x: Coordinate = described("Wo der Name steht: wie weit von links.")
    y: Coordinate = described("Wo der Name steht: wie weit von oben.")


class Map(Part):
    """The districts as areas to choose from, drawn from a geometry whose licence allows it."""

    kind: Literal["map"] = described("Immer map.")
    id: Id = described("Immer map.")
    width: Coordinate = described("Breite der Zeichnung; alle Zahlen der Umrisse zählen in dieser Einheit.")
    height: Coordinate = described("Höhe der Zeichnung.")
    areas: tuple[Area, ...] = described("Ein Umriss je Bezirk.", min_length=1)
    licence: Short = described("Lizenz der Geometrie, etwa CC BY 3.0 DE.")
    sources: tuple[Source, ...] = described("Woher die Geometrie stammt; steht unter der Karte.", min_length=1)


class Moved(Part):
    """An id that was renamed or merged: the record lives on under another id."""

    kind: Literal["moved"] = described("Immer moved.")
    id: Id = described("Die frühere Kennung.")
    to: Id = described("Kennung, unter der der Eintrag weiterlebt.")
    folder: Short | None = described("Ordner des Ziels, wenn es ein anderer ist, etwa councils.", None)
    why: Line = described("Warum, in einem Satz.")
