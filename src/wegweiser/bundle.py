"""A finished site in; zip files out that work from a USB stick: unpacked, opened by a double-click, without a server.

Pages that are files (file://) may load scripts and styles, but no data, and a folder does not open its index.html. So
in a bundle links name the file, the finder's JSON files are scripts that say the same (assets/finder-ui/files.js), and
the drawings stand in the style. What needs a server or another language than those of the bundle is left out.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urlsplit

from babel import Locale
from babel.units import format_unit

from wegweiser.archive import archive
from wegweiser.languages import Language
from wegweiser.pages.printer import ALL_LANGUAGES, bundle_path
from wegweiser.publication import Publication
from wegweiser.rootfiles import chooser, name_of

_SIZE = re.compile(r"<!--size:([^>]*)-->")
_LINK = re.compile(r' (href|action)="([^"]*)"')
_HEAD = re.compile(r'<link rel="(?:manifest|canonical|alternate)"[^>]*>\n?')
_SWITCHER = re.compile(r'<details class="ww-lang".*?</details>\n?', re.DOTALL)
_DOWNLOADS = re.compile(r"<section data-downloads.*?</section>\n?", re.DOTALL)


def bundles(publication: Publication) -> dict[str, bytes]:
    """All zip files of a publication whose site stands on its stage, by path below the site's root."""
    site, name = publication.stage, name_of(publication.stage / publication.default.code / "index.html")
    sets = {language.code: [language] for language in publication.languages} | {
        ALL_LANGUAGES: list(publication.languages)
    }
    return {
        bundle_path(code): bundle(site, languages, name, publication.assets_version) for code, languages in sets.items()
    }


def with_sizes(html: str, bundles: Mapping[str, bytes], locale: Locale) -> str:
    """A page that says how large the bundles are that it leads to, as people of a language write it."""

    def size(marker: re.Match[str]) -> str:
        megabytes = round(len(bundles[marker[1]]) / 1e6, 1)
        return format_unit(megabytes, "digital-megabyte", length="short", locale=locale, numbering_system="default")

    return _SIZE.sub(size, html)


def bundle(site: Path, languages: Sequence[Language], name: str, assets_version: str) -> bytes:
    """A zip file of these languages of a site, in a folder of its own; `name` is what the site is called, as HTML."""
    files: dict[str, bytes] = {"index.html": _chooser(languages, name, assets_version).encode()}
    for path in sorted(path for path in (site / "assets").rglob("*") if path.is_file()):
        files[path.relative_to(site).as_posix()] = path.read_bytes()
    files["assets/wegweiser.css"] = _style(site).encode()
    codes = [language.code for language in languages]
    files["finder/common.json.js"] = _script("common.json", _common(site, codes)).encode()
    for path in sorted(path for code in codes for path in (site / "finder").glob(f"*/{code}.*json")):
        name = path.relative_to(site / "finder").as_posix()
        files[f"finder/{name}.js"] = _script(name, path.read_text(encoding="utf-8")).encode()
    for code in codes:
        for path in sorted(path for path in (site / code).rglob("*") if path.is_file()):
            place = path.relative_to(site).as_posix()
            if path.name == "index.html":
                files[place] = page(path.read_text(encoding="utf-8"), place, codes).encode()
            elif path.name not in ("404.html", "app.webmanifest"):
                files[place] = path.read_bytes()
    return archive({f"wegweiser/{place}": files[place] for place in sorted(files)})


def page(html: str, place: str, codes: Sequence[str]) -> str:
    """A page of the site as it is in a bundle of these languages. `place` is its path below the site's root."""
    for pattern in (_HEAD, _DOWNLOADS, *((_SWITCHER,) if len(codes) == 1 else ())):
        html = pattern.sub("", html)
    html = html.replace('<header class="ww-header"', '<header class="ww-header" data-files', 1)
    html = re.sub(r' data-(?:early="[^"]*"|offline(?= defer))', "", html)
    return _LINK.sub(lambda link: _link(link[1], link[2], place, codes), html)


def _link(attribute: str, target: str, place: str, codes: Sequence[str]) -> str:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return f' {attribute}="{target}"'
    reached = normpath(join(place.rpartition("/")[0], parts.path)).split("/")[0]
    if reached not in (*codes, "assets", "."):
        return ""  # a link without a target is the text that it was
    path = f"{parts.path}index.html" if parts.path.endswith("/") else parts.path
    return f' {attribute}="{parts._replace(path=path).geturl()}"'


def _chooser(languages: Sequence[Language], name: str, assets_version: str) -> str:
    return chooser(languages, languages[0], name, assets_version).replace('/" lang=', '/index.html" lang=')


def _style(site: Path) -> str:
    """The style with the drawings in it: from a file, browsers do not load masks."""
    drawings = b64encode((site / "assets/icons.svg").read_bytes()).decode()
    style = (site / "assets/wegweiser.css").read_text(encoding="utf-8")
    named = f':root {{ --drawings: url("data:image/svg+xml;base64,{drawings}"); }}\n'
    return named + style.replace("url(icons.svg)", "var(--drawings)")


def _common(site: Path, codes: Sequence[str]) -> str:
    """What the finder knows in all languages; it asks only those of the bundle."""
    known = json.loads((site / "finder/common.json").read_text(encoding="utf-8"))
    return json.dumps({**known, "languages": list(codes)}, ensure_ascii=False, separators=(",", ":"))


def _script(name: str, text: str) -> str:
    return f'(globalThis.WegweiserFiles??={{}})["{name}"]={text.rstrip()};\n'
