"""The data model: what a record of each kind may say."""

from __future__ import annotations

from wegweiser.model.bodies import Body, Council, Office, Organisation, Record, SeatGroup, Seats, Sessions
from wegweiser.model.parts import (
    ContactPoint,
    Deadline,
    Duty,
    FormerName,
    Item,
    LegalBasis,
    Part,
    Participation,
    Source,
    Statement,
    Step,
    WrongDoor,
)
from wegweiser.model.place import Accessibility, Area, Concept, District, Map, Moved, Signpost, Site, Vocabulary
from wegweiser.model.records import Amount, Commitment, Law, Practice, Programme, Round, Topic

FOLDERS: dict[str, type[Part]] = {
    "offices": Office,
    "councils": Council,
    "organisations": Organisation,
    "topics": Topic,
    "programmes": Programme,
    "practices": Practice,
    "laws": Law,
    "commitments": Commitment,
    "districts": District,
    "vocabularies": Vocabulary,
}
"""Folder below data/ -> the kind of record that lives there."""

SINGLES: dict[str, type[Part]] = {"site": Site, "map": Map}
"""Name of a file beside the folders -> the only record of its kind, which stands in it."""

BODY_FOLDERS = ("offices", "councils", "organisations")
"""The folders whose records a duty may name; ids are unique across them."""

__all__ = [
    "BODY_FOLDERS",
    "FOLDERS",
    "SINGLES",
    "Accessibility",
    "Amount",
    "Area",
    "Body",
    "Commitment",
    "Concept",
    "ContactPoint",
    "Council",
    "Deadline",
    "District",
    "Duty",
    "FormerName",
    "Item",
    "Law",
    "LegalBasis",
    "Map",
    "Moved",
    "Office",
    "Organisation",
    "Part",
    "Participation",
    "Practice",
    "Programme",
    "Record",
    "Round",
    "SeatGroup",
    "Seats",
    "Sessions",
    "Signpost",
    "Site",
    "Source",
    "Statement",
    "Step",
    "Topic",
    "Vocabulary",
    "WrongDoor",
]
