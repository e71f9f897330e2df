"""How much a claim asks to be looked at, worked out by the database: the order of the queue, and nothing else.

What a score is made of is the flags themselves, each asked as `ClaimQuerySet` asks it, and the size of the figure; of
two with the same score the older one comes first. A deed that changes any of that says `want_ranking`; whatever was
missed is found by the walk that the sweeper takes over all claims, some thousand at a time, and which writes nothing
where nothing has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Func, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Abs, Cast, Coalesce, Greatest, Least, Length
from django.utils import timezone

from claims.models import Claim
from claims.models.claimset import carries
from claims.models.risk import WEIGHTS, Walk
from claimtracker.core.asof import today
from claimtracker.core.doorbell import ring

LARGEST = 20  # points of the largest figures: one for each order of magnitude
AT_ONCE = 20  # claims that are ranked by whoever asks; more are left to the worker
SLICE = 2000  # claims that one sweep looks at
BATCH = 500

MARK = "the ids"  # where they stand among the parameters
HERE = RawSQL("SELECT unnest(%s::bigint[])", [MARK])
POINTS = " + ".join(f"{flag}::int * {points}" for flag, points in WEIGHTS.items())
COLUMNS = ("score", *WEIGHTS)
# Materialized: each flag is asked once, though it counts and is kept. What waits for nobody any more loses its row.
STORE = f"""
    WITH asked AS MATERIALIZED ({{rows}}),
    gone AS (
        DELETE FROM claims_risk
        WHERE claim_id = ANY (%s::bigint[]) AND NOT EXISTS (SELECT FROM asked WHERE id = claim_id)
    )
    INSERT INTO claims_risk (claim_id, {", ".join(COLUMNS)}, worked_out_at)
    SELECT id, size + {POINTS}, {", ".join(WEIGHTS)}, %s FROM asked ORDER BY id
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
    if not ids:
        return
    sql, parameters = _question(today())
    asked = [ids if one == MARK else one for one in parameters]
    with connection.cursor() as cursor:
        cursor.execute(STORE.format(rows=sql), [*asked, ids, timezone.now()])


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
    Walk.objects.filter(pk=1).update(reached=ids[-1] if len(ids) == SLICE else 0)
    rank(ids)
    return len(ids)


@lru_cache(maxsize=2)
def _question(day: dt.date) -> tuple[str, tuple[Any, ...]]:
    """Of those among MARK that wait the size of the figure, and the flags, on that day. Every change of a claim asks
    it, and what makes it slow is not the answer but putting so long a question together.
    """
    flags = {flag.value: carries(flag) for flag in WEIGHTS}
    asked = Claim.objects.filter(pk__in=HERE).waiting().order_by().annotate(size=_size(), **flags)
    sql, parameters = asked.values("id", "size", *flags).query.sql_with_params()
    return sql, tuple(parameters)


def _size() -> Least:
    """One point for each digit before the point: 12 has 2, 13,000 has 5; no figure has none."""
    bound = Func(Greatest(Abs(F("figure_low")), Abs(F("figure_high"))), function="trunc")
    return Least(Coalesce(Length(Cast(bound, TextField())), Value(0)), Value(LARGEST))
