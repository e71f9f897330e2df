"""The desk as it stood at a moment: inside `at(moment)` every question is answered from history, and nothing can write.

A transaction of its own names the moment and puts the views of the past (core/pastviews.py)
before the tables, so that the same QuerySets, filters and templates answer for then as for
now. It is rolled back when it ends; nothing of it stays on the connection.

History is stamped with the time at which a transaction began, and can be read when it has
ended. So a moment can be asked for once no transaction can still be adding to it: when it is
older than the longest of a page or an API request, and than any that is writing just now.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection, transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from claimtracker.core.pastviews import LOCK, SCHEMA, SETTING, dated_models, remembered_models
from claimtracker.core.refusals import Refused

Part = TypeVar("Part")
_moment: ContextVar[dt.datetime | None] = ContextVar("moment", default=None)

PARAMETER = "as_of"
SETTLED = dt.timedelta(seconds=30)  # older than this: no request can be adding to it any more
# A day, or a time; the "+" of a zone comes as a blank where a script forgot to encode it.
PATTERN = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?([Zz]|[+ -][0-9]{2}:?[0-9]{2})?)?$"
)
WRITTEN = re.compile(PATTERN.replace("$", r"\Z"))
OPEN = """
    SELECT pg_try_advisory_xact_lock_shared(%(lock)s),
        (SELECT count(*) FROM pg_views WHERE schemaname = %(schema)s),
        now(),
        (SELECT min(xact_start) FROM pg_stat_activity
            WHERE backend_xid IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()),
        set_config('transaction_read_only', 'on', true),
        set_config('search_path', %(schema)s || ', ' || current_setting('search_path'), true),
        set_config(%(setting)s, %(moment)s, true),
        -- Twice as many tables as in the present, one against the other: looked at together, or the
        -- narrowest of them is found too late. As measured; further up the looking takes longer than the answer.
        set_config('join_collapse_limit', '16', true),
        set_config('from_collapse_limit', '16', true),
        set_config('geqo_threshold', '30', true)
"""


class BadMoment(Refused):
    """The parameter is no time that could be."""

    code = "bad_moment"
    status = 400
    title = "No such time"


class InTheFuture(BadMoment):
    """Nobody knows yet how the desk will stand then."""

    code = "in_the_future"
    title = "Not yet"


class NotSettled(BadMoment):
    """Somebody may still be writing at this moment."""

    code = "not_settled"
    title = "Too recent"


class PastUnavailable(Refused):
    """The views of the past are being made anew."""

    code = "past_unavailable"
    status = 503
    title = "Not available just now"


@dataclass(frozen=True, slots=True)
class Past:
    """The moment that is asked for, and the time of the desk's first record (None: it has none)."""

    moment: dt.datetime
    began: dt.datetime | None

    @property
    def is_before(self) -> bool:
        """Whether the desk held nothing yet."""
        return self.began is None or self.moment < self.began


def read_moment(text: str) -> dt.datetime:
    """`2026-03-12T14:00+01:00`, without a zone in UTC; a day is asked for as it ended, in UTC.

    Raises BadMoment.
    """
    words = text.strip()
    try:
        found = (_time(words) if words[10:] else _day(words)) if WRITTEN.match(words) else None
        if found is not None:
            return found.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass  # a 30 February, a zone of 99 hours
    raise BadMoment(
        f"“{words[:60]}” is no time. Write a day (2026-03-12) or a time (2026-03-12T14:00Z; without a zone it is UTC).",
        pointer=f"/{PARAMETER}",
    )


def _day(words: str) -> dt.datetime | None:
    day = parse_date(words)
    return dt.datetime.combine(day, dt.time.max, dt.UTC) if day else None


def _time(words: str) -> dt.datetime | None:
    day, hours = words[:10], words[11:].replace(" ", "+").upper()
    found = parse_datetime(f"{day}T{hours}")
    return found.replace(tzinfo=dt.UTC) if found and found.tzinfo is None else found


def moment() -> dt.datetime:
    """The time that it is, or in the past was."""
    return _moment.get() or timezone.now()


def is_past() -> bool:
    """Whether questions are answered from history just now."""
    return _moment.get() is not None


def today() -> dt.date:
    """The same as a day, in UTC."""
    return moment().astimezone(dt.UTC).date()


@contextmanager
def at(then: dt.datetime) -> Iterator[Past]:
    """The desk at `then`, for as long as the block lasts. Reading a moment twice gives the same twice.

    Raises InTheFuture, NotSettled, PastUnavailable.
    """
    with transaction.atomic():
        token = _moment.set(then)
        try:
            _open(then)
            yield Past(then, _began())
        finally:
            _moment.reset(token)
            transaction.set_rollback(True)


def _open(then: dt.datetime) -> None:
    given: dict[str, str | int] = {"lock": LOCK, "schema": SCHEMA, "setting": SETTING, "moment": then.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(OPEN, given)
        free, views, now, writing, *_ = cursor.fetchone()
    if not free or views < len([*remembered_models(), *dated_models()]):
        raise PastUnavailable("The desk is being brought up to date; its past can be read again in a minute.")
    _check(then, now, writing)


def _check(then: dt.datetime, now: dt.datetime, writing: dt.datetime | None) -> None:
    """`writing` is when the oldest transaction began that is changing something just now."""
    if then > now:
        raise InTheFuture(
            f"{said(then)} has not come yet: it is {said(now)}. Ask for a time that is past.",
            pointer=f"/{PARAMETER}",
        )
    settled = min(now - SETTLED, writing or now)
    if then >= settled:
        latest = (settled - dt.timedelta(microseconds=1)).replace(microsecond=0)
        raise NotSettled(
            f"What is being done at {said(then)} may not be written down yet. "
            f"Ask for {written(latest)} or earlier, or leave {PARAMETER} out to see the desk as it is now.",
            pointer=f"/{PARAMETER}",
        )


def said(time: dt.datetime) -> str:
    """12 March 2026, 14:00 UTC"""
    return f"{time.day} {time:%B %Y, %H:%M} UTC"


def written(time: dt.datetime) -> str:
    """2026-03-12T14:00:00Z, as the parameter takes it."""
    return time.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _began() -> dt.datetime | None:
    """The time of the desk's first record."""
    tables = [model.pgh_event_model._meta.db_table for model in remembered_models()]  # type: ignore[attr-defined]  # made by `remembered`
    first = [f'(SELECT pgh_created_at FROM "{table}" ORDER BY pgh_id LIMIT 1)' for table in tables]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT LEAST({', '.join(first)})")
        row: tuple[dt.datetime | None] = cursor.fetchone()
    return row[0]


def each_at(then: dt.datetime, parts: Iterator[Part]) -> Iterator[Part]:
    """The parts of a long answer, each made in the past for itself: no transaction waits for a slow network."""
    while True:
        with at(then):
            try:
                part = next(parts)
            except StopIteration:
                return
        yield part
