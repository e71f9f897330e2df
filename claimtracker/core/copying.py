"""Many new rows at once, by PostgreSQL's COPY: a fifth of the time of INSERT statements.

Triggers and constraints hold as for any insert. The context of history is in
force only once a statement that writes has gone through Django's own cursor in
the same transaction (pghistory sets it there), so write something small first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import JSONField, Model

BATCH = 5000  # rows a COPY; their text is held in memory
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

M = TypeVar("M", bound=Model)


def copy_in(model: type[M], rows: Iterable[M]) -> list[M]:
    """Insert unsaved rows, whose id is a bigint; they come back in the same order with their ids."""
    source, saved = iter(rows), []
    while batch := list(islice(source, BATCH)):
        _number(model, batch)
        _copy(model, batch)
        saved += batch
    return saved


def _number(model: type[M], rows: Sequence[M]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, len(rows)]
        )
        for row, (ident,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = ident
            row._state.adding, row._state.db = False, connection.alias


def _copy(model: type[M], rows: Sequence[M]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    lines = StringIO()
    for row in rows:
        lines.write("\t".join([_cell(_value(field, row)) for field in fields]))
        lines.write("\n")
    lines.seek(0)
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN", lines)


def _value(field: Any, row: Model) -> Any:
    """What the column takes; a list is an array, but for a column of JSON."""
    value = field.pre_save(row, add=True)
    return json.dumps(value) if isinstance(field, JSONField) else value


def _cell(value: Any) -> str:
    """A value in COPY's text format: no value is \\N, and an empty text is nothing at all."""
    if value is None:
        return r"\N"
    if isinstance(value, list | tuple):
        return ("{" + ",".join(_element(item) for item in value) + "}").translate(ESCAPES)
    return str(value).translate(ESCAPES)


def _element(item: Any) -> str:
    escaped = str(item).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
