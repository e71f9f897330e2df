"""What was sealed against what stands there now, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from claimtracker.core.chain.digests import Stretch
from claimtracker.core.chain.faults import DELETED, EDITED, INSERTED, MOVED, Fault

Row = tuple[bytes, str | None]  # its hash, and what it is about


def differences(sealed: Stretch, now: Stretch, *, hashes: bool = True) -> Iterator[Fault]:
    """Every row that is not what was sealed. Without `hashes` only which rows there are is compared."""
    if sealed.ids == now.ids and (not hashes or sealed.hashes == now.hashes):
        return
    then, today = _rows(sealed), _rows(now)
    edited = {row for row in then.keys() & today.keys() if hashes and then[row][0] != today[row][0]}
    gone, new = then.keys() - today.keys(), today.keys() - then.keys()
    # Two rows that read alike may stand for each other: then nothing was changed.
    was_at = {then[row][0]: row for row in sorted(edited | gone)} if hashes else {}
    for row in sorted(edited | gone | new):
        origin = was_at.get(today[row][0]) if row in today else None
        yield Fault(
            kind=MOVED if origin is not None else EDITED if row in edited else DELETED if row in gone else INSERTED,
            table=sealed.table,
            row=row,
            about=(then.get(row) or today[row])[1],
            detail=f"it was sealed as row {origin}" if origin is not None else "",
        )


def _rows(stretch: Stretch) -> dict[int, Row]:
    return {
        row: (stretch.row_hash(place), about)
        for place, (row, about) in enumerate(zip(stretch.ids, stretch.about, strict=True))
    }


def joined(parts: list[Stretch]) -> Stretch:
    """Stretches that follow each other, of one table and over the same columns, as one."""
    if len(parts) == 1:
        return parts[0]
    return Stretch(
        table=parts[0].table,
        columns=parts[0].columns,
        after=parts[0].after,
        upto=parts[-1].upto,
        ids=[row for part in parts for row in part.ids],
        about=[what for part in parts for what in part.about],
        hashes=b"".join(part.hashes for part in parts),
    )
