"""The words people type, per language, in; a checked vocabulary for the finder out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from wegweiser.catalogue import Catalogue
from wegweiser.explain import did_you_mean
from wegweiser.finding import Finding, Level, Message, Rule, Where, say
from wegweiser.model import FOLDERS, Moved, Topic
from wegweiser.yamlfile import Location, YamlFile

OTHER_KEYS = ("lang", "signposts", "elsewhere")
"""Keys of a terms file that are no folders with records."""
Value = TypeVar("Value")
ENOUGH = 6
"""With fewer terms a topic is hardly found."""
CROWDED = 3
"""A term that more records than this claim tells the finder nothing."""

TERMS_READABLE = Rule(
    "terms-readable",
    Level.ERROR,
    say("Wörter an falscher Stelle kennt der Finder nicht."),
    say("Schreiben Sie: Ordner, darunter Kennung, darunter synonyms und search mit je einer Liste."),
)
TERMS_HAVE_RECORD = Rule(
    "terms-have-record",
    Level.ERROR,
    say("Wörter ohne Eintrag führen niemanden irgendwohin."),
    say("Berichtigen Sie die Kennung, oder löschen Sie die Wörter."),
)
PHRASES_READABLE = Rule(
    "phrases-readable",
    Level.ERROR,
    say("Notfälle und andere Städte erkennt der Finder nur an Wörtern unter bekannten Nummern und Namen."),
    say(
        "Schreiben Sie: signposts, darunter eine Nummer aus data/site.yaml mit words und unless; elsewhere, darunter"
        " eine Stadt aus data/site.yaml mit ihren Schreibweisen."
    ),
)
TERMS_NOT_CROWDED = Rule(
    "terms-not-crowded",
    Level.WARNING,
    say("Ein Wort, das zu vielen Einträgen gehört, unterscheidet nichts mehr."),
    say("Behalten Sie das Wort nur dort, wo es am besten passt."),
)
TOPICS_HAVE_TERMS = Rule(
    "topics-have-terms",
    Level.WARNING,
    say("Menschen suchen mit ihren eigenen Wörtern; ein Anliegen mit wenigen Wörtern finden sie nicht."),
    say("Ergänzen Sie, was Menschen in dieser Sprache eintippen: umgangssprachlich, kurz, auch falsch geschrieben."),
)
RULES = (TERMS_READABLE, TERMS_HAVE_RECORD, PHRASES_READABLE, TERMS_NOT_CROWDED, TOPICS_HAVE_TERMS)


class Terms(NamedTuple):
    """The words of one record in one language: fit for display, and only searched."""

    synonyms: tuple[str, ...] = ()
    search: tuple[str, ...] = ()


class Phrases(NamedTuple):
    """Phrases that announce an emergency, and phrases that show there is none."""

    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class TermsFile:
    """The words of one language by address (`folder/id`), and what is wrong with the file.

    `signposts`: phrases of emergencies by number; `elsewhere`: spellings of other cities by the name the data use.
    """

    lang: str
    words: Mapping[str, Terms]
    findings: Sequence[Finding]
    signposts: Mapping[str, Phrases] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def terms_of(lang: str, file: YamlFile, catalogue: Catalogue) -> TermsFile:
    """The words in a terms file; what cannot be used is left out and reported."""
    words: dict[str, Terms] = {}
    findings: list[Finding] = []
    content = file.value if isinstance(file.value, Mapping) else {}
    if file.value is not None and not content:
        findings.append(TERMS_READABLE.at(file.where(), say("Erwartet werden Ordner mit Einträgen.")))
    for folder, records in content.items():
        if folder in OTHER_KEYS:
            continue
        if folder not in FOLDERS or not isinstance(records, Mapping):
            hint = did_you_mean(folder, list(FOLDERS))
            findings.append(
                TERMS_READABLE.at(
                    file.where((folder,)), say("„{word}“ ist kein Ordner mit Einträgen.", word=folder), hint
                )
            )
            continue
        for id_, value in records.items():
            location: Location = (folder, id_)
            missing = _missing(catalogue, folder, id_)
            if missing is not None:
                findings.append(TERMS_HAVE_RECORD.at(file.where(location), *missing))
                continue
            found = _terms(value)
            if found is None:
                findings.append(
                    TERMS_READABLE.at(
                        file.where(location), say("Erwartet werden synonyms und search mit je einer Liste.")
                    )
                )
                continue
            words[f"{folder}/{id_}"] = found
    findings.extend(_crowded(file, words))
    findings.extend(_poor(file, words, catalogue))
    site = catalogue.site
    numbers = [signpost.number for signpost in site.signposts] if site else []
    signposts = _section(file, "signposts", numbers, _phrases, findings)
    elsewhere = _section(file, "elsewhere", list(site.elsewhere) if site else [], _texts, findings)
    return TermsFile(lang, words, findings, signposts, elsewhere)


def _section(
    file: YamlFile,
    key: str,
    known: Sequence[str],
    reader: Callable[[object], Value | None],
    findings: list[Finding],
) -> dict[str, Value]:
    """The entries below a key that is no folder; what is not known to data/site.yaml or unreadable is reported."""
    content = file.value.get(key) if isinstance(file.value, Mapping) else None
    found: dict[str, Value] = {}
    if content is not None and not isinstance(content, Mapping):
        findings.append(PHRASES_READABLE.at(file.where((key,)), say("Erwartet werden Einträge mit Listen.")))
    for name, value in content.items() if isinstance(content, Mapping) else ():
        entry = reader(value)
        if name not in known:
            message = say("„{word}“ steht nicht in data/site.yaml.", word=name)
            findings.append(PHRASES_READABLE.at(file.where((key, name)), message, did_you_mean(name, list(known))))
        elif entry is None:
            findings.append(PHRASES_READABLE.at(file.where((key, name)), say("Erwartet werden Listen von Wörtern.")))
        else:
            found[name] = entry
    return found


def _phrases(value: object) -> Phrases | None:
    if not isinstance(value, Mapping) or not set(value) <= set(Phrases._fields):
        return None
    words, unless = (_texts(value.get(key) or []) for key in Phrases._fields)
    return None if words is None or unless is None else Phrases(words, unless)


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        return None
    return tuple(word.strip() for word in value if word.strip())


def _missing(catalogue: Catalogue, folder: str, id_: str) -> tuple[Message, Message | None] | None:
    """Why an id cannot have words, with a hint; None if it can."""
    found = catalogue.entry(f"{folder}/{id_}")
    if found is None:
        known = [entry.id for entry in catalogue.entries if entry.folder == folder]
        return say("„{id}“ gibt es in data/{folder}/ nicht.", id=id_, folder=folder), did_you_mean(id_, known)
    if isinstance(found.record, Moved):
        return say("„{id}“ heißt jetzt „{to}“.", id=id_, to=found.record.to), None
    return None


def _terms(value: object) -> Terms | None:
    if not isinstance(value, Mapping) or not set(value) <= {"synonyms", "search"}:
        return None
    synonyms, search = (_texts(value.get(key) or []) for key in Terms._fields)
    return None if synonyms is None or search is None else Terms(synonyms, search)


def _poor(file: YamlFile, words: Mapping[str, Terms], catalogue: Catalogue) -> Iterator[Finding]:
    for entry in catalogue.published(Topic):
        terms = words.get(entry.address, Terms())
        count = len({word.casefold() for word in (*terms.synonyms, *terms.search)})
        if count < ENOUGH:
            where = file.where((entry.folder, entry.id)) if count else Where(file.path)
            message = say("Das Anliegen „{id}“ hat nur {count} Wörter.", id=entry.id, count=count)
            yield TOPICS_HAVE_TERMS.at(where, message)


def _crowded(file: YamlFile, words: Mapping[str, Terms]) -> Iterator[Finding]:
    claims: dict[str, list[str]] = {}
    for address, terms in words.items():
        for word in {word.casefold() for word in (*terms.synonyms, *terms.search)}:
            claims.setdefault(word, []).append(address)
    for word, addresses in sorted(claims.items()):
        if len(addresses) > CROWDED:
            folder, id_ = addresses[-1].split("/")
            message = say("„{word}“ steht bei {count} Einträgen.", word=word, count=len(addresses))
            yield TERMS_NOT_CROWDED.at(file.where((folder, id_)), message)
