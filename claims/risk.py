"""How much a claim asks to be looked at, worked out by the database: the order of the queue, and nothing else.

What a score is made of is the flags themselves, each asked as `ClaimQuerySet` asks it, and the size of the figure; of
two with the same score the older one comes first. A deed that changes any of that says `want_ranking`; whatever was
missed is found by the walk that the sweeper takes over all claims, some thousand at a time, and which writes nothing
where nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Exists, F, Func, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Abs, Cast, Coalesce, Greatest, Least, Length
from django.utils import timezone

from claims.models import Claim, Risk
from claims.models.claimset import carries
from claims.models.risk import WEIGHTS, Walk
from claimtracker.core.doorbell import ring

LARGEST = 20  # points of the largest figures: one for each order of magnitude
AT_ONCE = 20  # claims that are ranked by whoever asks; more are left to the worker
SLICE = 2000  # claims that one sweep looks at
BATCH = 500

POINTS = " + ".join(f"{flag}::int * {points}" for flag, points in WEIGHTS.items())
COLUMNS = ("score", *WEIGHTS)
# Materialized: each flag is asked once, though it counts and is kept.
STORE = f"""
    WITH asked AS MATERIALIZED ({{rows}})
    INSERT INTO claims_risk (claim_id, {", ".join(COLUMNS)}, worked_out_at)
    SELECT id, size + {POINTS}, {", ".join(WEIGHTS)}, %s FROM asked
    ON CONFLICT (claim_id) DO UPDATE SET
    {", ".join(f"{name} = EXCLUDED.{name}" for name in COLUMNS)}, worked_out_at = EXCLUDED.worked_out_at
    WHERE ({", ".join(f"claims_risk.{name}" for name in COLUMNS)})
    IS DISTINCT FROM ({", ".join(f"EXCLUDED.{name}" for name in COLUMNS)})
"""  # noqa: S608 (our own words)


def want_ranking(claims: Iterable[int]) -> None:
    """Have these claims ranked anew as soon as this is committed: a few at once, many by the worker."""
    ids = sorted(set(claims))
    if len(ids) <= AT_ONCE:
        transaction.on_commit(lambda: rank(ids), robust=True)
        return
    for first in range(0, len(ids), BATCH):
        ring("rank_claims", ids[first : first + BATCH])


def rank(claims: Iterable[int]) -> None:
    """Work out the score of these claims; what waits for nobody any more loses its row."""
    ids = list(claims)
    if ids:
        _rank(Claim.objects.filter(pk__in=ids), Risk.objects.filter(claim__in=ids))


def rank_article(article: int) -> None:
    """All claims of an article, some at a time: after a text of it was read."""
    claims = Claim.objects.filter(article=article).order_by("pk").values_list("pk", flat=True)
    last = 0
    while ids := list(claims.filter(pk__gt=last)[:BATCH]):
        rank(ids)
        last = ids[-1]


@transaction.atomic
def walk() -> int:
    """The next slice of all claims, from where the last walk stopped; at the end it begins again.

    How many it looked at; nothing while another process is at it.
    """
    Walk.objects.get_or_create(pk=1)
    step = Walk.objects.select_for_update(skip_locked=True).filter(pk=1).first()
    if step is None:
        return 0
    ids = list(Claim.objects.filter(pk__gt=step.reached).order_by("pk").values_list("pk", flat=True)[:SLICE])
    first, last = step.reached, ids[-1] if len(ids) == SLICE else 0
    Walk.objects.filter(pk=1).update(reached=last)
    if ids:
        here = {"gt": first, "lte": ids[-1]}
        _rank(
            Claim.objects.filter(**{f"pk__{side}": bound for side, bound in here.items()}),
            Risk.objects.filter(**{f"claim__{side}": bound for side, bound in here.items()}),
        )
    return len(ids)


def _rank(claims: QuerySet[Claim], rows: QuerySet[Risk]) -> None:
    sql, parameters = _asked(claims).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(STORE.format(rows=sql), [*parameters, timezone.now()])
    waits = Claim.objects.filter(pk=OuterRef("claim")).waiting()
    rows.filter(~Exists(waits)).delete()


def _asked(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Of those that wait the size of the figure, and the flags."""
    waiting = claims.waiting()  # type: ignore[attr-defined]  # of ClaimQuerySet
    flags = {flag.value: carries(flag) for flag in WEIGHTS}
    asked: QuerySet[Claim] = waiting.order_by().annotate(size=_size(), **flags).values("id", "size", *flags)
    return asked


def _size() -> Least:
    """One point for each digit before the point: 12 has 2, 13,000 has 5; no figure has none."""
    bound = Func(Greatest(Abs(F("figure_low")), Abs(F("figure_high"))), function="trunc")
    return Least(Coalesce(Length(Cast(bound, TextField())), Value(0)), Value(LARGEST))
