"""A server that shows the page on this machine, and to nobody else."""

from __future__ import annotations

import re
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from attrs import frozen

#: The only address that it listens on, which other machines can't reach.
HOST: Final = "127.0.0.1"
#: The names by which a browser of this machine asks for it. Pages of other sites can point their own names at it.
_NAMES: Final = frozenset({HOST, "localhost"})
_STATIC: Final = Path(__file__).with_name("static")
_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}


class NotBuilt(Exception):
    """The files of the page are missing."""


@frozen
class Page:
    """The files of the page, and the policy that it declares."""

    folder: Path
    policy: str

    @classmethod
    def load(cls, folder: Path = _STATIC) -> Page:
        """Return the page in a folder.

        Raises:
            NotBuilt: it isn't there.
        """
        try:
            declared = _POLICY.search((folder / "index.html").read_text(encoding="utf-8"))
        except OSError:
            declared = None
        if declared is None:
            raise NotBuilt(f"{folder} doesn't have the page; build it: npm ci && npm run build, in the folder web")
        return cls(folder, f"{declared[1]}; frame-ancestors 'none'")


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files with the policy of the page for all of them, workers included."""

    extensions_map = _TYPES  # those of the machine can be wrong, and a browser runs no script of another type
    server_version = "ftnotes"
    page: Page

    def send_head(self):  # type: ignore[no-untyped-def]  # the base has a file of a library that can't be named
        """Send the head of a file, unless the request came by the name of another site, or asks for a list of files."""
        host = (self.headers.get("Host") or "").partition(":")[0]
        if host not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "This server is for browsers on this machine")
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:
        """Show no list of files."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add the headers that protect the page."""
        self.send_header("Content-Security-Policy", self.page.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *values: object) -> None:
        """Print nothing: requests are of no interest."""


class _Server(ThreadingHTTPServer):
    """A server that says nothing about browsers that leave before they have a whole file."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print an error, unless the browser closed the connection."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # what the base was given


def make_server(page: Page, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of the page on this machine; port 0 is a free one.

    Raises:
        OSError: the port is taken.
    """
    handler = type("Handler", (_Handler,), {"page": page})

    def handle(*arguments: object) -> SimpleHTTPRequestHandler:
        return handler(*arguments, directory=str(page.folder))  # type: ignore[no-any-return]  # made above

    return _Server((HOST, port), handle)


def address(server: ThreadingHTTPServer) -> str:
    """Return the address of the page."""
    return f"http://{HOST}:{server.server_address[1]}/"
