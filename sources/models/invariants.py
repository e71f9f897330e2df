"""Rules over two tables, kept by the database."""

from __future__ import annotations

import pgtrigger

OUTSIDE = """
    IF EXISTS (
        SELECT FROM new_rows AS span JOIN sources_revision AS revision ON revision.id = span.revision_id
        WHERE span."end" > revision.characters
    ) THEN
        RAISE EXCEPTION 'a span reaches outside the text of its revision' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


def inside_the_text() -> list[pgtrigger.Trigger]:
    """No row's `end` lies behind the end of its revision's text.

    Statement level: one check for ten thousand rows. PostgreSQL wants a trigger
    of its own for each event that has a transition table.
    """
    return [
        pgtrigger.Trigger(
            name=f"inside_text_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=OUTSIDE,
        )
        for name, operation in (("insert", pgtrigger.Insert), ("update", pgtrigger.Update))
    ]
