"""Background work of the ground floor."""

from __future__ import annotations

from celery import shared_task

from claimtracker.core.chain import sealing


@shared_task(name="seal_history")
def seal_history() -> None:
    sealing.seal_history()
