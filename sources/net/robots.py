"""What a site's robots.txt leaves to us (RFC 9309). Remembered for a day, so that asking is no burden either."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from urllib.robotparser import RobotFileParser

from sources.net.addresses import Address
from sources.net.failures import NotFetched, SignInNeeded

DAY = 24 * 3600.0
MOST_SITES = 2000
LARGEST = 512_000  # bytes; RFC 9309 asks for 500 KiB at least

Read = Callable[[str], bytes]


class Robots:
    """Shared by the threads of a process."""

    def __init__(self, keep: float = DAY) -> None:
        self._keep = keep
        self._known: dict[str, tuple[float, RobotFileParser]] = {}
        self._lock = Lock()

    def allows(self, address: Address, user_agent: str, read: Read) -> bool:
        """Whether the site lets a program of this name read the page.

        `read` fetches the site's robots.txt; what it raises for a site that cannot be reached, or that
        fails, comes through: without rules that were read nothing is fetched (RFC 9309, 2.3.1.4).
        """
        site = f"{address.scheme}://{address.authority}"
        rules = self._remembered(site) or self._learn(site, read)
        return rules.can_fetch(_product(user_agent), str(address))

    def _remembered(self, site: str) -> RobotFileParser | None:
        with self._lock:
            until, rules = self._known.get(site, (0.0, None))
            return rules if until > monotonic() else None

    def _learn(self, site: str, read: Read) -> RobotFileParser:
        rules = RobotFileParser()
        rules.parse(_text(site, read).splitlines())
        with self._lock:
            if len(self._known) >= MOST_SITES:
                self._known.pop(next(iter(self._known)))
            self._known[site] = (monotonic() + self._keep, rules)
        return rules


def _text(site: str, read: Read) -> str:
    try:
        return read(f"{site}/robots.txt").decode("utf-8-sig", errors="replace")
    except NotFetched as failure:
        # A site that has none, or shows it to nobody, has no rules (RFC 9309, 2.3.1.3). "Too many requests" is a fault.
        none = isinstance(failure, SignInNeeded) or (failure.status in range(400, 500) and failure.status != 429)
        if none:
            return ""
        raise


def _product(user_agent: str) -> str:
    return user_agent.split("/")[0].split(" ")[0]
