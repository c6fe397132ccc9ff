"""Commands that ask the finder and measure it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, get_args

import typer

from wegweiser import evaluation, report
from wegweiser.answers import answers
from wegweiser.build import Build
from wegweiser.cli.shared import (
    USAGE,
    OutputFormat,
    Root,
    Today,
    app,
    day_of,
    known_choice,
    known_district,
    known_language,
    project_at,
    sheet_of,
)
from wegweiser.model.types import AreaLevel, Audience


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="The concern, in anyone's words.")] = "",
    lang: Annotated[str, typer.Option("--lang", help="Language of the answers. Default: that of the records.")] = "",
    district: Annotated[str, typer.Option("--district", help="Id of a district.")] = "",
    audience: Annotated[str, typer.Option("--audience", help="individual or organisation.")] = "",
    group: Annotated[str, typer.Option("--group", help="Id of a topic group.")] = "",
    level: Annotated[str, typer.Option("--level", help="federal, state, district or other.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="At most this many answers.")] = 5,
    batch: Annotated[Path | None, typer.Option("--batch", help='File with one {"q","lang","district"} a line.')] = None,
    output: Annotated[OutputFormat, typer.Option("--format", help="text or json.")] = OutputFormat.TEXT,
    root: Root = Path(),
    today: Today = "",
) -> None:
    """Find who is responsible for a concern: the same answers in the same order as in the browser."""
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    if batch is None:
        code = known_language(project, lang)
        found = answers(
            made.finder,
            made.cards,
            text,
            code,
            district=known_district(project, district),
            audience=known_choice(audience, get_args(Audience), "--audience"),
            group=known_choice(group, project.catalogue.concepts("topic-groups"), "--group"),
            level=known_choice(level, get_args(AreaLevel), "--level"),
            limit=limit,
        )
        if output is OutputFormat.JSON:
            typer.echo(json.dumps(found, ensure_ascii=False))
        else:
            typer.echo("\n".join(report.answers_as_text(found, made.cards[code], made.wordings[code])))
        return
    for number, line in enumerate(_lines(batch), start=1):
        question = _question(line, number, batch)
        asked = question.get("lang") or lang
        code = asked if asked in made.wordings else project.source_language.code
        here = known_district(project, question.get("district") or "", f"{batch}:{number}: district")
        found = answers(made.finder, made.cards, question["q"], code, district=here, limit=limit)
        typer.echo(json.dumps(found, ensure_ascii=False))


def _lines(batch: Path) -> list[str]:
    try:
        return [line for line in batch.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(f"wegweiser: {batch}: {getattr(error, 'strerror', None) or 'not UTF-8'}", err=True)
        raise typer.Exit(USAGE) from None


def _question(line: str, number: int, batch: Path) -> dict[str, str]:
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        value = None
    if not isinstance(value, dict) or not isinstance(value.get("q"), str):
        typer.echo(f'wegweiser: {batch}:{number}: expected {{"q": "...", "lang": "...", "district": "..."}}', err=True)
        raise typer.Exit(USAGE)
    return {key: value[key] for key in ("q", "lang", "district") if isinstance(value.get(key), str)}


@app.command()
def evaluate(
    files: Annotated[list[Path], typer.Argument(help="YAML lists of {q, lang, district, expect: [ids]}.")],
    output: Annotated[OutputFormat, typer.Option("--format", help="text or json.")] = OutputFormat.TEXT,
    misses: Annotated[bool, typer.Option("--misses/--no-misses", help="Print the questions that missed.")] = True,
    interface: Annotated[str, typer.Option("--interface", help="Ask all in the interface of this language.")] = "",
    root: Root = Path(),
    today: Today = "",
) -> None:
    """Score the finder on questions: in the first, in the first three, MRR@10, empty, limits kept; by language."""
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    asked = evaluation.asker(made.finder, made.cards, known_language(project, interface) if interface else None)
    found = evaluation.evaluated(sheet_of(project, files), asked)
    if output is OutputFormat.JSON:
        typer.echo(json.dumps(evaluation.as_json(found), ensure_ascii=False))
    else:
        typer.echo("\n".join(evaluation.as_text(found, misses=misses)))
