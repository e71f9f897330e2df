"""Watching a claim, an article, a source or a saved view, and ceasing to."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from claimtracker.core import history, permissions
from claimtracker.core.models import Subscription, User
from claimtracker.core.notices import kinds
from claimtracker.core.refusals import Refused, require

ONLY_PERSONS = "Sign in as somebody who may read here to watch something."


class NothingToWatch(Refused):
    """There is nothing of that kind and number that this person may read, or it is nothing to be told of."""

    code = "nothing_to_watch"
    status = 422
    title = "There is nothing to watch"


@transaction.atomic
def watch(kind: str, ident: int, *, by: User) -> Subscription:
    """From now on `by` is told of what happens to it. Watching twice is watching once. Raises NothingToWatch."""
    require(permissions.can_watch(by), ONLY_PERSONS)
    if not kinds.find(kind, by, [ident]):
        raise NothingToWatch(kinds.why_not(kind, by, ident))
    with history.action("watch.begun", by=by):
        row, _ = Subscription.objects.get_or_create(user=by, kind=kind, object_id=ident)
        if not row.watching:
            # What happened while it was not watched is not told afterwards.
            row.watching, row.created_at = True, timezone.now()
            row.save(update_fields=["watching", "created_at"])
    return row


@transaction.atomic
def unwatch(kind: str, ident: int, *, by: User) -> None:
    """From now on `by` is told no more of it, and does not watch it again by working on it."""
    with history.action("watch.ended", by=by):
        Subscription.objects.of(by).filter(kind=kind, object_id=ident).update(watching=False)


def follow(user: User | None, kind: str, ident: int) -> None:
    """For deeds: this person has just worked on it, and watches it from now on.

    Unless they do not want that, or have ceased to watch this very thing. In the deed's
    transaction and under its name; one INSERT at the most.
    """
    if user is not None and user.follows_own_work:
        row = Subscription(user=user, kind=kind, object_id=ident)
        Subscription.objects.bulk_create([row], ignore_conflicts=True)
