"""The site on a device without a network: kept after one visit, renewed as a whole, never spoilt on the way."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from hosting import BELOW, Host
from visiting import Visit, on_phone

from wegweiser.offline import BUDGET, offline
from wegweiser.write import remove, write

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
LANGUAGES = ("de", "ar")
KEPT = """() => caches.keys().then((names) => Promise.all(names.filter((name) => name.includes("packs"))
    .map((name) => caches.open(name).then((cache) => cache.keys())))).then((found) => found.flat().length)"""


def publish(host: Host, day: date, change: Callable[[str], str] = lambda text: text) -> None:
    """Put a new version of the start pages there, with the packs for it."""
    site = host.folder / BELOW
    for language in LANGUAGES:
        start = site / language / "index.html"
        text = change(start.read_text(encoding="utf-8"))
        start.unlink()  # it may be shared with the site of other tests
        write(site, {f"{language}/index.html": text})
    known = json.loads((site / f"offline/{LANGUAGES[0]}.json").read_text(encoding="utf-8"))
    remove(site / "offline")
    write(site, offline(site, LANGUAGES, known["assets"], day))


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """A host with two languages of the real site."""
    copied = tmp_path / BELOW
    for name in (*LANGUAGES, "assets", "finder", "offline"):
        shutil.copytree(site / name, copied / name, copy_function=os.link)
    for name in ("index.html", "sw.js", "404.html"):
        shutil.copy(site / name, copied / name)
    made = Host(tmp_path)
    publish(made, date(2026, 1, 2))
    yield made
    made.cut()


@pytest.fixture
def phone(browser: Any, host: Host) -> Iterator[Visit]:
    """Somebody's phone, which nothing was kept on so far."""
    with on_phone(browser, host.home) as visit:
        visit.page.set_default_timeout(20_000)
        yield visit


def keep(visit: Visit, language: str = "de") -> None:
    """Visit a page and wait until the language is on the device, as the page says."""
    visit.open(f"{language}/")
    visit.page.locator("[data-offline-line]:visible", has_text="2026").wait_for()


def packs(visit: Visit) -> int:
    """How many packs lie on the device."""
    return int(visit.page.evaluate(KEPT))


def look(visit: Visit) -> None:
    """Look for a newer version, as a reader would."""
    visit.open("de/offline/")
    visit.page.locator("[data-offline-check]").click()


def test_whole_language_without_network(host: Host, phone: Visit) -> None:
    """After one visit and without a network: start, find, open an answer, open an example, the chooser and back."""
    keep(phone)
    host.cut()
    page = phone.find("Kita-Gutschein")
    page.locator("[data-answer-link]").first.click()
    page.wait_for_url("**/de/topics/kita-gutschein/")
    assert "Kita" in page.locator("h1").inner_text()
    phone.open("de/practices/")
    page.locator(".ww-practices a").first.click()
    page.wait_for_url("**/de/practices/*/")
    assert page.locator("h1").is_visible()
    phone.open("").locator('.ww-languages a[lang="de"]').click()
    phone.page.locator("[data-offline-line]", has_text="2. Januar 2026").wait_for()
    assert [] == phone.wrong
    host.start()


def test_language_on_demand(host: Host, phone: Visit) -> None:
    """Another language is kept when somebody wants it; without it, that is said, in a language that is there."""
    keep(phone)
    phone.open("de/offline/")
    row = phone.page.locator('[data-offline-language="ar"]')
    row.get_by_text("nicht gespeichert").wait_for()
    host.cut()
    phone.page.locator(".ww-lang summary").click()
    phone.page.locator('.ww-lang a[lang="ar"]').click()
    phone.page.wait_for_url("**/de/offline/#missing=*")
    assert phone.page.locator("[data-offline-missing]").is_visible()
    host.start()
    phone.page.locator("[data-offline-again]").click()
    phone.page.wait_for_url("**/ar/offline/")
    phone.open("de/offline/")
    row.locator('[data-offline-command="keep"]').click()
    row.locator('[data-offline-command="forget"]').wait_for()
    host.cut()
    phone.wrong.clear()
    phone.page.locator(".ww-lang summary").click()
    phone.page.locator('.ww-lang a[lang="ar"]').click()
    phone.page.wait_for_url("**/ar/offline/")
    phone.find("عنصرية", "ar/")
    assert phone.answers()
    assert [] == phone.wrong
    host.start()


def test_new_version_arrives_whole(host: Host, phone: Visit) -> None:
    """A newer version is loaded beside the old one, offered, and shown when wanted; only what changed is loaded."""
    keep(phone)
    before = packs(phone)
    publish(host, date(2026, 3, 4), lambda text: text.replace("<h1>", "<h1>Neu: "))
    host.asked.clear()
    look(phone)
    offer = phone.page.locator("[data-offline-show]:visible")
    offer.wait_for()
    assert offer.inner_text() == phone.page.locator(".ww-offer__link").inner_text()
    assert "4. März 2026" in offer.inner_text()
    loaded = [path for path in host.paths if path.endswith(".pack")]
    assert 0 < len(loaded) < before / 2
    assert not phone.open("de/").locator("h1").inner_text().startswith("Neu: ")
    offer.click()
    phone.page.locator("h1", has_text="Neu: ").wait_for()
    host.cut()
    phone.page.reload()
    assert phone.page.locator("h1").inner_text().startswith("Neu: ")
    phone.page.locator("[data-offline-text]", has_text="4. März 2026").wait_for()
    assert before == packs(phone)
    host.start()


