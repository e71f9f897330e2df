"""An address taken apart once; what was judged is what is asked. Pure.

Two parsers that read one address differently are how guards are passed, so
nothing after this reads the text again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from sources.net.hosts import read_host

LONGEST = 4000
PORTS = {"http": 80, "https": 443}
# Host and port; a name or password (anything before an @), a zone or a percent sign in the host match nothing.
NETLOC = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|[^\[\]:@%/\\]{1,254})(?::(?P<port>[0-9]{0,5}))?")
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
IN_PATH = "/:@!$&'()*+,;=%"
IN_QUERY = IN_PATH + "?"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect and what to ask there. `host` is canonical; `target` is path and query in ASCII."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them: the usual port is not written."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def read_address(text: str) -> Address:
    """Take an http or https address apart. Raises ValueError for everything else; its message is for programs."""
    text = text.strip()
    if len(text) > LONGEST or any(ord(character) <= 32 or ord(character) == 127 for character in text):
        raise ValueError("too long, or with blanks or control characters")
    parts = urlsplit(text)
    found = NETLOC.fullmatch(parts.netloc)
    if parts.scheme not in PORTS or not found:
        raise ValueError("not a plain http or https address")
    port = int(found["port"]) if found["port"] else PORTS[parts.scheme]
    if not 0 < port < 65536:
        raise ValueError("no such port")
    return Address(parts.scheme, read_host(found["host"]), port, _target(parts.path, parts.query))


def follow(here: Address, location: str) -> Address:
    """Where a Location header leads from here (RFC 9110, 10.2.2). Raises ValueError as `read_address` does."""
    # Servers send UTF-8 as it is, and blanks; the header came to us read as Latin-1.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return read_address(urljoin(str(here), location.strip().replace(" ", "%20")))


def _target(path: str, query: str) -> str:
    target = quote(STRAY_PERCENT.sub("%25", path), safe=IN_PATH) or "/"
    return f"{target}?{quote(STRAY_PERCENT.sub('%25', query), safe=IN_QUERY)}" if query else target
