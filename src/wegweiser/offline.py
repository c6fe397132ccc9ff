"""The files of a finished site in; what a phone needs to keep a language whole out: packs, and a list of them.

`offline/index.json` says for each language the newest version, its date and its size in bytes. `offline/<lang>.json`
says of which packs it consists. A pack, `offline/packs/<name>.pack`, is a gzip file (RFC 1952) of a JSON object, path
below the site's root -> text, or [base64] of a picture; its name is the beginning of the SHA-256 of that JSON. So packs
that did not change are not loaded again, and what arrives can be compared with its name. worker/sw.js reads them.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FORMAT = 1
"""Of the packs and their lists; worker/sw.js has the same number. Another number makes phones load everything anew."""
BUDGET = 6_000_000
"""Bytes that a language may take on a phone and on the way there."""
PACK_SIZE = 400_000
"""Bytes after which a new pack begins: small enough to be unpacked for one page, large enough to be packed well."""
TEXTS = (".html", ".json", ".js", ".css", ".svg", ".webmanifest")
PICTURES = (".png",)
"""Endings of files that are kept. Books are not: who wants one loads it."""
Content = str | list[str]


class Pack(NamedTuple):
    """Some files of a language: their name, the packed bytes, the paths."""

    name: str
    content: bytes
    paths: tuple[str, ...]


def offline(site: Path, languages: Sequence[str], assets_version: str, day: date) -> dict[str, bytes]:
    """The files below `offline/` for a finished site, by path below its root.

    `assets_version` is what pages add to the addresses of scripts and styles, `day` that of the data.
    """
    shared = _packs(site, [*_kept(site / "assets"), site / "finder/common.json", site / "index.html"])
    made: dict[str, bytes] = {}
    newest: dict[str, object] = {}
    for language in languages:
        found = [*_kept(site / language), *sorted((site / "finder").glob(f"*/{language}.*json"))]
        packs = [*shared, *_packs(site, found)]
        made |= {f"offline/packs/{pack.name}.pack": pack.content for pack in packs}
        said = {
            "version": sha256("".join(pack.name for pack in packs).encode()).hexdigest()[:16],
            "date": day.isoformat(),
            "bytes": sum(len(pack.content) for pack in packs),
        }
        listed = [{"name": pack.name, "paths": pack.paths} for pack in packs]
        made[f"offline/{language}.json"] = _json({"format": FORMAT, **said, "assets": assets_version, "packs": listed})
        newest[language] = said
    return made | {"offline/index.json": _json(newest)}


def too_large(made: Mapping[str, bytes]) -> list[tuple[str, int]]:
    """The languages that take more than BUDGET bytes, with their bytes."""
    sizes = {language: said["bytes"] for language, said in json.loads(made["offline/index.json"]).items()}
    return [(language, size) for language, size in sizes.items() if size > BUDGET]


def _kept(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in TEXTS + PICTURES]


def _packs(site: Path, paths: Iterable[Path]) -> list[Pack]:
    return [_pack(gathered) for gathered in _cut(site, paths)]


def _cut(site: Path, paths: Iterable[Path]) -> Iterator[dict[str, Content]]:
    gathered: dict[str, Content] = {}
    size = 0
    for path in paths:
        bytes_ = path.read_bytes()
        if gathered and size + len(bytes_) > PACK_SIZE:
            yield gathered
            gathered, size = {}, 0
        picture = path.suffix in PICTURES
        gathered[path.relative_to(site).as_posix()] = [b64encode(bytes_).decode()] if picture else bytes_.decode()
        size += len(bytes_)
    if gathered:
        yield gathered


def _pack(gathered: Mapping[str, Content]) -> Pack:
    text = _json(gathered)
    return Pack(sha256(text).hexdigest()[:16], gzip.compress(text, 9, mtime=0), tuple(gathered))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
