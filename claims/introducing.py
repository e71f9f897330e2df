"""What people can watch here, said to the ground floor: claims, and the list of claims with its filters. The queue with
its filters can be kept under a name, too.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import QueryDict

from claims import permissions
from claims.filters import ClaimFilter, QueueFilter
from claims.models import Claim
from claimtracker.core.models import Watched
from claimtracker.core.notices.kinds import Named, ViewPage, viewable, watchable
from claimtracker.core.web.listing import given


def _claims(user: Any, idents: Collection[int]) -> dict[int, Named]:
    found = Claim.objects.visible_to(user).filter(pk__in=idents).values_list("pk", "statement")
    return {pk: Named(statement, f"/claims/{pk}/", f"/claims/{pk}/changes.atom") for pk, statement in found}


def _matching(user: Any, query: QueryDict, idents: Collection[int]) -> set[int]:
    """What the page would show this person of these claims, were it opened now."""
    claims = Claim.objects.visible_to(user).current().filter(pk__in=idents)
    filters = ClaimFilter(given(query), queryset=claims)
    return set() if filters.problems() else set(filters.qs.values_list("pk", flat=True))


def _problems(user: Any, query: QueryDict) -> dict[str, str]:
    return ClaimFilter(given(query), queryset=Claim.objects.none()).problems()


def _queue_problems(user: Any, query: QueryDict) -> dict[str, str]:
    return QueueFilter(given(query), queryset=Claim.objects.none()).problems()


def introduce() -> None:
    watchable(Watched.CLAIM, _claims)
    viewable("claims", ViewPage("/claims/", "Claims", "the list of claims", permissions.can_read, _matching, _problems))
    # Nobody can be told of a queue: each person's is another, and a claim leaves it by what somebody does about it.
    viewable("review", ViewPage("/review/", "Review", "the queue", permissions.can_review, None, _queue_problems))
