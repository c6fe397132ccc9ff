"""The generated documentation is current, and every data file leads its editor to the schema."""

from __future__ import annotations

import json
import re

import pytest

from builders import ROOT, TODAY
from wegweiser.build import Build
from wegweiser.checks import RULES
from wegweiser.cli import app
from wegweiser.docs import CONTRIBUTOR_LANGUAGES, OWNED_DOCS, documentation, kinds, skeleton
from wegweiser.load import parse
from wegweiser.model import FOLDERS, SINGLES
from wegweiser.write import Written, difference
from wegweiser.yamlfile import read

RECORDS = sorted((ROOT / "data").rglob("*.yaml"))


def test_documentation_is_current(real_build: Build) -> None:
    """Schemas, field tables and rules pages in docs/ are those that the model and the rules make."""
    files = documentation(real_build)
    assert Written((), ()) == difference(ROOT / "docs", files, OWNED_DOCS), "run `wegweiser build --docs`"


@pytest.mark.parametrize("code", CONTRIBUTOR_LANGUAGES)
def test_rules_and_fields_are_documented(code: str, real_build: Build) -> None:
    """Every rule and every field of every kind stands on its page."""
    files = documentation(real_build)
    for rule in RULES:
        assert f"\n## {rule.code}\n" in files[f"contribute/{code}/rules.md"]
    for kind, model in kinds().items():
        section = files[f"contribute/{code}/fields.md"].split(f"\n## {kind}\n")[1].split("\n## ")[0]
        assert [] == [name for name in model.model_fields if f"| `{name}` |" not in section], kind


def test_every_field_is_described() -> None:
    """The schema has a sentence for every field, however deep: it is the editor's help."""
    for kind in kinds():
        schema = json.loads((ROOT / "docs" / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
        for name, part in {kind: schema, **schema.get("$defs", {})}.items():
            for field, facts in part.get("properties", {}).items():
                assert facts.get("description", "").endswith("."), f"{kind}: {name}.{field}"
            assert part.get("additionalProperties") is False, name


def test_every_file_names_its_schema() -> None:
    """The first line of a record tells the editor where the schema of its kind is."""
    assert len(RECORDS) > 500
    for path in RECORDS:
        folder = path.parent.name
        if folder == "terms":
            continue
        model = FOLDERS.get(folder) or SINGLES[path.stem]
        kind = next(name for name, known in kinds().items() if known is model)
        up = "../" * (len(path.relative_to(ROOT).parts) - 1)
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        moved = first == f"# yaml-language-server: $schema={up}docs/schema/moved.json"
        assert moved or first == f"# yaml-language-server: $schema={up}docs/schema/{kind}.json", path
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file(), path


@pytest.mark.parametrize("kind", [name for name, model in kinds().items() if model in FOLDERS.values()])
def test_skeleton(kind: str) -> None:
    """A new file can be read at once; what is reported is only that fields are empty."""
    folder = next(name for name, model in FOLDERS.items() if kinds()[kind] is model)
    file = read(f"data/{folder}/neu.yaml", skeleton(kind, "neu", TODAY).encode())
    assert () == file.findings
    record, findings = parse(file, folder, "neu")
    assert record is None and findings
    fields = set(kinds()[kind].model_fields)
    assert {finding.where.field for finding in findings} <= fields
    assert not [finding for finding in findings if finding.rule == "known-fields"]
    assert set(file.value or ()) <= fields


def test_every_command_is_in_the_readme() -> None:
    """What the command line offers, the README names."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [str(command.callback.__name__) for command in app.registered_commands if command.callback]
    assert len(commands) >= 7
    assert [] == [name for name in commands if f"wegweiser {name}" not in readme]
    assert "wegweiser translate update" in readme


def test_links_between_documents_lead_somewhere() -> None:
    """Every relative link in the README and the documentation has a target."""
    for path in [
        ROOT / "README.md",
        *sorted((ROOT / "docs").glob("*.md")),
        *sorted((ROOT / "docs/contribute").rglob("*.md")),
    ]:
        for link in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (path.parent / link).exists(), f"{path.name}: {link}"
