"""Saying where a claim stands, where the program could not tell: the deed."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from claims import permissions
from claims.evidence import want_evidence
from claims.extraction.reading import read
from claims.models import Anchor, Claim, ClaimCitation
from claims.models.vocabulary import Outcome
from claims.risk import want_ranking
from claimtracker.core import history
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources.models import Citation

LONGEST_QUOTE = 4000
LONGEST_LOOK = 20_000  # characters before and behind the words


class BadSpan(Unacceptable):
    """There are no such words in the article's current text. Nothing was changed."""

    code = "bad_span"
    title = "No such words"


class NotInThisText(Refused):
    """The article has another text by now. Nothing was changed; look at the current one."""

    code = "text_changed"
    title = "The article has a new text"


@transaction.atomic
def place_claim(claim: Claim, *, revision: int, start: int, end: int, by: Any) -> Anchor:
    """Anchor a claim by hand to words of the current text, which has the number `revision`.

    The claim itself does not change, so neither do its version and verdicts; it cites there what governs those words.
    Raises NotAllowed, NotInThisText, BadSpan.
    """
    require(permissions.can_place_claim(by), "Only analysts, editors and admins say where a claim stands.")
    current = claim.article.revision
    if current.number != revision:
        raise NotInThisText(f"The article's current text is revision {current.number}. Nothing was changed.")
    words = current.text[start:end]
    if not (0 <= start < end <= current.characters) or not words.strip() or len(words) > LONGEST_QUOTE:
        raise BadSpan(f"Give a start and an end with up to {LONGEST_QUOTE:,} characters between them.")
    cited = claim.links.current().sources()
    with history.action("claim.placed", by=by):
        columns = {"start": start, "end": end, "outcome": Outcome.BY_HAND, "verbatim": words == claim.quote}
        anchor, _ = Anchor.objects.update_or_create(
            claim=claim, revision=current, defaults=columns | {"candidates": [], "successor": None}
        )
        _cite(claim, current, start, end)
    want_evidence(cited | claim.links.current().sources())
    want_ranking([claim.pk])
    return anchor


def _cite(claim: Claim, revision: Any, start: int, end: int) -> None:
    """What governs the words there, in place of what the claim cited in this text before."""
    ClaimCitation.objects.filter(claim=claim, citation__revision=revision).delete()
    numbers = cited_at(revision.text, start, end)
    found = {citation.number: citation for citation in Citation.objects.filter(revision=revision, number__in=numbers)}
    ClaimCitation.objects.bulk_create(
        ClaimCitation(claim=claim, citation=found[number], position=position)
        for position, number in enumerate(numbers)
        if number in found
    )


def cited_at(text: str, start: int, end: int) -> tuple[int, ...]:
    """The numbers that govern the words from `start` to `end`: those of the segment that shares most with them."""
    first, last = line_around(text, start, end)
    segments = read(text[first:last]).claims
    shared = [
        (min(end - first, claim.quote.end) - max(start - first, claim.quote.start), claim.citations)
        for claim in segments
    ]
    most, numbers = max(shared, default=(0, ()), key=lambda pair: pair[0])
    return numbers if most > 0 else ()


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or lines in which the words stand, as far as anybody looks."""
    # A text may be one line of ten million characters, and somebody is waiting.
    from_here, to_here = max(0, start - LONGEST_LOOK), end + LONGEST_LOOK
    first = max(text.rfind("\n", from_here, start) + 1, from_here)
    last = text.find("\n", end, to_here)
    return first, last if last >= 0 else to_here
