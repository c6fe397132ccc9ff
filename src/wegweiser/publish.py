"""Generated Markdown in; the finished site out: one builder process per language, then one merge.

mkdocs.yml alone builds a right site too (`mkdocs build`, with the i18n plugin, the default language at the root). For
publishing, each language is built by itself from a configuration derived from that one file, so that processes run side
by side and a language's time does not depend on the others. In the published site every language has its folder, shared
assets lie once at the root, and the root is the language chooser.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from wegweiser.assetfiles import worker
from wegweiser.builders import build_language
from wegweiser.bundle import bundles, with_sizes
from wegweiser.headers import nginx, site_files
from wegweiser.linkcheck import Broken, broken_links
from wegweiser.offline import offline, too_large
from wegweiser.publication import Publication
from wegweiser.rootfiles import chooser, name_of, robots, sitemaps
from wegweiser.sidebyside import side_by_side
from wegweiser.write import adopt, copy, move, remove, write

UNUSED = ("javascripts", "images", "stylesheets/palette.*", "stylesheets/*.map")
"""What Material brings and no page asks for."""


class Published(NamedTuple):
    """What is wrong with a published site: links that lead nowhere, and languages that are too large for a phone."""

    broken: list[Broken]
    too_large: list[tuple[str, int]]


def publish(publication: Publication, site_dir: Path) -> Published:
    """Build every language and merge them into `site_dir`; returns what is wrong with the result.

    Raises `BuilderError` when a language cannot be built; `site_dir` is then left as it was.
    """
    root, stage = publication.root, publication.stage
    remove(stage)
    remove(root / "build" / "overrides")
    copy(root / "overrides", root / "build" / "overrides")
    side_by_side(lambda language: build_language(publication, language), publication.languages, publication.jobs)
    _merge(publication)
    if publication.bundles:
        _add_bundles(publication)
    codes = [language.code for language in publication.languages]
    kept = offline(stage, codes, publication.assets_version, publication.day)
    write(stage, {**kept, "sw.js": worker()})
    broken = broken_links(stage, publication.jobs)
    adopt(stage, site_dir)
    return Published(broken, too_large(kept))


def _add_bundles(publication: Publication) -> None:
    """Put the zip files onto the stage, and their sizes into the pages that lead to them."""
    made = bundles(publication)
    pages = {
        path: with_sizes((publication.stage / path).read_text(encoding="utf-8"), made, language.locale)
        for language in publication.languages
        for path in [f"{language.code}/offline/index.html"]
    }
    write(publication.stage, {**made, **pages})


def _merge(publication: Publication) -> None:
    """Put what all languages share to the root of the stage, once."""
    root, stage, languages, default = publication.root, publication.stage, publication.languages, publication.default
    site_url, hsts = publication.site_url, publication.hsts
    for language in languages:
        move(stage / language.code / "assets", stage / "assets")
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            remove(stage / language.code / name)
    for pattern in UNUSED:
        for path in sorted((stage / "assets").glob(pattern)):
            remove(path)
    for folder in ("assets", "finder"):
        copy(root / "docs" / folder, stage / folder)
    name = name_of(stage / default.code / "index.html")
    files: dict[str, str | bytes] = {
        "index.html": chooser(languages, default, name, publication.assets_version),
        "404.html": (stage / default.code / "404.html").read_bytes(),
        "robots.txt": robots(site_url),
        **site_files(languages, site_url, hsts=hsts),
    }
    if site_url:
        files |= sitemaps(stage, languages, site_url)
    write(stage, files)
    write(root / "build" / "hosting", {"nginx.conf": nginx(languages, site_url, hsts=hsts)})
