"""The real site, built once into a temporary folder and served on this machine, and a browser to visit it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosting import BELOW, Host
from typer.testing import CliRunner
from visiting import Visit

from builders import ROOT, TODAY
from wegweiser.build import Build
from wegweiser.cli import app
from wegweiser.load import load

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the site is made of; the project's own docs/, build/ and site/ are not touched."""
    made = tmp_path_factory.mktemp("project")
    for name in ("data", "locales", "overrides"):
        shutil.copytree(ROOT / name, made / name)
    shutil.copy(ROOT / "mkdocs.yml", made)
    (made / "docs").mkdir()
    return made


@pytest.fixture(scope="session")
def built(project: Path) -> Build:
    """Everything that is made of that copy, in memory."""
    return Build(load(project)[0], TODAY)


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    served = tmp_path_factory.mktemp("served")
    command = ["build", "--root", str(project), "--site-dir", str(served / BELOW), "--today", TODAY.isoformat()]
    done = CliRunner().invoke(app, command)
    assert 0 == done.exit_code, done.output[-2000:]
    return served / BELOW


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site's root."""
    host = Host(Path(str(site).removesuffix(BELOW)))
    yield host.home
    host.cut()


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
