"""The past as tables: for each remembered table a view of the same name and columns, read from its history.

`past.claims_claim` has the rows of claims_claim as they were at the moment that the
transaction names (core/asof.py). The views are made from the models, so that whatever is
remembered is also there in the past, with every column; and they are plain joins, which
the planner takes apart: an index, an order or a limit of a question reaches the table of
events itself.

What the room "core" holds stays as it is today: who asks, and what the desk allows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Field, GeneratedField, Model

LIVE, SCHEMA = "public", "past"
SETTING = "claimtracker.as_of"  # of a transaction: names the moment
MOMENT = f"current_setting('{SETTING}')::timestamptz"
# The day of the moment, and outside of the past the day of today; for questions in SQL.
TODAY = f"coalesce(nullif(current_setting('{SETTING}', true), '')::timestamptz, now())::date"
LOCK = 7_305_818_205_141_553  # ours alone: held while the views are missing


def remembered_models() -> list[type[Model]]:
    """The models whose past can be asked for."""
    return [model for model in _all_but_core() if hasattr(model, "pgh_event_model")]


def dated_models() -> list[type[Model]]:
    """Those without a history that need none: each row is written once, and has the time of it in `dated_by`."""
    return [model for model in _all_but_core() if hasattr(model, "dated_by")]


def _all_but_core() -> list[type[Model]]:
    return [model for model in apps.get_models() if model._meta.app_label != "core" and not model._meta.proxy]


@contextmanager
def without_views(role: str) -> Iterator[None]:
    """A table cannot change under a view: while the tables do, nobody can ask for the past. Then for `role` to read.

    Where the tables are not brought up to date, or that fails half-way, the past stays closed until they are.
    """
    _drop_views()
    try:
        yield
        if _is_up_to_date():
            _make_views(role)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@transaction.atomic
def _drop_views() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '60s'")
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # waits for whoever is in the past just now
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def _is_up_to_date() -> bool:
    """Whether the tables are what the models say."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


@transaction.atomic
def _make_views(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for model in [*remembered_models(), *dated_models()]:
            cursor.execute(f"CREATE VIEW {SCHEMA}.{quoted(model._meta.db_table)} AS {view_of(model)}")
        cursor.execute(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {quoted(role)}")
        cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {quoted(role)}")


def quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


def view_of(model: Any) -> str:
    """The question that the view of a model stands for."""
    if hasattr(model, "dated_by"):
        table, dated = quoted(model._meta.db_table), quoted(model.dated_by)
        return f"SELECT * FROM {LIVE}.{table} WHERE {dated} <= {MOMENT}"  # noqa: S608
    worked_out = [field for field in model._meta.local_concrete_fields if isinstance(field, GeneratedField)]
    kept = [field for field in model._meta.local_concrete_fields if field not in worked_out]
    rows = f"SELECT {', '.join(f'{_kept(model, field)} AS {quoted(field.column)}' for field in kept)} {_source(model)}"
    if not worked_out:
        return rows
    columns = [*(quoted(field.column) for field in kept), *map(_worked_out, worked_out)]
    return f"SELECT {', '.join(columns)} FROM ({rows}) AS kept"  # noqa: S608


def _kept(model: Any, field: Field[Any, Any]) -> str:
    """A column as history has it; a large one from the row itself; one that history leaves out as it begins."""
    column = quoted(field.column)
    if field.primary_key:
        return "event.pgh_obj_id"
    if field.name in {one.name for one in model.pgh_event_model._meta.local_fields}:
        return f"event.{column}"
    if field.name in model.large_columns:
        same = quoted(model._meta.get_field(model.large_columns[field.name]).column)
        return f"CASE WHEN live.{same} = event.{same} THEN live.{column} ELSE {_begins(field)} END"
    return _begins(field)


def _begins(field: Field[Any, Any]) -> str:
    """The column's value in a new row, as SQL."""
    kind = field.db_type(connection)
    default = field.get_default()
    if default is None:
        return f"NULL::{kind}"
    with connection.schema_editor(collect_sql=True) as editor:
        value = editor.quote_value(field.get_db_prep_save(default, connection))
    return value if value.endswith(f"::{kind}") else f"{value}::{kind}"


def _worked_out(field: GeneratedField) -> str:
    sql, parameters = field.generated_sql(connection)
    with connection.schema_editor(collect_sql=True) as editor:
        return f"{sql % tuple(map(editor.quote_value, parameters))} AS {quoted(field.column)}"


def _source(model: Any) -> str:
    """Of each row the last event before the moment, unless that took the row away."""
    events = f"{LIVE}.{quoted(model.pgh_event_model._meta.db_table)}"
    live = ""
    if model.large_columns:
        key = quoted(model._meta.pk.column)
        live = f" LEFT JOIN {LIVE}.{quoted(model._meta.db_table)} AS live ON live.{key} = event.pgh_obj_id"
    return (
        f"FROM {events} AS event{live} WHERE event.pgh_created_at <= {MOMENT} AND event.pgh_label <> 'delete'"
        f" AND NOT EXISTS (SELECT FROM {events} AS later WHERE later.pgh_obj_id = event.pgh_obj_id"
        f" AND later.pgh_id > event.pgh_id AND later.pgh_created_at <= {MOMENT})"
    )
