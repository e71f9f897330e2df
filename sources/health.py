"""How a link does after each try: by which rule it is alive, moved, restricted, suspect, dead or held. Pure.

A link is dead after failures on three different days, with no answer between
them. A failure that the whole site shares, or that everything shares because
our own network is down, is held: it says nothing about this one page. What
a person has pinned stays as it is. The rule follows that of InternetArchiveBot.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

DAYS_UNTIL_DEAD = 3
OTHERS = 2  # so many other addresses of a site must fail as well before the site is called the reason
LONGEST_HOLD = dt.timedelta(days=30)  # a site that is away for so long has gone, and its pages with it
LATELY = dt.timedelta(hours=1)
SITES = 3  # so many sites must have been silent, and none have answered, before our own network is called the reason

SELDOM = 30  # days between two looks at what is dead, or shown only to some
JITTER = 0.1  # of the time between two looks, so that what was added together is not for ever asked together


class Answer(StrEnum):
    """What one try came to, for the link."""

    PAGE = "page"
    REFUSED = "refused"  # the page is there, but not for everybody
    FAILED = "failed"  # the site says no, or errs, or nothing answers at all
    UNKNOWN = "unknown"  # nobody was asked, or what went wrong was ours


@dataclass(frozen=True, slots=True)
class Try:
    """`moved_to` is where the site says the page lies for good, where that is another address."""

    answer: Answer
    at: dt.datetime
    moved_to: str = ""
    held: bool = False  # the whole site fails, or everything does


@dataclass(frozen=True, slots=True)
class Health:
    """`link` is a word of `models.Link`, empty before the first try; `failed_on` has the days of failures in a row."""

    link: str = ""
    since: dt.datetime | None = None
    failed_on: tuple[dt.date, ...] = ()
    moved_to: str = ""
    pinned: bool = False


def after(before: Health, tried: Try) -> Health:
    """The health after one more try."""
    if tried.answer == Answer.UNKNOWN:
        return before
    if tried.answer == Answer.FAILED:
        return _failed(before, tried)
    fine = replace(before, failed_on=(), moved_to=tried.moved_to if tried.answer == Answer.PAGE else before.moved_to)
    if tried.answer == Answer.REFUSED:
        return _turned(fine, "restricted", tried.at)
    return _turned(fine, "moved" if tried.moved_to else "alive", tried.at)


def _failed(before: Health, tried: Try) -> Health:
    if before.pinned:
        return before
    if before.link == "dead":
        return before
    if tried.held:
        return _turned(before, "held", tried.at)
    day = tried.at.astimezone(dt.UTC).date()
    days = before.failed_on if day in before.failed_on else (*before.failed_on, day)
    failing = replace(before, failed_on=days)
    return _turned(failing, "dead" if len(days) >= DAYS_UNTIL_DEAD else "suspect", tried.at)


def _turned(health: Health, link: str, at: dt.datetime) -> Health:
    if health.pinned or health.link == link:
        return health
    return replace(health, link=link, since=at)


def is_news(before: Health, now: Health) -> bool:
    """Whether somebody who follows the source wants to hear of it; that a new one answers is what one expects."""
    return now.link != before.link and (before.link, now.link) not in (("", "alive"), ("", "moved"))


def site_is_away(failing_since: dt.datetime | None, others: int, at: dt.datetime) -> bool:
    """Whether a failure is the whole site's.

    `failing_since`: nothing of the site has answered since; `others`: how many other addresses of it failed since.
    """
    if failing_since is None or others < OTHERS:
        return False
    return at - failing_since < LONGEST_HOLD


def network_is_away(lately: Iterable[tuple[str, bool]]) -> bool:
    """Whether a failure is ours: of the last tries, each (site, whether anything answered), none was answered."""
    tries = list(lately)
    return not any(answered for _, answered in tries) and len({site for site, _ in tries}) >= SITES


def next_check(link: str, at: dt.datetime, *, every: int, key: object) -> dt.datetime | None:
    """When to look again; None where looking is left to people (`every` = 0 days).

    The same `key` always gets the same share of jitter, so that a schedule can be foretold. It only ever adds:
    a link that failed today is looked at on another day, and not before.
    """
    if not every:
        return None
    days = {
        "suspect": min(1, every),
        "held": min(1, every),
        "dead": max(SELDOM, every),
        "restricted": max(SELDOM, every),
    }
    share = zlib.crc32(str(key).encode()) % 1000 / 1000
    return at + dt.timedelta(days=days.get(link, every) * (1 + JITTER * share))
