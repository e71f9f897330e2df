"""The name of a host without the dresses of one site: "www.", "m.", "amp.", a dot at the end, another alphabet."""

from __future__ import annotations

import re

DRESSES = ("www.", "m.", "mobile.", "amp.")
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})  # of "co.uk", "com.au"
OTHER_NAMES = {"twitter.com": "x.com", "dx.doi.org": "doi.org", "youtube-nocookie.com": "youtube.com"}
PHONE_WIKI = re.compile(r"([a-z-]{2,20})\.m\.(wiki[a-z]{2,10}\.org)")
UNLIKE = frozenset("ßς\u200c\u200d")  # letters that the old and the new rules for such names read differently


def plain_host(host: str) -> str:
    """One name for all hosts that surely serve the same pages. Idempotent."""
    host = _in_ascii(host.rstrip("."))
    if match := PHONE_WIKI.fullmatch(host):
        host = f"{match[1]}.{match[2]}"
    while (dress := next((dress for dress in DRESSES if host.startswith(dress)), "")) and _is_host(host[len(dress) :]):
        host = host[len(dress) :]
    host = OTHER_NAMES.get(host, host)
    return f"[{host}]" if ":" in host else host


def _in_ascii(host: str) -> str:
    if host.isascii() or len(host) > 253 or UNLIKE & set(host):
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _is_host(host: str) -> bool:
    """Whether a name can stand alone: "m.de" is no dress of "de", nor "amp.com.au" of "com.au"."""
    labels = host.split(".")
    return len(labels) > 2 or (len(labels) == 2 and not (labels[0] in SECOND_LEVEL and len(labels[1]) == 2))
