"""An article is read in the background, whatever is killed or stopped on the way. Real processes throughout."""

from __future__ import annotations

import pytest

from claims.models import Claim
from sources import ingest
from sources.models import Article, Reading
from tests import make
from tests.background.processes import eventually

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "".join(
    f"On day {n} of the flood, {n + 2} people died in Lima, officials said. [{n % 9 + 1}]\n" for n in range(2000)
)


def ready(article: Article) -> bool:
    return Article.objects.get(pk=article.pk).state == "ready"


def test_it_is_read_within_seconds_of_being_added(worker):
    worker.start()
    article, _ = ingest.add_article(text=make.TEXT, by=None)
    eventually(lambda: ready(article))
    assert Claim.objects.filter(article=article).count() >= 3


def test_it_is_read_by_the_next_worker_when_one_is_killed_in_the_middle(worker):
    article, _ = ingest.add_article(text=LONG, by=None)
    worker.start()
    eventually(lambda: Reading.objects.get().read_to > 0)
    worker.kill()
    assert not ready(article)
    worker.start()
    eventually(lambda: ready(article), within=90)
    assert Reading.objects.get().tries == 2
    assert Claim.objects.count() == 2000


def test_it_is_added_while_redis_is_down_and_read_once_redis_is_back(worker, broker):
    worker.start()
    broker.stop()
    article, _ = ingest.add_article(text=make.TEXT, by=None)
    assert Article.objects.get(pk=article.pk).state == "reading"
    broker.start()
    eventually(lambda: ready(article), within=90)
    assert Reading.objects.get().tries == 1


def test_a_ring_that_nobody_heard_is_found_by_the_sweeper(worker):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "ring", lambda *args: None)
        article, _ = ingest.add_article(text=make.TEXT, by=None)
    worker.start()
    eventually(lambda: ready(article))
