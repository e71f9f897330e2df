"""Editors who meet at few claims, by the API and by pages, through a real web: `run.py bench meeting`, made small."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.background.processes import Web
from tests.benchmarks.ledger import deadlocks, read_ledger
from tests.benchmarks.meeting import furnish, meet, staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(900)]


@pytest.fixture
def web(tmp_path):
    running = Web(settings.REDIS_URL, tmp_path, SECRET_KEY=settings.SECRET_KEY, LOG_LEVEL="CRITICAL")
    running.collect()
    running.start()
    yield running
    running.kill()


def test_nothing_is_lost_where_eight_editors_meet_at_five_claims(web):
    before, claims = deadlocks(), furnish(5)
    attempts = meet(staff(8, web.base, claims), 20)
    ledger = read_ledger(claims, attempts)
    assert ledger.wrong == ()
    assert [one for one in attempts if one.outcome == "failed"] == []
    assert ledger.rows == ledger.versions
    assert ledger.rows + ledger.quiet == ledger.applied
    assert deadlocks() == before
    # It is a meeting: some were first, and some came too late, by either door.
    told = {(one.door, one.outcome) for one in attempts}
    assert {("api", "applied"), ("api", "stale"), ("page", "applied")} <= told
    assert {one.deed for one in attempts if one.outcome == "applied"} == {"correct", "move", "judge", "assign"}
