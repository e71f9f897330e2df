"""Turns of one worker: not many requests at once, fewer to one host, and a pause between two to the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

from sources.net.clock import Deadline
from sources.net.failures import Busy


class Turns:
    """Shared by the threads of a process. `pause` is in seconds, from the begin of one request to the next."""

    def __init__(self, per_host: int = 2, in_all: int = 8, pause: float = 1.0) -> None:
        self._per_host = per_host
        self._in_all = in_all
        self._pause = pause
        self._asked: Counter[str] = Counter()
        self._not_before: dict[str, float] = {}
        self._changed = Condition()

    @contextmanager
    def turn(self, host: str, deadline: Deadline) -> Iterator[None]:
        """Wait for a turn, and keep it for the block.

        Raises Busy where the host's pause outlasts the deadline, TooSlow where others took all the time there was.
        """
        self._take(host, deadline)
        try:
            yield
        finally:
            self._give_back(host)

    def hold_off(self, host: str, seconds: float) -> None:
        """The host asked for a pause (Retry-After)."""
        with self._changed:
            self._not_before[host] = max(self._not_before.get(host, 0.0), monotonic() + seconds)

    def _take(self, host: str, deadline: Deadline) -> None:
        with self._changed:
            while (pause := self._pause_of(host)) > 0 or not self._is_free(host):
                left = deadline.left()
                if pause > left:
                    raise Busy(retry_after=pause)
                self._changed.wait(pause if pause > 0 else left)
            now = monotonic()
            self._asked[host] += 1
            self._not_before = {name: when for name, when in self._not_before.items() if when > now}
            self._not_before[host] = now + self._pause

    def _pause_of(self, host: str) -> float:
        return self._not_before.get(host, 0.0) - monotonic()

    def _is_free(self, host: str) -> bool:
        return self._asked.total() < self._in_all and self._asked[host] < self._per_host

    def _give_back(self, host: str) -> None:
        with self._changed:
            self._asked[host] -= 1
            self._asked += Counter()  # drops the hosts that nobody asks any more
            self._changed.notify_all()
