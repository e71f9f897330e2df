"""What an archive's answer says of the page that it keeps: when it was so, and where it stood (RFC 7089)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 4000  # characters of an address
LONGEST_LINKS = 64_000  # of all Link headers together
TARGET = re.compile(r"[\s,;]{0,100}<([^<>]{0,8000})>")
PARAMETER = re.compile(
    r"\s{0,20};\s{0,20}([a-z*]{1,40})\s{0,20}=\s{0,20}(?:\"([^\"]{0,2000})\"|([^\s;,\"]{1,200}))", re.I
)


@dataclass(frozen=True, slots=True)
class Memento:
    """`datetime` is when the archive took the page; `original` the page's own address, "" where it does not say."""

    datetime: datetime | None = None
    original: str = ""


def read_memento(headers: Iterable[tuple[str, str]]) -> Memento:
    """Of an answer that is no memento, an empty one."""
    listed = [(name.lower(), value) for name, value in headers]
    taken = next((_when(value) for name, value in listed if name == "memento-datetime"), None)
    links = ", ".join(value for name, value in listed if name == "link")[:LONGEST_LINKS]
    originals = (target for target, relations in _links(links) if "original" in relations)
    original = next((target for target in originals if _is_address(target)), "")
    return Memento(taken, original)


def _links(value: str) -> Iterator[tuple[str, list[str]]]:
    """Targets with their relations (RFC 8288); it ends where the header no longer makes sense."""
    at = 0
    while match := TARGET.match(value, at):
        at = match.end()
        relations: list[str] = []
        while parameter := PARAMETER.match(value, at):
            at = parameter.end()
            if parameter[1].lower() == "rel" and not relations:
                relations = (parameter[2] or parameter[3] or "").lower().split()
        yield match[1].strip(), relations


def _is_address(target: str) -> bool:
    return target.startswith(("http://", "https://")) and len(target) <= LONGEST and target.isprintable()


def _when(value: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(value.strip()[:60])
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
