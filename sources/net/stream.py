"""The bytes of one answer: never after the deadline, never more than were granted."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sources.net.clock import Deadline
from sources.net.failures import TooLarge, TooSlow

READ_AHEAD = 16_384


class Stream(io.RawIOBase):
    """Reads from a socket. Before each read the timeout becomes what is left of the whole time.

    It stands in for a socket where http.client wants one: it sends, makes a file of itself, and its
    timeout cannot be set from outside. Whoever made the socket closes it.
    """

    def __init__(self, connection: socket.socket, deadline: Deadline, granted: int) -> None:
        self._connection = connection
        self._deadline = deadline
        self._left = granted + READ_AHEAD
        self.sent = bytearray()

    def grant(self, more: int) -> None:
        """Forget what was left, and take this much from now on."""
        self._left = more + READ_AHEAD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._left <= 0:
            raise TooLarge
        with self._in_time():
            count = self._connection.recv_into(buffer)
        self._left -= count
        return count

    def sendall(self, data: bytes) -> None:
        with self._in_time():
            self._connection.sendall(data)
        self.sent += data

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        self._connection.settimeout(self._deadline.left())
        try:
            yield
        except TimeoutError as error:
            raise TooSlow from error

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, READ_AHEAD)

    def settimeout(self, seconds: float | None) -> None:
        """Only the deadline counts."""

    def close(self) -> None:
        """The connection is closed where it was opened."""
