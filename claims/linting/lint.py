"""The lint of a whole reading."""

from __future__ import annotations

from itertools import chain

from claims.extraction.reading import Reading

from .covering import coverage, covering
from .items import Lint, items_of
from .numbering import numbering
from .twins import near_twins


def read_lint(reading: Reading) -> Lint:
    """All findings, in the order of the text. Time grows with the text only."""
    findings = chain(numbering(reading), covering(reading), near_twins(reading.text, reading.claims))
    items = sorted(items_of(findings), key=lambda item: (item.start, item.end, item.rule, item.key))
    return Lint(tuple(items), coverage(reading))
