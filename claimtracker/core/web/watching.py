"""What a person watches: the list, the button on every page, and the link in an e-mail that ends it."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from claimtracker.core.filters import BIGGEST_ID
from claimtracker.core.models import Subscription, Watched
from claimtracker.core.notices import kinds, stopping
from claimtracker.core.notices.filters import SubscriptionFilter
from claimtracker.core.notices.following import unwatch, watch
from claimtracker.core.web.listing import read_list
from claimtracker.core.web.notifications import for_watchers, person


@for_watchers
@require_http_methods(["GET", "HEAD", "POST"])
def watching(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _change(request)
    listing = read_list(request, SubscriptionFilter, Subscription.objects.of(request.user))
    names = {
        (kind, ident): named
        for kind in Watched.values
        for ident, named in kinds.find(
            kind, request.user, [row.object_id for row in listing.rows if row.kind == kind]
        ).items()
    }
    rows = [(row, names.get((row.kind, row.object_id))) for row in listing.rows]
    context = {"listing": listing, "rows": rows, "kinds": Watched.choices}
    return render(request, "core/watching.html", context, status=listing.status)


def _change(request: HttpRequest) -> HttpResponse:
    """Begin or cease to watch (`watch=yes|no`), and back to the page with the button, or the button alone for htmx."""
    kind, ident = request.POST.get("kind", ""), request.POST.get("id", "")
    if kind not in Watched.values or not (ident.isascii() and ident.isdigit() and 0 < int(ident[:20]) <= BIGGEST_ID):
        messages.error(request, "It was not said what to watch. Nothing was changed.")
        return redirect("watching")
    wanted = request.POST.get("watch") == "yes"
    if wanted:
        watch(kind, int(ident), by=person(request))
    else:
        unwatch(kind, int(ident), by=person(request))
    if request.headers.get("HX-Target") == "watch":
        return _button(request, kind, int(ident), wanted)
    return redirect(_back(request))


def _button(request: HttpRequest, kind: str, ident: int, on: bool) -> HttpResponse:
    watched, named = {"kind": kind, "id": ident, "on": on}, kinds.find(kind, request.user, [ident]).get(ident)
    context = {"watched": watched, "back": _back(request), "feed": named.feed if named else ""}
    answer = render(request, "components/_watch.html", context)
    answer["HX-Trigger"] = json.dumps({"announce": "You watch this now." if on else "You watch this no more."})
    return answer


def _back(request: HttpRequest) -> str:
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe else "/watching/"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The way out that every e-mail has. Looking at it changes nothing; a POST does, whoever sends it (RFC 8058)."""
    stop = stopping.read(token)
    if request.method == "POST":
        stopping.stop(stop)
    return render(request, "core/stop_mail.html", {"stop": stop, "done": request.method == "POST"})
