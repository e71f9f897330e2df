"""Claims that a claim comes from or leads to: the one it was merged into or split from, and those that came of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from claims import permissions
from claims.merging import MERGEABLE
from claims.models import Claim
from claims.models.vocabulary import CLOSED

MOST = 20


def ask_kin(claim: Claim) -> Any:
    related = Q(duplicate_of=claim.pk) | Q(split_from=claim.pk)
    rows = Claim.objects.filter(related | Q(pk__in=[claim.duplicate_of_id or 0, claim.split_from_id or 0]))
    return rows.only("pk", "quote", "figure_text", "duplicate_of", "split_from").order_by("pk")[:MOST]


def read_kin(claim: Claim, user: Any, kin: Any) -> dict[str, Any]:
    """With whether this person may correct it now."""
    return {
        "merged_into": next((one for one in kin if one.pk == claim.duplicate_of_id), None),
        "split_from": next((one for one in kin if one.pk == claim.split_from_id), None),
        "merged": [one for one in kin if one.duplicate_of_id == claim.pk],
        "splits": [one for one in kin if one.split_from_id == claim.pk],
        "mergeable": permissions.can_correct(user) and claim.stage in MERGEABLE,
        "may_correct": permissions.can_correct(user) and claim.stage not in CLOSED,
        "may_withdraw": permissions.can_withdraw_article(user),
    }
