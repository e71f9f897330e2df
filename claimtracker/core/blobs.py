"""Bytes kept under their own hash: the same bytes twice are one blob, and a blob never changes.

They lie in Django's default storage (a local folder, unless the operator says otherwise), never
under a name that somebody sent, and are never served from there.
"""

from __future__ import annotations

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from claimtracker.core.refusals import Refused

logger = logging.getLogger(__name__)


class BlobLost(Exception):  # noqa: N818 -- errors are named for what happened
    """The storage does not have the bytes any more."""


class NotKept(Refused):
    """The storage takes no files: it is full, or may not be written to. Nothing was stored."""

    code = "storage_unavailable"
    status = 503
    title = "Files cannot be kept now"


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
    """Raises BlobLost where the bytes are gone or are no longer what they were."""
    try:
        with default_storage.open(_name(digest), "rb") as file:
            data: bytes = file.read()
    except OSError as problem:
        raise BlobLost(digest) from problem
    if hashlib.sha256(data).hexdigest() != digest:
        raise BlobLost(digest)
    return data


def _name(digest: str) -> str:
    return f"blobs/{digest[:2]}/{digest}"
