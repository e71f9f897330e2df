"""Several QuerySets in one round trip: a page asks a dozen small questions, and waits for the server once.

Each QuerySet stays what it is; only its rows come from a common statement. They are cast by the driver's own
typecasters and made into objects by Django's own compiler, so nothing can tell how they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Rows = list[tuple[Any, ...]]


def fetch_together(*asked: QuerySet[Any, Any]) -> None:
    """Evaluate these, in one statement: their rows are cached in them as if each had been iterated.

    What they prefetch is asked for afterwards, as always. One that was evaluated before is left as it is.
    """
    questions = [question for rows in asked if rows._result_cache is None and (question := _read(rows))]
    for question, rows in zip(questions, _answers(questions), strict=True):
        question.fill(rows)


@dataclass(frozen=True, slots=True)
class _Question:
    rows: QuerySet[Any, Any]
    compiler: Any
    sql: str
    params: tuple[Any, ...]

    def part(self, number: int) -> str:
        """The statement with every column as text, and beside the first row what the columns are."""
        names = [f"c{at}" for at in range(len(self.compiler.select))]
        types = ", ".join(f"pg_typeof({name})::oid::int" for name in names)
        texts = ", ".join(f"{name}::text" for name in names)
        return (
            f"SELECT {number}, row_number() OVER () AS n, CASE WHEN row_number() OVER () = 1 THEN ARRAY[{types}] END,"  # noqa: S608 (Django's own statement, its values apart)
            f" ARRAY[{texts}] FROM ({self.sql}) AS asked({', '.join(names)})"
        )

    def fill(self, rows: Rows) -> None:
        self.compiler.execute_sql = lambda *given, **options: [rows]
        query: Any = self.rows.query
        query.get_compiler = lambda *given, **options: self.compiler
        try:
            self.rows._fetch_all()
        finally:
            del query.get_compiler


def _read(rows: QuerySet[Any, Any]) -> _Question | None:
    """None for what needs the server not at all (it is empty then), or more than a statement of its own columns."""
    compiler: Any = rows.query.get_compiler(using=rows.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        sql, params = "", ()
    if not sql or compiler.has_extra_select:  # columns for the order alone
        rows._fetch_all()
        return None
    return _Question(rows, compiler, sql, tuple(params))


def _answers(questions: Sequence[_Question]) -> list[Rows]:
    """The rows of each, with the values that the driver would have given."""
    if not questions:
        return []
    parts = [f"({question.part(number)})" for number, question in enumerate(questions)]
    params = [value for question in questions for value in question.params]
    found: dict[int, list[tuple[int, list[int] | None, list[str | None]]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        for number, n, types, texts in cursor.fetchall():
            found[number].append((n, types, texts))
        return [_cast(sorted(found[number], key=lambda row: row[0]), cursor.cursor) for number in range(len(questions))]


def _cast(rows: Sequence[tuple[int, list[int] | None, list[str | None]]], cursor: Any) -> Rows:
    if not rows:
        return []
    casters = [_caster(oid, cursor) for oid in rows[0][1] or ()]
    return [tuple(cast(text, cursor) for cast, text in zip(casters, texts, strict=True)) for _, _, texts in rows]


def _caster(oid: int, cursor: Any) -> Any:
    """As psycopg2 looks for it: what was registered for the connection, then for all."""
    for known in (cursor.connection.string_types, psycopg2.extensions.string_types):
        if oid in known:
            return known[oid]
    return psycopg2.extensions.UNICODE
