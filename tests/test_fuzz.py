"""Damaged files in; findings or a record out, never an exception, and the same ones each time."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import CITY, GERMAN, ROOT, TODAY
from wegweiser.build import Build
from wegweiser.catalogue import Catalogue, Entry
from wegweiser.checks import check
from wegweiser.finding import Finding
from wegweiser.languages import languages
from wegweiser.load import Project, load, parse
from wegweiser.terms import terms_of
from wegweiser.yamlfile import YamlFile, read

SEEDS = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted((ROOT / "data").rglob("*.yaml"))}
RECORDS = {path.relative_to(CITY).as_posix(): path.read_bytes() for path in sorted((CITY / "data").rglob("*.yaml"))}
RECORDS = {path: content for path, content in (RECORDS | SEEDS).items() if not path.startswith("data/terms/")}
CATALOGUE = load(CITY)[0].catalogue
IDS = [entry.id for entry in CATALOGUE.entries]

REPEATABLE = {"derandomize": True, "database": None, "deadline": None, "suppress_health_check": list(HealthCheck)}
BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""
PIECES = [
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\t",
        b"\r",
        b"\r\n",
        "\u2028".encode(),
        b"\x85",
    ),
    *(
        b"&a ",
        b"*a",
        b"!!python/object:os.system ",
        b"! ",
        b"<<: ",
        b"? ",
        b"- ",
        b": ",
        b"#",
        b"---\n",
        b"...\n",
        b"%YAML 9.9\n",
    ),
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b"|",
        b">",
        b"'",
        b'"',
        b"\\",
        b"`",
        b"@",
        b"~",
        b"null",
        b"true",
        b"1e999",
        b"0x",
        b".nan",
    ),
    *(b"9999-12", b"0000-00-00", b"<script>", b"{{ x }}", b"{", b"%s", b"{0}", "\u202e".encode(), "٢٠٢٦".encode()),
    *(
        b"kind: moved\n",
        b"kind: site\n",
        b"kind: []\n",
        b"id: {}\n",
        b"[" * 40,
        b"{a: " * 40,
        b"- " * 40,
        b"x" * 70_000,
    ),
    *(b"a: &x [1]\nb: [*x, *x]\n", b"[1, " * 3000),
]
VALUES = [
    *(
        b"",
        b"[]",
        b"{}",
        b"[[]]",
        b"[{}]",
        b"{a: b}",
        b"-1",
        b"0",
        b"1" * 5000,
        b"true",
        b"2026-02-30",
        b"2026",
        b"1066-10-14",
    ),
    *(
        b"http://x.example.org",
        b"https://",
        b"https://[::1]/",
        b"https://a b",
        b"moved",
        b"office",
        b"topic",
        b"amt",
        b"x: y",
    ),
    *("ä".encode(), "\U0001f600".encode(), "ß" * 200, "عربي"),
]
VALUES = [value if isinstance(value, bytes) else value.encode() for value in VALUES]


def _flip(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) or 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _insert(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(PIECES) + content[at:]


def _cut(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(100) :]


def _end(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _garbage(chance: Random, content: bytes) -> bytes:
    return chance.randbytes(chance.randrange(200))


def _swap(chance: Random, lines: list[bytes]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _copy(chance: Random, lines: list[bytes]) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def _drop(chance: Random, lines: list[bytes]) -> None:
    del lines[chance.randrange(len(lines))]


def _indent(chance: Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randrange(8) + lines[at].lstrip()


def _value(chance: Random, lines: list[bytes]) -> None:
    """Another value behind a colon or a dash: the file stays YAML, the record may not."""
    at = chance.randrange(len(lines))
    key, sign, value = re.match(rb"( *[\w-]+:|.* - )?( ?)(.*)", lines[at], re.DOTALL).groups(b"")
    lines[at] = key + sign + chance.choice([*PIECES, *VALUES, value * 40, value[:1]])


def damage(chance: Random, content: bytes) -> bytes:
    """The content with one to three things wrong."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        if chance.random() < 0.3:
            content = chance.choice([_flip, _insert, _insert, _cut, _end, _garbage])(chance, content)
        else:
            lines = content.split(b"\n")
            chance.choice([_swap, _copy, _drop, _indent, _value, _value, _value, _value])(chance, lines)
            content = b"\n".join(lines)
    return content


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the data with some damage."""
    path = draw(st.sampled_from(sorted(SEEDS)))
    return path, damage(draw(st.randoms(use_true_random=False)), SEEDS[path])


def read_as_the_data_are(path: str, content: bytes) -> tuple[YamlFile, Entry | None, list[Finding]]:
    """A file, its record if it is one, and all that is wrong with it."""
    file = read(path, content)
    if path.startswith("data/terms/"):
        return file, None, [*file.findings, *terms_of(Path(path).stem, file, CATALOGUE).findings]
    folder = path.removeprefix("data/").rpartition("/")[0]
    record, wrong = parse(file, folder, Path(path).stem)
    return file, Entry(folder, record, file) if record else None, [*file.findings, *wrong]


@settings(max_examples=1500, **REPEATABLE)
@given(damaged())
def test_damaged_files(case: tuple[str, bytes]) -> None:
    """Any file gives a record or findings; each finding has a line of the file and a sentence."""
    path, content = case
    file, entry, findings = read_as_the_data_are(path, content)
    assert file.value is None or isinstance(file.value, str | list | dict)
    assert findings or entry or path.startswith("data/terms/")
    lines = len(BREAKS.split(content.decode("utf-8", errors="replace")))
    for finding in findings:
        assert path == finding.where.path
        assert 0 <= finding.where.line <= lines
        assert finding.message.render(str) and finding.hint and finding.hint.render(str)
    again = read_as_the_data_are(path, content)
    assert (file, findings) == (again[0], again[2])


def places(value: object) -> list[tuple[dict[str, object] | list[object], str | int]]:
    """Every place in a record's value where something could stand instead."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [place for key in keys for place in ((value, key), *places(value[key]))]


