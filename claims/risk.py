"""How much a claim asks to be looked at, worked out by the database: the order of the queue, and nothing else.

What a score is made of is the flags themselves, each asked as `ClaimQuerySet` asks it, and the size of the figure; of
two with the same score the older one comes first. A deed that changes any of that says `want_ranking`; whatever was
missed is found by the walk that the sweeper takes over all claims, some thousand at a time, and which writes nothing
where nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Case, Exists, F, Func, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import Abs, Cast, Coalesce, Greatest, Least, Length
from django.utils import timezone

from claims.models import Claim, Risk
from claims.models.risk import Walk
from claims.models.vocabulary import Flag
from claimtracker.core.doorbell import ring

# Points, in the order in which a desk wants to see things. Several flags add up, so a disputed figure that also differs
# comes before one that only differs.
WEIGHTS: dict[Flag, int] = {
    Flag.DIFFERS: 100,
    Flag.DISPUTED: 90,
    Flag.UNCITED: 70,
    Flag.STALE: 60,
    Flag.OVERDUE: 50,
    Flag.SINGLE_ORIGIN: 30,
}
LARGEST = 20  # points of the largest figures: one for each order of magnitude
AT_ONCE = 20  # claims that are ranked by whoever asks; more are left to the worker
SLICE = 2000  # claims that one sweep looks at
BATCH = 500

STORE = """
    INSERT INTO claims_risk (claim_id, score, worked_out_at) SELECT ranked.id, ranked.score, %s FROM ({rows}) AS ranked
    ON CONFLICT (claim_id) DO UPDATE SET score = EXCLUDED.score, worked_out_at = EXCLUDED.worked_out_at
    WHERE claims_risk.score <> EXCLUDED.score
"""


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
    sql, parameters = _scored(claims).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(STORE.format(rows=sql), [timezone.now(), *parameters])
    waits = Claim.objects.filter(pk=OuterRef("claim")).waiting()
    rows.filter(~Exists(waits)).delete()


def _scored(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    flagged = [
        Case(When(Exists(getattr(Claim.objects.filter(pk=OuterRef("pk")), flag.value)()), then=points), default=0)
        for flag, points in WEIGHTS.items()
    ]
    score = sum(flagged, _size())
    waiting = claims.waiting()  # type: ignore[attr-defined]  # of ClaimQuerySet
    scored: QuerySet[Claim] = waiting.order_by().annotate(score=score).values("id", "score")
    return scored


def _size() -> Least:
    """One point for each digit before the point: 12 has 2, 13,000 has 5; no figure has none."""
    bound = Func(Greatest(Abs(F("figure_low")), Abs(F("figure_high"))), function="trunc")
    return Least(Coalesce(Length(Cast(bound, TextField())), Value(0)), Value(LARGEST))
