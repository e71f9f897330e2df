"""What the database works out for a claim by itself: its stated range, and what a search looks in."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import DecimalRangeField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.sql.compiler import SQLCompiler

Written = tuple[str, tuple[str | int, ...]]  # SQL and its parameters


class Stated(Func):
    """The interval of a comparator and two bounds, as `numrange`."""

    output_field = DecimalRangeField()

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *given: Any, **extra: Any) -> Written:
        comparator, low, high = (compiler.compile(part)[0] for part in self.source_expressions)
        return (
            f"CASE WHEN {low} IS NULL AND {high} IS NULL THEN NULL"
            f" WHEN {comparator} IN ('more_than', 'less_than') THEN numrange({low}, {high}, '()')"
            f" ELSE numrange({low}, {high}, '[]') END",
            (),
        )


def stated_range() -> models.GeneratedField:
    """The interval that the figure states; null without a figure, never unbounded on both sides."""
    return models.GeneratedField(
        expression=Stated("figure_comparator", "figure_low", "figure_high"),
        output_field=DecimalRangeField(),
        db_persist=True,
    )


class Words(Func):
    """A tsvector of the named columns: English stems, and the plain words for prefixes and names."""

    function = "to_tsvector"
    output_field = SearchVectorField()

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *given: Any, **extra: Any) -> Written:
        columns = [compiler.compile(part)[0] for part in self.source_expressions]
        text = " || ' ' || ".join(columns)
        return f"to_tsvector('english'::regconfig, {text}) || to_tsvector('simple'::regconfig, {text})", ()


# The statement holds the words of the quote.
SEARCHED = ("statement", "figure_unit", "figure_counted", "place_text", "attribution_agent")


def searched_words() -> models.GeneratedField:
    return models.GeneratedField(expression=Words(*SEARCHED), output_field=SearchVectorField(), db_persist=True)
