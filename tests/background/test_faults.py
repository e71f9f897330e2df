"""Files and new texts while things are killed, emptied and cut off: each article ends ready or failed, never half."""

from __future__ import annotations

import pytest
import redis
from django.db import connection, transaction
from django.utils import timezone

from claims import intake
from claims.models import Anchor, Change, Claim, LintItem
from sources import ingest
from sources.models import Arrival, Article, Reading
from tests import make
from tests.background.processes import eventually

pytestmark = pytest.mark.django_db(transaction=True)

LINE = "On day {n} of the flood, {more} people died in Lima, officials said.[^{note}]\n\n"
LONG = "".join(LINE.format(n=n, more=n + 2, note=n % 9 + 1) for n in range(2000))
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
CUT_OFF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"


@pytest.fixture(autouse=True)
def one_folder_for_files(settings, tmp_path):
    """The one in which the worker looks."""
    files = {"BACKEND": "claimtracker.storage.WholeFiles", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": files}


def ended() -> bool:
    """Nothing is under way any more, and every article says ready or why not."""
    return not Arrival.objects.unfinished().exists() and not Reading.objects.unfinished().exists()


def asked(sql: str, *given: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return int(cursor.fetchone()[0])


def test_a_file_whose_reader_is_killed_is_taken_in_by_the_next_worker(worker):
    article, _ = ingest.add_file(data=LONG.encode(), name="flood.md", by=None)
    worker.start()
    eventually(lambda: Arrival.objects.get().state != "waiting")
    worker.kill()
    Arrival.objects.filter(state="running").update(lease_until=timezone.now())  # as if four minutes had passed
    worker.start()
    eventually(ended, within=90)
    article.refresh_from_db()
    assert (article.state, article.revisions.count()) == ("ready", 1)
    assert Claim.objects.count() == 2000


def test_a_new_text_is_stored_whole_where_the_worker_is_killed_in_the_middle_of_storing(worker):
    article = make.article()
    before = article.claims.count()
    ingest.reread_article(article, text=f"{make.TEXT} Later, 40 more people were found dead. [2]", by=None)
    with transaction.atomic():
        # The last thing that storing does is to touch the article; here it waits.
        Article.objects.select_for_update(no_key=True).get()
        worker.start()
        eventually(lambda: asked(WAITING))
        worker.kill()
        assert article.claims.count() == before
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("reading", 1)
    worker.start()
    eventually(ended, within=90)
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 2)
    for model in (Anchor, LintItem, Change):
        rows = model.objects.filter(revision=article.revision)
        assert rows.count() == rows.values("pk").distinct().count() >= 1
    assert Anchor.objects.filter(revision=article.revision).count() == article.claims.count() == before + 1


def test_files_that_wait_while_redis_is_emptied_are_all_taken_in(worker, broker):
    good = [f"# Report {n}\n\nThe flood killed {n + 2} people. [1]\n".encode() for n in range(20)]
    bad = [b"%PDF-1.7\n%nothing", b"PK\x03\x04rubbish", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
    for number, data in enumerate([*good, *bad]):
        ingest.add_file(data=data, name=f"report-{number}.md", by=None)
    with redis.Redis.from_url(broker.url) as client:
        client.flushall()
    worker.start()
    eventually(ended, within=90)
    assert Article.objects.filter(state="ready").count() == len(good)
    failed = Article.objects.filter(state="failed")
    assert failed.count() == len(bad)
    assert all(article.problem.endswith(".") and article.revision is None for article in failed)


def test_a_reading_whose_database_cuts_it_off_is_begun_again(worker):
    text = LONG.replace("[^", "[")
    article, _ = ingest.add_article(text=text, by=None)
    worker.start()
    eventually(lambda: Reading.objects.get().read_to > 0)
    asked(f"SELECT count(*) FROM ({CUT_OFF}) AS cut", asked("SELECT pg_backend_pid()"))
    eventually(ended, within=90)
    article.refresh_from_db()
    assert (article.state, article.problem) == ("ready", "")
    assert Claim.objects.count() == 2000


def test_a_reader_that_fails_each_time_ends_with_a_sentence(monkeypatch):
    article = make.article(read=False)
    monkeypatch.setattr(intake, "read_lint", lambda found: 1 / 0)
    for _ in range(5):
        Reading.objects.update(lease_until=None)
        intake.read_article(article.revision_id)
    article.refresh_from_db()
    assert article.state == "failed"
    assert "The text itself is kept, word for word." in article.problem
    assert not Claim.objects.exists()
