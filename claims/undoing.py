"""Taking back what was just done: each claim is what it was before, as a new version; what others changed stays."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims import permissions
from claims.acting import read_kept
from claims.changing import change_claim, change_held
from claims.correcting import correct_claim
from claims.disputing import withdraw_dispute
from claims.models import Act, Claim, Dispute, Review
from claims.models.dispute import BLOCKING
from claims.models.vocabulary import Stage
from claims.restoring import restore_version
from claims.reviewing import Opened, take_back, those_that_stay
from claimtracker.core.refusals import Refused, require

SHOWN = 10  # seconds for which the button stands there
ACCEPTED = dt.timedelta(minutes=1)  # slow hands and slow lines
ACCEPTED_OF_MANY = dt.timedelta(hours=1)  # what was done to many claims at once is looked over first
WITH_VERDICTS = ("verdict", "holds", "bulk.holds")  # acts that gave one
REASON = "Undone: “{}”."
UNSAID = "A verdict was undone."  # which one, may be nobody's to know yet
STAY = "stay as they are, for they changed since or both verdicts on them are open"  # said of `left`
BY_THEMSELVES = ("review", "dispute", "corrected")  # entries that are taken back one by one


class TooLate(Refused):
    """This was done too long ago to be undone at a stroke. Nothing was changed; take it back on the claim's page."""

    code = "too_late"
    title = "Too late to undo"


class AlreadyUndone(Refused):
    """It was undone before. Nothing was changed."""

    code = "already_undone"
    title = "Already undone"


class ChangedSince(Refused):
    """Somebody has changed all of it since. Nothing was undone, so that no work of theirs is lost."""

    code = "changed_since"
    title = "Changed since"


@dataclass(frozen=True, slots=True)
class Undone:
    """`left` stay as they are: somebody changed them since, or two have judged them and both verdicts are open."""

    act: Act
    claims: list[int]
    left: list[int]


@transaction.atomic
def undo(act: Act, *, by: Any) -> Undone:
    """Set back what this act changed.

    Raises NotAllowed, TooLate, AlreadyUndone, ChangedSince, Opened, DisputeClosed.
    """
    require(permissions.can_review(by) and act.by_id == by.pk, "One undoes one's own acts only.")
    now = timezone.now()
    if now - act.created_at > (ACCEPTED if len(act.entries) == 1 else ACCEPTED_OF_MANY):
        raise TooLate("This was done too long ago to be undone at a stroke. Nothing was changed.")
    if not Act.objects.filter(pk=act.pk, undone_at=None).update(undone_at=now):
        raise AlreadyUndone("It was undone before. Nothing was changed.")
    same, left = _unchanged(act)
    if not same:
        raise ChangedSince("Somebody has changed it since. Nothing was undone; look at it before you go on.")
    same, opened = _without_opened(same)
    left = sorted([*left, *opened])
    reason = UNSAID if act.name in WITH_VERDICTS else REASON.format(act.words)
    _set_back([one for one in same if not any(one.get(name) for name in BY_THEMSELVES)], by=by, reason=reason)
    for one in same:
        if one["review"]:
            _take_back(one, by=by, reason=reason)
        elif one["dispute"]:
            withdraw_dispute(Dispute.objects.get(pk=one["dispute"]), reason=reason, by=by)
        elif one.get("corrected"):
            _bring_back(one, by=by, reason=reason)
    act.refresh_from_db()
    return Undone(act, [one["claim"] for one in same], left)


def _unchanged(act: Act) -> tuple[list[dict[str, Any]], list[int]]:
    """The entries whose claim is as the act left it, its row held; and the claims that are not.

    An objection stands beside the claim, and is withdrawn whatever has become of that.
    """
    ids = [one["claim"] for one in act.entries]
    held = Claim.objects.filter(pk__in=ids).order_by("pk").select_for_update(of=("self",))
    versions = dict(held.values_list("pk", "version"))
    reviews = {one["review"] for one in act.entries if one["review"]}
    standing = set(Review.objects.standing().filter(pk__in=reviews).values_list("pk", flat=True))
    same, left = [], []
    for one in sorted(act.entries, key=lambda one: int(one["claim"])):
        stands = not one["review"] or one["review"] in standing
        if one["dispute"] or (versions.get(one["claim"]) == one["version"] and stands):
            same.append(one)
        else:
            left.append(one["claim"])
    return same, left


def can_undo(act: Act) -> bool:
    """Whether a button for it has something to do: verdicts that are open to all by now stay."""
    given = _verdicts(act.entries) if act.name in WITH_VERDICTS else []
    return not given or len(those_that_stay(given)) < len(act.entries)


def _without_opened(entries: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[int]]:
    """Those whose verdict, where one was given, may be taken back; and the claims of the others. Raises Opened."""
    stay = those_that_stay(_verdicts(entries))
    free = [one for one in entries if one["review"] not in stay]
    if not free:
        raise Opened(f"{next(iter(stay.values()))} Nothing was undone.")
    return free, [one["claim"] for one in entries if one["review"] in stay]


def _verdicts(entries: Iterable[dict[str, Any]]) -> list[int]:
    return [one["review"] for one in entries if one["review"]]


def _set_back(entries: Iterable[dict[str, Any]], *, by: Any, reason: str) -> None:
    """Those that were alike before in one statement."""
    groups: dict[str, list[int]] = defaultdict(list)
    for one in entries:
        groups[json.dumps(one["before"], sort_keys=True)].append(one["claim"])
    for before, ids in groups.items():
        change_held(ids, read_kept(json.loads(before)), action="claim.undone", by=by, reason=reason)


def _take_back(one: dict[str, Any], *, by: Any, reason: str) -> None:
    """The verdict first; it says itself what that makes of the claim, and what is otherwise then is set back."""
    review = Review.objects.get(pk=one["review"])
    take_back(review, by=by, reason=reason)
    if Review.objects.standing().filter(claim=one["claim"], pk__gt=review.pk).exists():
        return  # somebody has judged it since, and what that makes of the claim was said by now
    claim = Claim.objects.get(pk=one["claim"])
    before = _as_before(claim, one["before"])
    if any(getattr(claim, name) != value for name, value in before.items()):
        change_claim(claim, before, version=claim.version, action="claim.undone", by=by, reason=reason)


def _bring_back(one: dict[str, Any], *, by: Any, reason: str) -> None:
    """What was corrected: the parts as they were, then what was cited, then how far the work was."""
    was = one["corrected"]
    claim = restore_version(
        Claim(pk=one["claim"]), version_seen=one["version"], to_version=was["version"], reason=reason, by=by
    )
    claim = correct_claim(claim, version=claim.version, changes={"citations": was["citations"]}, by=by, reason=reason)
    change_held([claim.pk], _as_before(claim, one["before"]), action="claim.undone", by=by, reason=reason)


def _as_before(claim: Claim, before: Mapping[str, Any]) -> dict[str, Any]:
    """The columns to set again; what was published is not published past an objection that came since."""
    columns = read_kept(before)
    again = columns["stage"] == Stage.PUBLISHED != claim.stage
    if again and any(aspect in BLOCKING for aspect in claim.disputed_aspects):
        columns["stage"] = Stage.SETTLED
    return columns
