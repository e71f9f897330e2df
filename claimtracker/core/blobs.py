"""Bytes kept under their own hash: the same bytes twice are one blob, and a blob never changes.

They lie in Django's default storage (a local folder, unless the operator says otherwise), never
under a name that somebody sent, and are never served from there.
"""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


class BlobLost(Exception):  # noqa: N818 -- errors are named for what happened
    """The storage does not have the bytes any more."""


def keep(data: bytes) -> str:
    """Store the bytes; their sha256 in hex, by which `fetch` finds them."""
    digest = hashlib.sha256(data).hexdigest()
    name = _name(digest)
    # Two at once write the same bytes; the storage gives the second a name of its own, which nobody asks for.
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
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
