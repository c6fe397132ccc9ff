"""Findings and answers in; lines for people, JSON for programs, annotations for a code host out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from wegweiser.answers import Answers
from wegweiser.cards import BodyCard, Cards
from wegweiser.coverage import Coverage
from wegweiser.finding import Finding, Level
from wegweiser.translations import Wording


def as_text(findings: Sequence[Finding], words: Wording, records: int) -> Iterator[str]:
    """Findings grouped by file, each with its next step, and one line of counts at the end."""
    for _, group in groupby(findings, key=lambda finding: finding.where.path):
        for finding in group:
            yield f"{finding.where}: {finding.level} [{finding.rule}] {finding.message.render(words.word)}"
            if finding.hint:
                yield f"    -> {finding.hint.render(words.word)}"
        yield ""
    errors = sum(finding.level is Level.ERROR for finding in findings)
    warnings = len(findings) - errors
    counts = [
        words.numbered("{n} Eintrag gelesen", "{n} Einträge gelesen", records),
        words.numbered("{n} Fehler", "{n} Fehler", errors),
        words.numbered("{n} Warnung", "{n} Warnungen", warnings),
    ]
    yield ", ".join(counts) + "."


def style(line: str) -> str | None:
    """The colour of a line on a terminal."""
    if ": error [" in line:
        return "bold red"
    if ": warning [" in line:
        return "yellow"
    return "cyan" if line.startswith("    -> ") else None


def as_json(findings: Sequence[Finding], words: Wording) -> str:
    """Findings as a JSON list of {path, line, field, level, rule, message, hint}."""
    return json.dumps(
        [
            {
                "path": finding.where.path,
                "line": finding.where.line,
                "field": finding.where.field,
                "level": finding.level.value,
                "rule": finding.rule,
                "message": finding.message.render(words.word),
                "hint": finding.hint.render(words.word) if finding.hint else None,
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def coverage_as_json(rows: Sequence[Coverage]) -> str:
    """How much each language has, as a JSON list of rows with the fields of `Coverage`, its share and its reviews."""
    made = [{**row._asdict(), "reviewed": row.reviewed, "percent": row.percent} for row in rows]
    return json.dumps(made, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], words: Wording) -> str:
    """Findings as workflow commands, which GitHub shows at the line."""
    return "".join(
        f"::{finding.level.value} file={_property(finding.where.path)},line={max(finding.where.line, 1)},"
        f"title={_property(finding.rule)}::{_escaped(_sentences(finding, words))}\n"
        for finding in findings
    )


def as_gitlab(findings: Sequence[Finding], words: Wording) -> str:
    """Findings as a Code Quality report of GitLab, a JSON list; a moved line leaves the fingerprint as it was."""
    return json.dumps(
        [
            {
                "description": _sentences(finding, words),
                "check_name": finding.rule,
                "fingerprint": _fingerprint(finding),
                "severity": "major" if finding.level is Level.ERROR else "minor",
                "location": {"path": finding.where.path, "lines": {"begin": max(finding.where.line, 1)}},
            }
            for finding in findings
        ],
        ensure_ascii=False,
        indent=2,
    )


def _fingerprint(finding: Finding) -> str:
    parts = (finding.where.path, finding.where.field, finding.rule, finding.message.render(str))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _sentences(finding: Finding, words: Wording) -> str:
    return " ".join(part.render(words.word) for part in (finding.message, finding.hint) if part)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def answers_as_text(found: Answers, cards: Cards, words: Wording) -> Iterator[str]:
    """Answers for a terminal: the emergency number first, then each answer with its first bodies and ways to them."""
    if found["signpost"]:
        yield words.word("Im Notfall: {number}").format(number=found["signpost"])
        yield ""
    if not found["answers"]:
        yield words.word("Dazu haben wir nichts gefunden. Versuchen Sie andere Wörter, oder fragen Sie einen Menschen.")
    texts = {card["url"]: card.get("text") for card in cards["records"].values()}
    for number, answer in enumerate(found["answers"], start=1):
        sure = "" if answer["sure"] else " (" + words.word("vielleicht") + ")"
        yield f"{number}. {answer['title']}{sure}  [{answer['kind']} {answer['id']}]"
        text = texts.get(answer["url"].partition("/")[2])
        if text:
            yield f"   {text}"
        for id_ in answer["bodies"][:3]:
            yield _body_line(cards["bodies"].get(id_), id_, found["district"], words)
        if answer["matched"]:
            yield "   " + words.word("passt zu: {words}").format(words=", ".join(answer["matched"]))
        yield ""


def _body_line(body: BodyCard | None, id_: str, district: str | None, words: Wording) -> str:
    if body is None:
        return f"   → {id_}"
    local = body.get("local", {}).get(district or "", [])
    ways = [
        contact["value"] for contact in (*local, *body.get("contacts", [])) if contact["type"] in ("phone", "email")
    ]
    website = body.get("website")
    reach = ", ".join([*ways, *([website] if website else [])]) or words.word("kein geprüfter Kontakt")
    return f"   → {body['name']}: {reach}"
