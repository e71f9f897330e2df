"""What an editor holds of a source: how reliable it is, whether it stands, whose it is. Each with a reason."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claimtracker.core import history
from claimtracker.core.refusals import require
from sources import permissions
from sources.models import Source
from sources.records import lock
from sources.refusals import BadValue
from sources.text.plain import check

LONGEST_REASON = 5000
WHO = "Only editors and admins grade sources."


@transaction.atomic
def grade_source(source: Source, *, by: Any, reliability: str, reason: str = "") -> Source:
    """A letter of the Admiralty code, with the reason; an empty one takes the grade back.

    Raises NotAllowed, BadValue, MergedAway.
    """
    require(permissions.can_grade_source(by), WHO)
    if reliability not in ("", *Source.Reliability.values):
        raise BadValue("The letter is one of A, B, C, D, E, F, or empty.", pointer="/reliability")
    reason = _reason(reason, needed=bool(reliability), pointer="/reliability_reason")
    source = lock(source)
    with history.action("source.graded", by=by, reason=reason):
        source.reliability, source.reliability_reason = reliability, reason
        source.save(update_fields=["reliability", "reliability_reason", "updated_at"])
    return source


@transaction.atomic
def mark_source(source: Source, *, by: Any, state: str, reason: str = "") -> Source:
    """Say that a source was corrected, retracted or disowned, with the reason, or that it stands (again).

    Raises NotAllowed, BadValue, MergedAway.
    """
    require(permissions.can_grade_source(by), WHO)
    if state not in Source.State.values:
        raise BadValue(f"The state is one of {', '.join(Source.State.values)}.", pointer="/state")
    reason = _reason(reason, needed=state != Source.State.ACTIVE, pointer="/state_reason")
    source = lock(source)
    with history.action(f"source.{state}", by=by, reason=reason):
        source.state, source.state_reason = state, reason
        source.save(update_fields=["state", "state_reason", "updated_at"])
    return source


@transaction.atomic
def set_family(source: Source, *, by: Any, family: str, everywhere: bool = False) -> int:
    """Say whom its publisher belongs to; `everywhere`: all works of the same publisher (or paper) too.

    How many works were changed. Raises NotAllowed, BadValue, MergedAway.
    """
    require(permissions.can_grade_source(by), WHO)
    family = _text(family, 300, "/family")
    source = lock(source)
    house = source.publisher or source.container
    mine = Q(pk=source.pk)
    if everywhere and house:
        mine |= Q(publisher__iexact=house) | Q(publisher="", container__iexact=house)
    with history.action("source.family_set", by=by):
        changed = list(Source.objects.standing().filter(mine).exclude(family=family).select_for_update().order_by("pk"))
        for one in changed:
            one.family, one.updated_at = family, timezone.now()
            one.origins["family"] = "by_hand" if one.pk == source.pk else "publisher"
        Source.objects.bulk_update(changed, ["family", "origins", "updated_at"], batch_size=1000)
    return len(changed)


def _reason(reason: str, *, needed: bool, pointer: str) -> str:
    reason = _text(reason, LONGEST_REASON, pointer)
    if needed and not reason:
        raise BadValue("Give the reason: who reads it later wants to know.", pointer=pointer)
    return reason


def _text(text: str, longest: int, pointer: str) -> str:
    try:
        check(text)
    except ValueError as problem:
        raise BadValue(str(problem), pointer=pointer) from problem
    if len(text) > longest:
        raise BadValue(f"This has {len(text):,} characters; {longest:,} is the most.", pointer=pointer)
    return text.strip()
