"""Merging a claim with another one that says the same: it is rejected as a duplicate, and nothing of it is lost.

Its notes, evidence and verdicts stay with it, and its page leads to the other one; its tags are put on that one too.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from claims import permissions
from claims.changing import change_claim
from claims.models import Claim, ClaimTag
from claims.models.vocabulary import CLOSED, RejectedAs, Stage
from claims.said import said
from claimtracker.core import history
from claimtracker.core.concurrency import changed_meanwhile
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require
from sources.refusals import BadValue

MERGEABLE = (Stage.SUGGESTED, Stage.OPEN, Stage.IN_REVIEW, Stage.SETTLED)
MAY_NOT = "Only analysts, editors and admins merge claims."


class NotMergeable(Refused):
    """A claim that is published, rejected, retracted or disputed is not merged into another. Nothing was changed."""

    code = "not_mergeable"
    title = "This claim cannot be merged now"


@transaction.atomic
def merge_claim(claim: Claim, *, into: Claim, version: int, reason: str, by: Any) -> Claim:
    """Reject `claim` as a duplicate of `into`, another claim of the same article.

    Raises NotAllowed, Stale, NotMergeable, BadValue.
    """
    require(permissions.can_correct(by), MAY_NOT)
    # In the order of their ids: of two who merge each into the other at once, the second sees what the first did.
    rows = Claim.objects.select_for_update(of=("self",)).filter(pk__in=[claim.pk, into.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    held, other = found[claim.pk], found[into.pk]
    if held.version != version:
        raise changed_meanwhile(version, held.version)
    _check(held, other)
    reason = said(reason, needed="Say why it is the same; the reason stays in the history.")
    columns = {
        "stage": Stage.REJECTED,
        "rejected_as": RejectedAs.DUPLICATE,
        "duplicate_of": other,
        "stage_reason": reason.strip(),
    }
    with history.action("claim.merged", by=by, reason=reason):
        tags = ClaimTag.objects.filter(claim=held).values_list("tag", flat=True)
        new = [ClaimTag(claim=other, tag_id=tag, created_by=by) for tag in tags]
        ClaimTag.objects.bulk_create(new, ignore_conflicts=True)
        change_claim(held, columns, version=version, action="claim.merged", by=by, reason=reason)
    about = [("claim", held.pk), ("claim", other.pk), ("article", held.article_id)]
    words = f"Claim {held.pk} was merged into claim {other.pk}: {other.statement}"
    tell("claim.staged", by=by, subjects=about, words=words, path=f"/claims/{other.pk}/")
    return held


def _check(held: Claim, other: Claim) -> None:
    if held.stage not in MERGEABLE:
        raise NotMergeable(f"This claim is {held.get_stage_display().lower()}. Nothing was changed.")
    if aspect := next(iter(held.disputed_aspects), ""):
        raise NotMergeable(
            f"There is an open dispute about the {aspect} of this claim, and merged it could not be settled any more. "
            "Settle or withdraw it first. Nothing was changed."
        )
    if held.pk == other.pk:
        raise BadValue("A claim is the duplicate of another one.", pointer="/into")
    if held.article_id != other.article_id:
        raise BadValue("Both must be claims of the same article; what others say is compared, not merged.",
                       pointer="/into")  # fmt: skip
    if other.stage in CLOSED:
        raise BadValue(f"Claim {other.pk} was {other.stage}. Choose one that stands.", pointer="/into")
