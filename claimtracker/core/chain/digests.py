"""The bytes under a seal.

A part is its header as JSON, then the numbers of its rows as eight bytes
each, then their hashes. A seal is JSON over its number, its time, the seal
before it and the digests of its parts. Whoever wants to check a chain without
this program needs this page, and the hash of a row: SHA-256 of the UTF-8 text
of PostgreSQL's ROW(column, …), in UTC and ISO.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import byteorder
from typing import Any

FIRST = "0" * 64  # what stands before the first seal
HASH = 32  # bytes of a row's hash


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of one table above `after`, up to and with `upto`, as they read."""

    table: str
    columns: tuple[str, ...]
    after: int
    upto: int
    ids: Sequence[int]
    about: Sequence[str | None]
    hashes: bytes

    def row_hash(self, place: int) -> bytes:
        return self.hashes[place * HASH : (place + 1) * HASH]


def part_digest(part: Stretch) -> str:
    header = {
        "table": part.table,
        "columns": list(part.columns),
        "after": part.after,
        "upto": part.upto,
        "rows": len(part.ids),
        "about": list(part.about),
    }
    digest = hashlib.sha256(_canonical(header) + b"\n")
    digest.update(_eight_bytes_each(part.ids))
    digest.update(part.hashes)
    return digest.hexdigest()


def seal_hash(*, number: int, made_at: dt.datetime, previous: str, rows: int, digests: Iterable[str]) -> str:
    content = {
        "number": number,
        "made_at": made_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "previous": previous,
        "rows": rows,
        "parts": sorted(digests),
    }
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _eight_bytes_each(numbers: Iterable[int]) -> bytes:
    """Signed and big-endian, on whatever machine."""
    packed = array("q", numbers)
    if byteorder == "little":
        packed.byteswap()
    return packed.tobytes()
