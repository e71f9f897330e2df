"""What can be wrong with a history, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

EDITED = "edited"  # a sealed row says something else
DELETED = "deleted"
INSERTED = "inserted"  # a row under a seal that did not know it, or one with a number nobody drew
MOVED = "moved"  # what was sealed under one number stands under another
COLUMN_GONE = "column gone"  # its rows cannot be compared any more
TABLE_GONE = "table gone"
SEAL_EDITED = "seal edited"
SEAL_MISSING = "seal missing"
SEALS_REORDERED = "seals reordered"
SEALS_OVERLAP = "seals do not meet"  # a stretch that two seals claim, or none
CUT_TAIL = "cut tail"  # the saved head is not there
OTHER_CHAIN = "another chain"  # another seal stands where the saved head was
CHANGED = "changed without history"  # a record of today differs from the newest row of its history
VANISHED = "gone without history"
APPEARED = "added without history"
SWITCHED_OFF = "history switched off"  # the trigger that writes it is gone, disabled or another

KINDS = (
    EDITED, DELETED, INSERTED, MOVED, COLUMN_GONE, TABLE_GONE, SEAL_EDITED, SEAL_MISSING, SEALS_REORDERED,
    SEALS_OVERLAP, CUT_TAIL, OTHER_CHAIN, CHANGED, VANISHED, APPEARED, SWITCHED_OFF,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where: of a row its number (pgh_id) and the record it is about."""

    kind: str
    table: str = ""
    row: int | None = None
    about: str | None = None
    seal: int | None = None
    detail: str = ""

    def __str__(self) -> str:
        where = [f"seal {self.seal}"] if self.seal is not None else []
        where += [self.table] if self.table else []
        where += [f"row {self.row}"] if self.row is not None else []
        where += [f"about record {self.about}"] if self.about is not None else []
        return ", ".join([f"{self.kind}: {where[0]}" if where else self.kind, *where[1:]]) + (
            f" ({self.detail})" if self.detail else ""
        )
