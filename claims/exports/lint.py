"""Lint items as they leave the house: the JSON shape and the table, as plain functions of a row (`with_dismissal`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtracker.core.addresses import Addresses
from sources.exports.shapes import moment

COLUMNS = (
    "id", "article_id", "revision", "rule", "severity", "words", "numbers", "quote", "start", "end",
    "dismissed_at", "dismissed_by", "dismissed_for",
)  # fmt: skip


def lint_json(item: Any, addresses: Addresses) -> dict[str, Any]:
    article = item.revision.article_id
    dismissed = {"by": item.dismissed_by, "at": moment(item.dismissed_at), "reason": item.dismissed_for}
    return {
        "id": item.pk,
        "article": article,
        "revision": item.revision.number,
        "page": f"{addresses.page('articles', article)}?at={item.start}-{item.end}#at",
        "rule": item.rule,
        "severity": item.severity,
        "key": item.key,
        "words": item.words,
        "numbers": item.numbers,
        "quote": {"exact": item.quote, "start": item.start, "end": item.end},
        "others": [{"start": start, "end": end} for start, end in item.others],
        "dismissed": dismissed if item.dismissed_at else None,
    }


def cells(item: Any, addresses: Addresses) -> Iterator[Any]:
    yield from (item.pk, item.revision.article_id, item.revision.number, item.rule, item.severity, item.words)
    yield from (";".join(str(number) for number in item.numbers), item.quote, item.start, item.end)
    yield from (moment(item.dismissed_at), item.dismissed_by, item.dismissed_for)
