"""Loopback only; a canary at both loopback addresses; servers that close after the test."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from tests.sources.net.servers import Server, says

HAS_SIX = socket.has_ipv6


@pytest.fixture(autouse=True)
def outside(monkeypatch):
    """Every connection that a test makes past loopback is refused, and told of here."""
    tried: list[tuple[str, int]] = []
    real = socket.socket.connect

    def connect(self, where):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not ipaddress.ip_address(where[0]).is_loopback:
            if self.type == socket.SOCK_STREAM:
                tried.append(where[:2])
            raise ConnectionRefusedError(111, "Connection refused")
        return real(self, where)

    monkeypatch.setattr(socket.socket, "connect", connect)
    return tried


@pytest.fixture
def serve():
    """Start a server with `serve(answer)`."""
    begun: list[Server] = []

    def start(answer, **more) -> Server:
        begun.append(Server(answer, **more))
        return begun[-1]

    yield start
    for server in begun:
        server.close()


class Canary:
    """One port at 127.0.0.1 and ::1."""

    def __init__(self) -> None:
        self._servers = [Server(says(b"canary"))]
        self.port = self._servers[0].port
        if HAS_SIX:
            self._servers.append(Server(says(b"canary"), host="::1", port=self.port))

    @property
    def visits(self) -> int:
        return sum(server.visits for server in self._servers)

    def close(self) -> None:
        for server in self._servers:
            server.close()


@pytest.fixture
def canary():
    bird = Canary()
    yield bird
    bird.close()
