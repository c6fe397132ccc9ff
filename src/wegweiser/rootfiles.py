"""The languages of a finished site in; the files at its root out: the language chooser, robots.txt, the sitemaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from wegweiser.headers import POLICY
from wegweiser.languages import Language

UNLISTED = frozenset({"unanswered"})
"""Pages that are of use on one device only; overrides/main.html tells search engines the same."""
_TITLE = re.compile(r"<title>([^<]*)</title>")
_SEARCHABLE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def chooser(languages: Sequence[Language], default: Language, name: str, assets_version: str) -> str:
    """The page at the root, which lets readers choose their language. `name` is HTML."""
    links = "\n".join(
        f'<li><a href="{language.code}/" lang="{language.code}" dir="{language.direction}" hreflang="{language.code}">'
        f"{escape(language.name)}</a></li>"
        for language in languages
    )
    return (
        f'<!doctype html>\n<html lang="{default.code}" dir="{default.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{name}</title>\n"
        '<link rel="icon" href="assets/favicon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="assets/wegweiser.css?v={assets_version}">\n'
        f'<script src="assets/head.js?v={assets_version}"></script>\n'
        f'<script src="assets/chooser.js?v={assets_version}" defer></script>\n</head>\n'
        '<body class="ww-chooser"><main>\n'
        '<p class="ww-brand"><span class="ww-brand__sign" aria-hidden="true"></span></p>\n'
        f'<h1>{name}</h1>\n<ul class="ww-languages">\n{links}\n</ul></main></body>\n</html>\n'
    )


def name_of(start: Path) -> str:
    """What the start page calls the site, as HTML."""
    found = _TITLE.search(start.read_text(encoding="utf-8"))
    return found[1] if found else "Wegweiser"


def robots(site_url: str) -> str:
    """The robots.txt of the site: everything may be read."""
    sitemap = f"Sitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def searchable(language: Language) -> bool:
    """Whether search engines know the language's tag; hreflang takes languages, scripts and regions, no variants."""
    return bool(_SEARCHABLE.fullmatch(language.code))


def sitemaps(stage: Path, languages: Sequence[Language], site_url: str) -> dict[str, str]:
    """The sitemap of each language and the index of them (sitemaps.org, with hreflang links), by path in the site.

    A file may list 50,000 pages; no language has as many. Each page names its translations, itself among them, and the
    default language for everybody else; a language whose tag search engines do not know stands alone.
    """
    base = site_url.rstrip("/")
    default = next(language.code for language in languages if language.default)
    paths = {language.code: _paths(stage / language.code) for language in languages}
    known = [language.code for language in languages if searchable(language)]
    files = {}
    for code, own in paths.items():
        urls = []
        for path in own:
            alternates = [(one, one) for one in known if path in paths[one]] if code in known else []
            if alternates and path in paths[default]:
                alternates.append(("x-default", default))
            links = (
                f'<xhtml:link rel="alternate" hreflang="{tag}" href="{base}/{one}/{path}"/>' for tag, one in alternates
            )
            urls.append(f"<url><loc>{base}/{code}/{path}</loc>{''.join(links)}</url>")
        files[f"{code}/sitemap.xml"] = _listed("urlset", urls)
    index = [f"<sitemap><loc>{base}/{path}</loc></sitemap>" for path in files]
    return files | {"sitemap.xml": _listed("sitemapindex", index)}


def _paths(folder: Path) -> dict[str, None]:
    """The pages of a language that search engines may show, in order."""
    found = sorted(page.parent.relative_to(folder).as_posix() for page in folder.rglob("index.html"))
    return {"" if path == "." else f"{path}/": None for path in found if path not in UNLISTED}


def _listed(kind: str, lines: Sequence[str]) -> str:
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{kind} {spaces}>", *lines, f"</{kind}>", ""])
