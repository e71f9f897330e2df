"""Our figures on the specifications of others: quantulum3's tests, Recognizers' numbers, ranges, percentages, ordinals.

    python -m tests.benchmarks.specs_numbers FOLDER

FOLDER has quantulum3/ and recognizers/ (JSON lines: `id, text, gold`). Labels that our
rules call no figure are left out by the rules in `NO_FIGURES`, which look at the text
and the label and never at our answer.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.figures import read_figures
from claims.extraction.parts import Figure
from claims.extraction.quantities.comparators import comparator_after, comparator_before
from claims.extraction.quantities.number_words import STARTERS
from claims.extraction.quantities.phrases import padded
from claims.extraction.sentences import read_sentences
from claims.extraction.words import Token, read_words

from .tallies import Item, Tally, overlap, tally
from .values import bounds, same_number

Rule = Callable[[str, Item], bool]


@dataclass(frozen=True)
class Test:
    text: str
    labels: list[Item]  # those that our rules call no figure are `optional`
    said: list[Item]


def scores(folder: Path) -> dict[str, Tally]:
    """Spans and values of each specification, and the ordinals that no figure touches."""
    found: dict[str, Tally] = {}
    for name, pattern, said_of, right_span, right_value in SETS:
        tests = [_test(row, said_of) for row in _rows(folder, pattern)]
        found[f"{name}, spans"] = _total(tests, right_span)
        found[f"{name}, values"] = _total(tests, right_value)
    found["Recognizers: ordinals left alone"] = _left_alone(
        [_test(row, _everything) for row in _rows(folder, ORDINALS)]
    )
    return found


def left_out(folder: Path) -> dict[str, Counter[str]]:
    """For each specification: how many labels are left out, by reason."""
    return {
        name: Counter(
            why for row in _rows(folder, pattern) for label in row["gold"] if (why := _why(row["text"], label))
        )
        for name, pattern, *_ in SETS
    }


def _rows(folder: Path, pattern: str) -> Iterator[dict]:
    for file in sorted(folder.glob(pattern)):
        yield from (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip())


def _test(row: dict, said_of: Callable[[list[Item], list[Item]], list[Item]]) -> Test:
    labels = [{**label, "optional": _why(row["text"], label) is not None} for label in row["gold"]]
    return Test(row["text"], labels, said_of(labels, read(row["text"])))


def read(text: str) -> list[Item]:
    """The figures of a text, as a reading has them: sentence by sentence, behind the dates."""
    return [
        {**_item(figure), "start": sentence.start + figure.start, "end": sentence.start + figure.end}
        for sentence in read_sentences(text, [])
        for figure in _figures(text[sentence.start : sentence.end])
    ]


def _figures(sentence: str) -> list[Figure]:
    words = read_words(sentence)
    dates, _ = read_dates(words, Calendar(None))
    return read_figures(words, dates)


def _item(figure: Figure) -> Item:
    return {"low": figure.low, "high": figure.high, "comparator": figure.comparator, "unit": figure.unit}


# ── what is right ───────────────────────────────────────────────────────────────────────────────


def _total(tests: list[Test], right: Callable[[str, Item, Item], bool]) -> Tally:
    total = Tally()
    for test in tests:
        total += tally(test.labels, test.said, lambda one, other, text=test.text: int(right(text, one, other)))
    return total


def _same_span(text: str, label: Item, item: Item) -> bool:
    """Theirs leave out comparator words and what a rate is per; "about 40 km a day" may be theirs as "40 km"."""
    if not overlap(label, item):
        return False
    tokens = padded(read_words(text).tokens)
    starts = {label["start"]} | _edge(tokens, label["start"], "start")
    ends = {label["end"]} | _edge(tokens, label["end"], "end")
    rate = re.fullmatch(r" ?(?:per|/) ?\w+", text[item["end"] : label["end"]])
    # "six weeks' time"
    possessive = text[item["end"] - 1].isalpha() and text[item["end"] : label["end"]] == "'"
    return item["start"] in starts and (item["end"] in ends or rate is not None or possessive)


def _edge(tokens: list[Token], place: int, edge: str) -> set[int]:
    at = next((n for n, token in enumerate(tokens) if token.start >= place), None)
    if at is None:
        return set()
    if edge == "start":
        before = comparator_before(tokens, at)
        return {tokens[before.at].start} if before else set()
    behind = comparator_after(tokens, at)
    return {tokens[behind.at - 1].end} if behind else set()


def _same_number(text: str, label: Item, item: Item) -> bool:
    """These tests leave out units and currencies ("$20 million": "20 million") and put verbs in ("exceeds 40")."""
    return _number(text, label) == _number(text, item)


def _number(text: str, span: Item) -> tuple[int, int] | None:
    inside = [
        token
        for token in read_words(text).tokens
        if span["start"] <= token.start < span["end"] and (token.kind == "number" or token.lower in STARTERS)
    ]
    return (inside[0].start, inside[-1].end) if inside else None


def _same_value(text: str, label: Item, item: Item) -> bool:
    theirs, ours = bounds(label), bounds(item)
    return bool(overlap(label, item)) and all(map(same_number, theirs, ours))


def _same_bounds(text: str, label: Item, item: Item) -> bool:
    """An open end of a range has to be open."""
    if item["comparator"] == "exact":
        return _same_value(text, label, item)
    ours = [None if item[end] is None else float(item[end]) for end in ("low", "high")]
    return bool(overlap(label, item)) and all(map(same_number, (label["low"], label["high"]), ours))


def _left_alone(tests: list[Test]) -> Tally:
    """An ordinal is right where no figure touches it; that of "and a third" is a fraction."""
    ranks = [
        (test, label)
        for test in tests
        for label in test.labels
        if label["low"] is not None and not test.text[: label["start"]].endswith("and a ")
    ]
    right = sum(not any(overlap(label, item) for item in test.said) for test, label in ranks)
    return Tally(right, len(ranks), len(ranks))


# ── what is held against us ─────────────────────────────────────────────────────────────────────


def _everything(labels: list[Item], said: list[Item]) -> list[Item]:
    return said


def _without_measures(labels: list[Item], said: list[Item]) -> list[Item]:
    """The tests for numbers leave a number with its measure ("180ml") to other tests."""
    return [item for item in said if item["unit"] is None or any(overlap(label, item) for label in labels)]


def _only_ranges(labels: list[Item], said: list[Item]) -> list[Item]:
    """The tests for ranges do not ask for single numbers."""
    single = ("exact", "about", "vague")
    return [item for item in said if item["comparator"] not in single or any(overlap(one, item) for one in labels)]


SETS = (
    ("quantulum3", "quantulum3/*.jsonl", _everything, _same_span, _same_value),
    ("Recognizers: numbers", "recognizers/Number_NumberModel.jsonl", _without_measures, _same_number, _same_value),
    ("Recognizers: ranges", "recognizers/Number_NumberRangeModel.jsonl", _only_ranges, _same_number, _same_bounds),
    ("Recognizers: percentages", "recognizers/Number_PercentModel.jsonl", _everything, _same_number, _same_value),
)
ORDINALS = "recognizers/Number_OrdinalModel.jsonl"


# ── what is no figure by our rules ──────────────────────────────────────────────────────────────


def _why(text: str, label: Item) -> str | None:
    """The first reason to leave a label out, if there is one."""
    return next((reason for reason, rule in NO_FIGURES.items() if rule(text, label)), None)


def _is_a_year(text: str, label: Item) -> bool:
    """Four plain digits from 1000 to 2099, without currency or unit."""
    plain = re.fullmatch(r"1\d{3}|20\d{2}", label["surface"]) is not None
    return plain and label["unit"] in (None, "dimensionless") and text[: label["start"]].endswith((" ", "/"))


def _is_in_a_name(text: str, label: Item) -> bool:
    """Digits behind a name or its hyphen, or behind a word for what is numbered: "Apollo 9", "version 9"."""
    if label["unit"] not in (None, "dimensionless") or not re.fullmatch(r"\d+|[a-z]+", label["surface"]):
        return False
    before = text[: label["start"]]
    named = r"(?:[A-Z][\w'’]+ |\b[a-z]\d+ |[A-Z]-)$" if label["surface"].isdigit() else r"\bversion $"
    return re.search(named, before) is not None or re.search(r"\bnrs?\. (?:\d+,)*$", before) is not None


def _is_in_a_chain(text: str, label: Item) -> bool:
    """One of three or more numbers grown together: a date, a telephone number, an address, digits one by one."""
    chains = re.finditer(r"\+?\d+(?:[./-]\d+){2,}|\b[a-z]+(?:-[a-z]+){2,}", text)
    inside = [chain for chain in chains if chain.start() <= label["start"] and label["end"] <= chain.end()]
    return any(chain[0] != label["surface"] for chain in inside)


def _is_a_rank(text: str, label: Item) -> bool:
    """An ordinal, also one that could be a fraction: "the tenth", "a twenty-first", the two of "two millionth"."""
    if re.match(r"[ -](?:first|second|third|[a-z]+th)\b", text[label["end"] :]):
        return True
    rank = r"\bthe \w+(?:st|nd|rd|th)\b|(?:ty|hundred|and)[- ](?:first|second|third|\w+th)$"
    return re.search(rank, label["surface"]) is not None


def _is_a_change(text: str, label: Item) -> bool:
    """ "fell from 9 kg to 4 kg": for us two figures, not a range."""
    before = text[: label["start"]]
    return (
        " to " in label["surface"]
        and re.search(r"\b(?:rose|fell|reduced|increased) from (?:about )?$", before) is not None
    )


def _is_typed(text: str, label: Item) -> bool:
    """ "- 10", "1^--2", "10 G", "10 M": signs and letters for a calculator; in prose a dash, gravity, a name."""
    return re.search(r"^- |--|\d ?[Gg]$| [Mm]$", label["surface"]) is not None


def _has_no_number(text: str, label: Item) -> bool:
    """ "a gallon", "a percentage"; also "a dozen" as a unit of which there is one."""
    words = re.findall(r"\w+", label["surface"].lower())
    return not any(word in STARTERS or word[0].isdigit() or not word.isascii() for word in words) or (
        label["unit"] or ""
    ).endswith(("dozen", "gross"))


NO_FIGURES: dict[str, Rule] = {
    "a year": _is_a_year,
    "part of a name, or the number of something": _is_in_a_name,
    "part of a date, a telephone number, an address": _is_in_a_chain,
    "an ordinal": _is_a_rank,
    "typed as for a calculator": _is_typed,
    "a change from one value to another, which is two figures": _is_a_change,
    "a count of one without a number word": _has_no_number,
}


def report(folder: Path) -> Iterator[str]:
    for name, found in scores(folder).items():
        yield f"{name:34} {found.f1:5.1f} ({found.right}/{found.said}/{found.asked})"
    for name, reasons in left_out(folder).items():
        yield f"{name}: {sum(reasons.values())} left out"
        yield from (f"  {times:3} {reason}" for reason, times in reasons.most_common())


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]))))  # noqa: T201 -- a command
