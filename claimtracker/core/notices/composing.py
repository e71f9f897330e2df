"""From notices to the words of their e-mail: whom it is for, why, and how to hear less."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from claimtracker.core.models import Desk, Letter, Notice, Subscription, User
from claimtracker.core.notices import kinds, letters
from claimtracker.core.notices.letters import Mail, Told, Way
from claimtracker.core.notices.stopping import Stop
from claimtracker.core.notices.telling import subjects_of

WORDS = {"claim": "the claim", "article": "the article", "source": "the source", "view": "the saved view"}


def compose(user: User, letter: Letter, notices: Sequence[Notice]) -> tuple[Mail, Stop]:
    """The mail, and what its one-click way out stops."""
    desk, told = Desk.current().name, _told(user, notices)
    settings_page = Way("Choose what is sent to you", _absolute(reverse("notice_settings")))
    if letter.day:
        out = Stop(user.pk, "digest")
        rest = Way("All are here", _absolute(reverse("notifications")))
        return letters.write_digest(desk, letter.day, told, rest, [_way(out), settings_page]), out
    notice = notices[0]
    out = Stop(user.pk, "event", notice.happening.event)
    ways = [_way(out)]
    if notice.because:
        ways.append(Way("Stop watching it", stop_address(Stop(user.pk, "watch", str(notice.because_id)))))
    return letters.write_notice(desk, told[0], _why(user, notice.because), [*ways, settings_page]), out


def _told(user: User, notices: Sequence[Notice]) -> list[Told]:
    first = [_article(notice) for notice in notices]
    titles = kinds.find("article", user, {ident for ident in first if ident})
    return [
        Told(
            words=notice.happening.words,
            address=_absolute(notice.happening.path),
            at=notice.happening.at,
            article=titles[ident].title if ident in titles else "",
        )
        for notice, ident in zip(notices, first, strict=True)
    ]


def _article(notice: Notice) -> int:
    """The article it is about, or 0."""
    return next((ident for kind, ident in subjects_of(notice.happening) if kind == "article"), 0)


def _why(user: User, because: Subscription | None) -> str:
    if because is None:
        return "it names you"
    found = kinds.find(because.kind, user, [because.object_id]).get(because.object_id)
    return f"you watch {WORDS[because.kind]}" + (f" “{found.title}”" if found else "")


def _way(out: Stop) -> Way:
    return Way(f"Stop {out.words}", stop_address(out))


def stop_address(out: Stop) -> str:
    return _absolute(reverse("stop_mail", args=[out.token]))


def _absolute(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path
