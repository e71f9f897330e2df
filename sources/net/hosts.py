"""The host of an address in the one spelling that is judged, looked up and sent. Pure.

The system's resolver takes 127.1, 2130706433, 0x7f000001, 0177.0.0.1 and
full-width digits for 127.0.0.1. No one pastes such a host in good faith, so
they are refused here and never reach a resolver.
"""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address

from sources.net.networks import IP

LONGEST = 253  # RFC 1035, without the last dot
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# A last label like this makes browsers and resolvers read the whole host as an IPv4 address (WHATWG URL, 3.5).
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")

DOTS = re.compile("[.\u3002\uff0e\uff61]")  # RFC 3490, 3.1
# Letters that the rules of 2003, which Python has, turn into others, and so one name into another (UTS 46, 7).
KEPT_TODAY = {"ß", "ς"}


def read_host(host: str) -> str:
    """The canonical host: a name in ASCII (RFC 3490), or an IP in its shortest form, IPv6 without brackets.

    Names in other alphabets come out as punycode, so that look-alikes are seen for what they are.
    Raises ValueError for everything else.
    """
    if host.startswith("["):
        return _six(host)
    if len(host) > LONGEST + 1:
        raise ValueError("too long")
    name = ".".join(_ascii(label) for label in DOTS.split(host)).lower().removesuffix(".")
    labels = name.split(".")
    if NUMBER.fullmatch(labels[-1]):
        return _four(name, host)
    if len(name) > LONGEST or not all(LABEL.fullmatch(label) for label in labels):
        raise ValueError("not a name")
    return name


def ip_of(host: str) -> IP | None:
    """The IP, where a canonical host is one."""
    if ":" in host:
        return IPv6Address(host)
    return IPv4Address(host) if NUMBER.fullmatch(host.rpartition(".")[2]) else None


def _ascii(label: str) -> str:
    if KEPT_TODAY & set(label):
        lower = "".join(letter.lower() for letter in label)  # alone, so that no other Σ becomes a last one
        return "xn--" + unicodedata.normalize("NFKC", lower).encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")


def _four(name: str, written: str) -> str:
    # Four plain decimals without leading zeros, in the digits of ASCII, without a last dot; nothing else.
    if name != written:
        raise ValueError("an odd spelling of a number")
    return str(IPv4Address(name))


def _six(host: str) -> str:
    if not host.endswith("]") or "%" in host:  # a zone (RFC 6874) means something only on one machine
        raise ValueError("not an IPv6 address")
    return str(IPv6Address(host[1:-1]))
