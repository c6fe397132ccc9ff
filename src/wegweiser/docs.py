"""The model and the rules in; the generated documentation for contributors out: schemas, field tables, rules pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from wegweiser.build import Build
from wegweiser.checks import RULES
from wegweiser.finding import Rule
from wegweiser.model import FOLDERS, SINGLES, Moved, Part, Record
from wegweiser.translations import Wording

OWNED_DOCS = ("schema/*.json", "contribute/*/rules.md", "contribute/*/fields.md")
"""Files below docs/ that this module makes and that are kept in git."""
CONTRIBUTOR_LANGUAGES = ("de", "en")
"""Languages of the generated documentation; German is written in the code, English comes from ui.po."""


def documentation(build: Build) -> dict[str, str]:
    """Path below docs/ -> text of every generated document."""
    made = {f"schema/{kind}.json": schema_of(kind) for kind in kinds()}
    for code in CONTRIBUTOR_LANGUAGES:
        words = build.wordings.get(code)
        if words is not None:
            made[f"contribute/{code}/rules.md"] = rules_page(RULES, words)
            made[f"contribute/{code}/fields.md"] = fields_page(words)
    return made


def kinds() -> dict[str, type[Part]]:
    """Name of a kind -> its model, as it stands in `kind:`."""
    models: tuple[type[Part], ...] = (*FOLDERS.values(), *SINGLES.values(), Moved)
    return {str(get_args(model.model_fields["kind"].annotation)[0]): model for model in models}


def schema_of(kind: str) -> str:
    """The JSON Schema (2020-12) that editors use for one kind of record."""
    made: dict[str, Any] = TypeAdapter(kinds()[kind]).json_schema()
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": kind}
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def skeleton(kind: str, id_: str, today: date) -> str:
    """A file for a new record: the editor's schema line, then every field in order, optional ones commented out."""
    lines = [f"# yaml-language-server: $schema=../../docs/schema/{kind}.json"]
    known = {"kind": kind, "id": id_, "confidence": "unverified", "checked": today.isoformat()}
    own = [name for name in kinds()[kind].model_fields if name not in Record.model_fields]
    later = [name for name in Record.model_fields if name in kinds()[kind].model_fields and name != "id"]
    for name in ["kind", "id", *(name for name in own if name != "kind"), *later]:
        info = kinds()[kind].model_fields[name]
        lines.append(f"# {info.description}")
        needed = info.is_required() or name in known
        lines.append(f"{name}: {known.get(name, '')}".rstrip() if needed else f"# {name}:")
    return "\n".join([*lines, ""])


def rules_page(rules: Sequence[Rule], words: Wording) -> str:
    """Every rule: why it exists and how to repair a breach."""
    word = words.word
    lines = [
        "# " + word("Regeln für die Daten"),
        "",
        word("Diese Seite wird von `wegweiser build --docs` aus den Regeln selbst erzeugt."),
    ]
    for rule in sorted(rules, key=lambda rule: rule.code):
        level = word("Fehler") if rule.level == "error" else word("Warnung")
        lines += [
            "",
            f"## {rule.code}",
            "",
            "- " + word("Stufe") + f": {level}",
            "- " + word("Warum") + f": {rule.why.render(words.word)}",
            "- " + word("Was tun") + f": {rule.repair.render(words.word)}",
            "- " + word("Gilt seit") + f": {rule.since}",
        ]
    return "\n".join([*lines, ""])


def fields_page(words: Wording) -> str:
    """A table of fields for every kind of record and every part inside it."""
    word = words.word
    lines = [
        "# " + word("Felder der Einträge"),
        "",
        word("Diese Seite wird von `wegweiser build --docs` aus dem Datenmodell erzeugt."),
    ]
    parts: dict[str, type[Part]] = {}
    for kind, model in kinds().items():
        places = {FOLDERS[name]: f"data/{name}/" for name in FOLDERS}
        places |= {SINGLES[name]: f"data/{name}.yaml" for name in SINGLES}
        place = word("in jedem Ordner von data/") if model is Moved else f"`{places[model]}`"
        lines += ["", f"## {kind}", "", word("Ort") + f": {place}", "", *_table(model, words, parts)]
    lines += ["", "## " + word("Bausteine")]
    done: set[str] = set()
    while waiting := [name for name in parts if name not in done]:
        for name in waiting:
            done.add(name)
            lines += ["", f"### {name}", "", *_table(parts[name], words, parts)]
    return "\n".join([*lines, ""])


def _table(model: type[Part], words: Wording, parts: dict[str, type[Part]]) -> Iterator[str]:
    word = words.word
    yield "| " + " | ".join([word("Feld"), word("Bedeutung"), word("Pflicht"), word("Inhalt")]) + " |"
    yield "| --- | --- | --- | --- |"
    for name, info in model.model_fields.items():
        needed = word("ja") if info.is_required() else ""
        meaning = word(str(info.description)).replace("|", "\\|")
        yield f"| `{name}` | {meaning} | {needed} | {_content(info, words, parts)} |"


def _content(info: FieldInfo, words: Wording, parts: dict[str, type[Part]]) -> str:
    word = words.word
    inside = list(_parts(info.annotation))
    parts.update({part.__name__: part for part in inside})
    if inside:
        return ", ".join(f"[{part.__name__}](#{part.__name__.lower()})" for part in inside)
    choices = list(_choices(info.annotation))
    if choices:
        return ", ".join(f"`{choice}`" for choice in choices)
    extra: Mapping[str, object] = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    if "refers" in extra:
        return word("Kennung") + f" ({extra['refers']})"
    return word("wird übersetzt") if "translate" in extra else ""


def _parts(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _choices(annotation: object) -> Iterator[str]:
    for inner in get_args(annotation):
        if isinstance(inner, str):
            yield inner
        else:
            yield from _choices(inner)
