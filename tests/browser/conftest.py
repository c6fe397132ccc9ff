"""The real site, built once into a temporary folder and served on this machine, and a browser to visit it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner
from visiting import Visit

from builders import ROOT, TODAY
from wegweiser.cli import app

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")
BELOW = "some/where"
"""The site has to work below any path, so that is where it is served."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what a test needs to know, the browser tells."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site; the project's own docs/, build/ and site/ are not touched."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    project, served = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("served")
    for name in ("mkdocs.yml", "data", "locales", "overrides"):
        (project / name).symlink_to(ROOT / name)
    (project / "docs").mkdir()
    command = ["build", "--root", str(project), "--site-dir", str(served / BELOW), "--today", TODAY.isoformat()]
    done = CliRunner().invoke(app, command)
    assert 0 == done.exit_code, done.output[-2000:]
    return served / BELOW


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site's root."""
    served = str(site).removesuffix(BELOW)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=served))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(site: Path) -> Iterator[playwright.Browser]:
    """Debian's Chromium."""
    with playwright.sync_playwright() as run:
        made = run.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture
def visit(browser: playwright.Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh tab. Any error, any breach of the policy and any request to another host fails the test."""
    options = {"viewport": {"width": 1280, "height": 900}, "locale": "de-DE"} | getattr(request, "param", {})
    context = browser.new_context(**options)
    made = Visit(context, home)
    yield made
    context.close()
    assert [] == made.wrong
