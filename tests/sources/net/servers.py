"""Servers that answer as a test tells them to, and a canary that must never be visited."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path

from sources.http import Limits, Policy

SOON = Limits(seconds=10, connect_seconds=3)


class Server:
    """Accepts on loopback and lets `answer(connection, request)` speak, one thread for each visitor."""

    def __init__(
        self,
        answer: Callable[[socket.socket, bytes], None],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[bytes] = []
        self.visits = 0
        self._answer = answer
        self._tls = tls
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, port), family=family, backlog=64)
        self.port = self._listener.getsockname()[1]
        self.base = f"{'https' if tls else 'http'}://{host}:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def policy(self, **more) -> Policy:
        return Policy(allow_loopback_ports=frozenset({self.port}), **more)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.visits += 1
            threading.Thread(target=self._meet, args=(connection,), daemon=True).start()

    def _meet(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), connection:
            if self._tls:
                with self._tls.wrap_socket(connection, server_side=True) as secured:
                    self._speak(secured)
            else:
                self._speak(connection)

    def _speak(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connection.recv(65_536)
            if not piece:
                break
            request += piece
        self.requests.append(request)
        self._answer(connection, request)


def says(body: bytes = b"", status: str = "200 OK", **headers: str) -> Callable[[socket.socket, bytes], None]:
    """Always this answer; a header's name is written with underscores."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if not {"Content_Length", "Transfer_Encoding"} & headers.keys():
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([*lines, "", ""]).encode("utf-8")
    return lambda connection, request: connection.sendall(head + body)


def path_of(request: bytes) -> str:
    return request.split(b" ", 2)[1].decode("ascii")


def resident_mb() -> float:
    """Memory of this process in MB; the pages that are in use now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")
