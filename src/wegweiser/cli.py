"""The command line: the only module that prints, reads the clock and chooses the exit code."""

from __future__ import annotations

import json
import locale
import sys
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from wegweiser import checks, evaluation, report
from wegweiser.answers import answers
from wegweiser.build import OWNED, Build
from wegweiser.docs import OWNED_DOCS, documentation
from wegweiser.finding import Finding, Level, in_order
from wegweiser.load import Project, load
from wegweiser.publish import BuilderError, publish
from wegweiser.translations import Wording, wording
from wegweiser.write import difference, write

FINE, FINDINGS, USAGE = 0, 1, 2

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class OutputFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Root = Annotated[Path, typer.Option("--root", help="Folder of the project, with mkdocs.yml and data/.")]
Today = Annotated[
    str, typer.Option("--today", help="Day to take for today (2026-11-22); for tests and repeatable builds.")
]
Lang = Annotated[str, typer.Option("--lang", help="Language of the messages: de or en. Default: the system's.")]


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    app()


def _today(text: str) -> date:
    if not text:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is not a day such as 2026-11-22", param_hint="--today") from None


def _project(root: Path) -> tuple[Project, list[Finding]]:
    try:
        return load(root.resolve())
    except LookupError as error:
        typer.echo(f"wegweiser: {error.args[0]}", err=True)
        raise typer.Exit(USAGE) from None


def _messages(project: Project, lang: str) -> Wording:
    """The wording of the tool's messages: as asked, else as the system is set, else the language of the records."""
    system = (locale.getlocale()[0] or "").split("_")[0]
    known = {language.code: language for language in project.languages}
    language = known.get(lang) or known.get(system) or project.source_language
    return wording(project.root, language, project.source_language.code)[0]


def _all_findings(project: Project, read: list[Finding], build: Build) -> list[Finding]:
    return in_order([*read, *checks.check(project, build.today), *build.findings])


def _print(findings: list[Finding], words: Wording, output: OutputFormat, records: int) -> None:
    if output is OutputFormat.JSON:
        typer.echo(report.as_json(findings, words))
    elif output is OutputFormat.GITHUB:
        typer.echo(report.as_github(findings, words), nl=False)
    else:
        console = Console(highlight=False, soft_wrap=True)
        for line in report.as_text(findings, words, records):
            console.print(line, markup=False, style=report.style(line) if console.is_terminal else None)


@app.command()
def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Report only on these files; all are read.")] = None,
    root: Root = Path(),
    output: Annotated[OutputFormat, typer.Option("--format", help="text, json or github.")] = OutputFormat.TEXT,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Check all data and report everything that is wrong, with its place and the next step."""
    project, read = _project(root)
    build = Build(project, _today(today))
    found = _all_findings(project, read, build)
    if paths:
        wanted = {_relative(path, project.root) for path in paths}
        found = [finding for finding in found if finding.where.path in wanted]
    _print(found, _messages(project, lang), output, len(project.catalogue.entries))
    raise typer.Exit(FINDINGS if any(finding.level is Level.ERROR for finding in found) else FINE)


def _relative(path: str, root: Path) -> str:
    absolute = Path(path).resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


@app.command()
def build(
    root: Root = Path(),
    site_dir: Annotated[Path | None, typer.Option("--site-dir", help="Where the site goes. Default: site/.")] = None,
    site_url: Annotated[str, typer.Option("--site-url", help="Address of the site, for the sitemap.")] = "",
    pages_only: Annotated[bool, typer.Option("--pages-only", help="Write the Markdown pages, build no site.")] = False,
    docs: Annotated[
        bool, typer.Option("--docs", help="Write the generated documentation and schemas, nothing else.")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--check", help="With --docs: write nothing, fail if something is not current.")
    ] = False,
    builder: Annotated[str, typer.Option("--builder", help="mkdocs or properdocs.")] = "mkdocs",
    jobs: Annotated[int, typer.Option("--jobs", help="Builder processes at a time; 0: one per core.")] = 0,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Check the data, then write pages, finder and site. Nothing is written while an error stands."""
    project, read = _project(root)
    made = Build(project, _today(today))
    words = _messages(project, lang)
    if docs:
        _documentation(project, made, words, verify)
        return
    found = _all_findings(project, read, made)
    if any(finding.level is Level.ERROR for finding in found):
        _print(found, words, OutputFormat.TEXT, len(project.catalogue.entries))
        raise typer.Exit(FINDINGS)
    written = write(project.root / "docs", made.files(), OWNED)
    typer.echo(
        words.word("{changed} Dateien geschrieben, {removed} entfernt.").format(
            changed=len(written.changed), removed=len(written.removed)
        )
    )
    if pages_only:
        return
    try:
        broken = publish(
            project.root,
            project.languages,
            (site_dir or project.root / "site").resolve(),
            site_url=site_url,
            builder=builder,
            jobs=jobs,
        )
    except BuilderError as error:
        typer.echo(f"wegweiser: {error}", err=True)
        raise typer.Exit(FINDINGS) from None
    for page, link in broken:
        typer.echo(words.word("{page}: Der Link {link} führt ins Leere.").format(page=page, link=link), err=True)
    typer.echo(words.word("Die Website liegt in {folder}.").format(folder=(site_dir or Path("site"))))
    raise typer.Exit(FINDINGS if broken else FINE)


