"""What an e-mail says: a short subject and plain text. Words in, words out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_SUBJECT = 120  # what a list of mails shows of it
MOST_IN_DIGEST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, as a mail tells it."""

    words: str
    address: str  # where it can be seen
    at: dt.datetime
    article: str = ""  # its title


@dataclass(frozen=True, slots=True)
class Way:
    """A way to hear less: what it stops, and the address that does."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    body: str


def write_notice(desk: str, told: Told, why: str, ways: Sequence[Way]) -> Mail:
    """The mail about one thing; `why` ends "You are told because "."""
    lines = [told.words, told.address, "", _moment(told.at)]
    if told.article:
        lines.insert(0, f"{told.article}\n")
    return Mail(_subject(desk, told.words), _body(lines, f"You are told because {why}.", ways))


def write_digest(desk: str, day: dt.date, told: Sequence[Told], rest: Way, ways: Sequence[Way]) -> Mail:
    """The mail about a day, grouped by article; of more than MOST_IN_DIGEST things it names the page that has all."""
    count = f"{len(told)} thing{'' if len(told) == 1 else 's'} happened"
    lines = []
    for article, items in _grouped(told[:MOST_IN_DIGEST]).items():
        lines += [article or "About no article", ""]
        for one in items:
            lines += [f"- {one.words} ({_moment(one.at)})", f"  {one.address}"]
        lines.append("")
    if len(told) > MOST_IN_DIGEST:
        lines += [f"And {len(told) - MOST_IN_DIGEST} more. {rest.words}: {rest.address}", ""]
    return Mail(_subject(desk, f"{count}, {_day(day)}"), _body(lines[:-1], "This is your daily digest.", ways))


def _grouped(told: Sequence[Told]) -> dict[str, list[Told]]:
    """By article, in the order in which each is first named."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.article, []).append(one)
    return groups


def _subject(desk: str, words: str) -> str:
    """In one line: a line break in a header is a header more."""
    whole = " ".join(f"[{desk}] {words}".split())
    return whole if len(whole) <= LONGEST_SUBJECT else whole[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _body(lines: Sequence[str], why: str, ways: Sequence[Way]) -> str:
    foot = [f"{way.words}: {way.address}" for way in ways]
    # "-- " and a line: what a mail program sets apart as the signature.
    return "\n".join([*lines, "", "-- ", why, *foot, ""])


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _moment(at: dt.datetime) -> str:
    at = at.astimezone(dt.UTC)
    return f"{_day(at.date())}, {at:%H:%M} UTC"
