"""Bodies: offices, councils and organisations (W3C ORG: organisations and their units)."""

from __future__ import annotations

from typing import Literal

from wegweiser.model.parts import (
    BODIES,
    CORE,
    DISTRICTS,
    LONG,
    SOURCES,
    TOPICS,
    ContactPoint,
    Deadline,
    FormerName,
    LegalBasis,
    Part,
    Participation,
    Source,
    WrongDoor,
    concepts,
    described,
)
from wegweiser.model.types import (
    AreaLevel,
    Confidence,
    Count,
    Id,
    LanguageCode,
    Line,
    PartialDate,
    Public,
    SafeAddress,
    Short,
    Text,
    Voice,
)


class Record(Part):
    """What every record says about itself."""

    id: Id = described("Kennung: Dateiname ohne .yaml. Sie ändert sich nie.")
    confidence: Confidence = described(
        "sourced: durch Quellen belegt; unverified: allgemein bekannt, aber nicht belegt."
    )
    as_of: PartialDate | None = described("Neuester Zeitpunkt, den die Quellen belegen.", None)
    checked: PartialDate = described("Wann jemand die Quellen zuletzt angesehen hat.")
    review_by: PartialDate | None = described("Bis wann der Eintrag neu geprüft werden muss.", None)
    uncertain: tuple[Text, ...] = described("Was wir nicht wissen oder nicht klären konnten.", (), LONG)
    notes: Text | None = described("Anmerkungen der Redaktion zu Quellen und Stand.", None, LONG)
    withheld: Text | None = described("Grund, warum der Eintrag nicht veröffentlicht wird.", None)
    sources: tuple[Source, ...] = described("Quellen dieses Eintrags.", ())


class Languages(Part):
    """Which languages are spoken there, as far as a source says."""

    text: Line = described("Was die Quelle über Sprachen sagt, mit Einschränkung.", meaning=LONG)
    codes: tuple[LanguageCode, ...] = described("Sprachen als BCP-47-Kürzel.", ())
    sources: tuple[Id, ...] = described("Kennwörter der Quellen.", (), SOURCES)


class Body(Record):
    """A body that decides, serves, advises, supervises or counsels."""

    name: Line = described("Amtlicher Name. Er wird nie übersetzt, denn er steht an der Tür.")
    short: Short | None = described("Kurzname oder Abkürzung.", None)
    former_names: tuple[FormerName, ...] = described("Frühere Namen; sie bleiben auffindbar.", ())
    gloss: Line | None = described("Was die Stelle ist, in einem einfachen Satz.", None, CORE)
    level: AreaLevel = described("Ebene: federal, state, district oder other.")
    district: Id | None = described("Bezirk, wenn die Stelle zu einem Bezirk gehört.", None, DISTRICTS)
    per_district: bool = described(
        "Ja, wenn es die Stelle in jedem Bezirk gibt und dies der gemeinsame Eintrag ist.", False
    )
    instance_of: Id | None = described(
        "Kennung des gemeinsamen Eintrags, wenn dies eine Stelle in einem Bezirk ist.", None, BODIES
    )
    parent: Id | None = described("Kennung der übergeordneten Stelle.", None, BODIES)
    ended: PartialDate | None = described("Seit wann es die Stelle nicht mehr gibt.", None)
    replaced_by: Id | None = described("Kennung der Stelle, die an ihre Stelle trat.", None, BODIES)
    doubtful: Text | None = described(
        "Warum zweifelhaft ist, ob es die Stelle (noch) gibt. Sie wird dann nie als Antwort angeboten.", None, LONG
    )
    tasks: tuple[Text, ...] = described("Was die Stelle tut, je Aufgabe ein Eintrag.", (), LONG)
    legal_basis: tuple[LegalBasis, ...] = described("Gesetze, auf denen die Stelle beruht.", ())
    contacts: tuple[ContactPoint, ...] = described("Wege zur Stelle. Jede Angabe nennt ihre Quelle.", ())
    website: SafeAddress | None = described("Startseite der Stelle.", None)
    website_confidence: Confidence = described("sourced, wenn eine Quelle die Adresse nennt.", "unverified")
    languages: Languages | None = described("Sprachen, die dort gesprochen werden.", None)
    accessibility: Text | None = described("Was über Barrierefreiheit belegt ist.", None, LONG)
    wrong_doors: tuple[WrongDoor, ...] = described(
        "Wofür die Stelle nicht zuständig ist, und wohin es stattdessen geht.", ()
    )
    how_to_take_part: tuple[Participation, ...] = described("Wie man mitwirkt oder sich an die Stelle wendet.", ())
    deadlines: tuple[Deadline, ...] = described("Fristen.", ())
    topics: tuple[Id, ...] = described("Anliegen, die hier aufgegriffen werden können.", (), TOPICS)


