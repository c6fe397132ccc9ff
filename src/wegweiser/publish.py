"""Generated Markdown in; the finished site out: one builder process per language, then one merge.

mkdocs.yml alone builds a right site too (`mkdocs build`, with the i18n plugin, the default language at the root). For
publishing, each language is built by itself from a configuration derived from that one file, so that processes run side
by side and a language's time does not depend on the others. In the published site every language has its folder, shared
assets lie once at the root, and the root is the language chooser.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from wegweiser.languages import Language
from wegweiser.write import adopt, copy, move, remove, write

BUILDERS: Mapping[str, str] = {"mkdocs": "mkdocs", "properdocs": "properdocs"}
"""Name of a builder -> Python module that is run; all take the same configuration."""
UNUSED = ("javascripts", "images", "stylesheets/palette.*", "stylesheets/*.map")
"""What Material brings and no page asks for."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page; overrides/main.html says the same."""
_TITLE = re.compile(r"<title>([^<]*)</title>")
_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')


class Broken(NamedTuple):
    """A link inside the site that leads nowhere."""

    page: str
    link: str


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
    stage = root / "build" / "site"
    remove(stage)
    write(
        root / "build",
        {f"mkdocs.{language.code}.yml": _derived(language, site_url) for language in languages},
    )
    with ThreadPoolExecutor(max_workers=jobs or os.cpu_count() or 1) as pool:
        list(pool.map(lambda language: _build(root, language, builder), languages))
    _merge(root, stage, languages, site_url)
    broken = list(broken_links(stage))
    adopt(stage, site_dir)
    return broken


def _derived(language: Language, site_url: str) -> str:
    """The configuration of one language: the shared file, with this language's folder, theme language and address."""
    address = f"{site_url.rstrip('/')}/{language.code}/" if site_url else ""
    return "\n".join(
        [
            "# Derived from mkdocs.yml by `wegweiser build`; changes here are lost.",
            "INHERIT: ../mkdocs.yml",
            f"docs_dir: ../docs/{language.code}",
            f"site_dir: site/{language.code}",
            f'site_url: "{address}"',
            "theme:",
            "  custom_dir: ../overrides",
            f"  language: {language.code}",
            "plugins: []",
            "hooks: []",
            "watch: []",
            "exclude_docs: ''",
            "extra:",
            "  layout: folders",
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
        "index.html": _chooser(languages, default, _name(stage / default.code / "index.html")),
        "404.html": (stage / default.code / "404.html").read_bytes(),
        "robots.txt": _robots(site_url),
    }
    if site_url:
        files["sitemap.xml"] = _sitemap(stage, languages, site_url)
    write(stage, files)


def _chooser(languages: Sequence[Language], default: Language, name: str) -> str:
    links = "\n".join(
        f'<li><a href="{language.code}/" lang="{language.code}" dir="{language.direction}" hreflang="{language.code}">'
        f"{escape(language.name)}</a></li>"
        for language in languages
    )
    return (
        f'<!doctype html>\n<html lang="{default.code}" dir="{default.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{name}</title>\n"
        '<link rel="icon" href="assets/favicon.svg" type="image/svg+xml">\n'
        '<link rel="stylesheet" href="assets/wegweiser.css">\n<script src="assets/head.js"></script>\n'
        '<script src="assets/chooser.js" defer></script>\n</head>\n'
        '<body class="ww-chooser"><main>\n'
        '<p class="ww-brand"><span class="ww-brand__sign" aria-hidden="true"></span></p>\n'
        f'<h1>{name}</h1>\n<ul class="ww-languages">\n{links}\n</ul></main></body>\n</html>\n'
    )


def _name(start: Path) -> str:
    """What the start page calls the site, as HTML."""
    found = _TITLE.search(start.read_text(encoding="utf-8"))
    return found[1] if found else "Wegweiser"


def _robots(site_url: str) -> str:
    sitemap = f"Sitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _sitemap(stage: Path, languages: Sequence[Language], site_url: str) -> str:
    base = site_url.rstrip("/")
    default = next(language.code for language in languages if language.default)
    paths: dict[str, list[str]] = {}
    for language in languages:
        for page in sorted((stage / language.code).rglob("index.html")):
            path = page.parent.relative_to(stage / language.code).as_posix()
            paths.setdefault("" if path == "." else f"{path}/", []).append(language.code)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    for path, codes in sorted(paths.items()):
        alternates = [(code, f"{base}/{code}/{path}") for code in codes]
        if default in codes:
            alternates.append(("x-default", f"{base}/{default}/{path}"))
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in alternates)
        lines.extend(f"<url><loc>{base}/{code}/{path}</loc>{links}</url>" for code in codes)
    return "\n".join([*lines, "</urlset>", ""])


def broken_links(site: Path) -> Iterator[Broken]:
    """Every link inside a finished site whose target is not there; anchors included."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    ids = {page: set(_ID.findall(text)) for page, text in pages.items()}
    for page, text in pages.items():
        if page.name == "404.html":
            continue  # served at any depth, its links start at the root
        for link in dict.fromkeys(_LINK.findall(text)):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]
            ):
                yield Broken(page.relative_to(site).as_posix(), link)
