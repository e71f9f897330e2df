"""What the lint finds: an item with its words, and the share of figures that a citation covers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "no_list",
    "cited_without_entry",
    "entry_never_cited",
    "duplicate_entries",
    "out_of_order",
    "range_expanded",
    "note_only",
    "citation_needed",
    "uncited_figure",
    "several_figures_one_citation",
    "near_twins",
    "too_many",
]
Severity = Literal["problem", "look", "information"]

# problem: something is wrong in any case; look: a person should; information: so it was read.
SEVERITY: dict[Rule, Severity] = {
    "no_list": "problem",
    "cited_without_entry": "problem",
    "entry_never_cited": "look",
    "duplicate_entries": "problem",
    "out_of_order": "look",
    "range_expanded": "information",
    "note_only": "information",
    "citation_needed": "look",
    "uncited_figure": "look",
    "several_figures_one_citation": "information",
    "near_twins": "look",
    "too_many": "information",
}
MOST_ITEMS = 5000  # of one rule; behind them one item says how many more there were
MOST_OTHERS = 200  # further places of one item
LONGEST_QUOTE = 80

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """`words` is a sentence for people; `start` and `end` are the words to jump to, `others` further ones."""

    rule: Rule
    key: str
    start: int
    end: int
    numbers: tuple[int, ...]
    words: str
    others: tuple[Spot, ...] = ()

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.rule]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures the text has and how many of them a citation governs; no share where there are none."""

    figures: int
    cited: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Lint:
    """Items in the order of the text."""

    items: tuple[Item, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Finding:
    """An item before it has a key: `subject` are its own words, without anything of where it stands."""

    rule: Rule
    subject: tuple[str, ...]
    spot: Spot
    words: str
    numbers: tuple[int, ...] = ()
    others: Sequence[Spot] = ()


def items_of(findings: Iterable[Finding]) -> Iterator[Item]:
    """The findings of each rule with their keys, to a number; the same subject twice is told apart by its order."""
    counts: Counter[Rule] = Counter()
    seen: Counter[str] = Counter()
    first: dict[Rule, Spot] = {}
    for finding in findings:
        counts[finding.rule] += 1
        first.setdefault(finding.rule, finding.spot)
        if counts[finding.rule] <= MOST_ITEMS:
            digest = _digest(finding)
            seen[digest] += 1
            yield _item(finding, f"{digest}-{seen[digest]}")
    for rule, count in counts.items():
        if count > MOST_ITEMS:
            words = f"There are {count - MOST_ITEMS:,} more findings of the kind “{rule.replace('_', ' ')}”."
            yield _item(
                Finding("too_many", (rule,), first[rule], words), _digest(Finding("too_many", (rule,), (0, 0), ""))
            )


def _item(finding: Finding, key: str) -> Item:
    start, end = finding.spot
    return Item(finding.rule, key, start, end, finding.numbers, finding.words, tuple(finding.others[:MOST_OTHERS]))


def _digest(finding: Finding) -> str:
    parts = (finding.rule, *(" ".join(words.split()).casefold() for words in finding.subject))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def quoted(text: str) -> str:
    """Words for a sentence: on one line, cut at a blank where they are long."""
    words = " ".join(text[: 4 * LONGEST_QUOTE].split())
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
    return f"“{words}”"


def listed(numbers: Iterable[int], bracketed: bool = False) -> str:
    """ "2, 3 and 4"; to twelve, then how many more."""
    words = [f"[{number}]" if bracketed else str(number) for number in numbers]
    if len(words) > 12:
        words = [*words[:11], f"{len(words) - 11} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
