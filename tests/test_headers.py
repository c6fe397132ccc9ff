"""Languages and an address in; header files out, and what real servers say with them."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from builders import ARABIC, GERMAN, ROOT
from wegweiser.headers import HEADERS, IMMUTABLE, POLICY, REVALIDATED, nginx, site_files
from wegweiser.write import write

LANGUAGES = [GERMAN, ARABIC]
TEXT = "ä" * 2000
NOTHING = '<!doctype html>\n<html lang="{}">'
SITE = {
    "index.html": '<a hreflang="de"><a hreflang="ar">' + TEXT,
    "404.html": NOTHING.format("en"),
    "de/index.html": TEXT,
    "de/404.html": NOTHING.format("de"),
    "ar/404.html": NOTHING.format("ar"),
    "finder/common.json": TEXT,
    "finder/de.pack": TEXT,
    "site.webmanifest": TEXT,
    "assets/site.js": TEXT,
    "assets/wegweiser.css": TEXT,
    "assets/icons.svg": TEXT,
    "assets/stylesheets/main.1a2b3c4d.min.css": TEXT,
}
APACHE_MODULES = Path("/usr/lib/apache2/modules")


class Answer(NamedTuple):
    """What a server says."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    """A server on this machine and the path below which it has the site."""

    port: int
    base: str

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a file of the site; `_` in the name of a header stands for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", f"{self.base}/{path}", headers=sent)
        answer = connection.getresponse()
        names = [name.lower() for name, _ in answer.getheaders()]
        assert sorted(set(names)) == sorted(names), "said twice"
        return Answer(answer.status, dict(answer.getheaders()), answer.read())


@pytest.fixture(params=["", "/sub/path"])
def base(request: pytest.FixtureRequest) -> str:
    """The path of the site: none, or one."""
    return str(request.param)


@pytest.fixture(params=["nginx", "apache2"])
def server(request: pytest.FixtureRequest, base: str) -> Iterator[Server]:
    """The site behind a server that is configured as the documentation says, if the server is there."""
    program = shutil.which(request.param, path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if not program:
        pytest.skip(f"no {request.param} here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)  # servers give up their rights and have to read it still
    url = f"https://host.example{base}/"
    write(folder / f"www{base}", {**SITE, **site_files(LANGUAGES, url)})
    write(folder, {"hosting.conf": nginx(LANGUAGES, url)})
    made = {"nginx": _nginx, "apache2": _apache}[request.param](folder, port)
    write(folder, {"server.conf": made})
    options = ["-p", str(folder)] if request.param == "nginx" else ["-X"]
    running = subprocess.Popen([program, *options, "-c" if options[1:] else "-f", str(folder / "server.conf")])
    try:
        _wait_for(port, running)
        yield Server(port, base)
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(folder)


def _nginx(folder: Path, port: int) -> str:
    return (
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/log; events {{ }}\n"
        "http { include /etc/nginx/mime.types; access_log off;\n"
        f"server {{ listen 127.0.0.1:{port}; root {folder}/www; include {folder}/hosting.conf; }} }}\n"
    )


def _apache(folder: Path, port: int) -> str:
    names = ("mpm_event", "authz_core", "mime", "dir", "headers", "filter", "deflate", "brotli")
    files = {name: APACHE_MODULES / f"mod_{name}.so" for name in names}
    modules = [f"LoadModule {name}_module {file}" for name, file in files.items() if file.exists()]
    owner = ["User www-data", "Group www-data"]
    return "\n".join(
        [
            *(*modules, *owner, f"Listen 127.0.0.1:{port}", "ServerName localhost", f"DocumentRoot {folder}/www"),
            *(f"PidFile {folder}/pid", f"ErrorLog {folder}/log", "TypesConfig /etc/mime.types"),
            '<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>',  # as every distribution has it
            f"<Directory {folder}/www>\nAllowOverride FileInfo\n</Directory>\n",
        ]
    )


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        with socket.socket() as knock:
            if not knock.connect_ex(("127.0.0.1", port)):
                return
        assert running.poll() is None, "the server did not start"
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


def test_every_answer_has_the_headers(server: Server) -> None:
    """Pages, files and errors alike, each header once."""
    for path, status in (("", 200), ("de/", 200), ("finder/common.json", 200), ("de/x/", 404), ("x", 404)):
        answer = server.get(path)
        assert (status, HEADERS) == (answer.status, {name: answer.headers.get(name) for name in HEADERS}), path
        assert REVALIDATED == answer.headers["Cache-Control"], path


def test_missing_page_in_the_language_of_its_address(server: Server) -> None:
    """Each language has its own page for what is not there; what belongs to no language has that of the root."""
    asked = ("de/x/", "de/x/y.html", "ar/x/", "x/", "assets/x.js?v=1a2b3c4d")
    said = [server.get(path) for path in asked]
    assert [NOTHING.format(code) for code in ("de", "de", "ar", "en", "en")] == [one.body.decode() for one in said]
    assert {404} == {answer.status for answer in said}
    assert {REVALIDATED} == {answer.headers["Cache-Control"] for answer in said}


def test_only_what_carries_a_hash_is_kept(server: Server) -> None:
    """A hash in the name or in the query: for a year. All else is asked for again."""
    kept = ("assets/stylesheets/main.1a2b3c4d.min.css", "assets/site.js?v=1a2b3c4d5e")
    asked = ("assets/site.js", "assets/site.js?x=1", "finder/common.json?v=1a2b3c4d", "site.webmanifest", "de/")
    assert {IMMUTABLE} == {server.get(path).headers["Cache-Control"] for path in kept}
    assert {REVALIDATED} == {server.get(path).headers["Cache-Control"] for path in asked}


def test_types(server: Server) -> None:
    """Every text says that it is UTF-8; the types that servers do not know are told."""
    kinds = {
        path: server.get(path).headers["Content-Type"].lower()
        for path in ("", "finder/common.json", "site.webmanifest", "finder/de.pack", "assets/site.js")
    }
    assert kinds.pop("assets/site.js") in ("text/javascript; charset=utf-8", "application/javascript; charset=utf-8")
    assert {
        "": "text/html; charset=utf-8",
        "finder/common.json": "application/json; charset=utf-8",
        "site.webmanifest": "application/manifest+json; charset=utf-8",
        "finder/de.pack": "application/octet-stream",
    } == kinds


def test_compression(server: Server) -> None:
    """Texts travel compressed, and are not sent again when they are the same; packed files are left as they are."""
    for path in ("de/", "finder/common.json", "assets/site.js", "site.webmanifest"):
        answer = server.get(path, Accept_Encoding="gzip")
        assert "gzip" == answer.headers.get("Content-Encoding"), path
        assert TEXT == gzip.decompress(answer.body).decode()
        known = {"If_None_Match": answer.headers["ETag"]} if "ETag" in answer.headers else {}
        known["If_Modified_Since"] = answer.headers["Last-Modified"]
        assert 304 == server.get(path, Accept_Encoding="gzip", **known).status, path
    assert "Content-Encoding" not in server.get("finder/de.pack", Accept_Encoding="gzip, br").headers


def test_header_files_are_not_for_readers(server: Server) -> None:
    """The server's own file is not served."""
    assert server.get(".htaccess").status in (403, 404)


