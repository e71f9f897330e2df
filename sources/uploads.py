"""A file as somebody sent it: its name, and whether it may be kept."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from django.conf import settings

from sources.refusals import EmptyText, TooLarge


def clean_name(name: str) -> str:
    """The last part of a file's name, as people see it; never a path on anybody's disk."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[:300] or "file"


def digest_of(data: bytes) -> str:
    """The sha256 of a file that may be kept. Raises EmptyText, TooLarge."""
    if not data:
        raise EmptyText("This file is empty. Nothing was stored.", pointer="/file")
    if len(data) > settings.LARGEST_FILE:
        most = settings.LARGEST_FILE // 1024**2
        raise TooLarge(f"The file has {len(data):,} bytes; {most} MB is the most. Nothing was stored.", pointer="/file")
    return hashlib.sha256(data).hexdigest()
