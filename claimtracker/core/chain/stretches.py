"""The rows under the seals: is each still there, as it was, and no other among them?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from django.db import DatabaseError, transaction

from claimtracker.core.chain.digests import Stretch
from claimtracker.core.chain.faults import COLUMN_GONE, SEALS_OVERLAP, TABLE_GONE, Fault
from claimtracker.core.chain.links import Link
from claimtracker.core.chain.rows import differences, joined
from claimtracker.core.chain.tables import LOWEST, columns_of, is_a_type, read_stretch


class Stretches:
    """Goes along the chain, link by link, and keeps how far it has come in each table."""

    def __init__(self) -> None:
        self.upto: dict[str, int] = defaultdict(lambda: LOWEST)
        self.doubted = False  # after a broken seal nothing is said about where the next one begins
        self.gone: Counter[tuple[str, str]] = Counter()  # (table, column): sealed rows that cannot be compared
        self._now = cache(columns_of)

    def compare(self, links: Iterable[Link]) -> Iterator[Fault]:
        parts: dict[str, list[tuple[int, Stretch]]] = defaultdict(list)
        for link in links:
            if link.faults:
                self.doubted = True
                self.upto.clear()
            for part in link.parts:
                if not link.faults:
                    yield from self._meets(link.seal.number, part)
                parts[part.table].append((link.seal.number, part))
        for sealed in parts.values():
            for run in _runs(sealed):
                yield from self._rows(run)

    def not_compared(self) -> Iterator[Fault]:
        """What no row could be compared for, since a table or a column of it went away."""
        for (table, column), rows in sorted(self.gone.items()):
            kind, what = (COLUMN_GONE, f"{column}; ") if column else (TABLE_GONE, "")
            yield Fault(kind, table=table, detail=f"{what}{rows:,} sealed rows cannot be compared in full")

    def _meets(self, seal: int, part: Stretch) -> Iterator[Fault]:
        if part.table in self.upto or not self.doubted:
            expected = self.upto[part.table]
            if part.after != expected:
                detail = f"begins after row {part.after}, and the seal before it ended with row {expected}"
                yield Fault(SEALS_OVERLAP, table=part.table, seal=seal, detail=detail)
        self.upto[part.table] = part.upto

    def _rows(self, run: list[tuple[int, Stretch]]) -> Iterator[Fault]:
        sealed = joined([part for _, part in run])
        now = self._now(sealed.table)
        if not now:
            self.gone[sealed.table, ""] += len(sealed.ids)
            return
        lost = [column for column in sealed.columns if not _readable(column, now)]
        found = None if lost else _read(sealed, sealed.columns, now)
        if found is None:
            lost = lost or [column for column in sealed.columns if column not in now]
            self.gone.update({(sealed.table, column): len(sealed.ids) for column in lost})
            found = _read(sealed, (), now)
        for fault in differences(sealed, found, hashes=not lost) if found else ():
            under = next((number for number, part in run if fault.row is not None and fault.row <= part.upto), None)
            yield replace(fault, seal=under)


def _runs(parts: list[tuple[int, Stretch]]) -> Iterator[list[tuple[int, Stretch]]]:
    """Parts that can be read in one go: each begins where the one before it ends, over the same columns."""
    begin = 0
    for place in range(1, len(parts) + 1):
        before = parts[place - 1][1]
        after = parts[place][1] if place < len(parts) else None
        if after is None or after.after != before.upto or after.columns != before.columns:
            yield parts[begin:place]
            begin = place


def _readable(column: str, now: tuple[str, ...]) -> bool:
    name, kind = column.split(" ", 1)
    return column in now or (any(today.split(" ", 1)[0] == name for today in now) and is_a_type(kind))


def _read(sealed: Stretch, columns: tuple[str, ...], now: tuple[str, ...]) -> Stretch | None:
    """The rows of today; None where a value cannot be read as the type that was sealed."""
    try:
        with transaction.atomic():
            return read_stretch(sealed.table, columns, sealed.after, sealed.upto, now=now)
    except DatabaseError:
        if set(columns) <= set(now):
            raise
        return None
