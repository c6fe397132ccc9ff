"""Commands for those who maintain the data: new records, schemas, exports."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wegweiser import export as exporting
from wegweiser.cli.shared import USAGE, Lang, Root, Today, app, day_of, messages_in, project_at
from wegweiser.docs import kinds, schema_of, skeleton
from wegweiser.model import FOLDERS
from wegweiser.model.types import ID
from wegweiser.write import write


class ExportFormat(StrEnum):
    """What an export looks like."""

    JSON = "json"
    CSV = "csv"


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="Kind of record, such as office or topic.")],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters, digits, hyphens.")],
    root: Root = Path(),
    lang: Lang = "",
    today: Today = "",
) -> None:
    """Write a file for a new record, with all fields in order and the editor's schema line on top."""
    folder = next((name for name, model in FOLDERS.items() if kinds().get(kind) is model), None)
    project, _ = project_at(root)
    words = messages_in(project, lang)
    if folder is None:
        choices = ", ".join(name for name in kinds() if kinds()[name] in FOLDERS.values())
        typer.echo(
            words.word("Die Art „{kind}“ gibt es nicht. Es gibt: {choices}.").format(kind=kind, choices=choices),
            err=True,
        )
        raise typer.Exit(USAGE)
    if not re.fullmatch(ID, id_):
        typer.echo(
            words.word("„{value}“ ist keine Kennung: nur Kleinbuchstaben, Ziffern und Bindestriche.").format(value=id_),
            err=True,
        )
        raise typer.Exit(USAGE)
    path = f"data/{folder}/{id_}.yaml"
    if (project.root / path).exists():
        typer.echo(words.word("{path} gibt es schon.").format(path=path), err=True)
        raise typer.Exit(USAGE)
    write(project.root, {path: skeleton(kind, id_, day_of(today))})
    typer.echo(
        words.word("{path} angelegt. Füllen Sie die Felder aus und rufen Sie `wegweiser check {path}` auf.").format(
            path=path
        )
    )


@app.command()
def schema(kind: Annotated[str, typer.Argument(help="Kind of record, such as office or topic.")]) -> None:
    """Print the JSON Schema of a kind of record."""
    if kind not in kinds():
        typer.echo(f"wegweiser: {kind}: {', '.join(kinds())}", err=True)
        raise typer.Exit(USAGE)
    typer.echo(schema_of(kind), nl=False)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Where the files go.")],
    output: Annotated[ExportFormat, typer.Option("--format", help="json or csv.")] = ExportFormat.JSON,
    root: Root = Path(),
    lang: Lang = "",
) -> None:
    """Write all published records for other programs."""
    project, _ = project_at(root)
    csv = output is ExportFormat.CSV
    files = exporting.as_tables(project.catalogue) if csv else {"records.json": exporting.as_json(project.catalogue)}
    write(folder, files)
    words = messages_in(project, lang)
    for name in files:
        typer.echo(words.word("{path} geschrieben.").format(path=folder / name))
