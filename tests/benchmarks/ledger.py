"""The ledger of a meeting: what the editors were told, beside what the desk has, row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connection

from claims.models import Claim, Review
from tests.benchmarks.editors import NOBODY, Attempt

HELD = ("assignee__username", "due")
KEPT = ("statement", "kind", "figure_low", "figure_high", "quote", *HELD)
CORRECTED = ("claim.corrected",)
GIVEN = ("claim.taken", "claim.assigned", "claim.released", "claim.settled")  # what is settled is free again
MAY_CHANGE = {name: GIVEN if name in HELD else CORRECTED for name in KEPT}  # and nothing else may


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was counted; `wrong` has a sentence for each thing that must not be."""

    applied: int
    quiet: int  # of these, verdicts that left the claim as it was: their row is in the history of verdicts
    rows: int  # of the claims' history, written by these edits
    versions: int  # by which the claims have moved on
    lost: int
    wrong: tuple[str, ...]


def read_ledger(claims: Sequence[int], attempts: Sequence[Attempt]) -> Ledger:
    applied = [one for one in attempts if one.outcome == "applied"]
    events = Claim.pgh_event_model.objects.filter(pgh_obj__in=claims).order_by("pgh_id")
    by_claim: dict[int, list[dict[str, object]]] = defaultdict(list)
    for event in events.values("pgh_obj", "version", "pgh_context", *KEPT):
        by_claim[event["pgh_obj"]].append(event)
    written = [event for rows in by_claim.values() for event in rows if event["version"] != 1]
    wrong = [*_chains(by_claim), *_answers(applied, written), *_answered(attempts, written)]
    now = dict(Claim.objects.filter(pk__in=claims).values_list("pk", "version"))
    wrong += [f"Claim {pk} is at {now[pk]}, its history at {rows[-1]['version']}." for pk, rows in by_claim.items()
              if rows[-1]["version"] != now[pk]]  # fmt: skip
    lost = sum(sentence.startswith("Lost") for sentence in wrong)
    moved = {_context(event)["request"] for event in written}
    quiet = sum(one.deed == "judge" and one.request not in moved for one in applied)
    return Ledger(len(applied), quiet, len(written), sum(now.values()) - len(now), lost, tuple(wrong))


def _chains(by_claim: dict[int, list[dict[str, object]]]) -> Iterator[str]:
    """Each version follows the one before, and only a correction changes what is claimed, or a gift who has it."""
    for claim, rows in by_claim.items():
        numbers = [row["version"] for row in rows if row["version"] != 1]
        if numbers != list(range(2, len(numbers) + 2)):
            yield f"Lost: the versions of claim {claim} are no chain: {numbers[:20]}…"
        for before, after in pairwise(rows):
            action = _context(after)["action"]
            changed = [name for name in KEPT if before[name] != after[name] and action not in MAY_CHANGE[name]]
            if changed:
                yield f"Lost: {action} changed {changed} of claim {claim}."


def _answers(applied: Iterable[Attempt], written: Iterable[dict[str, object]]) -> Iterator[str]:
    """Whoever was told that it is done has it in the history: once, of the version they saw, as they said it."""
    rows = defaultdict(list)
    for event in written:
        rows[_context(event)["request"]].append(event)
    judged = set(Review.pgh_event_model.objects.values_list("pgh_context__request", flat=True))
    for one in applied:
        mine = rows[one.request]
        if one.deed == "judge":
            if one.request not in judged or len(mine) > 1:
                yield f"Lost: the verdict of {one.request} on claim {one.claim}."
        elif len(mine) != 1 or mine[0]["pgh_obj"] != one.claim:
            yield f"Lost: {one.deed} of claim {one.claim} by {one.door} has {len(mine)} rows."
        elif one.said and _written(one.deed, mine[0]) != one.said:
            yield f"Lost: the words of {one.request} on claim {one.claim}."
        for row in mine:
            if row["version"] != one.seen + 1:
                yield f"Lost: {one.deed} saw version {one.seen} of claim {one.claim} and made {row['version']}."


def _written(deed: str, event: dict[str, object]) -> object:
    """What an edit wrote, as its editor said it."""
    if deed != "assign":
        return event["statement"]
    return f"{event['assignee__username'] or NOBODY} {event['due'] or ''}".strip()


def _answered(attempts: Iterable[Attempt], written: Iterable[dict[str, object]]) -> Iterator[str]:
    """No row of the history is of an edit whose editor was told that it was not done."""
    told = {one.request: one.outcome for one in attempts}
    for event in written:
        request = _context(event)["request"]
        if told.get(request) != "applied":
            yield f"A row of claim {event['pgh_obj']} whose editor was told: {told.get(request, 'nothing')}."


def _context(event: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = event["pgh_context"]
    return found


def deadlocks() -> int:
    """That PostgreSQL has counted in this database so far."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_stat_clear_snapshot(), deadlocks FROM pg_stat_database WHERE datname = current_database()"
        )
        return int(cursor.fetchone()[1])


def by_door(attempts: Iterable[Attempt]) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in attempts:
        found[one.deed, one.door][one.outcome] += 1
    return dict(sorted(found.items()))
