"""Sources that were here before anything was watched get their place in the queue with the migration."""

import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from sources import keeping
from sources.models import Citation, Host, Watch
from tests import make

pytestmark = pytest.mark.django_db


def test_each_cited_source_is_watched_once_one_after_another(settings):
    settings.WATCH_DAYS = 7
    article = make.article()
    cited = [make.source(address="https://one.example/a"), make.source(doi="10.1000/xyz"), make.source()]
    make.source(address="https://two.example/never-cited")
    for citation, source in zip(
        Citation.objects.filter(revision=article.revision).order_by("number"), cited, strict=True
    ):
        Citation.objects.filter(pk=citation.pk).update(source=source, identified="by_hand")
    Watch.objects.all().delete()
    Host.objects.all().delete()
    migration = importlib.import_module("sources.migrations.0006_watches")
    for _ in range(2):
        migration.watch(apps, None)
    watched = list(Watch.objects.order_by("pk"))
    assert [(watch.source, watch.host) for watch in watched] == [(cited[0], "one.example"), (cited[1], "doi.org")]
    assert watched[1].due_at - watched[0].due_at == migration.APART
    assert keeping.take() is None, "the first is due in a moment, not now"
    Watch.objects.filter(pk=cited[0].pk).update(due_at=timezone.now())
    assert keeping.take().watch.source == cited[0]
