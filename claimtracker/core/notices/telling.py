"""From what happened to who hears of it: a notice for each person, once.

The work to do is a query: happenings whose `fanned_out_at` is empty. A batch is
one transaction, so a worker that is killed leaves nothing half told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from claimtracker.core import roles
from claimtracker.core.doorbell import ring_once
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import (
    Happening,
    How,
    Letter,
    Notice,
    NoticePreference,
    SavedView,
    Subscription,
    User,
    Watched,
)
from claimtracker.core.notices import kinds

BATCH = 100  # happenings told in one transaction
ROWS = 1000  # notices written in one statement


@dataclass(slots=True)
class Batch:
    """Some happenings, and who is to be told of each, with what they watch that led to it."""

    happenings: list[Happening]
    hearers: dict[int, dict[int, int | None]] = field(default_factory=dict)  # happening → user → subscription

    def hears(self, happening: Happening, user_id: int, because: int | None) -> None:
        """The first reason is kept: being named, then what is watched itself, then a view."""
        if user_id != happening.by_id:  # nobody is told of their own deed
            self.hearers.setdefault(happening.pk, {}).setdefault(user_id, because)

    def follows(self, happening: Happening, row: Subscription) -> None:
        """Who began to watch only after it happened does not hear of it, however late this runs."""
        if row.created_at <= happening.at:
            self.hears(happening, row.user_id, row.pk)


def tell_people(go_on: Callable[[], bool]) -> None:
    """Tell everybody of everything that waits, a batch at a time, while `go_on()`."""
    while go_on() and _tell_batch():
        pass


@transaction.atomic
def _tell_batch() -> int:
    """Tell of the oldest that no other worker is telling of; how many they were."""
    waiting = Happening.objects.untold().select_for_update(skip_locked=True).order_by("id")
    batch = Batch(list(waiting[:BATCH]))
    if not batch.happenings:
        return 0
    _named(batch)
    _following(batch)
    _viewing(batch)
    _write(batch)
    Happening.objects.filter(pk__in=[one.pk for one in batch.happenings]).update(fanned_out_at=timezone.now())
    return len(batch.happenings)


def _named(batch: Batch) -> None:
    for happening in batch.happenings:
        for user_id in happening.to:
            batch.hears(happening, user_id, None)


def _following(batch: Batch) -> None:
    """Who watches one of the subjects; what stands first among them is nearest."""
    about = _about(one for one in batch.happenings if not one.private)
    wanted = Q(pk=None)
    for kind in {kind for kind, _ in about}:
        wanted |= Q(kind=kind, object_id__in=[ident for name, ident in about if name == kind])
    watched: dict[tuple[str, int], list[Subscription]] = {}
    for row in Subscription.objects.filter(wanted, watching=True):
        watched.setdefault((row.kind, row.object_id), []).append(row)
    for subject, happenings in about.items():
        for row in watched.get(subject, ()):
            for happening in happenings:
                batch.follows(happening, row)


def _about(happenings: Iterable[Happening]) -> dict[tuple[str, int], list[Happening]]:
    """Which of these are about what, the nearest subjects first."""
    found: dict[tuple[str, int], list[Happening]] = {}
    pairs = [(place, subject, one) for one in happenings for place, subject in enumerate(subjects_of(one))]
    for _, subject, happening in sorted(pairs, key=lambda pair: pair[0]):
        found.setdefault(subject, []).append(happening)
    return found


def subjects_of(happening: Happening) -> Iterator[tuple[str, int]]:
    """What it is about: ("claim", 17), ("article", 3)."""
    for words in happening.subjects:
        kind, _, ident = words.partition(":")
        yield kind, int(ident)


def _viewing(batch: Batch) -> None:
    """Who watches a view that shows one of the claims now."""
    claims = {
        ident: happenings
        for (kind, ident), happenings in _about(one for one in batch.happenings if not one.private).items()
        if kind == Watched.CLAIM
    }
    if not claims:
        return
    watched = list(Subscription.objects.filter(kind=Watched.VIEW, watching=True))
    views = SavedView.objects.in_bulk({row.object_id for row in watched})
    users = User.objects.in_bulk({row.user_id for row in watched})
    for row in watched:
        view, user = views.get(row.object_id), users[row.user_id]
        page = kinds.PAGES.get(view.page) if view else None
        if view and page and page.matching and (view.shared or view.owner_id == user.pk):
            shown = page.matching(user, QueryDict(view.query), claims.keys())
            for happening in (one for ident in shown for one in claims[ident]):
                batch.follows(happening, row)


def _write(batch: Batch) -> None:
    """A notice for each who may read, and a letter where they want one now."""
    people = {user_id for hearers in batch.hearers.values() for user_id in hearers}
    readers = {user.pk: user for user in roles.readers(User.objects.filter(pk__in=people))}
    told = set(Notice.objects.filter(happening__in=batch.happenings).values_list("happening_id", "user_id"))
    chosen = {
        (row.user_id, row.event): row.how
        for row in NoticePreference.objects.filter(user__in=readers, event__in={one.event for one in batch.happenings})
    }
    notices = []
    for happening in batch.happenings:
        for user_id, because in batch.hearers.get(happening.pk, {}).items():
            if user_id in readers and (happening.pk, user_id) not in told:
                how = chosen.get((user_id, happening.event)) or usual(happening.event)
                notice = Notice(user_id=user_id, happening=happening, because_id=because)
                notice.how = how if may_be_written_to(readers[user_id]) else How.OFF
                notices.append(notice)
    _enclose(notices)
    Notice.objects.bulk_create(notices, batch_size=ROWS)


def _enclose(notices: list[Notice]) -> None:
    """A letter of its own for each that goes out now."""
    urgent = [notice for notice in notices if notice.how == How.NOW]
    letters = Letter.objects.bulk_create([Letter(user_id=notice.user_id) for notice in urgent], batch_size=ROWS)
    for notice, letter in zip(urgent, letters, strict=True):
        notice.letter = letter
    if letters:
        ring_once("send_mail")


def usual(event: str) -> str:
    """How people hear of it who have not said how they want to; an event of an older program is not mailed."""
    return EVENTS[event].usual if event in EVENTS else How.OFF


def may_be_written_to(user: User) -> bool:
    """Whether there is where to write to, and a desk whose address can stand in what is written."""
    return bool(user.email and settings.SITE_URL)
