"""Evidence by hand: the deeds that put words of a copy beside a claim, and take them back."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from claims import permissions
from claims.models import Claim, Evidence
from claims.models.vocabulary import Credibility, Stance, Standpoint
from claims.said import said
from claimtracker.core import history
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources.models import Snapshot
from sources.refusals import BadValue

CONTEXT = 32  # characters of a TextQuoteSelector's prefix and suffix
LONGEST = 4000  # characters of one quotation
MOST_PLACES = 20
MAY_NOT = "Only analysts, editors and admins put evidence beside a claim."


class NotInCopy(Unacceptable):
    """These words do not stand in the copy, or not where it was said. Nothing was stored."""

    code = "not_in_copy"
    title = "These words are not in the copy"


class SeveralPlaces(Unacceptable):
    """These words stand in several places of the copy; `places` has them. Nothing was stored."""

    code = "several_places"
    title = "Which of these places?"


class AlreadyWithdrawn(Refused):
    """This evidence was withdrawn before. Nothing was changed."""

    code = "already_withdrawn"
    title = "Withdrawn already"


def pin_evidence(
    claim: Claim,
    *,
    snapshot: Snapshot,
    stance: str,
    by: Any,
    exact: str = "",
    start: int | None = None,
    end: int | None = None,
    standpoint: str = "",
    credibility: int | None = None,
    note: str = "",
) -> tuple[Evidence, bool]:
    """Put words of a copy beside a claim; (evidence, whether it is new).

    By offsets (code points of the copy's text, half-open), by the words alone where they stand in one place, or by
    both. Raises NotAllowed, BadValue, NotInCopy, SeveralPlaces.
    """
    require(permissions.can_pin_evidence(by), MAY_NOT)
    _check(stance=stance, standpoint=standpoint, credibility=credibility)
    text = Snapshot.objects.values_list("text", flat=True).get(pk=snapshot.pk)
    first, last = _place(text, exact, start, end)
    said = {"stance": stance, "standpoint": standpoint, "credibility": credibility, "note": note}
    around = {"prefix": text[max(0, first - CONTEXT) : first], "suffix": text[last : last + CONTEXT]}
    place = {"start": first, "end": last, "exact": text[first:last]}
    try:
        with transaction.atomic(), history.action("evidence.pinned", by=by):
            return Evidence.objects.create(
                claim=claim, snapshot=snapshot, created_by=by, **place, **around, **said
            ), True
    except IntegrityError:
        # The same person has pinned the same words: a double submit, or another judgement of them.
        return _judge_anew(claim, snapshot, first, last, said, by), False


@transaction.atomic
def _judge_anew(claim: Claim, snapshot: Snapshot, start: int, end: int, said: dict[str, Any], by: Any) -> Evidence:
    mine = Evidence.objects.standing().select_for_update()
    there = mine.get(claim=claim, snapshot=snapshot, start=start, end=end, created_by=by)
    if any(getattr(there, name) != value for name, value in said.items()):
        with history.action("evidence.judged_anew", by=by):
            Evidence.objects.filter(pk=there.pk).update(**said)
        there.refresh_from_db()
    return there


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, reason: str, by: Any) -> Evidence:
    """Take it back; it stays in the history. One's own, or as an editor anybody's.

    Raises NotAllowed, BadValue, AlreadyWithdrawn.
    """
    require(permissions.can_withdraw_evidence(by, evidence), "You can withdraw your own evidence; editors anybody's.")
    reason = said(reason, needed="Say why it is withdrawn.")
    with history.action("evidence.withdrawn", by=by, reason=reason):
        columns = {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_reason": reason}
        if not Evidence.objects.standing().filter(pk=evidence.pk).update(**columns):
            raise AlreadyWithdrawn("This evidence was withdrawn before. Nothing was changed.")
    evidence.refresh_from_db()
    return evidence


def _check(*, stance: str, standpoint: str, credibility: int | None) -> None:
    if stance not in Stance.values:
        raise BadValue(f"What the words say is one of {', '.join(Stance.values)}.", pointer="/stance")
    if standpoint and standpoint not in Standpoint.values:
        raise BadValue(f"How the source knows is one of {', '.join(Standpoint.values)}.", pointer="/standpoint")
    if credibility is not None and credibility not in Credibility.values:
        raise BadValue("Credibility goes from 1 to 6.", pointer="/credibility")


def _place(text: str, exact: str, start: int | None, end: int | None) -> tuple[int, int]:
    if start is None or end is None:
        start, end = _found(text, exact)
    if not 0 <= start < end <= len(text):
        raise NotInCopy("This place lies outside of the copy's text. Nothing was stored.", pointer="/start")
    if end - start > LONGEST:
        raise BadValue(f"A quotation has at most {LONGEST:,} characters. Choose the words that matter.", pointer="/end")
    if exact and text[start:end] != exact:
        raise NotInCopy("Other words stand there in the copy. Select them again; nothing was stored.", pointer="/exact")
    if not text[start:end].strip():
        raise NotInCopy("There are no words there. Nothing was stored.", pointer="/exact")
    return start, end


def _found(text: str, exact: str) -> tuple[int, int]:
    """The one place where the words stand."""
    if not exact.strip():
        raise BadValue("Say which words of the copy you mean.", pointer="/exact")
    places: list[tuple[int, int]] = []
    at = text.find(exact)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append((at, at + len(exact)))
        at = text.find(exact, at + len(exact))
    if not places:
        raise NotInCopy("These words do not stand in the copy, letter by letter. Nothing was stored.", pointer="/exact")
    if len(places) > 1:
        shown = [{"start": first, "end": last} for first, last in places]
        raise SeveralPlaces(
            "These words stand in several places of the copy. Say which is meant.", pointer="/exact", places=shown
        )
    return places[0]
