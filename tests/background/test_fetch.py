"""Sources are fetched in the background, whatever is killed or emptied on the way. Real processes throughout."""

from __future__ import annotations

import pytest
import redis
from django.utils import timezone

from sources import watching
from sources.models import Host, LinkCheck, Snapshot, Watch
from tests import make
from tests.background.processes import Fetcher, eventually
from tests.sources.net.servers import Server, path_of, says
from tests.sources.watch.conftest import html

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def slow():
    """A site that answers at a word; "/silent" never."""
    import threading

    go = threading.Event()

    def answer(connection, request):
        if path_of(request).startswith("/silent"):
            threading.Event().wait(90)
        go.wait(60)
        html()(connection, request)

    server = Server(answer)
    server.go = go
    yield server
    go.set()
    server.close()


@pytest.fixture
def fetcher(broker, tmp_path, slow, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "claimtracker.storage.WholeFiles", "OPTIONS": {"location": tmp_path / "files"}},
    }
    running = Fetcher(broker.url, tmp_path, FETCH_LOOPBACK_PORTS=str(slow.port), FETCH_ROBOTS="false")
    yield running
    running.kill()


def source(server: Server, path: str):
    made = make.source(address=f"{server.base}{path}")
    watching.watch_sources([made])
    return made


def ended(number: int) -> bool:
    return LinkCheck.objects.exclude(outcome__in=["", "broke_off"]).count() == number


def test_a_button_is_pressed_and_seconds_later_there_is_a_copy(fetcher, slow):
    slow.go.set()
    fetcher.start()
    watching.ask_fetch(source(slow, "/flood"), by=None)
    eventually(lambda: Snapshot.objects.exists())
    assert LinkCheck.objects.get().outcome == "new_copy"


def test_a_worker_that_is_killed_in_the_middle_leaves_a_row_and_the_next_one_fetches_once(fetcher, slow):
    made = source(slow, "/flood")
    watching.ask_fetch(made, by=None)
    fetcher.start()
    eventually(lambda: slow.requests)
    assert LinkCheck.objects.get().outcome == ""
    fetcher.kill()
    # As if the time that a request may take had passed.
    Watch.objects.update(lease_until=timezone.now())
    Host.objects.update(next_at=None)
    slow.go.set()
    fetcher.start()
    eventually(lambda: ended(1), within=90)
    broken, whole = LinkCheck.objects.order_by("id")
    assert (broken.outcome, whole.outcome) == ("broke_off", "new_copy")
    assert broken.problem.startswith("The program was stopped during this try.")
    assert broken.finished_at is not None
    assert (Snapshot.objects.count(), len(slow.requests)) == (1, 2)


def test_wishes_outlive_a_redis_that_is_emptied(fetcher, slow, broker):
    slow.go.set()
    made = [source(slow, f"/{number}") for number in range(4)]
    for one in made:
        watching.ask_fetch(one, by=None)
    with redis.Redis.from_url(broker.url) as client:
        client.flushall()
    fetcher.start()
    eventually(lambda: ended(4), within=90)
    assert sorted(path_of(request) for request in slow.requests) == ["/0", "/1", "/2", "/3"]


def test_a_site_that_never_answers_keeps_nobody_waiting(fetcher, slow):
    slow.go.set()
    quick = Server(says(b"The flood killed 12 people.", Content_Type="text/plain"))
    fetcher.environment["FETCH_LOOPBACK_PORTS"] += f",{quick.port}"
    for number in range(5):
        watching.ask_fetch(source(slow, f"/silent/{number}"), by=None)
    others = [source(quick, f"/{number}") for number in range(5)]
    for one in others:
        watching.ask_fetch(one, by=None)
    fetcher.start()
    eventually(lambda: ended(5), within=50)
    assert {check.source_id for check in LinkCheck.objects.exclude(outcome="")} == {one.pk for one in others}
    assert len(slow.requests) == 1  # of one site, one request at a time
    quick.close()
