"""A Redis and a worker of the test's own."""

from __future__ import annotations

import pytest
from celery import Celery

from claimtracker.core import doorbell
from tests.background.processes import Redis, Worker


@pytest.fixture
def broker(tmp_path_factory, monkeypatch, settings):
    server = Redis(tmp_path_factory.mktemp("r"))
    server.start()
    # This process rings the same bell.
    address = server.url.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
    ours = Celery(broker=address, set_as_current=False)
    ours.conf.task_routes = settings.CELERY_TASK_ROUTES
    monkeypatch.setattr(doorbell, "current_app", ours)
    yield server
    server.stop()


@pytest.fixture
def worker(broker, tmp_path):
    running = Worker(broker.url, tmp_path)
    yield running
    running.kill()
