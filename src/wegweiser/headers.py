"""The languages and the address of a site in; the header files of web servers and static hosts out.

One policy for all of them, and for the `meta` of every page. Formats: `_headers` and `_redirects` as Netlify and
Cloudflare Pages read them, `.htaccess` of Apache 2.4, a file to include into a `server` block of nginx.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from wegweiser.languages import Language

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page, as its `meta` says it."""
_DENIED = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb"),
)
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",  # a meta element cannot say the last part
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _DENIED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer of the server says, whatever it is an answer to."""
HSTS = {"Strict-Transport-Security": "max-age=31536000"}
"""Once said, a browser takes nothing but HTTPS from this host for a year."""
REVALIDATED = "no-cache"
IMMUTABLE = "public, max-age=31536000, immutable"
HASHED_FOLDER = "assets/stylesheets/"
"""All its files carry a hash of their content in their names; elsewhere the hash stands in the query (`?v=`)."""
_TEXTS = ("css", "js", "json", "svg", "txt", "webmanifest", "xml")
_TYPES = {"webmanifest": "application/manifest+json", "pack": "application/octet-stream"}
_COMPRESSED = (
    *("text/css", "text/javascript", "application/javascript", "application/json", "application/manifest+json"),
    *("image/svg+xml", "text/plain", "text/xml", "application/xml"),
)
_NOTE = "# Written by `wegweiser build`; changes here are lost. docs/contribute/en/publish.md says how to use it.\n"


def site_files(languages: Sequence[Language], site_url: str = "", *, hsts: bool = False) -> dict[str, str]:
    """The files that hosts look for at the root of a site. `site_url` may have a path; "" is the root of a host."""
    base, headers = _path(site_url), _headers(hsts)
    return {
        "_headers": _headers_file(languages, base, headers),
        "_redirects": _NOTE + "".join(f"{base}/{one.code}/*  {base}/{one.code}/404.html  404\n" for one in languages),
        ".htaccess": _htaccess(languages, base, headers),
    }


def _path(site_url: str) -> str:
    return urlsplit(site_url).path.rstrip("/")


def _headers(hsts: bool) -> dict[str, str]:
    return {**HEADERS, **(HSTS if hsts else {})}


def _headers_file(languages: Sequence[Language], base: str, headers: dict[str, str]) -> str:
    """No two patterns with Cache-Control match the same address: hosts would join their values."""
    rules = {"/*": headers, f"/{HASHED_FOLDER}*": {"Cache-Control": IMMUTABLE}}
    folders = [*(language.code for language in languages), "finder", "offline"]
    for pattern in ("/", "/:file", "/assets/:file", *(f"/{folder}/*" for folder in folders)):
        rules[pattern] = {"Cache-Control": REVALIDATED}
    return _NOTE + "".join(
        f"{base}{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in said.items())
        for pattern, said in rules.items()
    )


def _htaccess(languages: Sequence[Language], base: str, headers: dict[str, str]) -> str:
    """For `AllowOverride FileInfo`. Without ETags: those of compressed answers would never match again."""
    lasting = f"%{{REQUEST_URI}} =~ m#^{base}/{HASHED_FOLDER}#"
    queried = f"%{{REQUEST_URI}} =~ m#^{base}/assets/# && %{{QUERY_STRING}} =~ /^v=[0-9a-f]{{8}}/"
    types = " ".join(("text/html", *_COMPRESSED))
    lines = [
        *(f'Header always set {name} "{value}"' for name, value in headers.items()),
        f'Header always set Cache-Control "{REVALIDATED}"',
        f'<If "{lasting} || ({queried})">',
        f'  Header always set Cache-Control "{IMMUTABLE}"',
        "</If>",
        "FileETag None",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 " + " ".join(f".{ending}" for ending in _TEXTS),
        *(f"AddType {kind} .{ending}" for ending, kind in _TYPES.items()),
        "<IfModule mod_filter.c>",
        f"  <IfModule mod_brotli.c>\n    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE {types}\n  </IfModule>",
        "  <IfModule !mod_brotli.c>\n    <IfModule mod_deflate.c>",
        f"      AddOutputFilterByType DEFLATE {types}\n    </IfModule>\n  </IfModule>",
        "</IfModule>",
        f"ErrorDocument 404 {base}/404.html",
    ]
    for code in (language.code for language in languages):
        lines.append(f'<If "%{{REQUEST_URI}} =~ m#^{base}/{code}/#">')
        lines.append(f"  ErrorDocument 404 {base}/{code}/404.html\n</If>")
    return _NOTE + "\n".join(lines) + "\n"


def nginx(languages: Sequence[Language], site_url: str = "", *, hsts: bool = False) -> str:
    """What a `server` block of nginx includes, below its `root`; the site lies there in the path of `site_url`."""
    base = _path(site_url)
    types = " ".join(_COMPRESSED)
    lines = [
        # $uri is that of the error page where there is one, and no page of errors may be kept for a year
        'set $wegweiser_asked "$uri?$args";',
        f"set $wegweiser_cache {REVALIDATED};",
        f'if ($wegweiser_asked ~ "^{base}/({HASHED_FOLDER}|assets/[^?]+\\?v=[0-9a-f]{{8}})") {{',
        f'    set $wegweiser_cache "{IMMUTABLE}";',
        "}",
        f"location {base}/ {{",
        "    index index.html;",
        "    absolute_redirect off;",
        f"    charset utf-8;\n    charset_types {types};",
        f"    gzip on;\n    gzip_vary on;\n    gzip_proxied any;\n    gzip_types {types};",
        f"    # With the module ngx_brotli:\n    # brotli on;\n    # brotli_types {types};",
        "    add_header Cache-Control $wegweiser_cache always;",
        *(f'    add_header {name} "{value}" always;' for name, value in _headers(hsts).items()),
        f"    error_page 404 {base}/404.html;",
        *(f"    location {base}/{one.code}/ {{ error_page 404 {base}/{one.code}/404.html; }}" for one in languages),
        *(f"    location ~ \\.{end}$ {{ types {{ }} default_type {kind}; }}" for end, kind in _TYPES.items()),
        f"    location ~ ^{base}/(\\.ht|_headers$|_redirects$) {{ return 404; }}",
        "}",
    ]
    return _NOTE + "\n".join(lines) + "\n"
