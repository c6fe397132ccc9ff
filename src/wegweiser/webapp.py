"""A site and a wording in; the manifest that puts the site on a home screen out (W3C Web Application Manifest)."""

from __future__ import annotations

import json

from wegweiser.model import Site
from wegweiser.view import Speech

ACCENT = "#0b4f5c"
PAPER = "#f6f5f1"
"""Of the window before the style is there; assets/wegweiser.css has the same."""
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)


def webmanifest(site: Site, speech: Speech) -> str:
    """The manifest of one language; it stands in the language's folder and starts there."""
    return json.dumps(
        {
            "name": site.name,
            "short_name": site.name.split()[0],
            "description": speech.plain("site", "intro", site.intro),
            "lang": speech.lang,
            "dir": speech.wording.language.direction,
            "start_url": "./",
            "scope": "../",
            "display": "standalone",
            "theme_color": ACCENT,
            "background_color": PAPER,
            "icons": [
                {"src": f"../assets/{name}", "sizes": sizes, "type": "image/png", "purpose": purpose}
                for name, sizes, purpose in ICONS
            ],
            "shortcuts": [
                {"name": speech.word("Finden"), "url": "find/"},
                {"name": speech.word("Schritt für Schritt"), "url": "guide/"},
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
