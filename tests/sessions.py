"""Somebody else at the database, while the test goes on."""

from __future__ import annotations

import contextlib

from django.db import connection


@contextlib.contextmanager
def another_session():
    """A second connection in a transaction of its own, which the caller commits or leaves."""
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            yield other, cursor
    finally:
        other.rollback()  # the server sees a closed connection when it gets round to it, and keeps its locks until then
        other.close()
