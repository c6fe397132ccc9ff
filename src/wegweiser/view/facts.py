"""A record in; its facts ready to print out: duties with bodies, contacts with sources, states from dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wegweiser.catalogue import Catalogue
from wegweiser.graph import Graph, Responsible
from wegweiser.model import Body, ContactPoint, Duty, LegalBasis, Programme, Record, Round, Source, Topic
from wegweiser.model.types import first_day, last_day

CONTACT_ORDER = ("phone", "email", "appointment", "website", "address", "hours", "languages")
"""The order in which ways to a body are shown: what one can do at once comes first."""

_LONG_NUMBER = re.compile(r"\d{4,}")
_BEFORE_PAIR = re.compile(r"\B(?=(?:\d\d)+$)")


@dataclass(frozen=True)
class ContactView:
    """A way to reach a body: the value, where it leads when tapped, its date and its source.

    `address` is that of the record (`folder/id`) in which it stands.
    """

    address: str
    point: ContactPoint
    href: str
    source: Source | None
    as_of: str | None

    @property
    def type(self) -> str:
        """phone, email, address, website, appointment, hours or languages."""
        return self.point.type

    @property
    def value(self) -> str:
        """The value as the source gives it."""
        return self.point.value

    @property
    def printed(self) -> str:
        """The value for readers: long runs of a phone number's digits in pairs, which no voice reads as thousands."""
        if self.type != "phone":
            return self.value
        return _LONG_NUMBER.sub(lambda digits: _BEFORE_PAIR.sub("\N{NO-BREAK SPACE}", digits[0]), self.value)


@dataclass(frozen=True)
class DutyView:
    """A duty ready to print: the body, its address (`folder/id`), and the sources that support it."""

    duty: Duty
    body: Body
    address: str
    rank: int
    sources: Sequence[Source]

    @property
    def verified(self) -> bool:
        """Whether a source supports the duty."""
        return bool(self.sources)


class Facts:
    """Facts of a catalogue as of a day; nothing here depends on a language."""

    def __init__(self, catalogue: Catalogue, graph: Graph, today: date) -> None:
        self.catalogue, self.graph, self.today = catalogue, graph, today

    def duties(self, topic: Topic, district: str | None = None) -> list[DutyView]:
        """The duties of a topic that can be offered, most important first."""
        return [self._duty(topic, rank, answer) for rank, answer in enumerate(self.graph.responsible(topic, district))]

    def _duty(self, topic: Topic, rank: int, answer: Responsible) -> DutyView:
        address = f"{answer.folder}/{answer.body.id}"
        return DutyView(answer.duty, answer.body, address, rank, sources_of(topic, answer.duty.sources))

    def contacts(self, body: Body | Programme, district: str | None = None) -> list[ContactView]:
        """The contacts of a body that hold everywhere or in a district, in the order of CONTACT_ORDER.

        A body that is the instance of a common record also gets that record's contacts for its district.
        """
        points = [(point, body) for point in body.contacts if point.district in (None, district)]
        if isinstance(body, Body) and body.instance_of and body.district:
            common = self.catalogue.body(body.instance_of)
            if common is not None:
                points += [(point, common) for point in common.contacts if point.district == body.district]
        seen: set[tuple[str, str]] = set()
        views = []
        for point, holder in sorted(points, key=lambda item: CONTACT_ORDER.index(item[0].type)):
            if (point.type, point.value.casefold()) not in seen:
                seen.add((point.type, point.value.casefold()))
                views.append(self._contact(point, holder))
        return views

    def districts_with_contacts(self, body: Body) -> Iterator[tuple[str, list[ContactView]]]:
        """(district, its contacts) for a body that exists in every district."""
        for district in self.catalogue.districts:
            here = [self._contact(point, body) for point in body.contacts if point.district == district]
            yield district, sorted(here, key=lambda view: CONTACT_ORDER.index(view.type))

    def _contact(self, point: ContactPoint, holder: Body | Programme) -> ContactView:
        source = next((source for source in holder.sources if source.key == point.source), None)
        folder = "programmes" if isinstance(holder, Programme) else self.catalogue.folder_of[holder.id]
        address = f"{folder}/{holder.id}"
        return ContactView(address, point, _href(point), source, point.as_of or (source.date if source else None))

    def current(self, until: str | None) -> bool:
        """Whether something that holds until a day, month or year still holds."""
        return until is None or last_day(until) >= self.today

    def round_state(self, one: Round) -> str:
        """open, closed, coming or unknown: derived from the dates of the call and today."""
        if one.closes and last_day(one.closes) < self.today:
            return "closed"
        if one.opens and first_day(one.opens) > self.today:
            return "coming"
        return "open" if one.closes and last_day(one.closes) >= self.today else "unknown"

    def programme_state(self, programme: Programme) -> str:
        """ended, open, coming, closed or unknown, from the programme's rounds."""
        if programme.ended and first_day(programme.ended) <= self.today:
            return "ended"
        states = [self.round_state(one) for one in programme.rounds]
        return next((state for state in ("open", "coming", "closed") if state in states), "unknown")

    def law_label(self, basis: LegalBasis) -> tuple[str, str | None]:
        """(what to print, address of the law's record or None)."""
        entry = self.catalogue.entry(f"laws/{basis.law}") if basis.law else None
        record = entry.record if entry and entry.is_published else None
        title = getattr(record, "abbreviation", None) or getattr(record, "name", None) or basis.title or ""
        label = f"{basis.section} {title}" if basis.section else str(title)
        return label, entry.address if entry and record else None


def sources_of(record: Record, keys: Sequence[str]) -> list[Source]:
    """The sources of a record with these keys, in the order of the record."""
    return [source for source in record.sources if source.key in keys]


def source_numbers(record: Record) -> Mapping[str, int]:
    """Key of a source -> its number in the record's list, from 1."""
    return {source.key: number for number, source in enumerate(record.sources, start=1)}


def _href(point: ContactPoint) -> str:
    match point.type:
        case "phone":
            return "tel:" + "".join(sign for sign in point.value if sign.isdigit() or sign == "+")
        case "email":
            return f"mailto:{point.value}"
        case "website":
            return point.value
        case "appointment" if point.value.startswith("https://") and " " not in point.value:
            return point.value
    return ""
