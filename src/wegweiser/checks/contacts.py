"""Rules about contacts: each has a source with an address, none is old, unverified or private."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegweiser.catalogue import Entry
from wegweiser.checks.examined import Examined
from wegweiser.finding import Finding, Level, Rule, say
from wegweiser.model import Body, ContactPoint, Programme, Source
from wegweiser.model.types import last_day

CONTACTS_SOURCED = Rule(
    "contacts-sourced",
    Level.ERROR,
    say(
        "Eine falsche Nummer kostet jemanden einen Termin oder eine Frist; jede Angabe "
        "braucht eine Quelle, die man öffnen kann."
    ),
    say("Nennen Sie eine Quelle mit Adresse (url), die diese Angabe enthält, oder löschen Sie die Angabe."),
)
CONTACTS_FRESH = Rule(
    "contacts-fresh",
    Level.ERROR,
    say("Alte Telefonnummern und Postfächer führen oft ins Leere."),
    say("Prüfen Sie die Angabe an einer neuen Quelle und tragen Sie deren Datum ein, oder löschen Sie die Angabe."),
)
NO_PRIVATE_MAILBOX = Rule(
    "no-private-mailbox",
    Level.ERROR,
    say("Postfächer einzelner Personen veralten und gehören nicht in ein öffentliches Verzeichnis."),
    say("Verwenden Sie das Postfach der Stelle, oder löschen Sie die Angabe."),
)
DISTRICT_NAMED_ONCE = Rule(
    "district-named-once",
    Level.ERROR,
    say("Ein Kontakt mit Bezirk gehört zu einem Eintrag, den es in jedem Bezirk gibt."),
    say("Setzen Sie per_district: true, oder löschen Sie district beim Kontakt."),
)
RULES = (CONTACTS_SOURCED, CONTACTS_FRESH, NO_PRIVATE_MAILBOX, DISTRICT_NAMED_ONCE)

_FREE_MAIL = re.compile(
    r"@(gmail|googlemail|gmx|web|yahoo|hotmail|outlook|live|icloud|aol|t-online|freenet|proton(mail)?|posteo|mailbox|yandex|mail)\.[a-z.]+$",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"^([a-zäöüß]{2,})[._]([a-zäöüß-]{2,})@", re.IGNORECASE)
"""At an authority, `word.word@` is how mailboxes of persons are named, unless a word is that of an office."""
_OFFICE_WORDS = re.compile(
    r"amt|büro|buero|stelle|beirat|leitstelle|koordination|projekt|post|info|service|integration|kontakt", re.IGNORECASE
)

ContactEntry = tuple[Entry, int, ContactPoint, dict[str, Source]]


def _contacts(data: Examined) -> Iterator[ContactEntry]:
    for entry in data.project.catalogue.entries:
        if isinstance(entry.record, Body | Programme):
            sources = {source.key: source for source in entry.record.sources}
            for position, contact in enumerate(entry.record.contacts):
                yield entry, position, contact, sources


def contacts_are_sourced(data: Examined) -> Iterator[Finding]:
    """The source of every contact has an address that can be opened."""
    for entry, position, contact, sources in _contacts(data):
        source = sources.get(contact.source)
        if source is not None and source.url is None:
            message = say(
                "Die Quelle „{key}“ hat keine Adresse; „{value}“ lässt sich nicht nachprüfen.",
                key=source.key,
                value=contact.value,
            )
            yield CONTACTS_SOURCED.at(entry.where("contacts", position, "source"), message)


def contacts_are_fresh(data: Examined) -> Iterator[Finding]:
    """No dated phone number or mailbox is older than the site allows for its type."""
    limits = data.project.catalogue.site.freshness_years if data.project.catalogue.site else {}
    for entry, position, contact, sources in _contacts(data):
        years = limits.get(contact.type)
        source = sources.get(contact.source)
        seen = contact.as_of or (source.date if source else None)
        if years is None or seen is None:
            continue
        if last_day(seen).year + years < data.today.year:
            message = say(
                "„{value}“ wurde zuletzt {seen} gesehen; erlaubt sind {years} Jahre.",
                value=contact.value,
                seen=seen,
                years=years,
            )
            yield CONTACTS_FRESH.at(entry.where("contacts", position, "as_of"), message)


def mailboxes_are_not_private(data: Examined) -> Iterator[Finding]:
    """No mailbox belongs to a person."""
    official = _official_domains(data)
    for entry, position, contact, _ in _contacts(data):
        if contact.type == "email" and _is_private(contact.value, official):
            message = say("„{value}“ sieht nach dem Postfach einer einzelnen Person aus.", value=contact.value)
            yield NO_PRIVATE_MAILBOX.at(entry.where("contacts", position, "value"), message)


def _official_domains(data: Examined) -> tuple[str, ...]:
    site = data.project.catalogue.site
    own = [district.mail_domain for district in data.project.catalogue.districts.values() if district.mail_domain]
    return tuple(domain.casefold() for domain in (*own, *(site.mail_domains if site else ())))


def _is_private(mailbox: str, official: tuple[str, ...]) -> bool:
    name, _, domain = mailbox.casefold().partition("@")
    at_authority = any(domain == own or domain.endswith(f".{own}") for own in official)
    of_person = bool(at_authority and _TWO_NAMES.match(mailbox) and not _OFFICE_WORDS.search(name))
    return of_person or bool(_FREE_MAIL.search(mailbox))


def districts_of_contacts_fit(data: Examined) -> Iterator[Finding]:
    """Only a record that stands for every district has contacts with a district."""
    for entry, position, contact, _ in _contacts(data):
        if contact.district and isinstance(entry.record, Body) and not entry.record.per_district:
            yield DISTRICT_NAMED_ONCE.at(
                entry.where("contacts", position, "district"), say("Diese Stelle gibt es nicht in jedem Bezirk.")
            )


CHECKS = (contacts_are_sourced, contacts_are_fresh, mailboxes_are_not_private, districts_of_contacts_fit)
