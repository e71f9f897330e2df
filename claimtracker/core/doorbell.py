"""Ringing for background work.

What there is to do stands in the database; a message on Redis only says that
now is a good time to look. A broker that does not answer is logged and never
an error to anybody: the sweeper finds the work.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from celery import current_app
from django.db import transaction

logger = logging.getLogger(__name__)

# Kombu would try for six seconds, with somebody waiting for their page.
AT_ONCE = {"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0}


def ring(task: str, *args: Any) -> None:
    """Send the named task after this transaction has committed, without waiting and without failing."""
    transaction.on_commit(lambda: _send(task, args), robust=True)


def ring_once(task: str) -> None:
    """`ring`, but one message a transaction, however often it is called in it."""
    call = partial(_send, task, ())
    waiting = [known for _, known, _ in transaction.get_connection().run_on_commit]
    if not any(isinstance(known, partial) and (known.func, known.args) == (call.func, call.args) for known in waiting):
        transaction.on_commit(call, robust=True)


def _send(task: str, args: tuple[Any, ...]) -> None:
    try:
        with current_app.connection_for_write() as connection:
            connection.transport_options = {**connection.transport_options, **AT_ONCE}
            current_app.send_task(task, args=args, connection=connection, retry=False, ignore_result=True)
    except Exception as problem:
        # Kombu raises errors of a dozen families; whichever it is, the row is there and will be found.
        logger.warning("doorbell: %s%r was not heard (%s); the sweeper will find it", task, args, problem)
