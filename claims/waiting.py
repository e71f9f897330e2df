"""How many disputes wait, for the menu of every page: asked of the database now and then, not for every page."""

from __future__ import annotations

import time

from claims.models import Dispute
from claimtracker.core.asof import is_past

SECONDS = 15
MOST = 99  # more are "99+"

_kept: dict[str, tuple[float, int]] = {}


def open_disputes() -> int:
    """As this process last counted them, at most SECONDS ago."""
    at, count = _kept.get("disputes", (float("-inf"), 0))
    # A page of the past is read from history; the menu is of now.
    if not is_past() and time.monotonic() - at >= SECONDS:
        count = Dispute.objects.open().order_by()[: MOST + 1].count()
        _kept["disputes"] = time.monotonic(), count
    return count


def count_anew() -> None:
    """After a deed of this process: whoever did it sees what came of it."""
    _kept.clear()
