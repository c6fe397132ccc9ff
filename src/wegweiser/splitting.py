"""The index of one language in; files that are small enough for a phone on a bad network out.

Each part has documents of its own and scores them exactly as the whole does: it brings along how often its words are
indexed everywhere and how long the fields are on average. So the first part, with the concerns, answers while the
others still load. assets/finder.js puts the parts together again.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence

from wegweiser.analysis import Tables
from wegweiser.index import IndexData, counts, frequencies, unpacked
from wegweiser.indexing import packed

MOST = 100_000
"""So many bytes a file may have when it is compressed, the finder itself not counted."""


def split(data: IndexData, beside: Mapping[str, object], tables: Tables, most: int = MOST) -> list[dict[str, object]]:
    """The files of a language, `beside` in the first of them; one file if it is small enough.

    Documents that count more come first. What no number of files makes small enough stays one.
    """
    whole: dict[str, object] = {**data, **beside, "parts": 1}
    long = size(whole)
    if long <= most:
        return [whole]
    position = {term: number for number, term in enumerate(data["terms"].split())}
    fields = counts(data, position, tables)
    often, averages = frequencies(fields)
    words = [set().union(*found) for found in zip(*fields, strict=True)]
    places = sorted(range(len(data["documents"])), key=lambda at: (-data["documents"][at]["weight"], at))
    for count in range(max(2, long // max(1, most)), len(places) + 1):
        parts = [_part(data, chunk, words, often, averages) for chunk in _chunks(places, data, count)]
        parts[0] |= {**beside, "signposts": data["signposts"]}
        files = [{**part, "parts": len(parts)} for part in parts]
        if all(size(file) <= most for file in files):
            return files
    return [whole]


def size(value: Mapping[str, object]) -> int:
    """How many bytes a file has when it is compressed."""
    return len(gzip.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0))


def _chunks(places: Sequence[int], data: IndexData, count: int) -> list[list[int]]:
    """The documents in so many chunks of about equal length, their order kept."""
    long = [
        len(json.dumps(data["documents"][at])) + sum(len(field["words"][at]) for field in data["fields"]) * 4
        for at in places
    ]
    chunks: list[list[int]] = [[] for _ in range(count)]
    before, total = 0, sum(long) or 1
    for at, length in zip(places, long, strict=True):
        chunks[min(count - 1, before * count // total)].append(at)
        before += length
    return [chunk for chunk in chunks if chunk]


def _part(
    data: IndexData,
    chunk: Sequence[int],
    words: Sequence[set[int]],
    often: Mapping[int, int],
    averages: Sequence[float],
) -> dict[str, object]:
    """The documents of a chunk with their words, and what the whole knows of these."""
    terms = data["terms"].split()
    kept = sorted(chunk)
    here = sorted({number for at in kept for number in words[at]})
    number = {terms[old]: new for new, old in enumerate(here)}

    def renumbered(stored: Sequence[int]) -> list[int]:
        return packed({terms[old]: count for old, count in unpacked(stored).items()}, number)

    fields = [{**field, "words": [renumbered(field["words"][at]) for at in kept]} for field in data["fields"]]
    return {
        **data,
        "signposts": {},
        "terms": " ".join(terms[old] for old in here),
        "often": [often[old] for old in here],
        "averages": list(averages),
        "fields": fields,
        "documents": [data["documents"][at] for at in kept],
    }
