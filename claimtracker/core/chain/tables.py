"""The tables of history, and what a stretch of one reads like now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from claimtracker.core.chain.digests import Stretch
from claimtracker.core.models import SealPart

LOWEST = -(2**63)  # before every row, also one with a number that no sequence would give

# A value's text depends on these; a seal must not depend on who reads it.
PLAIN_TEXT = """
    SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1
"""

ROWS = "SELECT array_agg(id ORDER BY id), array_agg(about ORDER BY id), string_agg(hash, '' ORDER BY id)"


def event_models() -> list[type[Model]]:
    """The models of history, one for each tracked model: a new one is there as soon as its model is."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def event_tables() -> list[str]:
    """Those that are there already: a release may come before its migration."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    return sorted(there & {model._meta.db_table for model in event_models()})


def sealed_upto(tables: Iterable[str]) -> dict[str, int]:
    """The last number under a seal in each table; LOWEST where there is none."""
    sealed = '(SELECT max(upto) FROM core_sealpart WHERE "table" = name)'
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, {sealed} FROM unnest(%s) AS name", [list(tables)])  # noqa: S608 (our own words)
        return {table: LOWEST if upto is None else upto for table, upto in cursor.fetchall()}


def columns_of(table: str) -> tuple[str, ...]:
    """ "name type" of every column but the number, by name, so that a copy of the database has the same order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
            " WHERE attrelid = to_regclass(quote_ident(%s)) AND attnum > 0 AND NOT attisdropped"
            " AND attname <> 'pgh_id' ORDER BY attname COLLATE \"C\"",
            [table],
        )
        return tuple(f"{name} {kind}" for name, kind in cursor.fetchall())


def read_stretch(
    table: str, columns: tuple[str, ...], after: int, upto: int, *, most: int | None = None, now: tuple[str, ...] = ()
) -> Stretch:
    """The rows with numbers in (after, upto], each hashed over these columns, the first `most` of them.

    `now` are the columns that the table has today, where they may be others than those asked for.
    Runs in a transaction, for the settings hold until its end.
    """
    of_each = f"pgh_id::bigint AS id, pgh_obj_id::text AS about, {_hash_of(columns, now or columns)} AS hash"
    one_row = f"SELECT {of_each} FROM {quoted(table)}"  # noqa: S608 (names are quoted, types are checked)
    stretch = "pgh_id > %s AND pgh_id <= %s"
    with connection.cursor() as cursor:
        cursor.execute(PLAIN_TEXT)
        cursor.execute(f"{ROWS} FROM ({one_row} WHERE {stretch} ORDER BY pgh_id LIMIT %s) AS rows", [after, upto, most])
        ids, about, hashes = cursor.fetchone()
    full = most is not None and ids is not None and len(ids) == most
    return Stretch(table, columns, after, ids[-1] if full else upto, ids or [], about or [], bytes(hashes or b""))


def _hash_of(columns: tuple[str, ...], now: tuple[str, ...]) -> str:
    """SQL for the hash of a row. A column that has another type today is read as the type that was sealed,

    unless that loses something of it: then the row cannot be the one that was sealed.
    """
    today = dict(column.split(" ", 1) for column in now)
    values, kept = [], []
    for name, kind in (column.split(" ", 1) for column in columns):
        value = quoted(name)
        if today[name] != kind:
            value = f"({value}::{kind})"
            kept.append(f"{value}::{today[name]}::text IS NOT DISTINCT FROM {quoted(name)}::text")
        values.append(value)
    row = f"sha256(convert_to(ROW({', '.join(values)})::text, 'UTF8'))"
    return f"CASE WHEN {' AND '.join(kept)} THEN {row} ELSE sha256('') END" if kept else row


def quoted(name: str) -> str:
    """A name in SQL with parameters. Whoever may add seals may have written it, so nothing in it is trusted."""
    return '"' + name.replace('"', '""').replace("%", "%%") + '"'


def is_a_type(words: str) -> bool:
    """Is this the name of a type and nothing more? It comes from a seal, and goes into SQL as it is."""
    try:
        with transaction.atomic():
            known: bool = one("SELECT to_regtype(%s) IS NOT NULL", [words])
            return known
    except DatabaseError:
        return False


def as_stretch(part: SealPart) -> Stretch:
    """What was sealed, in the same form as what is read."""
    return Stretch(part.table, tuple(part.columns), part.after, part.upto, part.ids, part.about, bytes(part.hashes))


def one(sql: str, parameters: Iterable[Any] = ()) -> Any:
    """The single value that a query answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(parameters))
        return cursor.fetchone()[0]
