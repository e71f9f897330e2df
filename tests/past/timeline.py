"""A past for a test: what has been done so far happened earlier."""

from __future__ import annotations

import datetime as dt

from django.apps import apps
from django.db.models import F
from django.utils import timezone

from claimtracker.core.asof import written


def earlier(**much: float) -> None:
    """All that history holds so far happened that much earlier: `earlier(hours=1)`. What is done then comes after."""
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model"):
            model._base_manager.update(pgh_created_at=F("pgh_created_at") - dt.timedelta(**much))


def ago(**much: float) -> str:
    """A moment as `as_of` takes it: `ago(hours=1)`."""
    return written(timezone.now() - dt.timedelta(**much))
