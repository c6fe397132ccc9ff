#!/usr/bin/env python3
"""axe-core, all its rules, on one page of every kind of a finished site; out: what data/site.yaml records of it.

    .venv/bin/python scripts/audits/accessibility.py site de,ar,en,tr

Each page is looked at light and dark, on a phone and a desktop. Prints the part `test` of `accessibility`; violations
stand before it, and then it exits 1. The tests ask nearly the same in less time (tests/browser/test_accessibility.py).
"""

from __future__ import annotations

import os
import sys
import threading
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from sampling import one_of_each_kind

AXE = Path(__file__).resolve().parents[2] / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)))"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def violations(page: Page) -> list[str]:
    """What axe-core finds on a page in two themes and two widths."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for theme in ("light", "dark"):
        for width in (390, 1280):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 844})
            found += [f"{page.url} {theme} {width} {one}" for one in page.evaluate(RUN, TAGS)]
    return found


def main(site: Path, langs: list[str]) -> int:
    """Audit the languages of a site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found: list[str] = []
    pages = 0
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for lang in langs:
            page = browser.new_context(locale=lang, reduced_motion="reduce").new_page()
            for path in one_of_each_kind(site / lang):
                page.goto(f"http://127.0.0.1:{server.server_port}/{lang}/{path}")
                found += violations(page)
                pages += 1
            axe = page.evaluate("axe.version")
        tools = f"[axe-core {axe}, Chromium {browser.version}]"
    for one in found:
        print(one)
    print(f"  test:\n    date: '{datetime.now(UTC).date()}'\n    tools: {tools}")
    print(f"    pages: {pages}\n    languages: [{', '.join(langs)}]\n    violations: {len(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2].split(",")))
