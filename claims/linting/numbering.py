"""Marks and list held against each other: entries that miss, that nobody cites, that stand twice; order and ranges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.extraction.reading import Reading
from sources.text.entries import read_entry, record_key
from sources.text.marks import Mark
from sources.text.references import Entry

from .items import Finding, Spot, listed, quoted

UNORDERED = 1 / 3  # so many of the numbers out of order are a list sorted by something else
FEWEST = 6
DASH = re.compile(r"\d\s*[-‐‑‒–—−]\s*\d")
LONGEST_ENTRY = 5000
WORD = re.compile(r"\w+")


def numbering(reading: Reading) -> Iterator[Finding]:
    marks = _by_number(reading.marks)
    entries = _by_label(reading.references)
    yield from _missing(reading, marks, entries)
    yield from _never_cited(marks, entries)
    yield from _duplicates(list(entries.values()))
    yield from _order(marks)
    yield from _ranges(reading.marks)


def _by_number(marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """Number → its marks, in the order in which the numbers first appear."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for number in mark.numbers:
            found[number].append(mark)
    return found


def _by_label(entries: Sequence[Entry]) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    for entry in entries:
        if entry.number is not None:
            found.setdefault(entry.number, entry)
    return found


def _spots(marks: Sequence[Mark]) -> list[Spot]:
    return [(mark.start, mark.end) for mark in marks]


def _missing(reading: Reading, marks: Mapping[int, Sequence[Mark]], entries: Mapping[int, Entry]) -> Iterator[Finding]:
    if not marks:
        return
    if not entries:
        first = next(iter(marks.values()))[0]
        words = f"The text cites {listed(sorted(marks), bracketed=True)}, and no list of references was found in it."
        yield Finding("no_list", (), (first.start, first.end), words, tuple(sorted(marks)))
        return
    for number, found in marks.items():
        if number not in entries:
            spots = _spots(found)
            words = f"The text cites [{number}], and the list has no entry {number}."
            yield Finding("cited_without_entry", (str(number),), spots[0], words, (number,), spots[1:])


def _never_cited(marks: Mapping[int, Sequence[Mark]], entries: Mapping[int, Entry]) -> Iterator[Finding]:
    for number, entry in entries.items():
        if number not in marks:
            words = f"Entry {number} is in the list, and no mark of the text leads to it: {quoted(entry.text)}."
            yield Finding("entry_never_cited", (entry.text,), (entry.start, entry.end), words, (number,))


def _duplicates(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Entries with the same words, DOI or address; each pair is said once, by what proves it first."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for why, key in _keys_of(entry):
            groups[why, key].append(entry)
    said: set[tuple[int, ...]] = set()
    for (why, _), found in sorted(groups.items(), key=lambda pair: pair[1][0].start):
        numbers = tuple(entry.number or 0 for entry in found)
        if len(found) < 2 or numbers in said:
            continue
        said.add(numbers)
        first, *others = ((entry.start, entry.end) for entry in found)
        words = f"Entries {listed(numbers)} have the same {why}: {quoted(found[0].text)}."
        yield Finding("duplicate_entries", tuple(entry.text for entry in found), first, words, numbers, others)


def _keys_of(entry: Entry) -> Iterator[tuple[str, str]]:
    if not any(char.isalpha() for char in entry.text[:LONGEST_ENTRY]):
        return
    yield "words", " ".join(WORD.findall(entry.text[:LONGEST_ENTRY].casefold()))
    record = read_entry(entry.text)
    page = record.csl.get("page", "")  # another page of the same work is another citation of it
    keys = record_key(record)
    if keys.doi:
        yield "DOI", f"{keys.doi}\n{page}"
    elif keys.address:
        yield "address", f"{keys.address}\n{page}"


def _order(marks: Mapping[int, Sequence[Mark]]) -> Iterator[Finding]:
    """First appearances that do not ascend: the fewest numbers whose absence would put the rest in order."""
    numbers = list(marks)
    kept = _longest_ascending(numbers)
    out = [at for at in range(len(numbers)) if at not in kept]
    if len(out) >= FEWEST and len(out) > UNORDERED * len(numbers):
        spots = [_spots(marks[numbers[at]])[0] for at in out]
        words = (
            f"The numbers do not follow the text: they first appear as {listed(numbers, bracketed=True)}; "
            "the list may be sorted by something else, such as names."
        )
        yield Finding("out_of_order", ("all",), spots[0], words, tuple(numbers[at] for at in out), spots[1:])
        return
    for at in out:
        spot = _spots(marks[numbers[at]])[0]
        words = f"[{numbers[at]}] is out of order: it first appears {_between(numbers, at)}."
        yield Finding("out_of_order", (str(numbers[at]),), spot, words, (numbers[at],))


def _between(numbers: Sequence[int], at: int) -> str:
    before = f"after [{numbers[at - 1]}]" if at else ""
    behind = f"before [{numbers[at + 1]}]" if at + 1 < len(numbers) else ""
    return " and ".join(filter(None, (before, behind)))


def _longest_ascending(numbers: Sequence[int]) -> set[int]:
    """The places of a longest ascending row (patience sorting, n log n)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(tails, number)
        before.append(places[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(number)
            places.append(at)
        else:
            tails[pile], places[pile] = number, at
    kept, at = set(), places[-1] if places else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _ranges(marks: Sequence[Mark]) -> Iterator[Finding]:
    for mark in marks:
        if DASH.search(mark.surface):
            words = f"{mark.surface} stands for {listed(mark.numbers)}."
        elif len(mark.numbers) > 1 and "," not in mark.surface and ";" not in mark.surface:
            words = f"{mark.surface} ends a range and stands for {listed(mark.numbers)}."
        else:
            continue
        yield Finding("range_expanded", (mark.surface,), (mark.start, mark.end), words, mark.numbers)
