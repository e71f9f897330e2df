"""A small object storage on loopback: PUT, GET, HEAD and DELETE by path, and every way to fail that a test wants."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Trouble = Callable[["Handler"], bool]  # True: it has answered


class Handler(BaseHTTPRequestHandler):
    """One request; the objects are the server's."""

    protocol_version = "HTTP/1.1"
    server: FakeS3

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, ValueError):
            self.close_connection = True

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_troubled():
            self.server.objects[self._key()] = data
            self.answer(200)

    def do_GET(self) -> None:
        if not self._is_troubled():
            data = self.server.objects.get(self._key())
            self.answer(404, self._error("NoSuchKey")) if data is None else self._answer_range(data)

    def do_HEAD(self) -> None:
        if not self._is_troubled():
            data = self.server.objects.get(self._key())
            self.answer(404) if data is None else self.answer(200, data, without_body=True)

    def do_DELETE(self) -> None:
        if not self._is_troubled():
            self.server.objects.pop(self._key(), None)
            self.answer(204)

    def _answer_range(self, data: bytes) -> None:
        first, _, last = self.headers.get("Range", "").removeprefix("bytes=").partition("-")
        if not first:
            self.answer(200, data)
        elif int(first) >= len(data):
            self.answer(416, self._error("InvalidRange"))
        else:
            part = data[int(first) : int(last or len(data)) + 1]
            span = f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}"
            self.answer(206, part, content_range=span)

    def answer(self, status: int, data: bytes = b"", *, without_body: bool = False, content_range: str = "") -> None:
        self.send_response(status)
        if content_range:
            self.send_header("Content-Range", content_range)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Mon, 03 Feb 2025 04:05:06 GMT")
        self.end_headers()
        if not without_body:
            self.wfile.write(data)

    def refuse(self, status: int, code: str) -> bool:
        self.answer(status, b"" if self.command == "HEAD" else self._error(code))
        return True

    def _key(self) -> str:
        return self.path.partition("?")[0]

    def _error(self, code: str) -> bytes:
        return f"<Error><Code>{code}</Code><Message>hush {self.headers['Authorization']}</Message></Error>".encode()

    def _is_troubled(self) -> bool:
        self.server.requests.append((self.command, self._key(), dict(self.headers)))
        return self.server.trouble is not None and self.server.trouble(self)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class FakeS3(ThreadingHTTPServer):
    """Keeps objects by their path; `trouble` may answer in its stead."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.objects: dict[str, bytes] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.trouble: Trouble | None = None
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""

    def close(self) -> None:
        self.shutdown()
        self.server_close()


def says(status: int, code: str) -> Trouble:
    return lambda handler: handler.refuse(status, code)


def only(command: str, trouble: Trouble) -> Trouble:
    return lambda handler: handler.command == command and trouble(handler)


def silent(handler: Handler) -> bool:
    time.sleep(3)
    handler.close_connection = True
    return True


def hangs_up(handler: Handler) -> bool:
    handler.close_connection = True
    handler.connection.close()
    return True


def breaks_off(handler: Handler) -> bool:
    """Half of what was promised."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"x" * 500)
    return hangs_up(handler)
