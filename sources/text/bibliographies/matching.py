"""Records of a file matched to the numbers of an article's list.

By what proves it first: the DOI, the address, the number that the record
names, the title that stands in the entry. Two records that fit alike are
both kept, and neither is sure: a person picks.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from sources.text.entries import Keys, read_entry, record_key
from sources.text.referencing.record import Record

from .given import Bibliography

Why = Literal["doi", "address", "number", "title", "order"]

FLOOR = 90.0  # of 100: how much of a title must stand in an entry
MARGIN = 5.0  # over the runner-up
SHORT = 15  # a title of fewer characters proves nothing without an author's name or the year
MOST_CANDIDATES = 15  # whose titles are compared with an entry, letter by letter
COMMON = 400  # a word in so many titles leads nowhere
LONGEST_ENTRY = 3000
WORD = re.compile(r"\w+")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Match:
    """The record `index` of the file may be entry `number` of the article; sure where nothing speaks against it."""

    number: int
    index: int
    why: Why
    sure: bool


def match_records(bibliography: Bibliography, entries: Sequence[tuple[int, str]]) -> list[Match]:
    """The matches in the order of the entries, the likeliest of each first; an entry may have no text."""
    index = _Index([given.record for given in bibliography.records])
    named: dict[int, list[int]] = defaultdict(list)
    for at, given in enumerate(bibliography.records):
        if given.number is not None:
            named[given.number].append(at)
    found = [match for number, text in entries for match in _of_entry(index, named, number, text)]
    if not found and not any(text.strip() for _, text in entries) and len(entries) == len(bibliography.records):
        return [Match(number, at, "order", sure=False) for at, (number, _) in enumerate(sorted(entries))]
    return found


def _of_entry(index: _Index, named: dict[int, list[int]], number: int, text: str) -> list[Match]:
    text = text[:LONGEST_ENTRY]
    record = read_entry(text) if text.strip() else Record()
    keys = record_key(record)
    if keys.doi and (same := index.dois.get(keys.doi)):
        return _matches(number, same, "doi")
    if keys.address and (same := index.addresses.get(keys.address)):
        return _matches(number, same, "address")
    likely = index.titles_in(text, record)
    if same := named.get(number, []):
        # The number is the file's word; an entry that is plainly another work overrules it.
        agrees = not text.strip() or (len(likely) > 0 and likely[0][0] == same[0])
        others = [at for at, _ in likely if at not in same][:1] if not agrees else []
        return _matches(
            number, [*same, *others], "number", sure=agrees or (not others and not index.speaks_against(same[0], keys))
        )
    return _by_title(index, number, text, likely)


def _by_title(index: _Index, number: int, text: str, likely: Sequence[tuple[int, float]]) -> list[Match]:
    if not likely:
        return []
    best, score = likely[0]
    close = [at for at, other in likely if score - other < MARGIN]
    return _matches(number, close, "title", sure=index.agrees(best, text))


def _matches(number: int, found: Iterable[int], why: Why, *, sure: bool = True) -> list[Match]:
    several = list(dict.fromkeys(found))
    return [Match(number, at, why, sure and len(several) == 1) for at in several[:MOST_CANDIDATES]]


class _Index:
    """The records of a file by their keys and by the words of their titles."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.keys = [record_key(record) for record in records]
        self.dois = _grouped(keys.doi for keys in self.keys)
        self.addresses = _grouped(keys.address for keys in self.keys)

    @cached_property
    def titles(self) -> list[str]:
        return [_folded(record.title) for record in self.records]

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Word → titles, without the words that are in most of them."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, title in enumerate(self.titles):
            for word in set(WORD.findall(title)):
                found[word].append(at)
        most = max(COMMON, 3)
        return {word: titles for word, titles in found.items() if len(titles) <= most}

    def titles_in(self, text: str, record: Record) -> list[tuple[int, float]]:
        """(record, score) of those whose title stands in the entry, best first."""
        entry = _folded(text)
        if not entry:
            return []
        shared: Counter[int] = Counter()
        for word in set(WORD.findall(entry)):
            for at in self.words.get(word, ()):
                shared[at] += 1 + math.isqrt(COMMON // len(self.words[word]))
        read = _folded(record.title)
        scored = [(at, self._score(at, entry, read)) for at, _ in shared.most_common(MOST_CANDIDATES)]
        fitting = [(at, score) for at, score in scored if score >= FLOOR and self._is_telling(at, text)]
        # Of two titles one of which is in the other, the longer is meant.
        return sorted(fitting, key=lambda pair: (-pair[1], -len(self.titles[pair[0]])))

    def _score(self, at: int, entry: str, read: str) -> float:
        title = self.titles[at]
        inside = fuzz.partial_ratio(title, entry) if len(title) <= len(entry) + 5 else fuzz.ratio(title, entry)
        return inside if not read or inside < FLOOR else (2 * inside + fuzz.ratio(title, read)) / 3

    def _is_telling(self, at: int, text: str) -> bool:
        return len(self.titles[at]) >= SHORT or (
            len(self.titles[at]) > 1 and self._names(at, text) and self.agrees(at, text)
        )

    def _names(self, at: int, text: str) -> bool:
        names = [name.family or name.literal for name in self.records[at].authors]
        return any(name and _folded(name) in _folded(text) for name in names)

    def agrees(self, at: int, text: str) -> bool:
        """Whether the years do not speak against it."""
        year, years = self.records[at].issued[:4], set(YEAR.findall(text))
        return not year.isdigit() or not years or year in years

    def speaks_against(self, at: int, keys: Keys) -> bool:
        """Whether a record has another DOI or page than the entry."""
        own = self.keys[at]
        return bool((keys.doi and own.doi and keys.doi != own.doi) or (keys.address and own.address and not keys.doi))


def _grouped(keys: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        if key:
            found[key].append(at)
    return found


def _folded(text: str) -> str:
    """Letters and digits only, without case and accents."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(WORD.findall("".join(char for char in bare if not unicodedata.combining(char))))
