"""Several deeds at the same moment, each in a thread and on a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from django.db import connection

from claimtracker.core.refusals import Refused

Deed = Callable[[], Any]


def at_once(*deeds: Deed) -> list[Any]:
    """What each returned, in their order. Whatever one of them raises is raised here."""
    ready = threading.Barrier(len(deeds))

    def run(deed: Deed) -> Any:
        try:
            ready.wait(60)
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def who_wins(*deeds: Deed) -> tuple[list[Any], list[Refused]]:
    """As at_once, where only some can win: what those returned, and how the others were refused."""
    answers = at_once(*(partial(_answer, deed) for deed in deeds))
    won = [answer for answer in answers if not isinstance(answer, Refused)]
    return won, [answer for answer in answers if isinstance(answer, Refused)]


def _answer(deed: Deed) -> Any:
    try:
        return deed()
    except Refused as refusal:
        return refusal
