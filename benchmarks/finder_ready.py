"""A built site in; when its finder is ready on a slow phone out.

    python benchmarks/finder_ready.py site [language]

Served compressed on this machine; Chromium emulates Fast 3G as its developer tools do (1.44 Mbit/s, 562 ms a request)
and a processor four times slower, cache empty. Ready: the finder would answer the next letter.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

RUNS = 5
FAST_3G = {"offline": False, "downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5}
WATCH = """
addEventListener("load", () => (globalThis.loadedAt = performance.now()));
const watch = setInterval(() => {
  if (!document.documentElement.dataset.finderReady) return;
  globalThis.readyAt = performance.now();
  clearInterval(watch);
}, 5);
"""


class _Compressed(SimpleHTTPRequestHandler):
    """Files compressed as any web server sends them."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Print the medians of five visits to the start page."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    lang = sys.argv[2] if len(sys.argv) > 2 else "de"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=sys.argv[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or sys.exit("chromium is not installed")
    loaded, ready = [], []
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(RUNS):
            page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
            page.add_init_script(WATCH)
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", FAST_3G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(f"http://127.0.0.1:{server.server_port}/{lang}/")
            page.wait_for_selector("html[data-finder-ready]", state="attached", timeout=60_000)
            page.wait_for_timeout(50)
            loaded.append(page.evaluate("loadedAt"))
            ready.append(page.evaluate("readyAt"))
            page.context.close()
        browser.close()
    after = statistics.median(r - one for r, one in zip(ready, loaded, strict=True))
    page_at, ready_at = statistics.median(loaded), statistics.median(ready)
    print(f"{lang}: page after {page_at:.0f} ms, finder after {ready_at:.0f} ms, {after:.0f} ms later ({RUNS} runs)")


if __name__ == "__main__":
    main()
