"""What all commands share: options, the project they work on, the language they speak."""

from __future__ import annotations

import locale
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from wegweiser import checks, report
from wegweiser.build import Build
from wegweiser.finding import Finding, in_order
from wegweiser.load import Project, load
from wegweiser.questions import Sheet, sheet, together
from wegweiser.translations import Wording, wording

FINE, FINDINGS, USAGE = 0, 1, 2

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class OutputFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


Root = Annotated[Path, typer.Option("--root", help="Folder of the project, with mkdocs.yml and data/.")]
Today = Annotated[
    str, typer.Option("--today", help="Day to take for today (2026-11-22); for tests and repeatable builds.")
]
Output = Annotated[OutputFormat, typer.Option("--format", help="text, json, github or gitlab.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the messages: de or en. Default: the system's.")]


def day_of(text: str) -> date:
    """The day a command takes for today; ends the run when the text is no day."""
    if not text:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is not a day such as 2026-11-22", param_hint="--today") from None


def project_at(root: Path) -> tuple[Project, list[Finding]]:
    """The project in a folder and what was wrong while reading; ends the run when there is none."""
    try:
        return load(root.resolve())
    except LookupError as error:
        typer.echo(f"wegweiser: {error.args[0]}", err=True)
        raise typer.Exit(USAGE) from None


def messages_in(project: Project, lang: str) -> Wording:
    """The wording of the tool's messages: as asked, else as the system is set, else the language of the records."""
    system = (locale.getlocale()[0] or "").split("_")[0]
    known = {language.code: language for language in project.languages}
    language = known.get(lang) or known.get(system) or project.source_language
    return wording(project.root, language, project.source_language.code)[0]


def all_findings(project: Project, read: list[Finding], build: Build) -> list[Finding]:
    """Everything that is wrong: reading, records, translations."""
    return in_order([*read, *checks.check(project, build.today), *build.findings])


def print_findings(findings: list[Finding], words: Wording, output: OutputFormat, records: int) -> None:
    """Print findings as text, JSON, annotations or a report for a code host."""
    if output is OutputFormat.JSON:
        typer.echo(report.as_json(findings, words))
    elif output is OutputFormat.GITHUB:
        typer.echo(report.as_github(findings, words), nl=False)
    elif output is OutputFormat.GITLAB:
        typer.echo(report.as_gitlab(findings, words))
    else:
        console = Console(highlight=False, soft_wrap=True)
        for line in report.as_text(findings, words, records):
            console.print(line, markup=False, style=report.style(line) if console.is_terminal else None)


def sheet_of(project: Project, files: Iterable[Path]) -> Sheet:
    """The questions of all files; ends the run, saying where, when one cannot be used."""
    read = [sheet(file, [language.code for language in project.languages]) for file in files]
    wrong = [finding for _, findings in read for finding in findings]
    if wrong:
        print_findings(wrong, messages_in(project, ""), OutputFormat.TEXT, 0)
        raise typer.Exit(USAGE)
    return together(one for one, _ in read)


def known_language(project: Project, lang: str) -> str:
    """A language of the site; ends the run for another."""
    codes = [language.code for language in project.languages]
    if lang and lang not in codes:
        typer.echo(f"wegweiser: --lang {lang}: the site has {', '.join(codes)}", err=True)
        raise typer.Exit(USAGE)
    return lang or project.source_language.code


def known_district(project: Project, district: str, place: str = "--district") -> str | None:
    """The id of a district given by id or name; ends the run, naming the place, when the data have none such."""
    names = {name.casefold(): id_ for id_, one in project.catalogue.districts.items() for name in (id_, one.name)}
    return _known(district, names, place)


def known_choice(word: str, choices: Iterable[str], place: str) -> str | None:
    """A word of a fixed list, None for an empty one; ends the run for another."""
    return _known(word, {choice.casefold(): choice for choice in choices}, place)


def _known(word: str, known: Mapping[str, str], place: str) -> str | None:
    if not word:
        return None
    if word.casefold() not in known:
        typer.echo(f"wegweiser: {place} {word}: there are {', '.join(dict.fromkeys(known.values()))}", err=True)
        raise typer.Exit(USAGE)
    return known[word.casefold()]
