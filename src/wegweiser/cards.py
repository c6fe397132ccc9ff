"""Facts and a wording in; the cards of one language out: what an answer shows beyond the index.

They are written as one file per language. The browser prints answers from them in assets/finder-ui.js; `answers`
composes the promised form from the same cards.
"""

from __future__ import annotations

from typing import Required, TypedDict, cast

from wegweiser.catalogue import Entry
from wegweiser.comparison import script_of
from wegweiser.graph import Responsible, offered
from wegweiser.model import Body, Commitment, Council, Law, Practice, Programme, Topic
from wegweiser.translations import State
from wegweiser.view import Facts, Speech
from wegweiser.view.facts import ContactView, sources_of
from wegweiser.view.words import finder_words

Card = dict[str, object]


class DutyCard(TypedDict, total=False):
    """A duty on a card, as far as answers are composed from it."""

    body: Required[str]
    role: Required[str]
    area: str


class RecordCard(TypedDict, total=False):
    """What an answer with a record needs; what only the browser prints is not listed here."""

    title: Required[str]
    url: Required[str]
    text: str
    duties: list[DutyCard]
    councils: list[str]
    leads: list[str]
    programmes: list[str]
    themes: list[str]


class BodyCard(TypedDict, total=False):
    """A body that answers lead to; `instances` and `local` are by district."""

    name: Required[str]
    website: str
    contacts: list[dict[str, str]]
    above: list[str]
    wrong_doors: list[dict[str, str]]
    instances: dict[str, str]
    local: dict[str, list[dict[str, str]]]


class Cards(TypedDict):
    """The file of one language, as far as Python reads it again."""

    lang: str
    records: dict[str, RecordCard]
    bodies: dict[str, BodyCard]


def cards(facts: Facts, speech: Speech) -> Cards:
    """What a browser needs to print answers in one language: records by address, bodies by id, districts by id."""
    records = {entry.address: card for entry in facts.catalogue.entries if (card := _card(facts, speech, entry))}
    bodies = {body.id: _body_card(facts, speech, body) for body in facts.catalogue.all(Body) if offered(body)}
    districts = {id_: district.name for id_, district in facts.catalogue.districts.items()}
    written = {
        "lang": speech.lang,
        "built": facts.today.isoformat(),
        "records": records,
        "bodies": bodies,
        "districts": districts,
        **_around(facts, speech),
        "words": finder_words(speech),
    }
    return cast(Cards, written)


def _around(facts: Facts, speech: Speech) -> Card:
    """What stands around the answers: groups of topics, people to ask, where to report, the days of programmes."""
    site = facts.catalogue.site
    groups = facts.catalogue.concepts("topic-groups")
    programmes = [(entry.address, entry.as_kind(Programme)) for entry in facts.catalogue.published(Programme)]
    return {
        "source": speech.wording.source,
        "place": site.place if site else "",
        "latin": script_of(speech.lang) == "Latn",
        "groups": {
            id_: speech.plain("vocabularies/topic-groups", "concepts.title", concept.title)
            for id_, concept in groups.items()
        },
        "human": [id_ for id_ in (site.human_contacts if site else ()) if _is_offered(facts, id_)],
        "helpline": site.helpline if site and site.helpline and _is_offered(facts, site.helpline) else None,
        "report": {"email": site.report.email, "tracker": site.report.tracker} if site else {},
        "programmes": {
            address: {"ended": programme.ended, "rounds": [[one.opens, one.closes] for one in programme.rounds]}
            for address, programme in programmes
        },
    }


def _card(facts: Facts, speech: Speech, entry: Entry) -> Card | None:
    record = entry.record
    if not entry.is_published:
        return None
    if isinstance(record, Topic):
        return _topic_card(facts, speech, entry, record)
    if isinstance(record, Practice):
        here = [id_ for id_ in record.transfer.bodies if _is_offered(facts, id_)]
        texts = _texts(speech, entry.address, title=("title", record.title), text=("summary", record.summary))
        return texts | {"url": f"{entry.address}/", "leads": here, "themes": list(record.themes)}
    if isinstance(record, Programme):
        leads = [id_ for id_ in (*record.administrators, record.funder, *record.advisers) if _is_offered(facts, id_)]
        state = facts.programme_state(record)
        return _named(speech, entry, record.name, record.gloss) | {"leads": [record.id, *leads], "state": state}
    if isinstance(record, Law | Commitment):
        leads = [id_ for id_ in getattr(record, "responsible", ()) if _is_offered(facts, id_)]
        return _named(speech, entry, record.name, getattr(record, "gloss", None)) | {"leads": leads}
    if isinstance(record, Body) and offered(record):
        return _named(speech, entry, record.name, None) | {"leads": [record.id]}
    return None


