"""Hearing less by one click in an e-mail, without signing in (RFC 8058).

The link carries a signed token that can do this one thing for this one person,
and does not run out: a mail may be read years later.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.db import transaction

from claimtracker.core import history
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import How, NoticePreference, Subscription, User
from claimtracker.core.notices import choosing
from claimtracker.core.refusals import Refused

SALT = "claimtracker.stop"
BY_LINK = "By the link in an e-mail."


class BadLink(Refused):
    """The link of an e-mail is not whole, or was not made here."""

    code = "bad_link"
    status = 404
    title = "This link cannot be read"


@dataclass(frozen=True, slots=True)
class Stop:
    """What a link stops: the mail about an `event`, the `digest`, or one's watching something (`watch`)."""

    user_id: int
    what: str
    which: str = ""  # the event, or the subscription's id

    @property
    def token(self) -> str:
        return signing.dumps([self.user_id, self.what, self.which], salt=SALT)

    @property
    def words(self) -> str:
        """What ceases: "e-mails about: A dispute is raised"."""
        if self.what == "event":
            return f"e-mails about “{EVENTS[self.which].words}”"
        return "the daily digest" if self.what == "digest" else "telling you about this one thing that you watch"


def read(token: str) -> Stop:
    """Raises BadLink."""
    try:
        user_id, what, which = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise BadLink(
            "It is not whole, or was not made here. Nothing was changed. Open it from the e-mail once more, "
            "or sign in and choose under Notifications what is sent to you."
        ) from None
    stop = Stop(user_id, what, which)
    if what == "event" and which not in EVENTS:
        raise BadLink("What it stops does not exist any more, so nothing of it is sent to you.")
    return stop


@transaction.atomic
def stop(what: Stop) -> None:
    """Do what the link says; a second time changes nothing. Nobody is asked who they are."""
    user = User.objects.filter(pk=what.user_id).first()
    if user is None:
        return
    with history.action("mail.stopped", by=user, reason=BY_LINK):
        if what.what == "event":
            _off(user, [what.which])
        elif what.what == "digest":
            _off(user, [event for event, how in choosing.ways(user).items() if how == How.DIGEST])
        else:
            Subscription.objects.of(user).filter(pk=int(what.which)).update(watching=False)


def _off(user: User, events: list[str]) -> None:
    for event in events:
        NoticePreference.objects.update_or_create(user=user, event=event, defaults={"how": How.OFF})
