"""What a person has been told: the list, reading it, and how they want to be told."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claimtracker.core import permissions
from claimtracker.core.happenings import EVENTS
from claimtracker.core.models import Desk, How, Notice, User
from claimtracker.core.notices import choosing
from claimtracker.core.notices.filters import NoticeFilter
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.listing import read_list

# Short, so that three columns stand side by side on a phone.
WAYS = [(How.NOW, "At once"), (How.DIGEST, "Digest"), (How.OFF, "Off")]

for_watchers = open_to(permissions.can_watch)


def person(request: HttpRequest) -> User:
    """Who is signed in, behind `for_watchers`."""
    return cast(User, request.user)


@for_watchers
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    listing = read_list(request, NoticeFilter, Notice.objects.of(request.user).with_happening())
    context = {"listing": listing, "events": EVENTS, "newest": listing.rows[0].pk if listing.rows else 0}
    return render(request, "core/notifications.html", context, status=listing.status)


@for_watchers
@require_safe
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """To the page it is about; who has opened it has read it."""
    notice = get_object_or_404(Notice.objects.of(request.user).select_related("happening"), pk=pk)
    if request.method == "GET":
        choosing.see(person(request), [notice.pk])
    return redirect(notice.happening.path)


@for_watchers
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Mark one as read (`notice`), or all up to the newest that was on the page (`newest`)."""
    one, newest = request.POST.get("notice", ""), request.POST.get("newest", "")
    if _number(one):
        choosing.see(person(request), [int(one)])
    elif _number(newest):
        count = choosing.see(person(request), up_to=int(newest))
        messages.success(request, f"{count} notification{'' if count == 1 else 's'} marked as read.")
    else:
        messages.error(request, "It was not said what to mark as read. Nothing was changed.")
    back = request.POST.get("back", "")
    return redirect("/notifications/" + (f"?{back}" if back else ""))


def _number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < 19


@for_watchers
def choose(request: HttpRequest) -> HttpResponse:
    """How to hear of each event by e-mail, and whether working on something is watching it."""
    if request.method == "POST":
        ways = {name: request.POST[name] for name in EVENTS if name in request.POST}
        choosing.choose(person(request), ways, follows_own_work="follows_own_work" in request.POST)
        messages.success(request, "Kept. It holds for everything that happens from now on.")
        return redirect("notice_settings")
    return render(request, "core/notice_settings.html", _settings(person(request)))


def _settings(user: Any) -> dict[str, Any]:
    ways = choosing.ways(user)
    return {
        "rows": [(name, event.words, ways[name]) for name, event in EVENTS.items()],
        "ways": WAYS,
        "hour": Desk.current().digest_hour,
        "mail_works": bool(settings.SITE_URL),
    }
