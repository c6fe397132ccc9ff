"""A host of the site that a test controls: what it was asked, when it is cut off, when it sends rubbish."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BELOW = "some/where"
"""The site has to work below any path, so that is where it is served."""


class Host:
    """A server for a folder with the site at BELOW. `asked` are the requests so far: first line and headers.

    What has `spoilt` in its path is sent as rubbish; "" is nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.spoilt, self.asked = folder, "", list[str]()
        self.port = 0
        self.server: ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        """Serve, at the same address as before."""
        host = self

        class Answering(SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                if self.server is not host.server:
                    return  # the browser had connected before the network was cut
                host.asked.append(f"{self.requestline}\n{self.headers}")
                if host.spoilt and host.spoilt in self.path:
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b"spoilt")
                else:
                    super().do_GET()

        served = ThreadingHTTPServer(("127.0.0.1", self.port), partial(Answering, directory=str(self.folder)))
        self.port = served.server_port
        self.server = served
        threading.Thread(target=served.serve_forever, daemon=True).start()

    def cut(self) -> None:
        """No network any more."""
        served, self.server = self.server, None
        if served:
            served.shutdown()
            served.server_close()

    @property
    def home(self) -> str:
        """The address of the site's root, below a path."""
        return f"http://127.0.0.1:{self.port}/{BELOW}/"

    @property
    def paths(self) -> list[str]:
        """The paths below the site's root that were asked for, without queries."""
        return [line.split()[1].split("?")[0].removeprefix(f"/{BELOW}/") for line in self.asked]