def rearranged(chance: Random, file: YamlFile) -> YamlFile:
    """A read file in which something is missing, or stands where something else belongs."""
    value = copy.deepcopy(file.value)
    for _ in range(chance.choice([1, 1, 2, 3])):
        found = places(value)
        holder, key = chance.choice(found)
        other, name = chance.choice(found)
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = copy.deepcopy(other[name])
            case 2 if isinstance(holder, list):
                holder.insert(0, copy.deepcopy(chance.choice(holder)))
            case _ if not isinstance(holder[key], dict | list):
                holder[key] = chance.choice([*IDS, "2025-12", "2031", "a " * 30, "1", "true", "https://x.example.org/"])
    return replace(file, value=value)


@settings(max_examples=250, **REPEATABLE)
@given(st.sampled_from(sorted(RECORDS)), st.randoms(use_true_random=False))
def test_rearranged_records(path: str, chance: Random) -> None:
    """What still is a record can be checked and printed beside others, whatever it says and refers to."""
    file = rearranged(chance, read(path, RECORDS[path]))
    folder = path.removeprefix("data/").rpartition("/")[0]
    record, findings = parse(file, folder, Path(path).stem)
    assert record or findings
    if record is None:
        return
    entry = Entry(folder, record, file)
    others = [one for one in CATALOGUE.entries if one.address != entry.address]
    project = Project(CITY, [GERMAN], Catalogue([*others, entry]))
    for finding in check(project, TODAY):
        assert finding.message.render(str)
    assert Build(project, TODAY).files()


@settings(max_examples=300, **REPEATABLE)
@given(st.randoms(use_true_random=False))
def test_damaged_configuration(chance: Random) -> None:
    """A damaged mkdocs.yml gives languages or says what is missing."""
    value = read("mkdocs.yml", damage(chance, (ROOT / "mkdocs.yml").read_bytes())).value
    try:
        assert languages(value if isinstance(value, dict) else {})
    except LookupError as error:
        assert "mkdocs.yml" in str(error)
