"""The address of a published site in; what its server does otherwise than the header files ask for, out.

.venv/bin/python scripts/check_published.py https://www.example.org/directory/ ends with 0 when there is nothing to say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from wegweiser.headers import HEADERS

NOWHERE = "this-page-does-not-exist/"
TYPES = {
    "": "text/html; charset=utf-8",
    "finder/common.json": "application/json",
    "assets/site.js": "text/javascript",
    "assets/wegweiser.css": "text/css",
    "assets/icons.svg": "image/svg+xml",
}
SAME = {"application/javascript": "text/javascript"}


def get(address: str, encoding: str = "identity") -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer; raises OSError when there is none."""
    request = Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310  (the operator names the address)
    try:
        with urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def complaints(site: str) -> Iterator[str]:
    """What is otherwise than it should be, as lines."""
    status, headers, body = get(site)
    if status != 200:
        yield f"{site}: status {status}"
        return
    yield from (f"{site}: no header {name}: {HEADERS[name]}" for name in HEADERS if headers[name] != HEADERS[name])
    if not re.search(r"no-cache|max-age=0", headers["Cache-Control"] or ""):
        yield f"{site}: Cache-Control is {headers['Cache-Control']}; readers would see old pages"
    for path, wanted in TYPES.items():
        status, headers, _ = get(site + path)
        kind, _, charset = headers.get("Content-Type", "").lower().partition(";")
        if status != 200 or not f"{SAME.get(kind, kind)};{charset}".startswith(wanted):
            yield f"{site}{path}: status {status}, Content-Type {kind};{charset}, not {wanted}"
        if not get(site + path, "gzip, br")[1]["Content-Encoding"]:
            yield f"{site}{path}: not compressed"
    for code in re.findall(r'hreflang="([^"]+)"', body.decode()):
        status, _, page = get(f"{site}{code}/{NOWHERE}")
        if status != 404 or f'lang="{code}"' not in page.decode(errors="replace").partition(">")[2].partition(">")[0]:
            yield f"{site}{code}/{NOWHERE}: status {status}, and not the page of {code} for what is not there"


def main() -> None:
    """Print what is wrong; end with 1 if anything is."""
    found = list(complaints(sys.argv[1].rstrip("/") + "/"))
    print(*found or ["check_published: all is as it should be."], sep="\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
