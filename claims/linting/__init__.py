"""Citation lint: what an editor would ask about an article's citations and figures, each with the words it is about.

    lint = read_lint(reading)
    lint.items[0].words, lint.coverage.share

Nothing here judges a claim. A finding has a key that stays the same while its
own words do, so that one that was dismissed stays dismissed in a new reading.
"""

from .items import SEVERITY, Coverage, Item, Lint, Rule, Severity
from .lint import read_lint

__all__ = ["SEVERITY", "Coverage", "Item", "Lint", "Rule", "Severity", "read_lint"]
