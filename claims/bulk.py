"""One act on many claims: first what it would do, then done, kept as one Act that is undone as one.

Of each claim what was seen is said again when it is done; a claim that somebody changed meanwhile is left alone and
named. What needs a look at every single claim ("still holds") is done for as long as a person waits for a
page, and goes on when asked again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from django.db import transaction

from claims import permissions
from claims.acting import entry, kept
from claims.assigning import action_of, assigned
from claims.changing import change_held
from claims.models import Act, Claim, Review
from claims.models.claimset import UNSEEN
from claims.models.vocabulary import CLOSED, RejectedAs, Stage
from claims.reviewing import still_holds
from claims.said import said
from claims.sight import Sight
from claims.stages import WHO, step_between
from claims.staging import MAY
from claimtracker.core.concurrency import Stale
from claimtracker.core.happenings import tell
from claimtracker.core.refusals import Refused, require
from sources.refusals import BadValue

MOST = 1000  # claims of one act
PATIENCE = 1.0  # seconds that a person waits for a page
CHANGED = "Somebody changed them since you looked."


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done; of the rest what it needs."""

    act: str
    reason: str = ""
    rejected_as: str = ""
    to: Any = None
    due: dt.date | None = None

    @property
    def words(self) -> str:
        given = f"Given to {self.to}" if self.to else "Released"
        return {"accept": "Accepted", "reject": "Rejected", "assign": given, "holds": "Still hold"}[self.act]


@dataclass(frozen=True, slots=True)
class Plan:
    """`will`: the claims that would change, each as it was seen; `cannot`: why not, and which."""

    will: dict[int, Sight]
    cannot: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Done:
    """How far it has come. `left`: claims that are still to do, as they were seen."""

    act: Act | None
    done: list[int]
    cannot: dict[str, list[int]]
    left: dict[int, Sight] = field(default_factory=dict)


def may(act: str, *, by: Any) -> None:
    """Raises NotAllowed, or BadValue for an act that does not exist."""
    require(permissions.can_review(by), WHO["analyst"])
    if act not in ACTS:
        raise BadValue(f"One of {', '.join(ACTS)}.", pointer="/act")
    if act == "reject":
        require(permissions.can_publish(by), WHO["editor"])


def check(wish: Wish, *, by: Any) -> None:
    """Raises NotAllowed or BadValue where it can be done to no claim at all."""
    may(wish.act, by=by)
    if wish.act == "assign":
        assigned(to=wish.to, due=wish.due, by=by)
    if wish.act != "reject":
        return
    said(wish.reason, needed="Say why; the reason stays with the claims.")
    if wish.rejected_as not in ("", RejectedAs.NOT_A_CLAIM, RejectedAs.OUT_OF_SCOPE):
        raise BadValue(
            "Many at once are no claims, or out of scope; a duplicate is rejected by itself.", pointer="/rejected_as"
        )


def plan(claims: Iterable[Claim], wish: Wish, *, by: Any) -> Plan:
    """What it would do to these claims now. Raises NotAllowed, BadValue."""
    may(wish.act, by=by)
    rows = list(claims)
    if len(rows) > MOST:
        raise BadValue(f"At most {MOST:,} claims at once. Narrow the filters.", pointer="/ids")
    return _sorted(rows, wish, by)


def carry_out(
    seen: Mapping[int, Sight], wish: Wish, *, by: Any, act: Act | None = None, patience: float = PATIENCE
) -> Done:
    """Do it to the claims that are still what was seen; `act` is the one that this goes on with.

    Each claim is changed whole or not at all. Raises NotAllowed, BadValue.
    """
    check(wish, by=by)
    if len(seen) > MOST:
        raise BadValue(f"At most {MOST:,} claims at once. Narrow the filters.", pointer="/ids")
    if act is not None:
        require(
            act.by_id == by.pk and act.undone_at is None and act.name == f"bulk.{wish.act}", "This is another's act."
        )
    if wish.act == "holds":
        return _one_by_one(seen, by=by, act=act, until=monotonic() + patience)
    return _together(seen, wish, by=by)


