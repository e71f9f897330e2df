"""Is the history what was written? Every fault, and what is not under a seal yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from claimtracker.core.chain import links, live
from claimtracker.core.chain.faults import INSERTED, Fault
from claimtracker.core.chain.marks import LAST_DRAWN
from claimtracker.core.chain.stretches import Stretches
from claimtracker.core.chain.tables import event_models, event_tables, quoted, sealed_upto
from claimtracker.core.models import Seal, SealHorizon

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Rows of history that are not under a seal yet: so many, the oldest of this age."""

    rows: int
    oldest: dt.timedelta | None


def verify_history(last: Seal | None, *, heads: Sequence[str] = (), tell: Tell = lambda words: None) -> Iterator[Fault]:
    """Every fault of the history up to a seal, the gravest first: the chain, its rows, the records of today.

    `heads` are seals saved elsewhere, as NUMBER:HASH. `tell` hears how far we are.
    """
    end = last.number if last else 0
    horizon = SealHorizon.objects.filter(pk=1).first()
    for head in heads:
        if fault := links.against_head(head, end, whose="as it was saved"):
            yield fault
    if horizon and horizon.head and (fault := links.against_head(horizon.head, end, whose="as the sealer noted it")):
        yield fault
    yield from _chain(end, tell)
    yield from links.parts_without_a_seal(end)
    tables = event_tables()
    yield from _numbers_never_drawn(tables)
    yield from live.triggers_switched_off()
    for events in event_models():
        if events._meta.db_table in tables:
            tell(f"comparing {events._meta.db_table} with its records")
            yield from live.compare_records(events)


def _chain(end: int, tell: Tell) -> Iterator[Fault]:
    stretches, rows = Stretches(), 0
    for some in links.links(end):
        for link in some:
            yield from link.faults
        yield from stretches.compare(some)
        rows += sum(len(part.ids) for link in some for part in link.parts)
        tell(f"seal {some[-1].seal.number:,} of {end:,}, {rows:,} rows")
    yield from stretches.not_compared()


def _numbers_never_drawn(tables: Sequence[str]) -> Iterator[Fault]:
    """Rows whose number the sequence has not reached. The statement sees the rows as of before it asks the sequence."""
    sql = f"SELECT %s, pgh_id::bigint, pgh_obj_id::text FROM {{}} WHERE pgh_id > (SELECT coalesce({LAST_DRAWN}, 0))"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(sql.format(quoted(table)) for table in tables) + " ORDER BY 1, 2",
            [table for table in tables for _ in range(2)],
        )
        for table, row, about in cursor.fetchall():
            yield Fault(INSERTED, table=table, row=row, about=about, detail="its number was never drawn")


@transaction.atomic
def unsealed() -> Unsealed:
    rows, oldest = 0, None
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        for table, upto in sealed_upto(event_tables()).items():
            sql = f"SELECT count(*), min(pgh_created_at) FROM {quoted(table)} WHERE pgh_id > %s"  # noqa: S608
            cursor.execute(sql, [upto])
            count, first = cursor.fetchone()
            rows += count
            oldest = min(filter(None, (oldest, first)), default=None)
    return Unsealed(rows, timezone.now() - oldest if oldest else None)