def published(address: str) -> subprocess.CompletedProcess[str]:
    """What the operator's check of a published site says."""
    command = [sys.executable, str(ROOT / "scripts/check_published.py"), address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_check_of_a_published_site(server: Server) -> None:
    """The operator's check has nothing to say about a server with the header files."""
    done = published(f"http://127.0.0.1:{server.port}{server.base}")
    assert (0, "check_published: all is as it should be.\n") == (done.returncode, done.stdout), done.stderr


def test_check_of_a_site_without_header_files(tmp_path: Path) -> None:
    """It names every header that is missing, what is not compressed, and pages that are in the wrong language."""
    write(tmp_path, SITE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Plain, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    done = published(f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    assert 1 == done.returncode
    for words in (*HEADERS, "Cache-Control is None", "common.json: not compressed", "not the page of ar"):
        assert words in done.stdout


class _Plain(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_headers_file(base: str) -> None:
    """No address matches two rules that say the same header: hosts would join the values."""
    text = site_files(LANGUAGES, f"https://host.example{base}")["_headers"]
    rules = [block.splitlines() for block in text.partition("\n")[2].replace("\n/", "\n\n/").split("\n\n")]
    said = {rule[0]: {line.split(":")[0].strip() for line in rule[1:]} for rule in rules}
    assert set(HEADERS) == said.pop(f"{base}/*")
    assert [{"Cache-Control"}] * len(said) == list(said.values())
    folders = [pattern for pattern in said if pattern.endswith("/*")]
    files = [pattern.removesuffix(":file") for pattern in said if pattern.endswith("/:file")]
    assert [f"{base}/{name}/*" for name in ("assets/stylesheets", "de", "ar", "finder", "offline")] == folders
    assert [f"{base}/", f"{base}/assets/"] == files
    assert len(text.splitlines()) < 100 and max(map(len, text.splitlines())) < 2000  # the limits of Cloudflare Pages


def test_redirects_file(base: str) -> None:
    """The page for what is not there, per language."""
    text = site_files(LANGUAGES, f"https://host.example{base}/")["_redirects"]
    assert [
        [f"{base}/de/*", f"{base}/de/404.html", "404"],
        [f"{base}/ar/*", f"{base}/ar/404.html", "404"],
    ] == [line.split() for line in text.splitlines()[1:]]


def test_hsts_is_for_the_operator_to_decide() -> None:
    """HTTPS for a whole host is more than this site may ask for by itself."""
    for hsts in (False, True):
        made = [*site_files(LANGUAGES, hsts=hsts).values(), nginx(LANGUAGES, hsts=hsts)]
        assert [hsts, False, hsts, hsts] == ["Strict-Transport-Security" in text for text in made]


def test_policy_allows_no_inline_scripts() -> None:
    """Nothing inline, nothing evaluated, nothing from elsewhere."""
    assert "default-src 'none'" in POLICY
    assert not any(word in POLICY for word in ("unsafe", "http", "*"))
