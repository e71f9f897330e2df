"""Addresses that hold another address: archives, AMP caches, "you are leaving" pages.

Only those in which the other address is printed: what a short link or a
Google News article leads to cannot be told without asking, so those stay
what they are.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from .hosts import plain_host

LONGEST = 2000
ARCHIVES = frozenset(
    {
        "web.archive.org",
        "archive.org",
        "web-beta.archive.org",
        "wayback.archive.org",
        "archive.today",
        "archive.is",
        "archive.ph",
        "archive.vn",
        "archive.fo",
        "archive.li",
        "archive.md",
        "arquivo.pt",
        "webcitation.org",
        "perma.cc",
        "ghostarchive.org",
        "webarchive.nationalarchives.gov.uk",
        "webarchive.org.uk",
        "wayback.archive-it.org",
        "timetravel.mementoweb.org",
        "megalodon.jp",
    }
)
PAGE = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::[0-9]{1,5})?(?:[/?#].*)?"  # a host with a dot in it, and a path
HELD = re.compile(rf"(?:^|/)(https?:/{{1,2}}{PAGE})$", re.IGNORECASE)
DOUBLE_SLASH = re.compile(r"^(https?):/{1,2}", re.IGNORECASE)
DATED = re.compile(rf"/(?:(?:web|wayback|memento|[0-9]{{1,6}})/)?[0-9]{{4,14}}(?:[a-z]{{2}}_)?/({PAGE})$")
AMP = re.compile(rf"/(?:amp|[cvi])/(s/)?({PAGE})$")
# Pages that only lead on, and the parameters that say where.
LEADING = {
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.instagram.com": ("u",),
    "out.reddit.com": ("url",),
    "youtube.com/redirect": ("q",),
    "vk.com/away.php": ("to",),
    "webcitation.org/query": ("url",),
}


def is_archive(address: str) -> bool:
    """Whether an address is a copy that an archive keeps."""
    parts = _split(address)
    return parts is not None and plain_host(parts.hostname or "") in ARCHIVES


def unwrapped(address: str) -> str:
    """The address inside an address, or the same where it holds none."""
    parts = _split(address)
    if parts is None or len(address) > LONGEST:
        return address
    inner = _held(address, parts)
    return inner if inner and len(inner) < len(address) and _split(inner) else address


def _held(address: str, parts: SplitResult) -> str:
    host = plain_host(parts.hostname or "")
    if host in ARCHIVES and (inner := _archived(address, parts)):
        return inner
    if (host == "google.com" and parts.path.startswith("/amp/")) or host.endswith(".cdn.ampproject.org"):
        return _of_amp(address, parts)
    asked = LEADING.get(host + parts.path.rstrip("/"), ())
    return next((value for name, value in parse_qsl(parts.query) if name in asked and _split(value)), "")


def _archived(address: str, parts: SplitResult) -> str:
    path = address.split(parts.netloc, 1)[1]  # with the query and the fragment: they are the copied page's
    for match in (HELD.search(path), HELD.search(unquote(parts.path))):
        inner = DOUBLE_SLASH.sub(r"\1://", match[1], count=1) if match else ""
        if _split(inner):
            return inner
    match = DATED.match(path)
    return f"https://{match[1]}" if match else ""


def _of_amp(address: str, parts: SplitResult) -> str:
    match = AMP.match(address.split(parts.netloc, 1)[1])
    return ("https://" if match[1] else "http://") + match[2] if match else ""


def _split(address: str) -> SplitResult | None:
    """The parts of a web address; None for what is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # a port that is none raises too
    except ValueError:
        return None
    return parts if parts.scheme.lower() in ("http", "https") and parts.hostname else None
