"""Many sources and many hands at once: each source is looked at once, each site by one hand; the web stays quick."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections import Counter, defaultdict
from itertools import pairwise
from time import monotonic, sleep

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from sources import keeping, looking, sites, watching
from sources.http import NotThere
from sources.models import Host, LinkCheck, Source, Watch
from tests.conftest import person
from tests.sources.watch.conftest import html, in_threads

pytestmark = pytest.mark.django_db(transaction=True)

SITES = 100
EACH = int(os.environ.get("CROWD", "1000")) // SITES
PAUSE = 0.05


class Web:
    """All sites at once, with a log of their own: who was asked, from when until when."""

    def __init__(self) -> None:
        self.log: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self.asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def answer(self, address: str, validators: object) -> None:
        begun = monotonic()
        sleep(0.005)
        with self._lock:
            self.log[address.split("/")[2]].append((begun, monotonic()))
            self.asked[address] += 1
        raise NotThere(404)


@pytest.fixture
def web(monkeypatch):
    found = Web()
    monkeypatch.setattr(looking, "fetch_source", found.answer)
    return found


@pytest.fixture
def roles(transactional_db):
    """What the test before has flushed."""
    from django.contrib.auth.models import Group

    from claimtracker.core.roles import ROLES

    for name in ROLES:
        Group.objects.get_or_create(name=name)


def many_due(each: int = EACH) -> int:
    made = Source.objects.bulk_create(
        Source(title=f"Report {number}", address=f"https://site{number % SITES}.example/{number}")
        for number in range(SITES * each)
    )
    watching.watch_sources(made)
    return len(made)


def test_a_crowd_is_looked_at_once_each_politely_while_the_web_stays_quick(
    web, settings, monkeypatch, roles, record_property
):
    settings.WATCH_DAYS = 7
    monkeypatch.setattr(sites, "PAUSE", dt.timedelta(seconds=PAUSE))
    number = many_due()
    reader = Client()
    reader.force_login(person("rita", "reader"))
    answers: list[float] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            begun = monotonic()
            assert reader.get("/sources/").status_code == 200
            answers.append(monotonic() - begun)
            sleep(0.05)

    reading = threading.Thread(target=lambda: (read(), connection.close()))
    reading.start()
    begun = monotonic()
    try:
        in_threads(8, keeping.fetch_due)
    finally:
        done.set()
        reading.join()
    spent = monotonic() - begun
    middle = sorted(answers)[len(answers) // 2]
    record_property("sources a second", round(number / spent, 1))
    record_property("milliseconds of the web: median and worst", [round(middle * 1000), round(max(answers) * 1000)])
    assert (len(web.asked), set(web.asked.values())) == (number, {1})
    assert LinkCheck.objects.filter(outcome="failed", code="not_there").count() == number
    assert not Watch.objects.filter(due_at__lte=timezone.now()).exists()
    for asked in web.log.values():
        assert all(after[0] - before[1] >= PAUSE for before, after in pairwise(sorted(asked)))
    assert middle < 1.0


def test_of_many_hands_at_one_source_one_looks(web, settings):
    settings.WATCH_DAYS = 7
    source = Source.objects.create(title="Report", address="https://delta.example/flood")
    watching.watch_sources([source])
    taken = []
    in_threads(8, lambda: taken.append(keeping.take()))
    assert sum(errand is not None for errand in taken) == 1
    assert LinkCheck.objects.count() == 1


def test_a_hand_that_was_overtaken_stores_nothing(site, settings):
    site.answers["/flood"] = html()
    source = site.source()
    watching.ask_fetch(source, by=None)
    late = keeping.take()
    Watch.objects.update(lease_until=timezone.now())
    Host.objects.update(next_at=None)
    quick = keeping.take()
    keeping.carry_out(late)
    assert LinkCheck.objects.exclude(outcome="").get().outcome == "broke_off"
    keeping.carry_out(quick)
    assert [check.outcome for check in LinkCheck.objects.order_by("id")] == ["broke_off", "new_copy"]
    assert source.snapshots.count() == 1


def test_a_wish_of_a_person_does_not_wait_for_the_crowd(web, settings, monkeypatch, roles):
    settings.WATCH_DAYS = 7
    many_due(2)
    wished = Source.objects.order_by("id").last()
    watching.ask_fetch(wished, by=person("ana", "analyst"))
    keeping.fetch_due(iter([True, False]).__next__)
    assert LinkCheck.objects.get().source == wished
