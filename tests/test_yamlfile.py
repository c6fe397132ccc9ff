"""Bytes of a YAML file in; text values, their lines and findings out."""

from __future__ import annotations

import pytest

from wegweiser.yamlfile import MAX_BYTES, MAX_DEPTH, MAX_VALUES, YamlFile, read


def rules(file: YamlFile) -> list[tuple[str, int]]:
    """The rules that are broken, with the lines."""
    return [(finding.rule, finding.where.line) for finding in file.findings]


@pytest.mark.parametrize("text", ["no", "12:30", "0123", "2026-11-22", "1e3", "true", "0x1F", "=", ".inf", "1_000"])
def test_values_stay_text(text: str) -> None:
    """What YAML would take for a truth value, a time or a number stays what people wrote."""
    assert {"a": text, "b": [text]} == read("x.yaml", f"a: {text}\nb: [{text}]\n".encode()).value


def test_nothing_is_none() -> None:
    """An empty value, ~ and null mean nothing; in quotation marks they are text."""
    content = b"a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: \"~\"\ng: Null\n"
    expected = {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "~", "g": "Null"}
    assert expected == read("x.yaml", content).value


def test_lines() -> None:
    """Every value knows its line, one that is missing the line of what is around it."""
    file = read("data/x.yaml", b"# comment\na: 1\nb:\n  - c: 2\n    d: 3\n  - e\n")
    assert "data/x.yaml:2 (a)" == str(file.where(("a",)))
    assert 5 == file.where(("b", 0, "d")).line
    assert 6 == file.where(("b", 1)).line
    assert "data/x.yaml:4 (b.0.missing.deeper)" == str(file.where(("b", 0, "missing", "deeper")))
    assert 2 == file.where().line


def test_byte_order_mark() -> None:
    """Editors of another system put a mark before the text; it is not part of it."""
    assert {"a": "ä"} == read("x.yaml", "a: ä\n".encode("utf-8-sig")).value


def test_double_key_keeps_the_first_value() -> None:
    """Of two equal keys the first counts, the second is reported where it stands, with its path."""
    file = read("x.yaml", b"a:\n  - b: 1\n    c: 2\n    b: {d: 3}\n")
    assert {"a": [{"b": "1", "c": "2"}]} == file.value
    assert [("no-double-keys", 4)] == rules(file)
    assert file.findings[0].where.field.endswith("b")
    assert 2 == file.where(("a", 0, "b")).line


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        (b"", "readable-yaml", 1),
        (b"# only a comment\n", "readable-yaml", 1),
        (b"a: [1\nb: 2\n", "readable-yaml", 2),
        (b"a: 'open\n\n\n", "readable-yaml", 3),
        (b"a: b: c\n", "readable-yaml", 1),
        (b"a: 1\n\tb: 2\n", "readable-yaml", 2),
        (b"a: 1\nb: \xfc\n", "readable-yaml", 2),
        (b"a: 1\nb: \x00\n", "readable-yaml", 2),
        (b"a: \x07\n", "readable-yaml", 0),
        (b"? [a]\n: b\n", "readable-yaml", 1),
        (b"a: &x 1\n", "plain-yaml", 1),
        (b"a: 1\nb: *x\n", "plain-yaml", 2),
        (b"a: !!int 1\n", "plain-yaml", 1),
        (b"a: ! 1\n", "plain-yaml", 1),
        (b"!x\na: 1\n", "plain-yaml", 1),
        (b"a: 1\n---\nb: 2\n", "plain-yaml", 2),
        (b"[" * (MAX_DEPTH + 1), "bounded-file", 1),
        (b"- a\n" * MAX_VALUES, "bounded-file", MAX_VALUES),
        (b"a" * (MAX_BYTES + 1), "bounded-file", 0),
    ],
)
def test_refused(content: bytes, rule: str, line: int) -> None:
    """What cannot be read, or should not, is refused with its rule and line, and has no value."""
    file = read("x.yaml", content)
    assert [(rule, line)] == rules(file)
    assert file.value is None


def test_bounds_can_be_reached() -> None:
    """A file just inside the bounds is read."""
    assert [[[[[[[[[[[[]]]]]]]]]]]] == read("x.yaml", b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).value
    assert len(read("x.yaml", b"- a\n" * (MAX_VALUES - 1)).value or ()) == MAX_VALUES - 1
    assert read("x.yaml", b"a" * MAX_BYTES).value == "a" * MAX_BYTES
