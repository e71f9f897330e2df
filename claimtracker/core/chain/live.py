"""The records of today against the newest row of their history.

Whoever switches the triggers off can change a record without a trace in its
history: then the two say different things. Columns that history leaves out
(computed ones, passwords, whole texts) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pghistory.trigger
import pgtrigger
from django.db import connection, transaction

from claimtracker.core.chain.faults import APPEARED, CHANGED, SWITCHED_OFF, TABLE_GONE, VANISHED, Fault
from claimtracker.core.chain.tables import columns_of, quoted


def compare_records(events: Any) -> Iterator[Fault]:
    """Every record that is not what the newest row of its history says. One statement, so one moment."""
    table = events.pgh_tracked_model._meta.db_table
    if not columns_of(table):
        yield Fault(TABLE_GONE, table=table)
        return
    # In batches from a cursor on the server: a table that was changed from end to end is still read in flat memory.
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        with connection.cursor() as settings:
            settings.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(_comparison(events))
        while rows := cursor.fetchmany(1000):
            for row, about, deleted, there, differing in rows:
                kind = VANISHED if not there else APPEARED if row is None or deleted else CHANGED
                yield Fault(kind, table=table, about=about, detail=_explained(row, deleted, differing))


def _explained(row: int | None, deleted: bool, differing: list[str]) -> str:
    if row is None:
        return "there is no row of history about it"
    if deleted:
        return f"row {row} of its history says that it was deleted"
    return f"row {row} of its history has another " + ", ".join(differing) if differing else f"last in row {row}"


def _comparison(events: Any) -> str:
    model: Any = events.pgh_tracked_model
    tracked = {field.name: field.column for field in model._meta.concrete_fields}
    # A column that somebody dropped is told by the seals; the others are compared all the same.
    there = {of: {column.split(" ")[0] for column in columns_of(of._meta.db_table)} for of in (model, events)}
    pairs = sorted(
        (quoted(field.column), quoted(tracked[field.name]), field.column)
        for field in events._meta.concrete_fields
        if field.name in tracked and not field.name.startswith("pgh_")
        if field.column in there[events] and tracked[field.name] in there[model]
    )
    said = ", ".join(f"said.{then}" for then, _, _ in pairs)
    is_now = ", ".join(f"live.{now}" for _, now, _ in pairs)
    names = ", ".join(
        f"CASE WHEN said.{then} IS DISTINCT FROM live.{now} THEN '{name}' END" for then, now, name in pairs
    )
    history, live, key = (quoted(name) for name in (events._meta.db_table, model._meta.db_table, model._meta.pk.column))
    # The same comparison as the triggers make: what they take for no change is none here.
    return f"""
        WITH newest AS (SELECT max(pgh_id) AS pgh_id FROM {history} GROUP BY pgh_obj_id),
             said AS (SELECT * FROM newest JOIN {history} USING (pgh_id))
        SELECT said.pgh_id, coalesce(live.{key}::text, said.pgh_obj_id::text), said.pgh_label = 'delete',
               live.{key} IS NOT NULL, array_remove(ARRAY[{names}], NULL)
        FROM said FULL JOIN {live} AS live ON live.{key} = said.pgh_obj_id
        WHERE CASE WHEN live.{key} IS NULL THEN said.pgh_label <> 'delete'
                   WHEN said.pgh_id IS NULL OR said.pgh_label = 'delete' THEN true
                   ELSE ({said}) IS DISTINCT FROM ({is_now}) END
        ORDER BY 2
    """  # noqa: S608 (names of our own tables and columns)


def triggers_switched_off() -> Iterator[Fault]:
    """Triggers of history that are missing, disabled, or do another thing than ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, tgname, tgenabled, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
        )
        there = {(table, name): (enabled, body) for table, name, enabled, body in cursor.fetchall()}
    for table, name, ours in _our_triggers():
        enabled, body = there.get((table, name), ("", ""))
        if enabled not in ("O", "A"):
            yield Fault(SWITCHED_OFF, table=table, detail=f"{name} is {'disabled' if enabled else 'not there'}")
        elif body not in ours:
            yield Fault(SWITCHED_OFF, table=table, detail=f"{name} is not the trigger that we made")


@cache
def _our_triggers() -> list[tuple[str, str, str]]:
    """Table, name and the whole SQL of every trigger that writes history."""
    return [
        (model._meta.db_table, trigger.get_pgid(model), trigger.compile(model).install_sql)
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, pghistory.trigger.Event)
    ]
