"""Wiring: introduces the apps to the outside. Holds no domain words; nothing imports it, core aside."""

# Whoever rings the doorbell needs the Celery application to be there, whichever door they came in by.
from claimtracker.celery import app as celery_app

__all__ = ["celery_app"]
