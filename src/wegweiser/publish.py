"""Generated Markdown in; the finished site out: one builder process per language, then one merge.

mkdocs.yml alone builds a right site too (`mkdocs build`, with the i18n plugin, the default language at the root). For
publishing, each language is built by itself from a configuration derived from that one file, so that processes run side
by side and a language's time does not depend on the others. In the published site every language has its folder, shared
assets lie once at the root, and the root is the language chooser.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import distribution
from pathlib import Path

from wegweiser.languages import Language, regional
from wegweiser.linkcheck import Broken, broken_links
from wegweiser.rootfiles import chooser, name_of, robots, searchable, sitemaps
from wegweiser.sidebyside import side_by_side
from wegweiser.write import adopt, copy, move, remove, write

BUILDERS: Mapping[str, str] = {"mkdocs": "mkdocs", "properdocs": "properdocs"}
"""Name of a builder -> Python module that is run; all take the same configuration."""
UNUSED = ("javascripts", "images", "stylesheets/palette.*", "stylesheets/*.map")
"""What Material brings and no page asks for."""


class BuilderError(Exception):
    """The builder failed; the message is its own."""


def publish(
    root: Path,
    languages: Sequence[Language],
    site_dir: Path,
    *,
    site_url: str = "",
    builder: str = "mkdocs",
    jobs: int = 0,
) -> list[Broken]:
    """Build every language and merge them into `site_dir`; returns the links that lead nowhere.

    `site_url` is the address under which the site will stand, "" if not known. `jobs` is the number of processes,
    0 for one per core. Raises `BuilderError` when a language cannot be built; `site_dir` is then left as it was.
    """
    stage, theme = root / "build" / "site", root / "build" / "overrides"
    remove(stage)
    remove(theme)
    copy(root / "overrides", theme)
    tags = [language for language in languages if not _theme_speaks(language)]
    write(theme, {f"partials/languages/{language.code}.html": _partial(language) for language in tags})
    write(
        root / "build",
        {f"mkdocs.{language.code}.yml": _derived(language, languages, site_url) for language in languages},
    )
    side_by_side(lambda language: _build(root, language, builder), languages, jobs)
    _merge(root, stage, languages, site_url)
    broken = broken_links(stage, jobs)
    adopt(stage, site_dir)
    return broken


def _theme_speaks(language: Language) -> bool:
    partial = f"material/templates/partials/languages/{language.code}.html"
    return Path(str(distribution("mkdocs-material").locate_file(partial))).is_file()


def _partial(language: Language) -> str:
    """What the theme must know of a language that it does not have; it takes its few other words from English."""
    known = json.dumps({"language": language.code, "direction": language.direction})
    return f"{{% macro t(key) %}}{{{{ {known}[key] }}}}{{% endmacro %}}\n"


def _derived(language: Language, languages: Sequence[Language], site_url: str) -> str:
    """The configuration of one language: the shared file, with this language's folder, theme language and address.

    `extra.alternates` are the languages that search engines know, the one for everybody else first; `extra.locales`
    the same for link previews, this one's own first.
    """
    base = site_url.rstrip("/")
    address = f"{base}/{language.code}/" if site_url else ""
    others = sorted(filter(searchable, languages), key=lambda one: not one.default) if site_url else []
    locales = list(dict.fromkeys(regional(one.code) for one in (language, *others)))
    return "\n".join(
        [
            "# Derived from mkdocs.yml by `wegweiser build`; changes here are lost.",
            "INHERIT: ../mkdocs.yml",
            f"docs_dir: ../docs/{language.code}",
            f"site_dir: site/{language.code}",
            f'site_url: "{address}"',
            "theme:",
            "  custom_dir: overrides",
            f"  language: {language.code}",
            "plugins: []",
            "hooks: []",
            "watch: []",
            "exclude_docs: ''",
            "extra:",
            "  layout: folders",
            f"  root: {json.dumps(base)}",
            f"  alternates: {json.dumps([one.code for one in others])}",
            f"  locales: {json.dumps(locales)}",
            "",
        ]
    )


def _build(root: Path, language: Language, builder: str) -> None:
    command = [
        sys.executable,
        "-m",
        BUILDERS[builder],
        "build",
        "--clean",
        "--config-file",
        f"build/mkdocs.{language.code}.yml",
    ]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    if done.returncode or warnings:
        raise BuilderError(f"{language.code}: " + ("\n".join(warnings) or done.stderr.strip()))


def _merge(root: Path, stage: Path, languages: Sequence[Language], site_url: str) -> None:
    default = next(language for language in languages if language.default)
    for language in languages:
        move(stage / language.code / "assets", stage / "assets")
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            remove(stage / language.code / name)
    for pattern in UNUSED:
        for path in sorted((stage / "assets").glob(pattern)):
            remove(path)
    for folder in ("assets", "finder"):
        copy(root / "docs" / folder, stage / folder)
    files: dict[str, str | bytes] = {
        "index.html": chooser(languages, default, name_of(stage / default.code / "index.html")),
        "404.html": (stage / default.code / "404.html").read_bytes(),
        "robots.txt": robots(site_url),
    }
    if site_url:
        files |= sitemaps(stage, languages, site_url)
    write(stage, files)
