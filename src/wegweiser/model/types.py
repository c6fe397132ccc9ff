"""Types with a meaning: an id, a line, a text, a date that may be a year only, an address of the web."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTIAL_DATE = r"^(1[0-9]|2[01])[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"
_MARKUP = re.compile(r"<\s*[a-z!/?]|javascript:|data:text/html|&#?\w+;|\{[{%#]", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_PHONE = re.compile(r"^(\+[0-9]{1,3}( [0-9/-]+)+|[0-9]{3,6})$")
_EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
_HOST = re.compile(r"^([\w-]+\.)+[a-z]{2,}$", re.IGNORECASE)


def _plain(text: str) -> str:
    if _MARKUP.search(text):
        raise PydanticCustomError("markup", "HTML, scripts and entities are not allowed in a text")
    if _CONTROLS.search(text):
        raise PydanticCustomError("control_characters", "Invisible control characters are not allowed in a text")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "This text must stand on one line")
    return text


def _existing_date(text: str) -> str:
    try:
        first_day(text)
    except ValueError:
        raise PydanticCustomError("no_such_date", "There is no such date") from None
    return text


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, user = parts.hostname or "", parts.username
    except ValueError:
        host, user, parts = "", None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or user or re.search(r"[\s<>\"\\]", text):
        raise PydanticCustomError("no_address", "This is not a complete address of the web")
    return text


def _safe_address(text: str) -> str:
    if urlsplit(text).scheme != "https":
        raise PydanticCustomError("not_https", "A reader is sent only to https addresses")
    return text


def is_phone(text: str) -> bool:
    """Whether the text is an international number in groups (`+49 30 9013 3456`) or a short number (`115`)."""
    return bool(_PHONE.fullmatch(text))


def is_plain(text: str) -> bool:
    """Whether a text has no markup, no template code and no control characters."""
    return not _MARKUP.search(text) and not _CONTROLS.search(text)


def is_email(text: str) -> bool:
    """Whether the text has the form of a mailbox."""
    return bool(_EMAIL.fullmatch(text))


def is_web_address(text: str) -> bool:
    """Whether the text is a complete https address."""
    try:
        _safe_address(_address(text))
    except PydanticCustomError:
        return False
    return True


def first_day(partial: str) -> date:
    """The first day that `2024`, `2024-03` or `2024-03-15` may mean; raises `ValueError` if there is none."""
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """The last day that a partial date may mean."""
    start = first_day(partial)
    match partial.count("-"):
        case 0:
            return date(start.year, 12, 31)
        case 1:
            return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return start


Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400),
    AfterValidator(_plain),
    AfterValidator(_one_line),
]
Short = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(_plain),
    AfterValidator(_one_line),
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_plain)]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE), AfterValidator(_existing_date)]
Address = Annotated[str, StringConstraints(max_length=600), AfterValidator(_address)]
SafeAddress = Annotated[str, StringConstraints(max_length=600), AfterValidator(_address), AfterValidator(_safe_address)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Euro = Annotated[int, Field(ge=0, le=10_000_000_000)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

AreaLevel = Literal["federal", "state", "district", "other"]
Role = Literal["decides", "serves", "counsels", "advises", "funds", "supervises", "complaints", "represents"]
Audience = Literal["individual", "organisation"]
Confidence = Literal["sourced", "unverified"]
Voice = Literal["vote", "advisory", "none", "unknown"]
Public = Literal["yes", "mostly", "mostly-not", "no", "unknown"]
Way = Literal[
    "agenda-item", "apply", "collect", "collective", "complain", "counselling", "delegate", "guest",
    "join", "nominate", "online", "propose", "stand", "support", "vote", "write",
]  # fmt: skip
ContactType = Literal["phone", "email", "address", "website", "appointment", "hours", "languages"]
SourceKind = Literal["official", "organisation", "press", "party", "research_or_portal", "mirror_copy"]
