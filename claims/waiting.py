"""How many disputes and claims wait, for the menu of every page: asked of the database now and then, not every time."""

from __future__ import annotations

import time
from collections.abc import Callable

from claims.models import Dispute
from claimtracker.core.asof import is_past

SECONDS = 15
MOST = 99  # more are "99+"
NEVER = (float("-inf"), 0)

_kept: dict[str, tuple[float, int]] = {}


def counted(what: str, count: Callable[[], int]) -> int:
    """As this process last counted it, at most SECONDS ago. The menu of a page of the past is of now, too."""
    at, found = _kept.get(what, NEVER)
    if not is_past() and time.monotonic() - at >= SECONDS:
        found = count()
        _kept[what] = time.monotonic(), found
    return found


def open_disputes() -> int:
    return counted("disputes", lambda: Dispute.objects.open().order_by()[: MOST + 1].count())


def count_anew() -> None:
    """After a deed of this process: whoever did it sees what came of it."""
    _kept.clear()


def in_words(found: int) -> str:
    """ "48", "99+", or "" for none."""
    return f"{MOST}+" if found > MOST else str(found or "")