def test_next_start_shows_the_new_version(host: Host, phone: Visit) -> None:
    """Who closes all pages sees the newer version when she comes back, without being asked."""
    keep(phone)
    publish(host, date(2026, 3, 4), lambda text: text.replace("<h1>", "<h1>Neu: "))
    look(phone)
    phone.page.locator("[data-offline-show]:visible").wait_for()
    phone.page.close()
    host.cut()
    phone.page = phone.context.new_page()
    assert phone.open("de/").locator("h1").inner_text().startswith("Neu: ")
    host.start()


@pytest.mark.parametrize("spoilt", [".pack", "offline/de.json"])
def test_broken_download(host: Host, phone: Visit, spoilt: str) -> None:
    """What arrives spoilt is not shown; the old version stays, that is said, and the next try brings the new one."""
    keep(phone)
    before = packs(phone)
    publish(host, date(2026, 3, 4), lambda text: text.replace("<h1>", "<h1>Neu: "))
    host.spoilt = spoilt
    look(phone)
    phone.page.locator("[data-offline-status]", has_text="beschädigt").wait_for()
    assert before == packs(phone)
    assert not phone.page.locator("[data-offline-show]:visible").count()
    assert not phone.open("de/").locator("h1").inner_text().startswith("Neu: ")
    host.spoilt = ""
    look(phone)
    phone.page.locator("[data-offline-show]:visible").first.wait_for()


def test_download_that_stops(host: Host, phone: Visit) -> None:
    """When the network goes while a version is loaded, the old one stays and what came is not loaded again."""
    keep(phone)
    publish(host, date(2026, 3, 4), lambda text: text.replace("<h1>", "<h1>Neu: "))
    phone.open("de/offline/")
    host.cut()
    phone.page.locator("[data-offline-check]").click()
    phone.page.locator("[data-offline-status]", has_text="brach ab").wait_for()
    assert not phone.open("de/").locator("h1").inner_text().startswith("Neu: ")
    host.start()


def test_full_storage(host: Host, phone: Visit) -> None:
    """Where there is no room, that is said in a sentence, and the pages go on as before."""
    session = phone.context.new_cdp_session(phone.page)
    session.send(
        "Storage.overrideQuotaForOrigin", {"origin": phone.home.removesuffix(f"/{BELOW}/"), "quotaSize": 300_000}
    )
    phone.open("de/offline/")
    phone.page.locator('[data-offline-language="de"]', has_text="nicht genug Platz").wait_for()
    assert phone.open("de/topics/").locator("h1").is_visible()


def test_removed_stays_removed(host: Host, phone: Visit) -> None:
    """A language that is removed from the device is gone and does not come back by itself."""
    keep(phone)
    phone.open("de/offline/")
    phone.page.locator('[data-offline-command="forget"]:visible').click()
    phone.page.locator('[data-offline-language="de"]', has_text="nicht gespeichert").wait_for()
    assert 0 == packs(phone)
    phone.open("de/offline/")
    phone.page.locator('[data-offline-language="de"]', has_text="nicht gespeichert").wait_for()
    assert 0 == packs(phone)


def test_erase_everything(host: Host, phone: Visit) -> None:
    """One button removes all that the site ever kept on the device."""
    keep(phone)
    phone.page.locator("[data-theme-toggle]").click()
    page = phone.open("de/privacy/")
    page.locator("[data-erase]").click()
    page.locator("[data-erased]").wait_for()
    assert [] == page.evaluate("Object.keys(localStorage)")
    assert [] == page.evaluate("caches.keys()")
    assert [] == page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.map(String))")


def test_server_does_not_learn_what_is_read(host: Host, phone: Visit) -> None:
    """Once a language is kept, the server is only asked for newer versions."""
    keep(phone)
    host.asked.clear()
    phone.find("Wohngeld")
    phone.open("de/topics/wohngeld/")
    phone.open("de/offices/")
    assert set(host.paths) <= {"sw.js", "offline/index.json"}, host.paths


def test_budget(site: Path) -> None:
    """Every language stays below what a phone should give it."""
    sizes = {
        language: said["bytes"] for language, said in json.loads((site / "offline/index.json").read_text()).items()
    }
    assert sorted(sizes) == sorted(path.parent.name for path in site.glob("*/find"))
    for language, size in sizes.items():
        assert 500_000 < size < BUDGET, language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_installable(phone: Visit, lang: str) -> None:
    """The browser would put the site on the home screen: manifest, icons, start in the language of the page."""
    phone.open(f"{lang}/topics/")
    session = phone.context.new_cdp_session(phone.page)
    manifest = session.send("Page.getAppManifest")
    assert ([], f"{phone.home}{lang}/app.webmanifest") == (manifest["errors"], manifest["url"])
    said = json.loads(manifest["data"])
    assert (lang, f"{phone.home}{lang}/") == (said["lang"], urljoin(manifest["url"], said["start_url"]))
    for icon in said["icons"]:
        assert 200 == phone.page.request.get(urljoin(manifest["url"], icon["src"])).status
    wrong = [error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [] == [error for error in wrong if error != "in-incognito"]
