"""What a fetch may do, how much it may take, and what it brings home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes of one fetch, all its redirects together where time is meant."""

    seconds: float = 60  # by the clock, from the call to the last byte; names, connecting and redirects included
    connect_seconds: float = 10  # for one connection, all IPs of a name together
    redirects: int = 5
    headers: int = 64_000  # Python's http.client takes at most 100 lines of them
    wire: int = 25 * MB  # as it comes, with its framing
    decoded: int = 50 * MB
    ratio: int = 200  # decoded bytes for one on the wire
    ratio_from: int = 1 * MB  # below this nothing is a bomb: a short page of blanks is only a short page


@dataclass(frozen=True, slots=True)
class Policy:
    """Where a fetch may go and how it shows itself. The defaults reach the public web and nothing else."""

    ports: frozenset[int] = frozenset({80, 443})
    # Loopback is reached only at a port named here, at a host named below, and only as 127.0.0.1 or ::1.
    allow_loopback_ports: frozenset[int] = frozenset()
    loopback_names: frozenset[str] = frozenset({"127.0.0.1", "::1"})
    user_agent: str = "Claimtracker"  # an operator adds a contact, so that sites know whom to ask
    accept: str = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5"
    languages: str = "en,*;q=0.5"
    media_types: frozenset[str] = frozenset()  # which to take; empty: all. An answer that names none is taken.
    trusted_ca: str = ""  # a PEM file with further authorities, where a network has its own
    robots: bool = False  # read a site's robots.txt first, and mind it (RFC 9309)


PUBLIC_WEB = Policy()
USUAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Validators:
    """What the last copy was: a site that still has the same answers 304 with no body (RFC 9110, 13)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer's status."""

    address: str
    status: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it was sent, and the head of its answer, for the record that is kept of a fetch (sources/warc.py).

    `request` is every byte from "GET" to the empty line; `reason` and the headers' values are as they came, read as
    Latin-1; `peer` is the IP that was asked.
    """

    address: str
    sent_at: datetime
    request: bytes
    protocol: str  # "HTTP/1.1"
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    peer: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer, whole and decoded. A status of 304 means: as your validators say; the body is empty.

    `hops` has every request, the last one for `final_address`; `exchanges` what was said at each of them. Addresses
    are in ASCII, hosts in punycode. Headers are as they came, names as written. `elapsed` is in seconds.
    """

    address: str
    final_address: str
    hops: tuple[Hop, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    charset: str
    body: bytes
    elapsed: float
    exchanges: tuple[Exchange, ...] = ()
