"""Tags put on a claim and taken off it, on its page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from claims import permissions
from claims.models import Claim, Tag
from claims.tagging import add_tag, remove_tag
from claims.web.kept import keep
from claimtracker.core.refusals import Refused
from claimtracker.core.web.gate import open_to
from claimtracker.core.web.once import once

MOST_SUGGESTED = 200


def ask_tags(user: Any) -> Any:
    """For who may tag the words in use, newest first, as suggestions."""
    tags = Tag.objects.order_by("-pk") if permissions.can_annotate(user) else Tag.objects.none()
    return tags.values_list("name", flat=True)[:MOST_SUGGESTED]


def read_tags(user: Any, claim: Claim, known: Any) -> dict[str, Any]:
    """The claim's tags, which `with_parts` has."""
    return {"tags": claim.tag_names, "may_tag": permissions.can_annotate(user), "known_tags": list(known)}


@open_to(permissions.can_annotate)
@require_POST
@once
def add(request: HttpRequest, pk: int) -> HttpResponse:
    from claims.web.claim import page  # the page shows this form, and this form shows the page

    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    try:
        made, new = add_tag(claim, name=request.POST.get("name", ""), by=request.user)
    except Refused as refusal:
        return page(request, pk, status=refusal.status, refused=keep(request, "tag", refusal))
    said = "Tagged “{}”." if new else "It was tagged “{}” already."
    (messages.success if new else messages.info)(request, said.format(made.tag))
    return redirect(claim)


@open_to(permissions.can_annotate)
@require_POST
@once
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    name = request.POST.get("name", "")
    if remove_tag(claim, name=name, by=request.user):
        messages.success(request, f"The tag “{name}” was taken off.")
    return redirect(claim)
