"""One honest history for a whole file of tests: each tampers with it and takes that back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection, transaction

from claimtracker.core.chain import marks, sealing
from claimtracker.core.chain.tables import event_tables
from claimtracker.core.chain.verifying import verify_history
from claimtracker.core.models import ApiToken, Desk, Seal, User
from claimtracker.core.pastviews import SCHEMA
from tests import make
from tests.core.chain.seeding import seed


@pytest.fixture(scope="module")
def honest(django_db_setup, django_db_blocker):
    """A desk with records in many tables, rows in every table of history, and some seals over them."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, of_a_test():
        # In one transaction there is nobody to wait for.
        patch.setattr(marks, "is_final", lambda horizon: True)
        patch.setattr(marks, "is_lost", lambda horizon: False)
        patch.setattr(sealing, "LARGEST", 60)
        work()
        assert list(verify()) == []
        yield
        transaction.set_rollback(True)


def of_a_test() -> transaction.Atomic:
    """A transaction around others that ask to be the outermost, as Django's own tests have."""
    outer = transaction.atomic()
    outer._from_testcase = True
    return outer


def work() -> None:
    """A day at the desk."""
    Desk.current()
    ann = User.objects.create(username="ann")
    ApiToken.issue(ann, scope="read", lifetime=dt.timedelta(days=1))
    claim = make.claim()
    copy = make.snapshot(make.source(), "The Red Cross says that at least 12 people died in Lima.")
    make.finding(claim, copy, make.proof(copy, "at least 12"))
    make.pin(claim, copy, "at least 12", ann)
    sealing.seal_history()
    for table in event_tables():
        seed(table)
    sealing.seal_history()
    User.objects.filter(pk=ann.pk).update(first_name="Ann")
    sealing.seal_history()
    settle()


def settle() -> None:
    """Checks that wait for the end of a transaction would forbid to change its tables."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def verify(*heads: str):
    return verify_history(Seal.objects.order_by("-number").first(), heads=heads)


@pytest.fixture
def tampering(honest):
    """What is done in a test is undone after it."""
    with of_a_test():
        with connection.cursor() as cursor:
            # As `migrate` does before it changes a table.
            cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        yield
        transaction.set_rollback(True)
