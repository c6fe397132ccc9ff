"""Rules about what must be there: somewhere to go, every district's bodies, a source for what is called sourced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wegweiser.checks.examined import Examined
from wegweiser.finding import Finding, Level, Rule, Where, say
from wegweiser.graph import offered
from wegweiser.model import Map, Record, Topic

TOPICS_LEAD_SOMEWHERE = Rule(
    "topics-lead-somewhere",
    Level.ERROR,
    say("Ein Anliegen, das zu keiner Stelle führt, lässt Menschen vor der Tür stehen."),
    say(
        "Ergänzen Sie unter duties eine Stelle, die entscheidet, hilft oder fördert "
        "(decides, serves, funds), oder die berät (counsels)."
    ),
)
DUTIES_CAN_BE_OFFERED = Rule(
    "duties-can-be-offered",
    Level.WARNING,
    say("Eine Stelle, die es nicht mehr gibt oder deren Bestehen zweifelhaft ist, wird nie als Antwort gezeigt."),
    say("Nennen Sie die Stelle, die heute zuständig ist, oder löschen Sie die Zuständigkeit."),
)
DISTRICTS_COMPLETE = Rule(
    "districts-complete",
    Level.ERROR,
    say("In jedem Bezirk sollen Menschen dieselben Stellen finden."),
    say(
        "Legen Sie den Eintrag für diesen Bezirk an (instance_of und district), oder "
        "ändern Sie required_per_district in data/site.yaml."
    ),
)
SOURCED_HAS_SOURCE = Rule(
    "sourced-has-source",
    Level.ERROR,
    say("Wer „sourced“ liest, verlässt sich darauf."),
    say("Nennen Sie eine Quelle mit Adresse, oder setzen Sie confidence auf unverified."),
)
SITE_DESCRIBED = Rule(
    "site-described",
    Level.ERROR,
    say("Ohne data/site.yaml weiß niemand, wofür das Verzeichnis gilt und wohin Fehler gemeldet werden."),
    say("Legen Sie data/site.yaml an; die Felder stehen in docs/contribute/de/fields.md."),
)
MAP_COMPLETE = Rule(
    "map-complete",
    Level.ERROR,
    say("Wer auf der Karte wählt, soll jeden Bezirk finden, und jeden nur einmal."),
    say("Zeichnen Sie in data/map.yaml für jeden Bezirk genau einen Umriss (areas)."),
)
RULES = (
    TOPICS_LEAD_SOMEWHERE,
    DUTIES_CAN_BE_OFFERED,
    DISTRICTS_COMPLETE,
    SOURCED_HAS_SOURCE,
    SITE_DESCRIBED,
    MAP_COMPLETE,
)


def topics_lead_somewhere(data: Examined) -> Iterator[Finding]:
    """Every topic has a body that can be offered and that decides, serves, funds, counsels or hears complaints."""
    undecided = {topic.id for topic in data.graph.undecided_topics()}
    for entry in data.project.catalogue.of(Topic):
        record = entry.as_kind(Topic)
        roles = {answer.duty.role for answer in data.graph.responsible(record)}
        if entry.id in undecided and not roles & {"counsels", "complaints"}:
            yield TOPICS_LEAD_SOMEWHERE.at(
                entry.where("duties"), say("Keine Stelle entscheidet, hilft, fördert oder berät zu diesem Anliegen.")
            )


def duties_can_be_offered(data: Examined) -> Iterator[Finding]:
    """The bodies that duties name exist, for all we know."""
    for entry in data.project.catalogue.of(Topic):
        record = entry.as_kind(Topic)
        for position, duty in enumerate(record.duties):
            body = data.project.catalogue.body(duty.body)
            if body is not None and not offered(body):
                yield DUTIES_CAN_BE_OFFERED.at(
                    entry.where("duties", position, "body"),
                    say("„{id}“ ist beendet, zweifelhaft oder zurückgehalten.", id=duty.body),
                )


def districts_are_complete(data: Examined) -> Iterator[Finding]:
    """Every district has its own record of every body that the site requires per district."""
    required = data.project.catalogue.site.required_per_district if data.project.catalogue.site else ()
    for district, common in data.graph.missing_in_districts(required):
        entry = data.project.catalogue.entry(f"districts/{district}")
        if entry:
            yield DISTRICTS_COMPLETE.at(
                entry.where(), say("Im Bezirk „{district}“ fehlt „{common}“.", district=district, common=common)
            )


def sourced_records_have_a_source(data: Examined) -> Iterator[Finding]:
    """A record that calls itself sourced names a source that can be opened."""
    for entry in data.project.catalogue.of(Record):
        record = entry.record
        if (
            isinstance(record, Record)
            and record.confidence == "sourced"
            and not any(source.url for source in record.sources)
        ):
            yield SOURCED_HAS_SOURCE.at(
                entry.where("confidence"), say("Dieser Eintrag nennt keine Quelle mit Adresse.")
            )


def site_is_described(data: Examined) -> Iterator[Finding]:
    """There is a record of the site itself."""
    if data.project.catalogue.site is None:
        yield SITE_DESCRIBED.at(Where("data/site.yaml"), say("Die Beschreibung der Website fehlt."))


def map_is_complete(data: Examined) -> Iterator[Finding]:
    """The map, where there is one, has each district once."""
    for entry in data.project.catalogue.of(Map):
        drawn = Counter(area.district for area in entry.as_kind(Map).areas)
        for district in data.project.catalogue.districts:
            if drawn[district] != 1:
                message = say("Der Bezirk „{district}“ hat {n} Umrisse.", district=district, n=drawn[district])
                yield MAP_COMPLETE.at(entry.where("areas"), message)


CHECKS = (
    topics_lead_somewhere,
    duties_can_be_offered,
    districts_are_complete,
    sourced_records_have_a_source,
    site_is_described,
    map_is_complete,
)
