"""What changed from one copy of a source to another: the paragraphs that differ, word by word, and their figures."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.web.difference import compare_texts
from claims.web.numbers import asked
from claims.web.snapshot import beside, copy_of
from claimtracker.core.web.gate import for_readers
from sources.models import Snapshot

MOST = 20  # differences on a page


@for_readers
@require_safe
def diff(request: HttpRequest, pk: int) -> HttpResponse:
    """`?to=` names the other copy; without it, it is the one before this."""
    newer = copy_of(request, pk)
    other = _other(request, newer)
    context: dict[str, Any] = {"snapshot": newer, "source": newer.source, "older": other}
    if other and other.characters and newer.characters:
        first = asked(request, "from")
        compared = compare_texts(*(_text(copy) for copy in (other, newer)))
        found = compared.read(first, MOST)
        rest = first + len(found)
        more = rest if rest < len(compared.gaps) else 0
        context |= {"differences": found, "count": len(compared.gaps), "first": first, "last": rest, "more": more}
    return render(request, "claims/snapshot_diff.html", context)


def _other(request: HttpRequest, copy: Snapshot) -> Snapshot | None:
    """Of the same source. Raises Http404."""
    pk = asked(request, "to")
    if not pk:
        return beside(copy)[0]
    copies = Snapshot.objects.filter(source=copy.source_id).defer("text", "fences", "notes", "origins")
    found = copies.filter(pk=pk).exclude(pk=copy.pk).first()
    if found is None:
        raise Http404("This source has no such copy beside this one.")
    return found


def _text(copy: Snapshot) -> str:
    return Snapshot.objects.values_list("text", flat=True).get(pk=copy.pk)