class Office(Body):
    """A department, authority, court, chamber, ombuds office or counselling centre."""

    kind: Literal["office"] = described("Immer office.")
    type: Id = described("Art der Stelle, aus data/vocabularies/office-types.yaml.", meaning=concepts("office-types"))


class SeatGroup(Part):
    """Some of the seats of a council."""

    text: Text = described("Wer diese Sitze hat.", meaning=LONG)
    voice: Voice = described("vote: Stimme; advisory: Rede, keine Stimme; none; unknown.", "unknown")


class Seats(Part):
    """Who sits in a council, how many, and how one gets there."""

    total: Count | None = described("Zahl aller Sitze.", None)
    voting: Count | None = described("Zahl der Sitze mit Stimme.", None)
    for_organisations: Count | None = described("Sitze für Migrant*innenorganisationen oder von ihnen Gewählte.", None)
    nominated_by_organisations: Count | None = described("Sitze, für die Organisationen vorschlagen dürfen.", None)
    organisations_voice: Voice = described("Ob diese Sitze Stimme haben.", "unknown")
    groups: tuple[SeatGroup, ...] = described("Die Sitze im Einzelnen.", ())
    eligibility: tuple[Text, ...] = described("Wer wählbar oder eintragbar ist.", (), LONG)
    quotas: tuple[Text, ...] = described("Quoten und eigene Listen.", (), LONG)
    selection: Text | None = described("Wie ausgewählt oder gewählt wird.", None, LONG)
    term: Line | None = described("Amtszeit in Worten.", None, LONG)
    term_years: Count | None = described("Amtszeit in Jahren.", None)
    next_election: PartialDate | None = described("Nächste Wahl oder Berufung. Leer: nicht bekannt.", None)
    notes: tuple[Text, ...] = described("Was sonst über die Zusammensetzung belegt ist.", (), LONG)


class Sessions(Part):
    """When a council meets and who may listen."""

    frequency: Line | None = described("Wie oft getagt wird.", None, LONG)
    public: Public = described("Ob Sitzungen öffentlich sind.", "unknown")
    published_at: Line | None = described("Wo Termine und Protokolle stehen.", None, LONG)


class Council(Body):
    """A council, committee, commission, question time or other way to be heard (Popolo: organisation with posts)."""

    kind: Literal["council"] = described("Immer council.")
    type: Id = described(
        "Art des Gremiums, aus data/vocabularies/council-types.yaml.", meaning=concepts("council-types")
    )
    seats: Seats | None = described("Zusammensetzung.", None)
    sessions: Sessions = described("Sitzungen.", Sessions())
    chair: Line | None = described("Wer den Vorsitz hat.", None, LONG)
    secretariat: Line | None = described("Wo die Geschäftsstelle ist.", None, LONG)
    advised_bodies: tuple[Id, ...] = described("Kennungen der Stellen, die das Gremium berät.", (), BODIES)


class Organisation(Body):
    """An umbrella organisation, network or support point of civil society."""

    kind: Literal["organisation"] = described("Immer organisation.")
    type: Id = described(
        "Art der Organisation, aus data/vocabularies/organisation-types.yaml.", meaning=concepts("organisation-types")
    )
    support: tuple[Text, ...] = described("Was sie für Migrant*innenorganisationen anbietet.", (), LONG)
    seats_in: tuple[Id, ...] = described("Gremien, in denen sie einen Sitz hat.", (), BODIES)
    members: Line | None = described("Was über die Mitglieder belegt ist.", None, LONG)
