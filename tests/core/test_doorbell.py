"""Ringing for work: quick, and never an error to anybody."""

from __future__ import annotations

import logging

from celery import Celery

from claimtracker.core import doorbell


def test_a_broker_that_does_not_answer_costs_nobody_a_second(
    monkeypatch, caplog, django_capture_on_commit_callbacks, db
):
    nobody_there = Celery(broker="redis://127.0.0.1:1/0", set_as_current=False)
    monkeypatch.setattr(doorbell, "current_app", nobody_there)
    # What it waits for is counted and not the clock: on a busy machine a second is gone without any waiting.
    waited: list[float] = []
    monkeypatch.setattr("kombu.utils.functional.sleep", waited.append)
    with caplog.at_level(logging.WARNING), django_capture_on_commit_callbacks(execute=True):
        doorbell.ring("read_article", 1)
    assert sum(waited) < 1
    assert "the sweeper will find it" in caplog.text


def test_nothing_is_rung_before_the_commit(monkeypatch, django_capture_on_commit_callbacks, db):
    rung = []
    monkeypatch.setattr(doorbell, "_send", lambda *call: rung.append(call))
    with django_capture_on_commit_callbacks(execute=True):
        doorbell.ring("read_article", 7)
        assert rung == []
    assert rung == [("read_article", (7,))]
