"""Rivals: a value that a dispute proposes, accepted where that is upheld, ranked, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims import permissions
from claims.models import Claim, Rival
from claims.models.vocabulary import Aspect, Ground, Rank
from claims.parts_in import PARTS, read_value
from claims.rows import place_row
from claims.said import said
from claimtracker.core import history
from claimtracker.core.refusals import Refused, Unacceptable, require
from sources.models import Source
from sources.naming import Named, named_work
from sources.refusals import BadValue
from sources.watching import watch_sources

# Which parts a dispute about an aspect may bring, the one it needs first. A count speaks for a day.
TAKES: dict[str, tuple[str, ...]] = {
    Aspect.FIGURE: ("figure", "date"),
    Aspect.DATE: ("date",),
    Aspect.PLACE: ("place",),
    Aspect.ATTRIBUTION: ("attribution",),
}
WAYS = ("source", "address", "doi", "reference")
OF_SOURCE = (*WAYS, "no_source")
OWN_WORDS = "It is how the article itself is to be read."
LONGEST_WHY = 1000


class NotStanding(Refused):
    """This rival does not stand beside the claim (any more). Nothing was changed."""

    code = "rival_not_standing"
    title = "This rival does not stand there"


def propose_rival(claim: Claim, given: Mapping[str, Any], *, aspect: str, ground: str, by: Any) -> Rival:
    """Part shapes of API.md with a source: `source` (an id or CSL-JSON), `address`, `doi` or `reference`, or
    `no_source`, the reason why there is none. In the transaction and the action of the deed that calls.

    Raises BadValue, NoWork, BadRecord.
    """
    takes = TAKES.get(aspect, ())
    if not takes:
        able = ", ".join(TAKES)
        detail = f"Only disputes about {able} bring another value. About the {aspect}, say it in the reason."
        raise BadValue(detail, pointer="/rival")
    read = read_value(given, "/rival", also=OF_SOURCE)
    for part in PARTS:
        if given.get(part) is not None and part not in takes:
            raise BadValue(f"A dispute about the {aspect} takes no {part}.", pointer=f"/rival/{part}")
    if given.get(takes[0]) is None:
        raise BadValue(f"Give the other {takes[0]}.", pointer=f"/rival/{takes[0]}")
    columns = dict(read.columns)
    if read.place:
        columns["place"] = place_row(read.place)
    source, why = _source(given, ground)
    return Rival.objects.create(claim=claim, source=source, no_source=why, created_by=by, **columns)


def accept_rival(rival: Rival, *, rank: str, reason: str) -> None:
    """It stands beside the claim from now on. In the transaction and the action of the deed that calls."""
    check_rank(rank, reason)
    Rival.objects.filter(pk=rival.pk, accepted_at=None).update(
        accepted_at=timezone.now(), rank=rank, rank_reason=reason
    )


@transaction.atomic
def rank_rival(rival: Rival, *, rank: str, by: Any, reason: str = "") -> Rival:
    """Say how it stands to the others. Several may be preferred, each for its reason (as on Wikidata).

    Raises NotAllowed, BadValue, NotStanding.
    """
    require(permissions.can_rank_rivals(by), "Editors and admins rank rival values.")
    require(permissions.can_rank(by, rival), "You proposed this value, so another editor says how it ranks.")
    check_rank(rank, reason)
    with history.action("rival.ranked", by=by, reason=reason):
        _change(rival, rank=rank, rank_reason=said(reason, "/reason", LONGEST_WHY))
    return rival


@transaction.atomic
def withdraw_rival(rival: Rival, *, reason: str, by: Any) -> Rival:
    """Take it away from beside the claim; it stays on record. One's own, or as an editor anybody's.

    Raises NotAllowed, BadValue, NotStanding.
    """
    require(permissions.can_withdraw_rival(by, rival), "You can withdraw what you proposed; editors anybody's.")
    why = said(reason, "/reason", LONGEST_WHY, needed="Say why it is withdrawn; the reason stays on record.")
    with history.action("rival.withdrawn", by=by, reason=reason):
        _change(rival, withdrawn_at=timezone.now(), withdrawn_reason=why)
    return rival


def check_rank(rank: str, reason: str) -> None:
    """Raises BadValue."""
    if rank not in Rank.values:
        raise BadValue(f"A rank is one of {', '.join(Rank.values)}.", pointer="/rank")
    if rank != Rank.NORMAL and not reason.strip():
        raise BadValue(f"Say why it is {rank}.", pointer="/reason")


def _change(rival: Rival, **columns: Any) -> None:
    if not Rival.objects.standing().filter(pk=rival.pk).update(**columns):
        rival.refresh_from_db()
        what = "was withdrawn meanwhile" if rival.withdrawn_at else "was never accepted: its dispute decides that"
        raise NotStanding(f"This value {what}. Nothing was changed.")
    rival.refresh_from_db()


def _source(given: Mapping[str, Any], ground: str) -> tuple[Source | None, str]:
    """The source, or why there is none."""
    ways = [name for name in WAYS if given.get(name)]
    why = said(given.get("no_source") or "", "/rival/no_source", LONGEST_WHY)
    if len(ways) > 1:
        raise BadValue(f"Name its source once, by one of {', '.join(WAYS)}.", pointer="/rival/source")
    if ways and why:
        raise BadValue("It has a source, or a reason why there is none: not both.", pointer="/rival/no_source")
    if ways:
        return _work(ways[0], given[ways[0]]), ""
    if not why and ground != Ground.MISREAD:
        raise BadValue("Name the source of the other value, or say why there is none.", pointer="/rival/source")
    return None, why or OWN_WORDS


def _work(way: str, named: Any) -> Source:
    if way == "source" and isinstance(named, Mapping):
        way = "record"
    try:
        work, _ = named_work(Named(**{way: named}))
    except Unacceptable as refusal:
        within = "" if refusal.pointer.strip("/") in WAYS else refusal.pointer
        refusal.pointer = f"/rival/{'source' if way == 'record' else way}{within}"
        raise
    watch_sources([work])
    return work
