"""Every tests/cases/*.yaml: files in, the lines that `wegweiser check` prints out. A new case needs no Python.

A case has `rule` (the rule it is about), `files` (path -> content, laid over tests/cases/base), if needed `today`, the
`findings`, and if it matters the `hints` below them. With `proofread: true` it is about `wegweiser translate
check`, and lists the findings of its rule in its own files.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wegweiser.build import Build
from wegweiser.checks import RULES, check
from wegweiser.finding import Finding, in_order
from wegweiser.load import load

FOLDER = Path(__file__).parent / "cases"
CASES: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))
}


def found_in(root: Path, case: dict[str, Any]) -> list[Finding]:
    """What is wrong with a case's files."""
    shutil.copytree(FOLDER / "base", root)
    for path, content in case["files"].items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    today = date.fromisoformat(str(case.get("today", "2026-11-22")))
    project, read = load(root)
    if case.get("proofread"):
        found = Build(project, today).proofread(["en"])
        return in_order(one for one in found if one.rule == case["rule"] and one.where.path in case["files"])
    return in_order([*read, *check(project, today), *Build(project, today).findings])


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path) -> None:
    """The findings are those that the case lists, in their order, and the hints where it lists any."""
    case = CASES[name]
    found = found_in(tmp_path / "project", case)
    lines = [f"{one.where}: {one.level} [{one.rule}] {one.message.render(str)}" for one in found]
    assert case["findings"] == lines
    assert case.get("hints", [hint(one) for one in found]) == [hint(one) for one in found]


def hint(finding: Finding) -> str:
    """The next step in German."""
    return finding.hint.render(str) if finding.hint else ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_cases(rule: Any) -> None:
    """Every rule has a case that breaks it and one of the same shape that keeps it, and says why and what to do."""
    broken = {
        any(f"[{rule.code}]" in line for line in case["findings"])
        for case in CASES.values()
        if case["rule"] == rule.code
    }
    assert {True, False} == broken, (
        f"add a case with `rule: {rule.code}` to tests/cases/, good or bad, whichever is missing"
    )
    assert rule.why.text and rule.repair.text


def test_codes() -> None:
    """Every rule has its own code, and a case is about a rule that exists."""
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)
    assert {case["rule"] for case in CASES.values()} <= set(codes)
