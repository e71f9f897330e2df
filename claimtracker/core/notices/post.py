"""Sending the letters that wait.

A letter is taken for a while (compare-and-set on its row), sent, and marked as
sent. Who is killed between the two has it sent once more, under the same
Message-ID, so that mail programs show it once.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claimtracker.core import roles
from claimtracker.core.models import Desk, How, Letter, Notice, User
from claimtracker.core.notices import choosing, composing
from claimtracker.core.notices.stopping import Stop
from claimtracker.core.notices.telling import may_be_written_to

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=5)  # far above EMAIL_TIMEOUT
# Until the next try; after the last one it is given up, and stands on the page of notifications all the same.
WAITS = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440)]
MOST_PEOPLE = 200  # whose digests are gathered in one go


def gather_digests() -> None:
    """A letter for everybody with something for the digest, once the hour of the desk has come; one a day."""
    before = last_digest(timezone.now(), Desk.current().digest_hour)
    waiting = Notice.objects.for_digest().filter(created_at__lt=before)
    gathered = Letter.objects.filter(day=before.date()).values("user")
    for user_id in waiting.exclude(user__in=gathered).values_list("user", flat=True).distinct()[:MOST_PEOPLE]:
        with transaction.atomic():
            letter, made = Letter.objects.get_or_create(user_id=user_id, day=before.date())
            if made:
                waiting.filter(user=user_id).update(letter=letter)


def last_digest(now: dt.datetime, hour: int) -> dt.datetime:
    """The last time at which digests were due."""
    today = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return today if today <= now else today - dt.timedelta(days=1)


def send_due(go_on: Callable[[], bool]) -> None:
    """Send what waits, one by one, while `go_on()`."""
    while go_on() and (letter := _take()):
        _send(letter)


@transaction.atomic
def _take() -> Letter | None:
    """The oldest letter that is due, for this worker alone until its lease is over."""
    letter = Letter.objects.due().select_for_update(skip_locked=True).order_by("due_at", "id").first()
    if letter is not None:
        Letter.objects.filter(pk=letter.pk).update(due_at=timezone.now() + LEASE, tries=F("tries") + 1)
        letter.tries += 1
    return letter


def _send(letter: Letter) -> None:
    if letter.tries > len(WAITS) + 1:
        _close(letter, Letter.State.FAILED, problem="No worker came back from sending it.")
        return
    message = _message(letter)
    if message is None:
        _close(letter, Letter.State.DROPPED)
        return
    try:
        message.send()
    except Exception as problem:
        # Whatever a mail server, a network or a backend may raise: it is tried again, and said.
        logger.warning("letter %s was not sent: %s", letter.uuid, problem)
        _put_back(letter, f"{type(problem).__name__}: {problem}"[:500])
    else:
        _close(letter, Letter.State.SENT, sent_at=timezone.now(), problem="")


def _close(letter: Letter, state: str, **columns: object) -> None:
    Letter.objects.filter(pk=letter.pk, state=Letter.State.WAITING).update(state=state, **columns)


def _put_back(letter: Letter, problem: str) -> None:
    if letter.tries > len(WAITS):
        _close(letter, Letter.State.FAILED, problem=problem)
    else:
        due = timezone.now() + WAITS[letter.tries - 1]
        Letter.objects.filter(pk=letter.pk).update(due_at=due, problem=problem)


def _message(letter: Letter) -> EmailMessage | None:
    """The mail, or None: the person has turned it off since, was sent away, or has no address any more."""
    user = roles.readers(User.objects.filter(pk=letter.user_id)).first()
    if user is None or not may_be_written_to(user):
        return None
    notices = _still_wanted(user, letter)
    if not notices:
        return None
    written, way_out = composing.compose(user, letter, notices)
    return EmailMessage(written.subject, written.body, to=[user.email], headers=_headers(letter, way_out))


def _still_wanted(user: User, letter: Letter) -> list[Notice]:
    ways = choosing.ways(user)
    notices = letter.notices.select_related("happening", "because").order_by("happening_id")
    return [
        notice
        for notice in notices
        if ways.get(notice.happening.event, How.OFF) != How.OFF and (not notice.because or notice.because.watching)
    ]


def _headers(letter: Letter, way_out: Stop) -> dict[str, str]:
    host = urlsplit(settings.SITE_URL).hostname
    return {
        "Message-ID": f"<{letter.uuid}@{host}>",
        "List-Unsubscribe": f"<{composing.stop_address(way_out)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notes, please
    }
