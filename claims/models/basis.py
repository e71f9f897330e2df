"""What a verdict stands on, as one digest that the database works out: the findings of the copies that speak to a
claim now. Where a copy, or what it says, becomes another, so does the digest, and the verdicts pinned to it are stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import OuterRef, Value
from django.db.models.functions import MD5, Coalesce
from django.db.models.sql.compiler import SQLCompiler

from .columns import Written

NOTHING = hashlib.md5(b"", usedforsecurity=False).hexdigest()


class _Joined(models.Aggregate):
    """`string_agg` in the order of what is joined."""

    function = "string_agg"
    template = "%(function)s(DISTINCT %(expressions)s, ',' ORDER BY %(expressions)s)"
    output_field = models.TextField()


class _Key(models.Func):
    """A copy and what it says, as `basis` writes it."""

    output_field = models.TextField()

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *given: Any, **extra: Any) -> Written:
        snapshot, digest = (compiler.compile(part)[0] for part in self.source_expressions)
        return f"lpad({snapshot}::text, 20, '0') || ':' || {digest}", ()


def seen(claim: Any) -> list[dict[str, Any]]:
    """The findings that a reviewer of the claim sees: [{citation, snapshot, finding, digest}]."""
    from .finding import Finding

    rows = Finding.objects.headlines().current().filter(claim=claim).order_by("citation__number")
    return [dict(row) for row in rows.values("citation", "snapshot", "finding", "digest")]


def basis(findings: Iterable[dict[str, Any]]) -> str:
    """The digest of what was seen. By copy, not by citation: a new text of the article has new citations."""
    keys = sorted({f"{row['snapshot']:020d}:{row['digest']}" for row in findings})
    return hashlib.md5(",".join(keys).encode(), usedforsecurity=False).hexdigest()


def basis_of(claim: str) -> Coalesce:
    """The same, worked out by the database for a row that leads to its claim by the field named."""
    from .finding import Finding

    told = Finding.objects.headlines().current().filter(claim=OuterRef(claim)).order_by()
    joined = (
        told.annotate(key=_Key("snapshot_id", "digest"))
        .values("claim")
        .annotate(joined=_Joined("key"))
        .values("joined")
    )
    found = MD5(models.Subquery(joined, output_field=models.TextField()))
    return Coalesce(found, Value(NOTHING), output_field=models.TextField())
