"""Commands for translators and those who send them texts: collect, merge, count, proof-read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from wegweiser import report
from wegweiser.build import Build
from wegweiser.cli.shared import (
    FINDINGS,
    FINE,
    USAGE,
    Lang,
    Output,
    OutputFormat,
    Root,
    Today,
    app,
    day_of,
    messages_in,
    print_findings,
    project_at,
)
from wegweiser.coverage import Coverage
from wegweiser.extraction import content_messages, word_messages
from wegweiser.finding import Level, in_order
from wegweiser.load import Project
from wegweiser.merging import merged
from wegweiser.translations import Wording, po_path
from wegweiser.view.words import COVERAGE_KINDS, COVERAGE_STATES
from wegweiser.write import write

translate = typer.Typer(no_args_is_help=True, help="Work on translations (gettext PO).")
app.add_typer(translate, name="translate")

WIDTH = 120
"""Columns that a table takes where there is no terminal."""
Langs = Annotated[list[str] | None, typer.Argument(help="Languages; default: all but that of the records.")]


def _chosen(project: Project, langs: list[str] | None) -> list[str]:
    """The languages to work on; ends the run for one that mkdocs.yml does not list."""
    known = [language.code for language in project.languages if not language.default]
    unknown = [lang for lang in langs or () if lang not in known]
    if unknown:
        typer.echo(f"wegweiser: {', '.join(unknown)}: mkdocs.yml lists {', '.join(known)}", err=True)
        raise typer.Exit(USAGE)
    return langs or known


@translate.command()
def extract(root: Root = Path(), lang: Lang = "", today: Today = "") -> None:
    """Write templates of all that is to be translated, for new languages and translation platforms."""
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    files = {
        "locales/content.pot": merged(None, content_messages(project.catalogue, "")),
        "locales/ui.pot": merged(None, word_messages(made.words, "")),
    }
    _write(project, files, lang)


@translate.command()
def update(langs: Langs = None, root: Root = Path(), lang: Lang = "", today: Today = "") -> None:
    """Merge new and changed texts into the PO files: changed ones become fuzzy, nothing translated is lost."""
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    files: dict[str, bytes] = {}
    for code in _chosen(project, langs):
        for path, messages in (
            (po_path(code, "content"), content_messages(project.catalogue, code)),
            (po_path(code, "ui"), word_messages(made.words, code)),
        ):
            place = project.root / path
            files[path] = merged(place.read_bytes() if place.is_file() else None, messages)
    _write(project, files, lang)


def _write(project: Project, files: dict[str, bytes], lang: str) -> None:
    words = messages_in(project, lang)
    changed = write(project.root, files).changed
    for path in changed:
        typer.echo(words.word("{path} geschrieben.").format(path=path))
    if not changed:
        typer.echo(words.word("Alles war schon auf dem neuesten Stand."))


@translate.command()
def status(
    langs: Langs = None,
    root: Root = Path(),
    output: Annotated[OutputFormat, typer.Option("--format", help="text or json.")] = OutputFormat.TEXT,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Show how much of everything each language has; the same table is a page of the site."""
    project, _ = project_at(root)
    made = Build(project, day_of(today))
    rows = [row for row in made.coverage if row.lang in _chosen(project, langs)]
    if output is OutputFormat.JSON:
        typer.echo(report.coverage_as_json(rows))
        return
    table = _table(rows, messages_in(project, lang))
    terminal = Console(highlight=False)
    console = terminal if terminal.is_terminal else Console(highlight=False, width=WIDTH)
    console.print(table)


def _table(rows: list[Coverage], words: Wording) -> Table:
    """A row per language and kind, the language named once."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(words.word("Sprache"), no_wrap=True)
    table.add_column(words.word("Texte"), no_wrap=True)
    for label in (*COVERAGE_STATES.values(), "%"):
        table.add_column(words.word(label), justify="right", no_wrap=True)
    named = ""
    for row in rows:
        counts = [str(getattr(row, state)) for state in (*COVERAGE_STATES, "percent")]
        name = "" if row.lang == named else row.lang
        table.add_row(name, words.word(COVERAGE_KINDS[row.kind]), *counts)
        named = row.lang
    return table


@translate.command(name="check")
def check_translations(
    langs: Langs = None,
    root: Root = Path(),
    output: Output = OutputFormat.TEXT,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Proof-read translations: gaps, numbers, addresses, official names, length, script, what is missing."""
    project, _ = project_at(root)
    found = in_order(Build(project, day_of(today)).proofread(_chosen(project, langs)))
    print_findings(found, messages_in(project, lang), output, len(project.catalogue.entries))
    raise typer.Exit(FINDINGS if any(finding.level is Level.ERROR for finding in found) else FINE)
