"""Names looked up once per request, and not longer than there is time."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread

from sources.net.clock import Deadline
from sources.net.failures import NameUnknown, NoAnswer, TooSlow
from sources.net.networks import IP

Resolver = Callable[[str], Sequence[IP]]
# getaddrinfo knows no timeout, so it runs in a thread that may be left behind; no more than so many of them.
SLOTS = BoundedSemaphore(32)
PASSING = {socket.EAI_AGAIN, socket.EAI_SYSTEM, socket.EAI_MEMORY}


def system_resolver(host: str) -> list[IP]:
    """Every IP the system knows for a name, in its order. Raises OSError (gaierror) as getaddrinfo does."""
    # The last dot keeps the search list out: "intranet.example" must not become "intranet.example.our-network".
    absolute = f"{host}." if "." in host else host
    found = socket.getaddrinfo(absolute, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(where[0]) for *_, where in found))


def look_up(host: str, resolve: Resolver, deadline: Deadline) -> Sequence[IP]:
    """All IPs of a name. Raises NameUnknown, NoAnswer where the resolver itself is out of order, or TooSlow."""
    slots = SLOTS
    if not slots.acquire(timeout=deadline.left()):
        raise TooSlow
    outcome: SimpleQueue[Sequence[IP] | Exception] = SimpleQueue()

    def work() -> None:
        try:
            outcome.put(resolve(host))
        except Exception as error:
            outcome.put(error)
        finally:
            slots.release()

    Thread(target=work, daemon=True, name="look-up").start()
    try:
        found = outcome.get(timeout=deadline.left())
    except Empty:
        raise TooSlow from None
    if isinstance(found, socket.gaierror) and found.errno in PASSING:
        raise NoAnswer from found
    if isinstance(found, Exception):
        raise NameUnknown from found
    if not found:
        raise NameUnknown
    return found
