"""Ways to tamper with one table of history, or with the records that it is about.

Each is a function of the name of a table; it does its deed as the owner of the
tables would, and says which faults must be told for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection

from claimtracker.core.chain.faults import DELETED, EDITED, INSERTED, MOVED, Fault
from tests.core.chain.seeding import OBJECTS, columns

Told = set[tuple[Any, ...]]  # (kind, table, row, about)


def sql(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []


def drop_keys_to(table: str) -> None:
    """Nothing keeps its rows any more because others point at them."""
    keys = "SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'f' AND confrelid = %s::regclass"
    for other, name in sql(keys, table):
        sql(f'ALTER TABLE {other} DROP CONSTRAINT "{name}"')


def rows_about(table: str, about: int) -> list[int]:
    """Three rows: it came, it changed, it went."""
    return [row for (row,) in sql(f"SELECT pgh_id FROM {table} WHERE pgh_obj_id = {about} ORDER BY pgh_id")]


def told(kind: str, table: str, row: int, about: int | None) -> tuple[Any, ...]:
    return (kind, table, row, None if about is None else str(about))


def where(fault: Fault) -> tuple[Any, ...]:
    return (fault.kind, fault.table, fault.row, fault.about)


def edit(table: str, column: str) -> Told:
    """Another value in one column of the row in the middle."""
    row = rows_about(table, OBJECTS[0])[1]
    (chosen,) = [known for known in columns(table) if known.name == column]
    sql(f'UPDATE {table} SET "{column}" = {chosen.changed()} WHERE pgh_id = {row}')
    return {told(EDITED, table, row, OBJECTS[0])}


def forget(table: str, column: str) -> Told:
    """Nothing where there was a value."""
    row = rows_about(table, OBJECTS[2])[1]
    sql(f'ALTER TABLE {table} ALTER COLUMN "{column}" DROP NOT NULL')
    sql(f'UPDATE {table} SET "{column}" = NULL WHERE pgh_id = {row}')
    return {told(EDITED, table, row, OBJECTS[2])}


def blame_another(table: str) -> Told:
    row = rows_about(table, OBJECTS[1])[1]
    sql(f"UPDATE {table} SET pgh_context = jsonb_set(pgh_context, '{{by}}', '77') WHERE pgh_id = {row}")
    return {told(EDITED, table, row, OBJECTS[1])}


def give_no_context(table: str) -> Told:
    row = rows_about(table, OBJECTS[1])[1]
    sql(f"UPDATE {table} SET pgh_context = NULL WHERE pgh_id = {row}")
    return {told(EDITED, table, row, OBJECTS[1])}


def copy_contents(table: str) -> Told:
    """The row of another record over this one, but for its number: one state twice, the other never."""
    row, other = rows_about(table, OBJECTS[0])[1], rows_about(table, OBJECTS[1])[1]
    names = ", ".join(f'"{column.name}"' for column in columns(table) if column.name != "pgh_id")
    sql(f"UPDATE {table} SET ({names}) = (SELECT {names} FROM {table} WHERE pgh_id = {other}) WHERE pgh_id = {row}")
    return {told(EDITED, table, row, OBJECTS[0])}


def delete_one(table: str) -> Told:
    row = rows_about(table, OBJECTS[0])[1]
    sql(f"DELETE FROM {table} WHERE pgh_id = {row}")
    return {told(DELETED, table, row, OBJECTS[0])}


def delete_the_first(table: str) -> Told:
    ((row, about),) = sql(f"SELECT pgh_id, pgh_obj_id FROM {table} ORDER BY pgh_id LIMIT 1")
    sql(f"DELETE FROM {table} WHERE pgh_id = {row}")
    return {told(DELETED, table, row, about)}


def delete_the_last(table: str) -> Told:
    ((row, about),) = sql(f"SELECT pgh_id, pgh_obj_id FROM {table} ORDER BY pgh_id DESC LIMIT 1")
    sql(f"DELETE FROM {table} WHERE pgh_id = {row}")
    return {told(DELETED, table, row, about)}


def delete_all_about_one(table: str) -> Told:
    rows = rows_about(table, OBJECTS[1])
    sql(f"DELETE FROM {table} WHERE pgh_obj_id = {OBJECTS[1]}")
    return {told(DELETED, table, row, OBJECTS[1]) for row in rows}


def empty(table: str) -> Told:
    rows = sql(f"SELECT pgh_id, pgh_obj_id FROM {table}")
    sql(f"TRUNCATE {table}")
    return {told(DELETED, table, *row) for row in rows}


def insert_at(table: str, number: int) -> Told:
    """A copy of a row under another number, of a record that has gone since."""
    row = rows_about(table, OBJECTS[1])[1]
    ours = [f'"{column.name}"' for column in columns(table) if column.name not in ("pgh_id", "pgh_created_at")]
    names, values = (
        ", ".join(["pgh_id, pgh_created_at", *ours]),
        ", ".join([f"{number}, now() - interval '1 h'", *ours]),
    )
    sql(f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE SELECT {values} FROM {table} WHERE pgh_id = {row}")
    return {told(INSERTED, table, number, OBJECTS[1])}


def insert_in_a_gap(table: str) -> Told:
    return insert_at(table, rows_about(table, OBJECTS[0])[2] + 1)


def insert_before_the_first(table: str) -> Told:
    return insert_at(table, 0)


def insert_a_negative_number(table: str) -> Told:
    return insert_at(table, -5)


def insert_a_number_to_come(table: str) -> Told:
    return insert_at(table, sql(f"SELECT max(pgh_id) + 1000 FROM {table}")[0][0])


def swap(table: str) -> Told:
    """Two rows change their numbers: another order of events."""
    first, second = rows_about(table, OBJECTS[0])[:2]
    sql(f"UPDATE {table} SET pgh_id = -1 WHERE pgh_id = {first}")
    sql(f"UPDATE {table} SET pgh_id = {first} WHERE pgh_id = {second}")
    sql(f"UPDATE {table} SET pgh_id = {second} WHERE pgh_id = -1")
    return {told(MOVED, table, row, OBJECTS[0]) for row in (first, second)}


def renumber(table: str) -> Told:
    """A row goes to a number that nobody has: it happened later than it did."""
    rows = rows_about(table, OBJECTS[0])
    sql(f"UPDATE {table} SET pgh_id = {rows[2] + 1} WHERE pgh_id = {rows[1]}")
    return {told(DELETED, table, rows[1], OBJECTS[0]), told(MOVED, table, rows[2] + 1, OBJECTS[0])}


def shift(table: str) -> Told:
    """A row goes out, and those after it close up."""
    first, second, third = rows_about(table, OBJECTS[1])
    sql(f"DELETE FROM {table} WHERE pgh_id = {first}")
    sql(f"UPDATE {table} SET pgh_id = {first} WHERE pgh_id = {second}")
    sql(f"UPDATE {table} SET pgh_id = {second} WHERE pgh_id = {third}")
    moved = {told(MOVED, table, row, OBJECTS[1]) for row in (first, second)}
    return moved | {told(DELETED, table, third, OBJECTS[1])}


EVERYWHERE: tuple[Callable[[str], Told], ...] = (
    blame_another, give_no_context, copy_contents, delete_one, delete_the_first, delete_the_last, delete_all_about_one,
    empty, insert_in_a_gap, insert_before_the_first, insert_a_negative_number, insert_a_number_to_come, swap, renumber,
    shift,
)  # fmt: skip
