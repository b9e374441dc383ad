"""Serves a built site on 127.0.0.1 as a plain web server would, at the root or below a path.

Only that: what is asked of the pages stands in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Handler(SimpleHTTPRequestHandler):
    """Files below `prefix`; 404.html for what is not there, as a host of static sites does it."""

    protocol_version = "HTTP/1.1"  # one connection for a page's files: a third of the time

    def __init__(self, *args: object, prefix: str, **named: object) -> None:
        self._prefix = prefix
        super().__init__(*args, **named)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of an address; one that does not exist for what lies outside the prefix."""
        inside = path.startswith(f"{self._prefix}/")
        return super().translate_path(path[len(self._prefix) :] if inside else "/outside-the-site")

    def end_headers(self) -> None:
        """Scripts and styles may be kept by the browser, as hosts allow."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what a page asks for in vain is a finding of the tests."""


class _Server(ThreadingHTTPServer):
    """A server that does not mind a page going on before it has everything it asked for."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: what a page itself lacks is a finding of the tests."""


@contextmanager
def served(site: Path, prefix: str = "") -> Iterator[str]:
    """Serve a folder while the context lasts; gives the address of its root, with a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, prefix=prefix, directory=str(site)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}/"
    finally:
        server.shutdown()
        server.server_close()
