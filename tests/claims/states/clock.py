"""A clock that stands still until the game says so: the one that the desk reads, and the one of its database."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from unittest import mock

from django.db.models import DateTimeField, Value

MIDNIGHT = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)


class Clock:
    def __init__(self) -> None:
        self.hour = 0
        self.stack = ExitStack()
        self.stack.enter_context(mock.patch("django.utils.timezone.now", self.read))
        self.stack.enter_context(mock.patch("claims.models.claimset.Now", self.read_in_sql))

    def stop(self) -> None:
        self.stack.close()

    def read(self) -> dt.datetime:
        return MIDNIGHT + dt.timedelta(hours=self.hour)

    def read_in_sql(self) -> Value:
        return Value(self.read(), DateTimeField())


def date_of(day: int | None) -> dt.date | None:
    return None if day is None else MIDNIGHT.date() + dt.timedelta(days=day)


def moment_of(hour: int | None) -> dt.datetime | None:
    return None if hour is None else MIDNIGHT + dt.timedelta(hours=hour)