@transaction.atomic
def _together(seen: Mapping[int, Sight], wish: Wish, *, by: Any) -> Done:
    rows = _held(seen)
    told = _sorted([row for row in rows if row.version == seen[row.pk].version], wish, by)
    cannot = defaultdict(list, told.cannot)
    cannot[CHANGED] += [row.pk for row in rows if row.version != seen[row.pk].version]
    willing = [row for row in rows if row.pk in told.will]
    if not willing:
        return Done(None, [], _some(cannot))
    before = {row.pk: kept(row) for row in willing}
    columns, action = ACTS[wish.act].change(wish, by)
    change_held(list(before), columns, action=action, by=by, reason=wish.reason)
    _tell(willing, wish, by=by)
    entries = [entry(row.pk, row.version + 1, before[row.pk]) for row in willing]
    act = Act.objects.create(by=by, name=f"bulk.{wish.act}", words=_words(wish, len(entries)), entries=entries)
    return Done(act, list(before), _some(cannot))


def _one_by_one(seen: Mapping[int, Sight], *, by: Any, act: Act | None, until: float) -> Done:
    """Every claim in a transaction of its own, with the act that remembers it."""
    wish, todo = Wish("holds"), dict(sorted(seen.items()))
    done: list[int] = []
    cannot: dict[str, list[int]] = defaultdict(list)
    while todo and (not done or monotonic() < until):
        pk, sight = next(iter(todo.items()))
        del todo[pk]
        try:
            act = _hold(pk, sight, wish, by=by, act=act)
            done.append(pk)
        except Refused as refusal:
            cannot[CHANGED if isinstance(refusal, Stale) else refusal.detail].append(pk)
    return Done(act, done, _some(cannot), todo)


@transaction.atomic
def _hold(pk: int, sight: Sight, wish: Wish, *, by: Any, act: Act | None) -> Act:
    """The act first, in the order in which it is undone, and as it is now: it may go on in two windows at once."""
    if act is not None:
        act = Act.objects.select_for_update().get(pk=act.pk)
        if act.undone_at is not None:
            raise Refused("What was done so far was undone meanwhile, so nothing more is done.")
    claim = Claim.objects.select_for_update(of=("self",)).select_related("article").filter(pk=pk).first()
    if claim is None:
        raise BadValue("There are no such claims.", pointer="/ids")
    before = kept(claim)
    review = still_holds(claim, version=sight.version, basis_seen=sight.basis, by=by)
    now = Claim.objects.values_list("version", flat=True).get(pk=pk)
    entries = [*(act.entries if act else []), entry(pk, now, before, review.pk)]
    if act is None:
        return Act.objects.create(by=by, name="bulk.holds", words=_words(wish, 1), entries=entries)
    act.entries, act.words = entries, _words(wish, len(entries))
    act.save(update_fields=["entries", "words"])
    return act


def _tell(claims: Sequence[Claim], wish: Wish, *, by: Any) -> None:
    """Once for all of them: to who follows one or its article, and to whoever they were given to."""
    about = [*(("claim", row.pk) for row in claims), *(("article", pk) for pk in {row.article_id for row in claims})]
    to = [wish.to.pk] if wish.act == "assign" and wish.to is not None and wish.to != by else []
    if wish.act != "assign" or to:
        event = "claim.assigned" if to else "claim.staged"
        path = f"/claims/?assignee={wish.to.get_username()}" if to else "/claims/"
        tell(event, by=by, subjects=about, words=f"{_words(wish, len(claims))}.", path=path, to=to)


def _held(seen: Mapping[int, Sight]) -> list[Claim]:
    """The rows, in an order that two such acts share, so that neither waits for the other."""
    rows = Claim.objects.filter(pk__in=list(seen)).defer(*UNSEEN)
    return list(rows.order_by("pk").select_for_update(of=("self",)))


