"""A desk that knows its own address, and a bell that nobody hears: tests do the worker's work themselves."""

from __future__ import annotations

import pytest

from claimtracker.core import doorbell
from claimtracker.core.happenings import tell
from claimtracker.core.notices import post, telling


@pytest.fixture(autouse=True)
def desk_with_an_address(settings):
    settings.SITE_URL = "https://desk.example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def rung(monkeypatch):
    calls = []
    monkeypatch.setattr(doorbell, "_send", lambda *call: calls.append(call))
    return calls


@pytest.fixture
def happens():
    """`happens("dispute.raised", claim=17)`; then everybody is told."""

    def of(event="dispute.raised", *, by=None, told=True, words="Sam disputes the figure.", **more):
        about = [(kind, more.pop(kind)) for kind in ("claim", "article", "source") if kind in more]
        path = f"/{about[0][0]}s/{about[0][1]}/" if about else "/claims/"
        tell(event, by=by, subjects=about, words=words, path=path, **more)
        if told:
            telling.tell_people(once())

    return of


@pytest.fixture
def send():
    return lambda: post.send_due(lambda: True)


def once():
    """Goes on for as long as there is work: the batches end by themselves."""
    return lambda: True
