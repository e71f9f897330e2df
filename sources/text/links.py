"""Addresses of the web, as people paste them, and the key under which two spellings are one."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LONGEST = 2000
# Parameters that say where a reader came from, not what is read.
TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref_src", "yclid"})
PORTS = {"http": 80, "https": 443}


def clean(address: str) -> str:
    """The address without blanks at its rim. Raises ValueError with a plain sentence for what is no web address."""
    address = address.strip()
    if len(address) > LONGEST:
        raise ValueError(f"An address may have {LONGEST} characters; this one has {len(address)}.")
    try:
        parts = urlsplit(address)
        legal = parts.scheme.lower() in PORTS and parts.hostname and parts.port != 0
    except ValueError:
        legal = False
    if not legal or any(ord(character) <= 32 or ord(character) == 127 for character in address):
        raise ValueError("This is not the address of a web page. It should begin with https:// or http://.")
    if parts.username is not None:
        raise ValueError("An address must not carry a name or password.")
    return address


def key(address: str) -> str:
    """One spelling for all: scheme, www., default port, fragment, tracking and a last slash make no difference."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    port = f":{parts.port}" if parts.port and parts.port != PORTS.get(parts.scheme.lower()) else ""
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    return urlunsplit(("https", host + port, parts.path.rstrip("/"), urlencode(asked), ""))


def _tracks(name: str) -> bool:
    return name.lower() in TRACKING or name.lower().startswith("utm_")
