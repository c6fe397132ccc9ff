"""Rules about dates: they stand in order, and what is old is looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalogue import Entry
from wegweiser.checks.examined import Examined
from wegweiser.finding import Finding, Level, Rule, say
from wegweiser.model import Programme, Record
from wegweiser.model.types import first_day, last_day

DATES_IN_ORDER = Rule(
    "dates-in-order",
    Level.ERROR,
    say("Vertauschte Daten machen aus einer offenen Frist eine verpasste."),
    say("Prüfen Sie beide Daten; meist sind Tag und Jahr vertauscht."),
)
NOTHING_FROM_TOMORROW = Rule(
    "nothing-from-tomorrow",
    Level.ERROR,
    say("Eine Quelle oder Prüfung in der Zukunft kann niemand gesehen haben."),
    say("Tragen Sie das Datum ein, an dem die Quelle gelesen wurde."),
)
REVIEW_DUE = Rule(
    "review-due",
    Level.WARNING,
    say("Ämter ziehen um und werden umbenannt; was lange niemand geprüft hat, ist oft falsch."),
    say("Lesen Sie die Quellen neu, berichtigen Sie den Eintrag und setzen Sie checked auf heute."),
)
RULES = (DATES_IN_ORDER, NOTHING_FROM_TOMORROW, REVIEW_DUE)


def rounds_open_before_they_close(data: Examined) -> Iterator[Finding]:
    """A call opens before it closes."""
    for entry in data.project.catalogue.of(Programme):
        record = entry.as_kind(Programme)
        for position, one in enumerate(record.rounds):
            if one.opens and one.closes and first_day(one.opens) > last_day(one.closes):
                message = say(
                    "Die Runde endet ({closes}), bevor sie beginnt ({opens}).", closes=one.closes, opens=one.opens
                )
                yield DATES_IN_ORDER.at(entry.where("rounds", position, "closes"), message)


def facts_are_not_newer_than_their_check(data: Examined) -> Iterator[Finding]:
    """Nobody checked a record before its newest fact, and nothing was seen tomorrow."""
    for entry, record in _records(data):
        if record.as_of and first_day(record.as_of) > last_day(record.checked):
            message = say(
                "Der Stand ({as_of}) ist jünger als die Prüfung ({checked}).",
                as_of=record.as_of,
                checked=record.checked,
            )
            yield DATES_IN_ORDER.at(entry.where("as_of"), message)
        if first_day(record.checked) > data.today:
            yield NOTHING_FROM_TOMORROW.at(
                entry.where("checked"), say("{day} liegt in der Zukunft.", day=record.checked)
            )
        for position, source in enumerate(record.sources):
            if source.date and first_day(source.date) > data.today:
                yield NOTHING_FROM_TOMORROW.at(
                    entry.where("sources", position, "date"), say("{day} liegt in der Zukunft.", day=source.date)
                )


def records_are_reviewed(data: Examined) -> Iterator[Finding]:
    """Every record is looked at again by its own date, else by the limit of its kind."""
    limits = data.project.catalogue.site.freshness_years if data.project.catalogue.site else {}
    for entry, record in _records(data):
        years = limits.get(str(getattr(record, "kind", "")))
        due = last_day(record.review_by) if record.review_by else None
        if due is None and years:
            last = last_day(record.checked)
            due = last.replace(year=last.year + years, day=min(last.day, 28))
        if due and due < data.today:
            yield REVIEW_DUE.at(
                entry.where("checked"), say("Dieser Eintrag war bis {day} neu zu prüfen.", day=due.isoformat())
            )


def _records(data: Examined) -> Iterator[tuple[Entry, Record]]:
    for entry in data.project.catalogue.of(Record):
        if isinstance(entry.record, Record):
            yield entry, entry.record


CHECKS = (rounds_open_before_they_close, facts_are_not_newer_than_their_check, records_are_reviewed)
