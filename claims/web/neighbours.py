"""The sentences around a claim in its article's current text."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.db.models.functions import Substr

from claims.models import Claim
from claims.web.around import AROUND, sentence_after, sentence_before
from sources.models import Revision


def ask_around(found: Claim) -> Any:
    """The piece of the text that the claim's words stand in."""
    anchor = found.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return Revision.objects.none()
    first = max(0, anchor.start - AROUND)
    cut = Substr(F("text"), first + 1, anchor.end + AROUND - first)
    return Revision.objects.filter(pk=anchor.revision_id).values_list(cut, flat=True)


def read_around(found: Claim, asked: Any = None) -> dict[str, str]:
    """The sentence before the quote and the one behind it, as far as its own line goes."""
    anchor = found.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return {"before": "", "after": ""}
    first = max(0, anchor.start - AROUND)
    [text] = ask_around(found) if asked is None else asked
    before, after = text[: anchor.start - first], text[anchor.end - first :]
    return {"before": sentence_before(before), "after": sentence_after(after)}
