"""The languages of a finished site in; the files at its root out: the language chooser, robots.txt, the sitemap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from wegweiser.headers import POLICY
from wegweiser.languages import Language

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
        '<meta name="color-scheme" content="light dark">\n'
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


def sitemap(stage: Path, languages: Sequence[Language], site_url: str) -> str:
    """Every page in every language, each with its translations (sitemaps.org, with hreflang links)."""
    base = site_url.rstrip("/")
    default = next(language.code for language in languages if language.default)
    known = {language.code for language in languages if searchable(language)}
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
        alternates = [(code, f"{base}/{code}/{path}") for code in codes if code in known]
        if default in codes:
            alternates.append(("x-default", f"{base}/{default}/{path}"))
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in alternates)
        lines.extend(f"<url><loc>{base}/{code}/{path}</loc>{links}</url>" for code in codes)
    return "\n".join([*lines, "</urlset>", ""])
