"""Rules about ids: they exist, mean the right kind, have not moved, form no circle and never vanish."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalogue import TARGETS, Entry
from wegweiser.checks.examined import Examined
from wegweiser.explain import did_you_mean
from wegweiser.finding import Finding, Level, Rule, Where, say
from wegweiser.model import BODY_FOLDERS, Moved, Record
from wegweiser.model.walk import Leaf

REFERENCES_EXIST = Rule(
    "references-exist",
    Level.ERROR,
    say("Ein Verweis ins Leere schickt einen Menschen zu niemandem."),
    say("Schreiben Sie eine Kennung, die es gibt, oder legen Sie den Eintrag an."),
)
REFERENCES_NOT_MOVED = Rule(
    "references-not-moved",
    Level.ERROR,
    say("Ein Verweis auf einen umbenannten Eintrag führt über einen Umweg und geht eines Tages verloren."),
    say("Ersetzen Sie die alte Kennung durch die neue."),
)
SOURCE_KEYS_EXIST = Rule(
    "source-keys-exist",
    Level.ERROR,
    say("Ein Beleg, den es nicht gibt, ist keiner."),
    say("Nennen Sie das Kennwort (key) einer Quelle aus der Liste sources dieses Eintrags."),
)
UNIQUE_BODIES = Rule(
    "unique-bodies",
    Level.ERROR,
    say("Zuständigkeiten nennen nur die Kennung; zwei Stellen mit derselben wären nicht zu unterscheiden."),
    say("Führen Sie die Einträge zusammen, oder geben Sie einem eine andere Kennung und hinterlassen Sie moved."),
)
UNIQUE_SOURCE_KEYS = Rule(
    "unique-source-keys",
    Level.ERROR,
    say("Zwei Quellen mit demselben Kennwort machen unklar, welche gemeint ist."),
    say("Geben Sie jeder Quelle des Eintrags ein eigenes Kennwort."),
)
NO_CIRCLES = Rule(
    "no-circles",
    Level.ERROR,
    say("Wenn zwei Stellen einander übergeordnet sind, gibt es keine oberste."),
    say("Prüfen Sie parent in den genannten Einträgen und leeren Sie einen."),
)
IDS_NEVER_VANISH = Rule(
    "ids-never-vanish",
    Level.ERROR,
    say("Eine Kennung steht in Links, Ausdrucken und Lesezeichen; sie ist ein Versprechen."),
    say("Stellen Sie den Eintrag wieder her, oder hinterlassen Sie einen Eintrag der Art moved mit der neuen Kennung."),
)
RULES = (
    REFERENCES_EXIST,
    REFERENCES_NOT_MOVED,
    SOURCE_KEYS_EXIST,
    UNIQUE_BODIES,
    UNIQUE_SOURCE_KEYS,
    NO_CIRCLES,
    IDS_NEVER_VANISH,
)


def references_exist(data: Examined) -> Iterator[Finding]:
    """Every id that a record mentions belongs to a record of the right kind."""
    for entry in data.project.catalogue.entries:
        for leaf, target in entry.references():
            if target == "sources":
                yield from _source_key(entry, leaf)
            elif target.startswith("vocabularies/"):
                yield from _concept(data, entry, leaf, target.partition("/")[2])
            else:
                yield from _record(data, entry, leaf, target)


def _source_key(entry: Entry, leaf: Leaf) -> Iterator[Finding]:
    keys = [source.key for source in entry.record.sources] if isinstance(entry.record, Record) else []
    if leaf.value not in keys:
        message = say("Eine Quelle „{key}“ nennt dieser Eintrag nicht.", key=leaf.value)
        yield SOURCE_KEYS_EXIST.at(entry.where(*leaf.location), message, did_you_mean(leaf.value, keys))


def _concept(data: Examined, entry: Entry, leaf: Leaf, scheme: str) -> Iterator[Finding]:
    known = data.project.catalogue.concepts(scheme)
    if leaf.value not in known:
        message = say("„{id}“ steht nicht in data/vocabularies/{scheme}.yaml.", id=leaf.value, scheme=scheme)
        yield REFERENCES_EXIST.at(entry.where(*leaf.location), message, did_you_mean(leaf.value, list(known)))


def _record(data: Examined, entry: Entry, leaf: Leaf, target: str) -> Iterator[Finding]:
    found = data.project.catalogue.lookup(target, leaf.value)
    if found is None:
        folders = TARGETS.get(target, (target,))
        known = [other.id for other in data.project.catalogue.entries if other.folder in folders]
        message = say(
            "„{id}“ gibt es in {folders} nicht.", id=leaf.value, folders=", ".join(f"data/{name}/" for name in folders)
        )
        yield REFERENCES_EXIST.at(entry.where(*leaf.location), message, did_you_mean(leaf.value, known))
    elif isinstance(found.record, Moved):
        message = say("„{id}“ heißt jetzt „{to}“.", id=leaf.value, to=found.record.to)
        yield REFERENCES_NOT_MOVED.at(entry.where(*leaf.location), message)


def moved_records_lead_somewhere(data: Examined) -> Iterator[Finding]:
    """A moved record leads to a record that has not moved itself."""
    for entry in data.project.catalogue.of(Moved):
        record = entry.as_kind(Moved)
        target = data.project.catalogue.entry(f"{record.folder or entry.folder}/{record.to}")
        if target is None:
            message = say(
                "„{id}“ gibt es in {folders} nicht.", id=record.to, folders=f"data/{record.folder or entry.folder}/"
            )
            yield REFERENCES_EXIST.at(entry.where("to"), message)
        elif isinstance(target.record, Moved):
            yield REFERENCES_NOT_MOVED.at(
                entry.where("to"), say("„{id}“ heißt jetzt „{to}“.", id=record.to, to=target.record.to)
            )


def bodies_are_unique(data: Examined) -> Iterator[Finding]:
    """No two bodies of different folders share an id."""
    seen: dict[str, Entry] = {}
    for entry in data.project.catalogue.entries:
        if entry.folder not in BODY_FOLDERS or isinstance(entry.record, Moved):
            continue
        if entry.id in seen:
            yield UNIQUE_BODIES.at(
                entry.where("id"),
                say("Die Kennung „{id}“ trägt auch {path}.", id=entry.id, path=seen[entry.id].file.path),
            )
        seen.setdefault(entry.id, entry)


def source_keys_are_unique(data: Examined) -> Iterator[Finding]:
    """No two sources of a record share a key."""
    for entry in data.project.catalogue.of(Record):
        record = entry.as_kind(Record)
        seen: set[str] = set()
        for position, source in enumerate(record.sources):
            if source.key in seen:
                yield UNIQUE_SOURCE_KEYS.at(
                    entry.where("sources", position, "key"), say("Das Kennwort „{key}“ steht zweimal.", key=source.key)
                )
            seen.add(source.key)


def parents_form_no_circle(data: Examined) -> Iterator[Finding]:
    """No body is above itself."""
    for cycle in data.graph.cycles("parent"):
        entry = data.project.catalogue.entry(cycle[0])
        if entry:
            ids = " → ".join(address.partition("/")[2] for address in [*cycle, cycle[0]])
            yield NO_CIRCLES.at(entry.where("parent"), say("Die Unterordnung läuft im Kreis: {ids}.", ids=ids))


def ids_never_vanish(data: Examined) -> Iterator[Finding]:
    """Every id that was ever published still has a record."""
    for address in sorted(data.project.former_ids):
        if data.project.catalogue.entry(address) is None:
            message = say("Die veröffentlichte Kennung „{address}“ gibt es nicht mehr.", address=address)
            yield IDS_NEVER_VANISH.at(Where(f"data/{address}.yaml"), message)


CHECKS = (
    references_exist,
    moved_records_lead_somewhere,
    bodies_are_unique,
    source_keys_are_unique,
    parents_form_no_circle,
    ids_never_vanish,
)
