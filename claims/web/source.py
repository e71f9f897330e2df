"""One source: its record, how its address does, the copies that are kept, and every claim that leans on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.filters import ClaimFilter
from claims.models import Claim, ClaimCitation, Finding
from claims.models.vocabulary import Finding as Word
from claims.web.giving import CopyForm, in_turn
from claims.web.record import origin_words, read_record
from claimtracker.core.refusals import Refused
from claimtracker.core.web.anytime import at_any_time
from claimtracker.core.web.gate import for_readers, open_to
from claimtracker.core.web.listing import read_list
from sources import permissions
from sources.models import Citation, LinkCheck, Snapshot, Source
from sources.watching import address_of, ask_fetch

MOST_CITING = 50
MOST_COPIES = 10  # on this page; the rest has a page of its own
MOST_TRIES = 20


@for_readers
@require_safe
@at_any_time
def source(request: HttpRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(_sources(request), pk=pk)
    citing = Citation.objects.visible_to(request.user).current().filter(source=work).for_worklist().order_by("-id")
    claims = Claim.objects.visible_to(request.user).citing(work).with_parts()
    listing = read_list(request, ClaimFilter, claims)
    context = {
        "citing": citing[:MOST_CITING],
        "listing": listing,
        "leaning": _leaning(work, listing.rows),
        "tally": _tally(work),
        "form": CopyForm(),
        "may_give": permissions.can_give_copies(request.user),
        "may_merge": permissions.can_merge_sources(request.user),
        **_about(work),
    }
    return render(request, "claims/source.html", context, status=listing.status)


@open_to(permissions.can_fetch)
@require_POST
def fetch(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a copy of what the source says now."""
    work = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    try:
        ask_fetch(work, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.detail)
    else:
        messages.success(request, "The source is being asked for. What comes of it stands here, whatever it is.")
    return redirect(f"{work.get_absolute_url()}#link")


def _sources(request: HttpRequest) -> Any:
    return Source.objects.visible_to(request.user).with_uses().select_related("article", "watch", "merged_into")


def _about(work: Any) -> dict[str, Any]:
    """Of the source itself: its record, its copies, and what came of looking for it."""
    copies = list(Snapshot.objects.filter(source=work).for_list()[: MOST_COPIES + 1])
    tries = list(LinkCheck.objects.filter(source=work).select_related("by")[: MOST_TRIES + 1])
    return {
        "source": work,
        "record": f"/sources/{work.pk}",
        "facts": read_record(work),
        "origin": origin_words(work.origin),
        "copies": in_turn(copies)[:MOST_COPIES],
        "more_copies": len(copies) > MOST_COPIES,
        "tries": tries[:MOST_TRIES],
        "more_tries": len(tries) > MOST_TRIES,
        "watch": getattr(work, "watch", None),
        "fetched_from": address_of(work),
    }


def _leaning(work: Source, claims: list[Claim]) -> list[tuple[Claim, list[Any]]]:
    """Each claim with what the newest copy says to it; unavailable where nothing was compared."""
    rows = Finding.objects.current().headlines().filter(claim__in=claims, citation__source=work)
    found: dict[int, list[Any]] = {claim.pk: [] for claim in claims}
    for row in rows.defer("searched", "parts").order_by("citation__number"):
        told = found[row.claim_id]
        # Cited under two numbers and compared with the same copy, it is told once.
        if all((one.finding, one.snapshot_id) != (row.finding, row.snapshot_id) for one in told):
            told.append(row)
    return [(claim, found[claim.pk]) for claim in claims]


def _tally(work: Source) -> list[tuple[str, int]]:
    """How many claims each finding has, the gravest first; those that were compared with nothing last."""
    rows = Finding.objects.current().headlines().filter(citation__source=work).order_by()
    counts = dict(rows.values_list("finding").annotate(found=Count("claim", distinct=True)))
    links = ClaimCitation.objects.current().filter(citation__source=work)
    compared = Finding.objects.headlines().filter(claim=OuterRef("claim"), citation=OuterRef("citation"))
    counts[Word.UNAVAILABLE] = links.filter(~Exists(compared)).values("claim").distinct().count()
    order = (Word.DIFFERS, Word.ABSENT, Word.FOUND, Word.UNAVAILABLE)
    return [(word.value, counts[word]) for word in order if counts.get(word)]
