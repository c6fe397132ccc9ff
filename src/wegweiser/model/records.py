"""The records that say what is to be done: topics, programmes, practices, laws, commitments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wegweiser.model.bodies import Record
from wegweiser.model.parts import (
    BODIES,
    CORE,
    LONG,
    TOPICS,
    ContactPoint,
    Deadline,
    Duty,
    FormerName,
    Item,
    Part,
    Statement,
    Step,
    concepts,
    described,
)
from wegweiser.model.types import (
    Address,
    AreaLevel,
    Audience,
    CountryCode,
    Euro,
    Id,
    Line,
    PartialDate,
    SafeAddress,
    Short,
    Text,
)


class Topic(Record):
    """A concern: what a person or an organisation needs, and who does what about it."""

    kind: Literal["topic"] = described("Immer topic.")
    title: Short = described("Das Anliegen in wenigen Worten.", meaning=CORE)
    summary: Line = described("Worum es geht und wohin es führt, in ein bis zwei Sätzen.", meaning=CORE)
    group: Id = described("Themengruppe, aus data/vocabularies/topic-groups.yaml.", meaning=concepts("topic-groups"))
    audience: tuple[Audience, ...] = described("Für wen: individual, organisation.", min_length=1)
    duties: tuple[Duty, ...] = described("Wer was tut, die wichtigste Stelle zuerst.")
    to_bring: tuple[Item, ...] = described("Was mitzubringen ist.", ())
    deadlines: tuple[Deadline, ...] = described("Fristen.", ())
    if_refused: tuple[Step, ...] = described("Was nach einer Ablehnung zu tun ist, in der richtigen Reihenfolge.", ())
    related: tuple[Id, ...] = described("Verwandte Anliegen, die auch gemeint sein können.", (), TOPICS)
    finding: Text | None = described(
        "Was wir über die Lage gefunden haben (bei Anliegen, die viele Organisationen haben).", None, LONG
    )
    gap: Text | None = described("Was fehlt oder offen ist.", None, LONG)


class Amount(Part):
    """A sum of money and what it stands for."""

    text: Line = described("Die Summe mit ihrem Zusammenhang.", meaning=CORE)
    minimum: Euro | None = described("Mindestbetrag in Euro.", None)
    maximum: Euro | None = described("Höchstbetrag in Euro.", None)
    per: Literal["year", "period", "project", "measure", "proposal"] | None = described("Wofür der Betrag gilt.", None)
    year: Annotated[int, Field(ge=1900, le=2200)] | None = described("Jahr, für das die Angabe gilt.", None)


class Round(Part):
    """A call for applications; whether it is open is derived from its dates."""

    what: Line = described("Welche Runde.", meaning=CORE)
    opens: PartialDate | None = described("Ab wann man sich bewerben kann.", None)
    closes: PartialDate | None = described("Bewerbungsschluss.", None)
    date_text: Line | None = described("Die Frist in Worten, wenn es mehrere oder kein Datum gibt.", None, LONG)
    note: Line | None = described("Was sonst bekannt ist, etwa dass die Mittel erschöpft sind.", None, LONG)


class Programme(Record):
    """A funding programme."""

    kind: Literal["programme"] = described("Immer programme.")
    name: Line = described("Amtlicher Name. Er wird nie übersetzt.")
    gloss: Line | None = described("Was das Programm ist, in einem einfachen Satz.", None, CORE)
    former_names: tuple[FormerName, ...] = described("Frühere Namen.", ())
    level: AreaLevel = described("Ebene des Geldgebers.")
    types: tuple[Id, ...] = described(
        "Arten der Förderung, aus data/vocabularies/programme-types.yaml.", (), concepts("programme-types")
    )
    funder: Id = described("Kennung der Stelle, die das Geld gibt.", meaning=BODIES)
    administered_by: Line | None = described("Wer das Programm durchführt, in Worten.", None, LONG)
    administrators: tuple[Id, ...] = described("Kennungen der durchführenden Stellen.", (), BODIES)
    advisers: tuple[Id, ...] = described("Kennungen der Stellen, die zu Anträgen beraten.", (), BODIES)
    who_can_apply: tuple[Text, ...] = described("Wer sich bewerben kann.", (), CORE)
    funds: tuple[Text, ...] = described("Was gefördert wird.", (), CORE)
    amounts: tuple[Amount, ...] = described("Beträge.", ())
    duration: Line | None = described("Dauer der Förderung.", None, LONG)
    rhythm: Line | None = described("Wie oft ausgeschrieben wird.", None, LONG)
    rounds: tuple[Round, ...] = described("Runden mit ihren Fristen.", ())
    how_to_apply: Text | None = described("Wie man sich bewirbt.", None, CORE)
    requirements: tuple[Text, ...] = described("Bedingungen.", (), LONG)
    rules: tuple[Line, ...] = described("Rechtsgrundlagen und Richtlinien.", ())
    standing: Line | None = described("Was die Quellen über den Stand des Programms sagen.", None, LONG)
    ended: PartialDate | None = described("Seit wann es das Programm nicht mehr gibt.", None)
    replaced_by: Id | None = described("Programm, das an seine Stelle trat.", None, {"refers": "programmes"})
    history: tuple[Text, ...] = described("Was früher war.", (), LONG)
    website: SafeAddress | None = described("Seite des Programms.", None)
    contacts: tuple[ContactPoint, ...] = described("Wege zum Programm.", ())
    topics: tuple[Id, ...] = described(
        "Anliegen, für die dieses Programm in Frage kommt.", meaning=TOPICS, min_length=1
    )


class Needs(Part):
    """What a city would need to do the same; our judgement, not a sourced fact."""

    legal: Text = described("Rechtlich.", meaning=LONG)
    money: Text = described("An Geld.", meaning=LONG)
    people: Text = described("An Menschen.", meaning=LONG)


class Transfer(Part):
    """Where the example could be taken up here; our judgement."""

    levels: tuple[Literal["state", "district", "mo"], ...] = described("Wer es aufgreifen könnte.", ())
    here: tuple[Text, ...] = described("Was es hier entspräche.", (), LONG)
    bodies: tuple[Id, ...] = described("Kennungen der hiesigen Stellen.", (), BODIES)


class Practice(Record):
    """A good-practice example from another city."""

    kind: Literal["practice"] = described("Immer practice.")
    title: Line = described("Titel mit Ort.", meaning=CORE)
    summary: Text = described("Problem, was getan wurde, was verbindlich ist.", meaning=CORE)
    place: Line = described("Stadt oder Gebiet.")
    country: CountryCode = described("Land nach ISO 3166-1; ZZ für internationale Netzwerke.")
    region: Line | None = described("Land oder Region.", None)
    organisation: Line = described("Wer es betreibt.")
    started: Annotated[int, Field(ge=1800, le=2200)] | None = described("Jahr des Beginns.", None)
    state: Literal["ongoing", "unknown", "preparing", "ended"] = described("Ob es weiterläuft.")
    themes: tuple[Id, ...] = described(
        "Themen, aus data/vocabularies/themes.yaml.", meaning=concepts("themes"), min_length=1
    )
    format: Id = described("Form, aus data/vocabularies/formats.yaml.", meaning=concepts("formats"))
    results: tuple[Statement, ...] = described("Ergebnisse, jede Zahl mit Quelle.", ())
    costs: tuple[Statement, ...] = described("Kosten und Geldgeber.", ())
    risks: tuple[Statement, ...] = described("Risiken und Kritik.", ())
    needs: Needs = described("Was es braucht (unsere Einschätzung).")
    transfer: Transfer = described("Übertragung hierher (unsere Einschätzung).")
    website: Address | None = described("Seite des Beispiels.", None)
    topics: tuple[Id, ...] = described("Verwandte Anliegen.", meaning=TOPICS, min_length=1)


class LawSection(Part):
    """What a section says that matters here."""

    section: Line = described("Paragraf oder Artikel.")
    says: Text = described("Was dort steht, in eigenen Worten.", meaning=LONG)
    confidence: Line = described("sourced, oder was einschränkend zu sagen ist.", "sourced")


class Law(Record):
    """A law, guideline or resolution."""

    kind: Literal["law"] = described("Immer law.")
    name: Line = described("Voller Name.")
    abbreviation: Short | None = described("Abkürzung.", None)
    level: AreaLevel = described("Ebene.")
    type: Id = described("Art, aus data/vocabularies/law-types.yaml.", meaning=concepts("law-types"))
    enacted: Line | None = described("Wann beschlossen.", None)
    published: Line | None = described("Fundstelle.", None)
    sections: tuple[LawSection, ...] = described("Wichtige Abschnitte.", ())
    link: Address | None = described("Wo man es lesen kann.", None)


class Commitment(Record):
    """A promise to migrant organisations or the public; overdue is derived from its dates."""

    kind: Literal["commitment"] = described("Immer commitment.")
    name: Line = described("Name der Zusage.")
    gloss: Line | None = described("Was zugesagt wurde, in einem einfachen Satz.", None, CORE)
    promised_by: Line = described("Wer es zugesagt hat, in Worten.", meaning=LONG)
    promisers: tuple[Id, ...] = described("Kennungen der Stellen, die zugesagt haben.", (), BODIES)
    responsible: tuple[Id, ...] = described("Kennungen der Stellen, die es umsetzen müssen.", (), BODIES)
    promised_on: PartialDate | None = described("Wann es zugesagt wurde.", None)
    promised_on_text: Line | None = described("Zeitraum in Worten, wenn es kein Datum gibt.", None)
    wording: tuple[Text, ...] = described("Was zugesagt wurde.", (), LONG)
    due: tuple[Deadline, ...] = described("Fristen, die erste zuerst.", ())
    milestones: tuple[Statement, ...] = described("Was nachweislich geschah.", ())
    tracking: Text | None = described("Wer den Stand verfolgt und was davon bekannt ist.", None, LONG)
    standing: Line | None = described("Was die Quellen über den Stand sagen.", None, LONG)
    topics: tuple[Id, ...] = described("Verwandte Anliegen.", (), TOPICS)
