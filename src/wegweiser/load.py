"""A project folder in; one catalogue and a list of findings out. This module reads; it never writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wegweiser.catalogue import Catalogue, Entry
from wegweiser.explain import REQUIRED_FIELDS, VALID_FIELDS, did_you_mean, explain
from wegweiser.finding import Finding, Level, Rule, Where, in_order, say
from wegweiser.languages import Language, languages
from wegweiser.model import FOLDERS, SINGLES, Moved, Part
from wegweiser.yamlfile import Value, YamlFile, read

FILE_NAME_IS_ID = Rule(
    "file-name-is-id",
    Level.ERROR,
    say("Die Kennung steht in Links und gedruckten Adressen; Dateiname und Kennung müssen gleich sein."),
    say("Benennen Sie die Datei um, oder berichtigen Sie id."),
)
KIND_FITS_FOLDER = Rule(
    "kind-fits-folder",
    Level.ERROR,
    say("Ein Eintrag im falschen Ordner erscheint an der falschen Stelle der Website."),
    say("Verschieben Sie die Datei in den Ordner ihrer Art, oder berichtigen Sie kind."),
)
KNOWN_PLACE = Rule(
    "known-place",
    Level.ERROR,
    say("Dateien an unbekannter Stelle werden nicht gelesen und nicht veröffentlicht."),
    say("Legen Sie die Datei in einen der Ordner von data/, mit der Endung .yaml."),
)
RULES = (FILE_NAME_IS_ID, KIND_FITS_FOLDER, KNOWN_PLACE)

_KINDS: Mapping[str, type[Part]] = {
    **{str(kind.model_fields["kind"].annotation.__args__[0]): kind for kind in FOLDERS.values()},  # type: ignore[union-attr]
    **SINGLES,
    "moved": Moved,
}
_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {kind: TypeAdapter(model) for kind, model in _KINDS.items()}
OTHER_FOLDERS = ("terms",)
"""Folders of data/ that hold something else than records."""


@dataclass(frozen=True)
class Project:
    """All that was read of a project folder."""

    root: Path
    languages: Sequence[Language]
    catalogue: Catalogue
    terms: Mapping[str, YamlFile] = field(default_factory=dict)
    finder_tables: Mapping[str, Value] = field(default_factory=dict)
    former_ids: frozenset[str] = frozenset()

    @property
    def source_language(self) -> Language:
        """The language in which the records are written."""
        return next(language for language in self.languages if language.default)


def load(root: Path) -> tuple[Project, list[Finding]]:
    """Everything below a project folder: mkdocs.yml's languages, data/, terms and finder tables.

    Raises `LookupError` if the folder has no usable mkdocs.yml; all that is wrong with data is a finding.
    """
    site_languages = languages(_configuration(root / "mkdocs.yml"))
    findings: list[Finding] = []
    entries = list(_entries(root, findings))
    terms, tables = _beside_the_records(root, site_languages, findings)
    former = root / "data" / "former-ids.txt"
    ids = former.read_text(encoding="utf-8", errors="replace").split() if former.is_file() else []
    project = Project(root, site_languages, Catalogue(entries), terms, tables, frozenset(ids))
    return project, in_order(findings)


def _configuration(path: Path) -> Mapping[str, Value]:
    if not path.is_file():
        raise LookupError(f"{path.name} is missing in {path.parent}")
    value = read(path.name, path.read_bytes()).value
    if not isinstance(value, Mapping):
        raise LookupError(f"{path.name} cannot be read")
    return value


def _entries(root: Path, findings: list[Finding]) -> Iterable[Entry]:
    for path in sorted((root / "data").rglob("*")):
        relative = path.relative_to(root / "data")
        if path.is_dir() or relative.parts[0] in OTHER_FOLDERS or relative.parts == ("former-ids.txt",):
            continue
        folder = "/".join(relative.parts[:-1])
        if path.suffix != ".yaml" or not (folder in FOLDERS or (not folder and path.stem in SINGLES)):
            where = Where(f"data/{relative.as_posix()}")
            findings.append(KNOWN_PLACE.at(where, say("Diese Datei gehört nicht hierher.")))
            continue
        file = read(f"data/{relative.as_posix()}", path.read_bytes())
        findings.extend(file.findings)
        record, wrong = parse(file, folder, path.stem)
        findings.extend(wrong)
        if record is not None:
            yield Entry(folder, record, file)


def parse(file: YamlFile, folder: str, name: str) -> tuple[Part | None, list[Finding]]:
    """The record of a read file, or None, and what is wrong with it."""
    if not isinstance(file.value, Mapping):
        wrong = [VALID_FIELDS.at(Where(file.path, 1), say("Ein Eintrag besteht aus Feldern mit Namen."))]
        return None, [] if file.value is None else wrong
    kind = str(file.value.get("kind") or "")
    if not kind:
        return None, [REQUIRED_FIELDS.at(file.where(("kind",)), say("Das Feld „{name}“ fehlt.", name="kind"))]
    if kind not in _ADAPTERS:
        hint = did_you_mean(kind, list(_ADAPTERS))
        return None, [VALID_FIELDS.at(file.where(("kind",)), say("Die Art „{kind}“ gibt es nicht.", kind=kind), hint)]
    try:
        record: Part = _ADAPTERS[kind].validate_python(file.value)
    except ValidationError as error:
        return None, [_finding(file, _KINDS[kind], detail) for detail in error.errors(include_url=False)]
    return record, list(_misplaced(file, record, folder, name))


def _misplaced(file: YamlFile, record: Part, folder: str, name: str) -> Iterable[Finding]:
    id_ = str(getattr(record, "id", ""))
    if id_ != name:
        message = say("Die Datei heißt „{name}“, die Kennung „{id}“.", name=name, id=id_)
        yield FILE_NAME_IS_ID.at(file.where(("id",)), message)
    expected = FOLDERS.get(folder) or SINGLES.get(name, Part)
    if not isinstance(record, expected | Moved) or (isinstance(record, Moved) and not folder):
        message = say("Ein Eintrag dieser Art gehört nicht in den Ordner „{folder}“.", folder=folder or "data")
        yield KIND_FITS_FOLDER.at(file.where(("kind",)), message)


def _finding(file: YamlFile, kind: type[Part], detail: Any) -> Finding:
    location = tuple(step for step in detail["loc"])
    rule, message, hint = explain(detail, _beside(kind, location))
    return rule.at(file.where(location), message, hint)


def _beside(kind: type[Part], location: Sequence[str | int]) -> list[str]:
    """The names of the fields that are allowed where the last step of a location stands."""
    model: Any = kind
    for step in location[:-1]:
        if isinstance(step, int):
            continue
        info = getattr(model, "model_fields", {}).get(step)
        model = _part_in(info.annotation) if info else None
    return list(getattr(model, "model_fields", {}))


def _part_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for found in map(_part_in, getattr(annotation, "__args__", ())) if found), None)


def _beside_the_records(
    root: Path, site_languages: Sequence[Language], findings: list[Finding]
) -> tuple[dict[str, YamlFile], dict[str, Value]]:
    terms: dict[str, YamlFile] = {}
    tables: dict[str, Value] = {}
    for language in site_languages:
        for kept, path in (
            (True, root / "data/terms" / f"{language.code}.yaml"),
            (False, root / "locales" / language.code / "finder.yaml"),
        ):
            if not path.is_file():
                continue
            file = read(path.relative_to(root).as_posix(), path.read_bytes())
            findings.extend(file.findings)
            if kept:
                terms[language.code] = file
            else:
                tables[language.code] = file.value
    return terms, tables
