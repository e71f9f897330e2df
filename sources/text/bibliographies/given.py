"""What a file of references gives, and the limits within which it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sources.text.composing import compose
from sources.text.dois import doi_key
from sources.text.links import clean
from sources.text.referencing.record import Name, Record

Format = Literal["bibtex", "ris", "csl-json"]

LARGEST_FILE = 5_000_000  # bytes
MOST_RECORDS = 20_000
MOST_NAMES = 500
MOST_PROBLEMS = 50
LONGEST = {"title": 1000, "container": 500, "publisher": 300}
LONGEST_OTHER = 2000  # characters of a field that goes to `csl`
MOST_OTHERS = 60

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Where people put the number of the article's list: "5", "[5]", "ref5", "Reference 5".
NUMBER = re.compile(
    r"(?:ref(?:erence)?|cit(?:e|ation)?|source|note|no|nr|n)?[\s._:#-]{0,3}[\[(]?(\d{1,4})[\])]?\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Given:
    """One record of a file; `number` is the article's, where the file names one."""

    key: str
    number: int | None
    record: Record


@dataclass(frozen=True, slots=True)
class Bibliography:
    """`problems` are plain sentences on what was left out or cut."""

    format: Format
    records: tuple[Given, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Problems:
    """Sentences for people: the first fifty, and how many more there were."""

    said: list[str] = field(default_factory=list)
    more: int = 0

    def say(self, sentence: str) -> None:
        if len(self.said) < MOST_PROBLEMS:
            self.said.append(sentence)
        else:
            self.more += 1

    def all(self) -> tuple[str, ...]:
        return (*self.said, *([f"There are {self.more:,} more problems of this kind."] if self.more else []))


@dataclass(slots=True)
class Raw:
    """A record in the words of its file, before they are measured."""

    key: str
    type: str = "document"
    title: str = ""
    authors: Sequence[Name] = ()
    container: str = ""
    publisher: str = ""
    issued: str = ""
    address: str = ""
    doi: str = ""
    numbers: Sequence[str] = ()
    csl: Mapping[str, Any] = field(default_factory=dict)


def given_of(raw: Raw, problems: Problems) -> Given:
    """The record within its limits; what is cut is said."""
    key = plain(raw.key)[:200]
    cut = {name: _cut(getattr(raw, name), name, longest, key, problems) for name, longest in LONGEST.items()}
    csl = {
        plain(name)[:60]: _other(value)
        for name, value in list(raw.csl.items())[:MOST_OTHERS]
        if value not in ("", [], None)
    }
    if len(raw.authors) > MOST_NAMES:
        problems.say(f"{_called(key)} has {len(raw.authors):,} authors; the first {MOST_NAMES} are kept.")
    record = Record(
        type=raw.type,
        authors=tuple(raw.authors[:MOST_NAMES]),
        issued=raw.issued,
        address=_address(raw.address, key, problems),
        doi=doi_key(raw.doi[:500]),
        csl=csl,
        **cut,
    )
    return Given(key, number_in(raw.numbers), record)


def number_in(words: Sequence[str]) -> int | None:
    """The article's number that a record names, the first of several places."""
    for word in words:
        if len(word) < 30 and (match := NUMBER.fullmatch(word.strip())) and int(match[1]):
            return int(match[1])
    return None


def plain(text: str) -> str:
    """One line, composed, without characters that steer or hide."""
    return " ".join(compose(CONTROL.sub(" ", text)).split())


def _called(key: str) -> str:
    return f"The record “{key}”" if key else "A record without a key"


def _cut(text: str, name: str, longest: int, key: str, problems: Problems) -> str:
    words = plain(text[: 4 * longest])
    if len(text) > longest and len(plain(text[: 4 * longest])) > longest:
        problems.say(f"{_called(key)} has a {name} of {len(text):,} characters; the first {longest:,} are kept.")
    return words[:longest]


def _other(value: Any) -> Any:
    """A field for `csl`: text, number, or a short list of them."""
    if isinstance(value, str):
        return plain(value[: 2 * LONGEST_OTHER])[:LONGEST_OTHER]
    if isinstance(value, bool) or value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        return [_other(item) for item in value[:MOST_NAMES] if not isinstance(item, list | tuple)]
    if isinstance(value, dict):
        return {plain(str(name))[:60]: _other(item) for name, item in list(value.items())[:20] if isinstance(item, str)}
    return ""


def _address(address: str, key: str, problems: Problems) -> str:
    if not address.strip():
        return ""
    try:
        return clean(address.strip())
    except ValueError:
        problems.say(f"{_called(key)} has an address that is none of a web page; it is left out.")
        return ""
