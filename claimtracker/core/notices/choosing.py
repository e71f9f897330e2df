"""How a person wants to hear of things: per event now, in the digest, or not by e-mail."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from claimtracker.core import history, permissions
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import How, Notice, NoticePreference, User
from claimtracker.core.refusals import Unacceptable, require


def ways(user: User) -> dict[str, str]:
    """How this person hears of each event, chosen or usual."""
    chosen = dict(NoticePreference.objects.filter(user=user).values_list("event", "how"))
    return {name: chosen.get(name, event.usual) for name, event in EVENTS.items()}


@transaction.atomic
def choose(user: User, how: Mapping[str, str], *, follows_own_work: bool | None = None) -> None:
    """Hear of these events in these ways from now on; what is not named stays as it is. Raises Unacceptable."""
    require(permissions.can_watch(user), "Sign in as somebody who may read here to choose this.")
    for event, way in how.items():
        if event not in EVENTS or way not in How.values:
            raise Unacceptable(f"“{event}” cannot be told “{way}”. Nothing was changed.", pointer=f"/{event}")
    before = ways(user)
    with history.action("notices.chosen", by=user):
        for event, way in how.items():
            if before[event] != way:
                NoticePreference.objects.update_or_create(user=user, event=event, defaults={"how": way})
        if follows_own_work is not None and user.follows_own_work != follows_own_work:
            user.follows_own_work = follows_own_work
            user.save(update_fields=["follows_own_work"])


def see(user: User, notices: list[int] | None = None, *, up_to: int | None = None) -> int:
    """Mark as read: these, or all up to one that was on the page, or all there are. How many were unread."""
    unread = Notice.objects.of(user).unseen()
    if notices is not None:
        unread = unread.filter(pk__in=notices)
    if up_to is not None:
        unread = unread.filter(pk__lte=up_to)
    return unread.update(seen_at=timezone.now())
