"""A publication and one of its languages in; that language's site out, built by mkdocs in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from wegweiser.headers import POLICY
from wegweiser.languages import Language, regional
from wegweiser.publication import Publication
from wegweiser.rootfiles import searchable
from wegweiser.write import write

BUILDERS: Mapping[str, str] = {"mkdocs": "mkdocs", "properdocs": "properdocs"}
"""Name of a builder -> Python module that is run; all take the same configuration."""


class BuilderError(Exception):
    """The builder failed; the message is its own."""


def build_language(publication: Publication, language: Language) -> None:
    """Build one language into its folder of the stage. Raises `BuilderError`, also for a warning."""
    folder = publication.root / "build"
    write(folder, {f"mkdocs.{language.code}.yml": derived(publication, language)})
    if not theme_speaks(language):
        write(folder / "overrides", {f"partials/languages/{language.code}.html": partial(language)})
    module, config = BUILDERS[publication.builder], f"build/mkdocs.{language.code}.yml"
    command = [sys.executable, "-m", module, "build", "--clean", "--config-file", config]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=publication.root, env=quiet, capture_output=True, text=True, check=False)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    if done.returncode or warnings:
        raise BuilderError(f"{language.code}: " + ("\n".join(warnings) or done.stderr.strip()))


def theme_speaks(language: Language) -> bool:
    """Whether the theme has the words of a language."""
    partial = f"material/templates/partials/languages/{language.code}.html"
    return Path(str(distribution("mkdocs-material").locate_file(partial))).is_file()


def partial(language: Language) -> str:
    """What the theme must know of a language that it does not have; it takes its few other words from English."""
    known = json.dumps({"language": language.code, "direction": language.direction})
    return f"{{% macro t(key) %}}{{{{ {known}[key] }}}}{{% endmacro %}}\n"


def derived(publication: Publication, language: Language) -> str:
    """The configuration of one language: the shared file, with this language's folder, theme language and address.

    `extra.alternates` are the languages that search engines know, the one for everybody else first; `extra.locales`
    the same for link previews, this one's own first.
    """
    base, known = publication.base, publication.languages if publication.base else ()
    others = sorted(filter(searchable, known), key=lambda one: not one.default)
    locales = list(dict.fromkeys(regional(one.code) for one in (language, *others)))
    return "\n".join(
        [
            "# Derived from mkdocs.yml by `wegweiser build`; changes here are lost.",
            "INHERIT: ../mkdocs.yml",
            f"docs_dir: ../docs/{language.code}",
            f"site_dir: site/{language.code}",
            f'site_url: "{f"{base}/{language.code}/" if base else ""}"',
            "theme:",
            "  custom_dir: overrides",
            f"  language: {language.code}",
            "plugins: []",
            "hooks: []",
            "watch: []",
            "exclude_docs: ''",
            "extra:",
            "  layout: folders",
            f'  assets: "{publication.assets_version}"',
            f"  root: {json.dumps(base)}",
            f"  policy: {json.dumps(POLICY)}",
            f"  alternates: {json.dumps([one.code for one in others])}",
            f"  locales: {json.dumps(locales)}",
            "",
        ]
    )
