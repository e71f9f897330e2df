"""Serves the story's web on loopback, to people and to tests; nothing of a request ever names a file.

with DemoWeb() as web:
    fetch(web.address("/brackholm-post.example/doors"), web_policy)
    web.change("/brackholm-post.example/doors", status=503)
    assert web.visits["/brackholm-post.example/doors"] == 1
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from claims.demo.web.pages import CORRECTED, CORRECTION, PAGES, Page, body, headers

LOOPBACK = "127.0.0.1"  # and no other: this web is for one machine
LONGEST_QUIET = 10.0  # seconds in which a visitor must have said what they want
UNKNOWN = Page(status=404, text="No such page.\n", media_type="text/plain; charset=utf-8")
FOREIGN = replace(UNKNOWN, status=421, text="This web is for 127.0.0.1 only.\n")


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: what was asked for, and with which headers (names in small letters)."""

    path: str
    headers: Mapping[str, str]


class DemoWeb:
    """The web, served until it is closed; port 0 is one of the system's choice.

    Raises OSError where the port is taken.
    """

    def __init__(self, port: int = 0) -> None:
        self._pages = dict(PAGES)
        self._lock = threading.Lock()
        self._visits: list[Visit] = []
        self.closing = threading.Event()
        self._server = _Server(port, self)
        self.port: int = self._server.server_address[1]
        self.base = f"http://{LOOPBACK}:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def address(self, path: str) -> str:
        return self.base + path

    def article(self) -> str:
        """The article, with the addresses of its sources as they are here."""
        return body(PAGES["/article.md"], self.base).decode("utf-8")

    @property
    def seen(self) -> list[Visit]:
        with self._lock:
            return list(self._visits)

    @property
    def visits(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(visit.path for visit in self.seen)

    def change(self, path: str, **how: Any) -> None:
        """From now on this address answers otherwise: `status=503`, `delay=2`, `text="…"`, any field of a Page."""
        with self._lock:
            self._pages[path] = replace(self._pages.get(path, Page()), **how)

    def restore(self, path: str) -> None:
        with self._lock:
            self._pages[path] = PAGES[path]

    def correct(self) -> None:
        """The Coast Daily corrects its page; told again, it takes the correction back."""
        with self._lock:
            corrected = self._pages[CORRECTED] == CORRECTION
            self._pages[CORRECTED] = PAGES[CORRECTED] if corrected else CORRECTION

    def page(self, path: str, told: Mapping[str, str]) -> Page:
        """What lies at a path, for a visitor who `told` us this. The request is remembered."""
        with self._lock:
            self._visits.append(Visit(path, told))
            # A name of someone else's that leads here is a trick to read this machine from a web page.
            if told.get("host") not in (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"):
                return FOREIGN
            return self._pages.get(path, UNKNOWN)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a page that never ends must not hold up the end
    request_queue_size = 64

    def __init__(self, port: int, web: DemoWeb) -> None:
        self.web = web
        super().__init__((LOOPBACK, port), _Visitor)

    def server_bind(self) -> None:
        # As http.server does, without asking the network for a name of this machine.
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who goes away in the middle is no trouble of ours."""


class _Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "DemoWeb"
    sys_version = ""
    timeout = LONGEST_QUIET
    server: _Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        told = self._told()
        page = self.server.web.page(path, told)
        if page.silent:
            self.close_connection = True
            self.server.web.closing.wait()
        elif not self.server.web.closing.wait(page.delay):
            self._answer(page, told)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        page = self.server.web.page(self.path, self._told())
        if self.path == "/correction" and page is UNKNOWN:
            self.server.web.correct()
            page = Page(status=303, headers=(("Location", CORRECTED),))
        self._answer(page, {})

    def _told(self) -> dict[str, str]:
        return {name.casefold(): value for name, value in self.headers.items()}

    def _answer(self, page: Page, told: Mapping[str, str]) -> None:
        content = body(page, self.server.web.base)
        validators = _validators(page, content)
        unchanged = bool(validators) and _has_it(dict(validators), told)
        self.send_response(304 if unchanged else page.status)
        for name, value in (*headers(page, self.server.web.base), *validators):
            self.send_header(name, value)
        if not unchanged:
            self.send_header("Content-Type", page.media_type)
        if not page.drip and not unchanged:
            self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD" or unchanged:
            return
        if page.drip:
            self._drip(content, page.drip)
        else:
            self.wfile.write(content)

    def _drip(self, content: bytes, seconds: float) -> None:
        at = 0
        while not self.server.web.closing.wait(seconds):
            self.wfile.write(content[at : at + 1] or b" ")
            self.wfile.flush()
            at += 1

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads along."""


def _validators(page: Page, content: bytes) -> tuple[tuple[str, str], ...]:
    if not page.modified:
        return ()
    return ("ETag", f'"{hashlib.sha256(content).hexdigest()[:16]}"'), ("Last-Modified", page.modified)


def _has_it(validators: Mapping[str, str], told: Mapping[str, str]) -> bool:
    """Whether the visitor's copy is the one we have; an ETag counts before a date (RFC 9110, 13.2.2)."""
    if "if-none-match" in told:
        return told["if-none-match"] == validators["ETag"]
    return told.get("if-modified-since") == validators["Last-Modified"]
