"""Commands that check the data and build the site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wegweiser.books import lacking
from wegweiser.build import Build
from wegweiser.builders import BUILDERS, BuilderError
from wegweiser.cli.shared import (
    FINDINGS,
    FINE,
    USAGE,
    Lang,
    Output,
    OutputFormat,
    Root,
    Today,
    all_findings,
    app,
    day_of,
    messages_in,
    print_findings,
    project_at,
)
from wegweiser.docs import OWNED_DOCS, documentation
from wegweiser.finding import Level
from wegweiser.load import Project
from wegweiser.offline import BUDGET
from wegweiser.production import produce
from wegweiser.publication import Publication
from wegweiser.publish import publish
from wegweiser.translations import Wording
from wegweiser.write import difference, write


@app.command()
def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Report only on these files; all are read.")] = None,
    root: Root = Path(),
    output: Output = OutputFormat.TEXT,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Check all data and report everything that is wrong, with its place and the next step."""
    project, read = project_at(root)
    build = Build(project, day_of(today))
    found = all_findings(project, read, build)
    if paths:
        wanted = {_relative(path, project.root) for path in paths}
        found = [finding for finding in found if finding.where.path in wanted]
    print_findings(found, messages_in(project, lang), output, len(project.catalogue.entries))
    raise typer.Exit(FINDINGS if any(finding.level is Level.ERROR for finding in found) else FINE)


def _relative(path: str, root: Path) -> str:
    absolute = Path(path).resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


@app.command()
def build(
    root: Root = Path(),
    site_dir: Annotated[Path | None, typer.Option("--site-dir", help="Where the site goes. Default: site/.")] = None,
    site_url: Annotated[str, typer.Option("--site-url", help="Address of the site, with its path.")] = "",
    hsts: Annotated[
        bool, typer.Option("--hsts", help="Header files ask browsers to use only HTTPS on this host, for a year.")
    ] = False,
    bundles: Annotated[
        bool, typer.Option("--bundle", help="Also zip files that open from a stick, without a server.")
    ] = False,
    pages_only: Annotated[bool, typer.Option("--pages-only", help="Write the Markdown pages, build no site.")] = False,
    books: Annotated[bool, typer.Option("--books", help="Also bind the examples as EPUB and PDF.")] = False,
    docs: Annotated[
        bool, typer.Option("--docs", help="Write the generated documentation and schemas, nothing else.")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--check", help="With --docs: write nothing, fail if something is not current.")
    ] = False,
    builder: Annotated[str, typer.Option("--builder", help="mkdocs or properdocs.")] = "mkdocs",
    jobs: Annotated[int, typer.Option("--jobs", help="Processes at a time; 0: one per core.")] = 0,
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Check the data, then write pages, finder and site. Nothing is written while an error stands."""
    if builder not in BUILDERS:
        raise typer.BadParameter(f"{builder} is none of {', '.join(BUILDERS)}", param_hint="--builder")
    project, read = project_at(root)
    made = Build(project, day_of(today), with_books=books, with_bundles=bundles, site_url=site_url)
    words = messages_in(project, lang)
    if books and (missing := lacking()):
        typer.echo(f"wegweiser: {missing.render(words.word)}", err=True)
        raise typer.Exit(USAGE)
    if docs:
        _documentation(project, made, words, verify)
        return
    found = all_findings(project, read, made)
    if any(finding.level is Level.ERROR for finding in found):
        print_findings(found, words, OutputFormat.TEXT, len(project.catalogue.entries))
        raise typer.Exit(FINDINGS)
    written = produce(made, jobs)
    typer.echo(
        words.word("{changed} Dateien geschrieben, {removed} entfernt.").format(
            changed=len(written.changed), removed=len(written.removed)
        )
    )
    if pages_only:
        return
    publication = Publication(
        project.root, project.languages, made.today, site_url, hsts=hsts, bundles=bundles, builder=builder, jobs=jobs
    )
    try:
        published = publish(publication, (site_dir or project.root / "site").resolve())
    except BuilderError as error:
        typer.echo(f"wegweiser: {error}", err=True)
        raise typer.Exit(FINDINGS) from None
    for language, size in published.too_large:
        said = "{language}: {size} Bytes sind zu viel für ein Telefon, erlaubt sind {budget}. Kürzen Sie Texte."
        typer.echo(words.word(said).format(language=language, size=size, budget=BUDGET), err=True)
    for page, link in published.broken:
        typer.echo(words.word("{page}: Der Link {link} führt ins Leere.").format(page=page, link=link), err=True)
    typer.echo(words.word("Die Website liegt in {folder}.").format(folder=(site_dir or Path("site"))))
    raise typer.Exit(FINDINGS if any(published) else FINE)


def _documentation(project: Project, made: Build, words: Wording, verify: bool) -> None:
    files = documentation(made)
    todo = (
        difference(project.root / "docs", files, OWNED_DOCS)
        if verify
        else write(project.root / "docs", files, OWNED_DOCS)
    )
    stale = words.word("docs/{path} ist nicht aktuell. Rufen Sie `wegweiser build --docs` auf.")
    current = words.word("docs/{path} geschrieben.")
    for path in (*todo.changed, *todo.removed):
        typer.echo((stale if verify else current).format(path=path))
    raise typer.Exit(FINDINGS if verify and (todo.changed or todo.removed) else FINE)
