"""Errors of validation in; sentences that a colleague can act on out."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from pydantic_core import ErrorDetails

from builders import ROOT
from wegweiser.docs import kinds
from wegweiser.explain import RULES, VALID_FIELDS, did_you_mean, explain
from wegweiser.finding import Finding
from wegweiser.load import parse
from wegweiser.yamlfile import read

FALLBACK = "Der Wert passt nicht"
ODD = [
    "",
    "''",
    "x",
    "[]",
    "{}",
    "[x]",
    "[[]]",
    "{x: y}",
    "<b>",
    "true",
    "-1",
    "1.5",
    "9" * 5000,
    "x" * 5000,
    "x\u202e",
    "http://x.example.org",
]


def error(kind: str, *location: str | int, value: object = "x", **context: Any) -> ErrorDetails:
    """An error as pydantic reports it."""
    return {"type": kind, "loc": location, "msg": "Programmers' words.", "input": value, "ctx": context}


def custom_types() -> set[str]:
    """Every error type that the model raises itself."""
    found = set()
    for path in (ROOT / "src" / "wegweiser" / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PydanticCustomError":
                name = node.args[0]
                found |= {name.value} if isinstance(name, ast.Constant) else {"no_phone", "no_email", "no_website"}
    return found


@pytest.mark.parametrize("kind", sorted(custom_types()))
def test_custom_types(kind: str) -> None:
    """Every error type of the model has its own sentence and a rule that is documented."""
    rule, message, _ = explain(error(kind, "name"))
    assert rule in RULES
    assert FALLBACK not in message.text


def odd_records() -> list[tuple[str, bytes]]:
    """A record of each kind for each field and each odd value in it; everything else is missing."""
    return [
        (kind, f"kind: {kind}\nid: x\n{field}: {value}\n".encode())
        for kind, model in kinds().items()
        for field in model.model_fields
        if field not in ("kind", "id")
        for value in ODD
    ]


def test_no_odd_value_is_answered_in_programmers_words() -> None:
    """Whatever stands in whatever field: the sentence is one of ours."""
    findings: list[Finding] = []
    for kind, content in odd_records():
        findings += parse(read(f"data/{kind}.yaml", content), "offices", "x")[1]
    assert len(findings) > 1000
    assert not {one.message.render(str) for one in findings if one.message.text.startswith(FALLBACK)}


def test_unknown_type_falls_back() -> None:
    """An error type that we do not know is told in pydantic's words, as a sentence."""
    assert (VALID_FIELDS, f"{FALLBACK}: Programmers' words.", None) == (
        explain(error("new_in_pydantic_9"))[0],
        explain(error("new_in_pydantic_9"))[1].render(str),
        None,
    )


def test_did_you_mean() -> None:
    """A typo gets the closest known word, something else gets none."""
    found = did_you_mean("sumary", ["title", "summary"])
    assert found and found.render(str) == "Meinten Sie „summary“?"
    assert did_you_mean("xyz", ["title", "summary"]) is None
    _, message, hint = explain(error("extra_forbidden", "sumary"), ["title", "summary"])
    assert "Das Feld „sumary“ gibt es hier nicht." == message.render(str)
    assert hint and hint.render(str) == "Meinten Sie „summary“?"


def test_choices() -> None:
    """A value outside a fixed list gets the list."""
    _, _, hint = explain(error("literal_error", "level", expected="'federal', 'state' or 'other'"))
    assert hint and hint.render(str) == "Erlaubt sind: federal, state, other."


def test_long_values_are_cut() -> None:
    """A sentence quotes only the beginning of a long value, and braces in it are harmless."""
    _, message, _ = explain(error("literal_error", "level", value="{x}" * 1000, expected="'a'"))
    assert message.render(str) == "„" + ("{x}" * 19) + "…“ ist hier nicht erlaubt."


def test_values_of_sixty_letters_are_whole() -> None:
    """Sixty letters are quoted as they are, the sixty-first makes an end."""
    for length, quoted in ((60, "x" * 60), (61, "x" * 57 + "…")):
        _, message, _ = explain(error("literal_error", "level", value="x" * length, expected="'a'"))
        assert message.render(str) == f"„{quoted}“ ist hier nicht erlaubt."


def test_nested_field_is_known() -> None:
    """The hint for a typo inside a list names a field of what the list holds."""
    file = read("data/topics/x.yaml", b"kind: topic\nid: x\nduties:\n  - {bodi: amt, role: decides}\n")
    hints = {one.where.field: one.hint.render(str) for one in parse(file, "topics", "x")[1] if one.hint}
    assert "Meinten Sie „body“?" == hints["duties.0.bodi"]
