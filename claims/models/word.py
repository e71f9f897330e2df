"""The words of all claims, once each: where a search looks for what somebody meant to type.

A trigram index over some ten thousand words is small and quick; one over the
text of a million claims is neither. A trigger of the claims' table keeps it.
"""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

SHORTEST, LONGEST = 4, 40  # among shorter words every one is a near miss of every other; longer ones are not typed

# Sorted, so that two transactions that add the same words wait for each other instead of locking each other out.
KEEP = f"""
    INSERT INTO claims_word (word)
    SELECT DISTINCT lexeme FROM new_rows, unnest(tsvector_to_array(new_rows.search_words)) AS lexeme
    WHERE length(lexeme) BETWEEN {SHORTEST} AND {LONGEST} AND lexeme !~ '[0-9]'
    ORDER BY lexeme
    ON CONFLICT DO NOTHING;
    RETURN NULL;
"""  # noqa: S608 the two numbers are ours


class Word(models.Model):
    word = models.TextField(primary_key=True)

    class Meta:
        indexes = [GinIndex(OpClass("word", name="gin_trgm_ops"), name="words_by_trigrams", fastupdate=False)]

    def __str__(self) -> str:
        return self.word


def words_are_kept() -> list[pgtrigger.Trigger]:
    """Every word of a claim is in the table, whatever door the claim came through."""
    return [
        pgtrigger.Trigger(
            name=f"keep_words_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=KEEP,
        )
        for name, operation in (("insert", pgtrigger.Insert), ("update", pgtrigger.Update))
    ]
