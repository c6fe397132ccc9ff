"""A page in; what it says as schema.org data out: never more than the page, nothing of what it marks as unsure.

A record that is doubtful, ended or without a source has no entity: these data cannot carry the page's warning.
Addresses begin with `root:`, as in the shell of a page; overrides/main.html knows where that is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from wegweiser.catalogue import Entry
from wegweiser.graph import offered
from wegweiser.model import (
    Body,
    Council,
    District,
    Law,
    Office,
    Organisation,
    Practice,
    Programme,
    Record,
    Topic,
)
from wegweiser.pages.printer import Printer
from wegweiser.view import ContactView

Data = dict[str, object]

PROVIDING = ("decides", "serves", "counsels")
"""Roles of a body that does something for people; the first that a source confirms provides the service."""
_HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def structured(p: Printer, title: str, entry: Entry | None) -> str:
    """The JSON-LD of a page whose steps are already printed, safe inside a script element."""
    data = {"@context": "https://schema.org", **(_page(p, title, entry) if p.path else _site(p))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS)


def _said(**facts: object) -> Data:
    """Those facts that there are; a list of one is that one."""
    single = {name: fact[0] if isinstance(fact, list) and len(fact) == 1 else fact for name, fact in facts.items()}
    return {name: fact for name, fact in single.items() if fact}


def _site(p: Printer) -> Data:
    home = f"root:{p.speech.lang}/"
    if p.site is None:
        return {"@type": "WebSite", "@id": home}
    named: Data = {"@type": "WebSite", "@id": home, "name": p.site.name}
    if p.path:
        return named
    return {**named, "url": home, "description": p.description(None), "inLanguage": p.speech.lang}


def _page(p: Printer, title: str, entry: Entry | None) -> Data:
    record = entry.record if entry else None
    steps = [
        {"@type": "ListItem", "position": place, "name": label, "item": f"root:{address}"}
        for place, (label, address) in enumerate(p.steps, start=1)
    ]
    return {
        "@type": "WebPage",
        "@id": f"root:{p.speech.lang}/{p.path}",
        **_said(
            name=title,
            inLanguage=p.speech.lang,
            lastReviewed=record.checked if isinstance(record, Record) else "",
            isPartOf=_site(p),
            breadcrumb={"@type": "BreadcrumbList", "itemListElement": steps} if steps else None,
            mainEntity=_entity(p, entry) if entry else None,
        ),
    }


def _entity(p: Printer, entry: Entry) -> Data | None:
    record = entry.record
    if isinstance(record, Record) and record.confidence == "unverified":
        return None
    match record:
        case Topic():
            found = _service(p, entry, record)
        case Body():
            found = _organisation(p, entry, record)
        case Programme():
            found = _scheme(p, entry, record)
        case Practice():
            found = _article(p, entry, record)
        case Law():
            type_ = p.concept("law-types", record.type).striptags()
            found = _said(
                alternateName=record.abbreviation, legislationType=type_, url=record.link, name=record.name
            ) | {"@type": "Legislation"}
        case District():
            place = _place(p.site.place) if p.site else None
            found = {"@type": "AdministrativeArea", "name": record.name} | _said(containedInPlace=place)
        case _:
            return None
    return {"@type": found.pop("@type"), "@id": _id(p, entry), **found} if found else None


def _id(p: Printer, entry: Entry) -> str:
    """The same in all languages, whose pages describe the same thing; only an article has a language."""
    lang = p.speech.lang if isinstance(entry.record, Practice) else p.speech.wording.source
    return f"root:{lang}/{entry.address}/#record"


def _place(name: str) -> Data:
    return {"@type": "AdministrativeArea", "name": name}


def _type(body: Body) -> str:
    """The type of a body; "" for one that is doubtful, ended or unconfirmed, or that is a right and has no members."""
    if not offered(body) or body.confidence == "unverified":
        return ""
    if isinstance(body, Council) and not (body.seats and (body.seats.total or body.seats.voting or body.seats.groups)):
        return ""
    if isinstance(body, Organisation):
        return "NGO"
    return "Organization" if body.level == "other" else "GovernmentOrganization"


def _named(p: Printer, id_: str | None) -> Data | None:
    """A body that is named on the page, in a few words."""
    entry = p.entry("bodies", id_) if id_ else None
    if entry is None or not isinstance(entry.record, Body) or not (type_ := _type(entry.record)):
        return None
    return {"@type": type_, "@id": _id(p, entry), "name": entry.record.name}


def _service(p: Printer, entry: Entry, topic: Topic) -> Data:
    duties = [view for view in p.facts.duties(topic) if view.verified and not view.duty.area and _type(view.body)]
    duties = [view for role in PROVIDING for view in duties if view.duty.role == role]
    if not duties:
        return {}
    provider = _named(p, duties[0].body.id)
    public = isinstance(duties[0].body, Office | Council) and duties[0].body.level != "other"
    return {"@type": "GovernmentService" if public else "Service"} | _said(
        name=p.speech.plain(entry.address, "title", topic.title),
        description=p.speech.plain(entry.address, "summary", topic.summary),
        serviceType=p.concept("topic-groups", topic.group).striptags(),
        provider=provider,
        areaServed=_place(p.site.place) if p.site else None,
    )


def _organisation(p: Printer, entry: Entry, body: Body) -> Data:
    if not (type_ := _type(body)):
        return {}
    district = p.catalogue.districts.get(body.district or "")
    city = p.site.place if p.site and body.level in ("state", "district") else ""
    area = district.name if district else city
    return {"@type": type_, "name": body.name} | _said(
        alternateName=body.short if body.short != body.name else "",
        description=p.speech.plain(entry.address, "gloss", body.gloss),
        **_reached(
            p,
            p.facts.contacts(body, body.district),
            body.website if body.website_confidence == "sourced" else None,
        ),
        parentOrganization=_named(p, body.parent),
        areaServed=_place(area) if area else None,
    )


def _reached(p: Printer, contacts: Sequence[ContactView], website: str | None) -> Data:
    """Phones, mailboxes, addresses and the first website; what has a note keeps it."""
    found: dict[str, list[object]] = {}
    for contact in contacts:
        name = {"phone": "telephone", "email": "email", "address": "address"}.get(contact.type)
        if name is None:
            continue
        note = p.speech.plain(contact.address, "contacts.note", contact.point.note)
        type_, noted = ("Place", "location") if name == "address" else ("ContactPoint", "contactPoint")
        if note:
            found.setdefault(noted, []).append({"@type": type_, name: contact.value, "description": note})
        else:
            found.setdefault(name, []).append(contact.value)
    sites = [contact.value for contact in contacts if contact.type == "website"]
    return {"url": sites[0] if sites else website, **found}


def _scheme(p: Printer, entry: Entry, programme: Programme) -> Data:
    if p.facts.programme_state(programme) == "ended":
        return {}
    return {"@type": "FundingScheme", "name": programme.name} | _said(
        description=p.speech.plain(entry.address, "gloss", programme.gloss),
        **_reached(p, p.facts.contacts(programme), programme.website),
        funder=_named(p, programme.funder),
    )


def _article(p: Printer, entry: Entry, practice: Practice) -> Data:
    return {"@type": "Article"} | _said(
        headline=p.speech.plain(entry.address, "title", practice.title),
        inLanguage=p.speech.lang,
        keywords=[p.concept("themes", theme).striptags() for theme in practice.themes],
        spatialCoverage={"@type": "Place", "name": practice.place},
        isBasedOn=[source.url for source in practice.sources if source.url],
    )
