"""Web archives read back, every digest checked."""

from __future__ import annotations

import io
from dataclasses import dataclass

from warcio.archiveiterator import ArchiveIterator


@dataclass
class Read:
    """A record: its headers and those of HTTP as pairs of the last, and what it holds."""

    type: str
    about: dict[str, str]
    status: str
    head: dict[str, str]
    body: bytes


def read(data: bytes) -> list[Read]:
    """All records; a digest that is not that of the words is an error."""
    found = []
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        body = record.content_stream().read()
        assert record.digest_checker.passed is not False
        http = record.http_headers
        found.append(
            Read(
                record.rec_type,
                dict(record.rec_headers.headers),
                f"{http.protocol} {http.statusline}" if http else "",
                dict(http.headers) if http else {},
                body,
            )
        )
    return found
