"""Commands that report what people need."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wegweiser import evaluation, needs, reach
from wegweiser.build import Build
from wegweiser.cli.shared import USAGE, Lang, OutputFormat, Root, Today, app, day_of, messages_in, project_at, sheet_of
from wegweiser.search import Finder
from wegweiser.sidebyside import side_by_side
from wegweiser.terms import TermsFile

reporting = typer.Typer(no_args_is_help=True, help="Reports from what readers send.")
app.add_typer(reporting, name="report")


@reporting.command("needs")
def report_needs(
    files: Annotated[list[Path], typer.Argument(help="Mails or text files with lists of questions.")],
    output: Annotated[
        OutputFormat, typer.Option("--format", help="text (a Markdown page) or json.")
    ] = OutputFormat.TEXT,
    lang: Lang = "",
    root: Root = Path(),
    today: Today = "",
) -> None:
    """Merge lists of questions that found nothing into one page: by topic, district and language.

    Lines that are not part of a list are left aside. A file that cannot be read ends the run with exit code 2.
    """
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    found = needs.merged([needs.needs(_read(file)) for file in files], made.finder)
    if output is OutputFormat.JSON:
        typer.echo(json.dumps(needs.as_json(found, project.catalogue), ensure_ascii=False))
    else:
        typer.echo("\n".join(needs.as_markdown(found, project.catalogue, messages_in(project, lang))))


@reporting.command("reach")
def report_reach(
    files: Annotated[list[Path], typer.Argument(help="YAML lists of questions, as for `wegweiser evaluate`.")],
    lang: Lang = "",
    root: Root = Path(),
    today: Today = "",
) -> None:
    """Show editors which topics own questions seldom reach and which words win nothing, as a Markdown page.

    Every word is asked alone in its own language; that takes a few minutes for a big directory.
    """
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    asked = evaluation.asker(made.finder, made.cards)
    scored = evaluation.evaluated(sheet_of(project, files), asked).scored
    lost = dict(side_by_side(partial(_losers, made.prepared()), list(made.terms)))
    counts = {code: _count(one) for code, one in made.terms.items()}
    reached = reach.topics(scored, project.catalogue)
    typer.echo("\n".join(reach.as_markdown(reached, lost, counts, messages_in(project, lang))))


def _count(terms: TermsFile) -> int:
    return sum(len(said.synonyms) + len(said.search) for said in terms.words.values())


def _losers(made: Build, lang: str) -> tuple[str, list[reach.Loser]]:
    alone = Finder({lang: made.indexes[lang]}, made.known)
    return lang, list(reach.losers(alone, made.terms[lang]))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        typer.echo(f"wegweiser: {file}: {error.strerror}", err=True)
        raise typer.Exit(USAGE) from None
