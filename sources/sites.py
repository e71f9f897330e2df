"""Of all processes of a desk one at a time asks a site, with a pause between two: the row of the site is the key."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from sources.looking import Look
from sources.models import Host

ASKING = 90  # seconds: a request ends before, and nobody else asks its site meanwhile
PAUSE = dt.timedelta(seconds=1)  # between two requests to one site
LONGEST_PAUSE = dt.timedelta(days=1)  # that a site may ask for; people's wishes wait as long
SILENCE = dt.timedelta(seconds=5)  # a site that does not answer is left alone, each time twice as long …
LONGEST_SILENCE = dt.timedelta(minutes=2)  # … up to this, so that its many pages do not keep every hand busy


def claim(site: str) -> bool:
    """Of all who want to ask this site now, one gets to."""
    now = timezone.now()
    free = Host.objects.filter(Q(next_at=None) | Q(next_at__lte=now), name=site)
    return bool(free.update(next_at=now + dt.timedelta(seconds=ASKING)))


def let_go(site: str, found: Look) -> None:
    """It has been asked: others may ask it after its pause."""
    Host.objects.filter(name=site).update(next_at=timezone.now() + _pause(site, found))


def _pause(site: str, found: Look) -> dt.timedelta:
    if found.pause is not None:
        return max(PAUSE, min(dt.timedelta(seconds=found.pause), LONGEST_PAUSE))
    if found.silent:
        before: int = Host.objects.get(name=site).failures
        return min(SILENCE * (1 << min(before, 10)), LONGEST_SILENCE)
    return PAUSE
