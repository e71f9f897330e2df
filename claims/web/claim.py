"""One claim: the words, the value, when, where, who says so, what it cites, and what happened to it."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection
from django.db.models import F
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.web import plot
from claims.web.past import read_past
from claims.web.standing import read_standing
from claimtracker.core.web.gate import for_readers
from sources.models import Revision

AROUND = 400  # characters of the article on either side of the quote
SHORT = 8  # letters; less than that is the end of the quote's own sentence
STOP = re.compile(
    r"[.!?…](?:[”\"’)]|\s?\[[^\]\n]{1,20}\])*(?=\s|$)"
)  # soft context, so a rough end of a sentence will do
MOST_CITED = 50
# "source" is the whole of a file without parts, and tells nobody where to look.
ORIGIN = """
    SELECT arrival.name, part ->> 2 FROM sources_arrival AS arrival, jsonb_array_elements(arrival.origins) AS part
    WHERE arrival.revision_id = %s AND arrival.name <> '' AND part ->> 2 <> 'source' AND (part ->> 1)::int > %s LIMIT 1
"""


@for_readers
@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Claim.objects.visible_to(request.user).with_parts(), pk=pk)
    others = Claim.objects.filter(article=found.article_id)
    context = {
        "claim": found,
        "record": f"/claims/{pk}",
        "around": _around(found),
        "origin": _origin(found),
        "standing": read_standing(found),
        "plot": _plot(found),
        "past": read_past(found),
        "most_cited": MOST_CITED,
        "before": others.filter(pk__lt=pk).order_by("-pk").values_list("pk", flat=True).first(),
        "after": others.filter(pk__gt=pk).order_by("pk").values_list("pk", flat=True).first(),
    }
    return render(request, "claims/claim.html", context)


def _plot(found: Claim) -> plot.Plot | None:
    if not found.figure_comparator:
        return None
    return plot.draw(found.figure_comparator, found.figure_low, found.figure_high)


def _around(found: Claim) -> dict[str, Any]:
    """The sentence before the quote and the one behind it, as far as its own line goes."""
    anchor = found.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return {"before": "", "after": ""}
    first = max(0, anchor.start - AROUND)
    cut = Substr(F("text"), first + 1, anchor.end + AROUND - first)
    text = Revision.objects.filter(pk=anchor.revision_id).values_list(cut, flat=True).get()
    before, after = text[: anchor.start - first], text[anchor.end - first :]
    return {"before": _last_sentence(before), "after": _next_sentence(after)}


def _origin(found: Claim) -> tuple[str, str] | None:
    """The file that the text was made from, and the part of it where the quote begins: ("report.pdf", "page 3")."""
    anchor = found.anchor
    if anchor is None or anchor.start is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(ORIGIN, [anchor.revision_id, anchor.start])
        row: tuple[str, str] | None = cursor.fetchone()
    return row


def _last_sentence(text: str) -> str:
    """The rest of the quote's own sentence, or the whole of the one before it; from a whole word on."""
    line = text.rpartition("\n")[2]
    ends = [match.end() for match in STOP.finditer(line.rstrip())]
    start = next((end for end in reversed(ends) if line[end:].strip()), 0)
    if start or len(line) < AROUND or " " not in line:
        return line[start:].lstrip() if start else line
    return "…" + line.partition(" ")[2]


def _next_sentence(text: str) -> str:
    """What is left of the quote's own sentence with its marks, and the next one; to a whole word."""
    line = text.partition("\n")[0]
    ends = [match.end() for match in STOP.finditer(line)]
    end = next((end for end in ends if len(line[:end].strip(" .[]0123456789,–-")) > SHORT), 0)
    if end or len(line) < AROUND or " " not in line:
        return line[: end or None]
    return line.rpartition(" ")[0] + "…"