def _sorted(rows: Sequence[Claim], wish: Wish, by: Any) -> Plan:
    against = ACTS[wish.act].against(rows, wish, by)
    cannot: dict[str, list[int]] = defaultdict(list)
    for pk, why in against.items():
        cannot[why].append(pk)
    will = [row for row in rows if row.pk not in against]
    bases = _bases(will) if wish.act == "holds" else {}
    return Plan({row.pk: Sight(row.version, bases.get(row.pk, "")) for row in will}, dict(cannot))


def _bases(rows: Sequence[Claim]) -> dict[int, str]:
    """What a verdict on each would be pinned to."""
    claims = Claim.objects.filter(pk__in=[row.pk for row in rows])
    return {claim.pk: claim.basis for claim in claims.with_basis().only("pk")}


def _some(groups: Mapping[str, list[int]]) -> dict[str, list[int]]:
    return {why: ids for why, ids in groups.items() if ids}


def _words(wish: Wish, many: int) -> str:
    return f"{wish.words}: {many:,} claim{'' if many == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Bulk:
    """`against`: why it cannot be done to some of the rows; `change`: the columns it sets, and the action's name."""

    against: Callable[[Sequence[Claim], Wish, Any], dict[int, str]]
    change: Callable[[Wish, Any], tuple[dict[str, Any], str]]


def _no_step(to: Stage) -> Callable[[Sequence[Claim], Wish, Any], dict[int, str]]:
    def against(rows: Sequence[Claim], wish: Wish, by: Any) -> dict[int, str]:
        return {row.pk: words for row in rows if (words := _why_no_step(row.stage, to, wish.act, by))}

    return against


def _why_no_step(stage: str, to: Stage, act: str, by: Any) -> str:
    """Steps of another name lead there too: a rejected claim is brought back to open, which is not accepting it."""
    step, now = step_between(stage, to), Stage(stage).label.lower()
    if step is None:
        return f"They are {now}: from there no step leads to {to.label.lower()}."
    if step.name != act:
        return f"They are {now}: from there they go to {to.label.lower()} one by one, each on its own page."
    return "" if MAY[step.who](by) else WHO[step.who]


def _no_work(rows: Sequence[Claim], wish: Wish, by: Any) -> dict[int, str]:
    return {row.pk: f"They were {row.stage}, so there is nothing to do." for row in rows if row.stage in CLOSED}


def _not_mine(rows: Sequence[Claim], wish: Wish, by: Any) -> dict[int, str]:
    """Only one's own verdict can be said again, and only where something has changed."""
    mine = Review.objects.standing().filter(by=by.pk, claim__in=[row.pk for row in rows]).with_stale()
    stale = {review.claim_id: review.stale for review in mine}
    closed = _no_work(rows, wish, by)
    return closed | {
        row.pk: _not_stale(stale.get(row.pk)) for row in rows if row.pk not in closed and not stale.get(row.pk)
    }


def _not_stale(known: bool | None) -> str:
    return "You have not judged them." if known is None else "Nothing has changed since you judged them."


def _accepted(wish: Wish, by: Any) -> tuple[dict[str, Any], str]:
    return {"stage": Stage.OPEN, "stage_reason": ""}, "claim.accept"


def _rejected(wish: Wish, by: Any) -> tuple[dict[str, Any], str]:
    kind = wish.rejected_as or RejectedAs.NOT_A_CLAIM
    return {"stage": Stage.REJECTED, "stage_reason": wish.reason, "rejected_as": kind}, "claim.reject"


def _given(wish: Wish, by: Any) -> tuple[dict[str, Any], str]:
    return assigned(to=wish.to, due=wish.due, by=by), action_of(wish.to, by)


def _nothing(wish: Wish, by: Any) -> tuple[dict[str, Any], str]:
    return {}, "review.given"


ACTS: dict[str, Bulk] = {
    "accept": Bulk(_no_step(Stage.OPEN), _accepted),
    "reject": Bulk(_no_step(Stage.REJECTED), _rejected),
    "assign": Bulk(_no_work, _given),
    "holds": Bulk(_not_mine, _nothing),
}
