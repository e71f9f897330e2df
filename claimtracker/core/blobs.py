"""Bytes kept under their own hash: the same bytes twice are one blob, and a blob never changes.

They lie in Django's default storage (a local folder, or where STORAGE_URL says), never
under a name that somebody sent, and are never served from there.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from claimtracker.core.refusals import Refused

logger = logging.getLogger(__name__)


class BlobLost(Exception):  # noqa: N818 -- errors are named for what happened
    """The storage does not have the bytes any more."""


class NotReached(Refused):
    """The storage does not answer, or not with the file; that it is gone is not said."""

    code = "storage_unavailable"
    status = 503
    title = "Files cannot be read now"


class NotKept(Refused):
    """The storage takes no files: it is full, or may not be written to. Nothing was stored."""

    code = "storage_unavailable"
    status = 503
    title = "Files cannot be kept now"


PIECE = 256 * 1024


def keep(data: bytes) -> str:
    """Store the bytes; their sha256 in hex, by which `fetch` finds them. Raises NotKept."""
    digest = hashlib.sha256(data).hexdigest()
    name = _name(digest)
    try:
        # What a storage that was full or broken down kept of them is not kept.
        if not (default_storage.exists(name) and default_storage.size(name) == len(data)):
            default_storage.save(name, ContentFile(data))
    except OSError as problem:
        logger.error("the storage does not take a file: %s", problem)
        raise NotKept(
            "The storage of files is full or cannot be written to. Nothing was stored; try again later, "
            "and tell whoever runs this desk."
        ) from problem
    return digest


def fetch(digest: str) -> bytes:
    """Raises BlobLost where the bytes are gone or are no longer what they were, NotReached where nobody can say."""
    return b"".join(stream(digest))


def stream(digest: str) -> Iterator[bytes]:
    """The bytes piece by piece, for a file that need not be in memory at once.

    Raises as `fetch` does: at once where there is no such file, behind the last piece where they were other bytes.
    """
    try:
        file = default_storage.open(_name(digest), "rb")
    except FileNotFoundError as problem:
        raise BlobLost(digest) from problem
    except OSError as problem:
        raise _not_reached(problem) from problem
    return _pieces(file, digest)


def size(digest: str) -> int:
    """In bytes. Raises BlobLost and NotReached."""
    try:
        return default_storage.size(_name(digest))
    except FileNotFoundError as problem:
        raise BlobLost(digest) from problem
    except OSError as problem:
        raise _not_reached(problem) from problem


def _pieces(file: IO[Any], digest: str) -> Iterator[bytes]:
    seen = hashlib.sha256()
    with closing(file):
        try:
            while piece := file.read(PIECE):
                seen.update(piece)
                yield piece
        except OSError as problem:
            raise _not_reached(problem) from problem
    if seen.hexdigest() != digest:
        raise BlobLost(digest)


def _not_reached(problem: OSError) -> NotReached:
    logger.error("the storage does not give a file: %s", problem)
    return NotReached("The storage of files does not answer. Try again later, and tell whoever runs this desk.")


def _name(digest: str) -> str:
    return f"blobs/{digest[:2]}/{digest}"