def _is_offered(facts: Facts, id_: str) -> bool:
    body = facts.catalogue.body(id_)
    return body is not None and offered(body)


def _topic_card(facts: Facts, speech: Speech, entry: Entry, record: Topic) -> Card:
    councils = facts.graph.related_records(entry.address, Council, "takes-up")
    programmes = facts.graph.related_records(entry.address, Programme, "funds")
    deadline = record.deadlines[0].what if record.deadlines else None
    texts = _texts(
        speech,
        entry.address,
        title=("title", record.title),
        text=("summary", record.summary),
        deadline=("deadlines.what", deadline),
    )
    standing = [c.id for c in councils if isinstance(c.record, Body) and offered(c.record) and not c.record.instance_of]
    return texts | {"url": f"{entry.address}/"} | _without_nothing({
        "duties": [_duty(facts, speech, entry, record, answer) for answer in facts.graph.responsible(record)],
        "councils": standing,
        "programmes": [one.id for one in programmes if facts.programme_state(one.as_kind(Programme)) != "ended"],
        "as_of": record.as_of,
        "unverified": record.confidence == "unverified",
    })  # fmt: skip


def _duty(facts: Facts, speech: Speech, entry: Entry, record: Topic, answer: Responsible) -> Card:
    law, law_address = facts.law_label(answer.duty.law) if answer.duty.law else (None, None)
    source = next(iter(sources_of(record, answer.duty.sources)), None)
    return _texts(speech, entry.address, why=("duties.why", answer.duty.why)) | _without_nothing({
        "body": answer.body.id,
        "role": answer.duty.role,
        "area": answer.duty.area,
        "any": answer.duty.any_district,
        "law": law,
        "law_url": f"{law_address}/" if law_address else None,
        "source": source.title if source else None,
        "source_url": source.url if source else None,
        "source_date": source.date if source else None,
    })  # fmt: skip


def _body_card(facts: Facts, speech: Speech, body: Body) -> Card:
    folder = facts.catalogue.folder_of[body.id]
    instances = {d: found.id for d, found in facts.catalogue.instances_of(body.id).items() if offered(found)}
    local = (
        {d: [_contact(view) for view in views] for d, views in facts.districts_with_contacts(body) if views}
        if body.per_district
        else {}
    )
    return _texts(speech, f"{folder}/{body.id}", gloss=("gloss", body.gloss)) | _without_nothing({
        "name": body.name,
        "short": body.short if body.short != body.name else None,
        "url": f"{folder}/{body.id}/",
        "contacts": [_contact(view) for view in facts.contacts(body, body.district)],
        "website": body.website,
        "website_unsourced": bool(body.website) and body.website_confidence != "sourced",
        "per_district": body.per_district,
        "district": body.district,
        "above": [id_ for id_ in _above(facts, body) if _is_offered(facts, id_)],
        "wrong_doors": [
            _texts(speech, f"{folder}/{body.id}", concern=("wrong_doors.concern", door.concern)) | {"body": door.go_to}
            for door in body.wrong_doors
            if door.go_to and _is_offered(facts, door.go_to)
        ],
        "instances": instances,
        "local": local,
    })  # fmt: skip


def _above(facts: Facts, body: Body) -> list[str]:
    """The bodies whose tasks a body may be part of: those above it, and the common record it is an instance of."""
    return [*(one.id for one in facts.graph.ancestors(body)), *filter(None, [body.instance_of])]


def _contact(view: ContactView) -> Card:
    return _without_nothing({"type": view.type, "value": view.value, "href": view.href, "as_of": view.as_of})


def _named(speech: Speech, entry: Entry, name: str, gloss: str | None) -> Card:
    texts = _texts(speech, entry.address, text=("gloss", gloss))
    return {"title": name, "official": True, "url": f"{entry.address}/"} | texts


def _texts(speech: Speech, address: str, **texts: tuple[str, str | None]) -> Card:
    """Texts of a record by key, given as (field, original); `foreign` names those that are not translated."""
    shown = {
        key: found for key, (field, original) in texts.items() if (found := speech.shown(address, field, original))
    }
    foreign = [key for key, found in shown.items() if found.state is State.MISSING]
    return _without_nothing({key: found.text for key, found in shown.items()} | {"foreign": foreign})


def _without_nothing(card: Card) -> Card:
    """Empty values say nothing and cost bytes on a phone."""
    return {key: value for key, value in card.items() if value not in (None, "", False, [], {})}
