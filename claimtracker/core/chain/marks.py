"""Which rows of history are final.

Rows are numbered by a sequence, but they appear when their transaction
commits: row 7 may come long after row 9. So a seal must wait until nobody can
add a row before its last one, without making anybody wait for the seal:

1. Note the last number drawn in each table. Then, in a later statement, draw a
   transaction id. Whoever drew one of those numbers had written before (the
   trigger follows a change), so has an id, and a smaller one than ours.
2. Once the smallest id that still runs is not smaller than ours, all of those
   have ended. What they committed is seen by every later statement, and what
   they did not will never be there.

pg_snapshot_xmax would not do for step 1: it is one more than the last id that
has *ended*, and a lone writer that still runs is not below it.
"""

from __future__ import annotations

from django.db import connection

from claimtracker.core.chain.tables import event_tables, one, sealed_upto
from claimtracker.core.models import SealHorizon

LAST_DRAWN = "pg_sequence_last_value(pg_get_serial_sequence(quote_ident(%s), 'pgh_id')::regclass)"


def last_drawn() -> dict[str, int]:
    """The last number that was drawn in each table, whether its row has been committed or not."""
    with connection.cursor() as cursor:
        asked = LAST_DRAWN.replace("%s", "name")
        cursor.execute(f"SELECT name, {asked} FROM unnest(%s) AS name", [event_tables()])  # noqa: S608 (our own words)
        return {table: number for table, number in cursor.fetchall() if number is not None}


def note(horizon: SealHorizon) -> bool:
    """Step 1, in a transaction that has not written yet. Says whether there is anything that is not sealed."""
    marks = last_drawn()
    if horizon.sealed and marks == horizon.marks:
        return False
    upto = sealed_upto(marks)
    horizon.marks = marks
    horizon.sealed = all(marks[table] <= upto[table] for table in marks)
    horizon.xid = one("SELECT pg_current_xact_id()::text::bigint")
    horizon.save()
    return not horizon.sealed


def is_final(horizon: SealHorizon) -> bool:
    """Step 2. Has every transaction ended that may have drawn a number up to the marks?"""
    return bool(one("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= %s", [horizon.xid]))


def is_lost(horizon: SealHorizon) -> bool:
    """A copy of the database on another server counts transactions anew; a mark from there says nothing here."""
    return bool(one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint < %s", [horizon.xid]))
