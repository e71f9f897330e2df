"""A site on loopback that this desk may ask, and sources that lie there."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.utils import timezone

from sources import keeping, sites, watching
from sources.models import Host, LinkCheck, Source, Watch
from tests import make
from tests.sources.net.servers import Server, path_of, says

WORDS = " ".join(["The river rose for nine days, and the lower town stood under water until the army came."] * 6)


def page(words: str = WORDS, head: str = "", title: str = "High water in Lima") -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body>'
        f"<article><h1>{title}</h1><p>{words}</p></article></body></html>"
    ).encode()


def html(words: str = WORDS, head: str = "", status: str = "200 OK", **headers: str):
    return says(page(words, head), status=status, Content_Type="text/html; charset=utf-8", **headers)


NOT_THERE = says(b"Gone", status="404 Not Found", Content_Type="text/plain")


@dataclass
class Site:
    """Answers by path; `answers["/flood"] = html()`. What has none is not there."""

    server: Server
    answers: dict[str, Callable]

    @property
    def paths(self) -> list[str]:
        return [path_of(request) for request in self.server.requests]

    def address(self, path: str = "/flood") -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def source(self, path: str = "/flood", **columns) -> Source:
        columns.setdefault("title", f"Report of {path}")
        source = make.source(address=self.address(path), **columns)
        watching.watch_sources([source])
        return source


@pytest.fixture
def site_at(settings) -> Iterator[Callable[..., Site]]:
    """A new site with these answers."""
    servers: list[Server] = []

    def start(**answers: Callable) -> Site:
        by_path = {f"/{name}": answer for name, answer in answers.items()}
        server = Server(lambda connection, request: by_path.get(path_of(request), NOT_THERE)(connection, request))
        servers.append(server)
        settings.FETCH_LOOPBACK_PORTS = [*settings.FETCH_LOOPBACK_PORTS, server.port]
        return Site(server, by_path)

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def site(site_at) -> Site:
    return site_at()


@pytest.fixture(autouse=True)
def no_robots(settings):
    """Every request that a site sees is for a source; a test of robots.txt turns it on."""
    settings.FETCH_ROBOTS = False


@pytest.fixture(autouse=True)
def no_pause(monkeypatch, settings):
    """Between requests to one site, nor a question for its robots.txt; a test of these sets its own."""
    settings.FETCH_ROBOTS = False
    monkeypatch.setattr(sites, "PAUSE", dt.timedelta(0))
    monkeypatch.setattr(sites, "SILENCE", dt.timedelta(0))
    monkeypatch.setattr("sources.fetching.TURNS._pause", 0.0)


@pytest.fixture
def clock(monkeypatch):
    """Days go by at a word: `clock(days=1)`. Only what `timezone.now` says changes."""
    passed = dt.timedelta(0)
    real = timezone.now

    def later(**more: float) -> dt.datetime:
        nonlocal passed
        passed += dt.timedelta(**more)
        return timezone.now()

    monkeypatch.setattr(timezone, "now", lambda: real() + passed)
    return later


def asked(source: Source) -> LinkCheck:
    """Somebody asks for the source, and a worker looks at it."""
    watching.ask_fetch(source, by=None)
    Host.objects.update(next_at=None)
    keeping.fetch_due()
    return last(source)


def last(source: Source) -> LinkCheck:
    return LinkCheck.objects.filter(source=source).latest("id")


def link_of(source: Source) -> str:
    return Watch.objects.get(pk=source.pk).link


def in_threads(number: int, work: Callable[[], object]) -> None:
    from django.db import connection

    def closed() -> None:
        try:
            work()
        finally:
            connection.close()

    threads = [threading.Thread(target=closed) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
