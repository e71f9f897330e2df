"""The notes of an article beside its text: on words of one part, without a place, and how many there are."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from claims.models import Annotation
from claims.web.passages import LONGEST_QUOTE, Noted
from claims.web.windows import Window
from sources.models import Article

MOST_BESIDE = 60  # notes in the margin of one part
MOST_UNPLACED = 20  # notes on the whole article, and on words that are gone; the list of notes has them all


def read_notes(found: Article, window: Window) -> dict[str, Any]:
    """`notes` for the text, `unplaced` for the list under it, `note_counts`; one query where nobody has written any."""
    threads = Annotation.objects.threads().standing().filter(article=found)
    counts = threads.aggregate(open=Count("pk", filter=Q(resolved_at=None)), resolved=Count("resolved_at"))
    if not counts["open"]:
        return {"notes": [], "unplaced": [], "note_counts": counts | {"orphans": 0}}
    # Counted apart: the tables of the past have no keys, by which PostgreSQL would group all columns of a note.
    replies = Annotation.objects.filter(parent=OuterRef("pk")).order_by().values("parent")
    answers = Coalesce(Subquery(replies.annotate(found=Count("pk")).values("found")), 0)
    rows = threads.open().select_related("created_by").annotate(answers=answers)
    orphans = threads.open().orphans()
    unplaced = rows.filter(Q(exact="") | Q(pk__in=orphans.values("pk"))).order_by("pk")[:MOST_UNPLACED]
    counts["orphans"] = orphans.count()
    return {"notes": _beside(rows, found, window), "unplaced": list(unplaced), "note_counts": counts}


def _beside(rows: Any, found: Article, window: Window) -> list[Noted]:
    """Those whose words reach into the part, in the order of the text."""
    reaching = {
        "anchors__revision": found.revision_id,
        "anchors__start__gte": max(0, window.start - LONGEST_QUOTE),
        "anchors__start__lt": window.end,
        "anchors__end__gt": window.start,
    }
    here = rows.filter(**reaching).annotate(at=F("anchors__start"), to=F("anchors__end"), outcome=F("anchors__outcome"))
    ordered = here.order_by("at", "pk")[:MOST_BESIDE]
    return [Noted(note, note.at, note.to, number) for number, note in enumerate(ordered, 1)]