def _documentation(project: Project, made: Build, words: Wording, verify: bool) -> None:
    files = documentation(made)
    todo = (
        difference(project.root / "docs", files, OWNED_DOCS)
        if verify
        else write(project.root / "docs", files, OWNED_DOCS)
    )
    for path in (*todo.changed, *todo.removed):
        text = (
            "docs/{path} ist nicht aktuell. Rufen Sie `wegweiser build --docs` auf."
            if verify
            else "docs/{path} geschrieben."
        )
        typer.echo(words.word(text).format(path=path))
    raise typer.Exit(FINDINGS if verify and (todo.changed or todo.removed) else FINE)


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
    project, _ = _project(root)
    made = Build(project, _today(today))
    if batch is None:
        code = _known_language(project, lang)
        _known_district(project, district)
        found = answers(
            made.finder, made.cards, text, code,
            district=district or None, audience=audience or None, group=group or None, level=level or None, limit=limit,
        )  # fmt: skip
        if output is OutputFormat.JSON:
            typer.echo(json.dumps(found, ensure_ascii=False))
        else:
            typer.echo("\n".join(report.answers_as_text(found, made.cards[code], made.wordings[code])))
        return
    for number, line in enumerate(_lines(batch), start=1):
        question = _question(line, number, batch)
        code = _known_language(project, question.get("lang") or lang)
        found = answers(
            made.finder,
            made.cards,
            question.get("q") or "",
            code,
            district=question.get("district") or None,
            limit=limit,
        )
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
    except json.JSONDecodeError:
        value = None
    if not isinstance(value, dict) or not isinstance(value.get("q"), str):
        typer.echo(f'wegweiser: {batch}:{number}: expected {{"q": "...", "lang": "...", "district": "..."}}', err=True)
        raise typer.Exit(USAGE)
    return {key: value[key] for key in ("q", "lang", "district") if isinstance(value.get(key), str)}


def _known_language(project: Project, lang: str) -> str:
    codes = [language.code for language in project.languages]
    if lang and lang not in codes:
        typer.echo(f"wegweiser: --lang {lang}: the site has {', '.join(codes)}", err=True)
        raise typer.Exit(USAGE)
    return lang or project.source_language.code


def _known_district(project: Project, district: str) -> None:
    if district and district not in project.catalogue.districts:
        typer.echo(
            f"wegweiser: --district {district}: the data have {', '.join(project.catalogue.districts)}", err=True
        )
        raise typer.Exit(USAGE)


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="YAML list of {q, lang, district, expect: [ids]}.")],
    output: Annotated[OutputFormat, typer.Option("--format", help="text or json.")] = OutputFormat.TEXT,
    misses: Annotated[bool, typer.Option("--misses/--no-misses", help="Print the questions that missed.")] = True,
    root: Root = Path(),
    today: Today = "",
) -> None:
    """Score the finder on questions: in the first, in the first three, MRR@10, empty; by language."""
    project, _ = _project(root)
    made = Build(project, _today(today))
    questions, wrong = evaluation.questions(file, [language.code for language in project.languages])
    if wrong:
        _print(wrong, _messages(project, ""), OutputFormat.TEXT, 0)
        raise typer.Exit(USAGE)
    scored = [evaluation.score(made.finder, made.cards, question) for question in questions]
    if output is OutputFormat.JSON:
        typer.echo(json.dumps(evaluation.as_json(scored), ensure_ascii=False))
    else:
        typer.echo("\n".join(evaluation.as_text(scored, misses=misses)))
