"""The words people type, per language, in; a checked vocabulary for the finder out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wegweiser.catalogue import Catalogue
from wegweiser.explain import did_you_mean
from wegweiser.finding import Finding, Level, Message, Rule, Where, say
from wegweiser.model import FOLDERS, Moved, Topic
from wegweiser.yamlfile import Location, YamlFile

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
RULES = (TERMS_READABLE, TERMS_HAVE_RECORD, TERMS_NOT_CROWDED, TOPICS_HAVE_TERMS)


class Terms(NamedTuple):
    """The words of one record in one language: fit for display, and only searched."""

    synonyms: tuple[str, ...] = ()
    search: tuple[str, ...] = ()


@dataclass(frozen=True)
class TermsFile:
    """The words of one language by address (`folder/id`), and what is wrong with the file."""

    lang: str
    words: Mapping[str, Terms]
    findings: Sequence[Finding]


def terms_of(lang: str, file: YamlFile, catalogue: Catalogue) -> TermsFile:
    """The words in a terms file; what cannot be used is left out and reported."""
    words: dict[str, Terms] = {}
    findings: list[Finding] = []
    content = file.value if isinstance(file.value, Mapping) else {}
    if file.value is not None and not content:
        findings.append(TERMS_READABLE.at(file.where(), say("Erwartet werden Ordner mit Einträgen.")))
    for folder, records in content.items():
        if folder == "lang":
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
    return TermsFile(lang, words, findings)


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
    lists = [value.get("synonyms") or [], value.get("search") or []]
    if not all(isinstance(words, list) and all(isinstance(word, str) for word in words) for words in lists):
        return None
    return Terms(*(tuple(word.strip() for word in words if word.strip()) for words in lists))


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
