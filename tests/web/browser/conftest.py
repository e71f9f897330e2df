"""A real browser: the system's Chromium on a live server, signed in as whoever the test is about.

`page_of(ana)` is a page of ana's own browser; `page_of(None)` is a visitor's.
Without a Chromium these tests are skipped with that reason, unless
CLAIMTRACKER_REQUIRE_BROWSER=1 makes the want of one a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from celery import Celery
from django.contrib.auth.models import Group
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from claimtracker.core import doorbell
from claimtracker.core.models import Desk
from claimtracker.core.roles import ROLES
from tests.background.processes import Redis, Worker

STATIC = "/static/"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Playwright runs an event loop in this thread, and Django refuses to talk to its database beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing = pytest.fail if os.environ.get("CLAIMTRACKER_REQUIRE_BROWSER") == "1" else pytest.skip
        missing(f"no Chromium: looked for {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def scripts(chromium: Browser) -> Iterator[Page]:
    """A page without a server where the desk's own scripts can be imported: to ask one function what it answers."""
    page = chromium.new_page()
    page.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    page.route(
        f"**{STATIC}**",
        lambda route: route.fulfill(path=finders.find(urlsplit(route.request.url).path.removeprefix(STATIC))),
    )
    page.goto("http://desk.invalid/")
    yield page
    page.close()


@pytest.fixture
def roles(transactional_db) -> None:
    """What the migrations made and the test before has flushed."""
    for name in ROLES:
        Group.objects.get_or_create(name=name)
    Desk.current()


@pytest.fixture
def ana(roles):
    from tests.conftest import person

    return person("ana", "analyst")


@pytest.fixture
def ed(roles):
    from tests.conftest import person

    return person("ed", "editor")


@pytest.fixture
def rita(roles):
    from tests.conftest import person

    return person("rita", "reader")


@pytest.fixture
def worker(roles, tmp_path_factory, tmp_path, monkeypatch, settings):
    """A worker that hears this process ring and keeps files in the same folder."""
    files = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": files}
    broker = Redis(tmp_path_factory.mktemp("r"))
    broker.start()
    address = broker.url.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
    monkeypatch.setattr(doorbell, "current_app", Celery(broker=address, set_as_current=False))
    running = Worker(broker.url, tmp_path)
    running.start()
    yield running
    running.kill()
    broker.stop()


@pytest.fixture
def page_of(chromium: Browser, live_server: Any, roles: None, settings: Any) -> Iterator[Callable[..., Page]]:
    """Opens a browser for a person; `look` goes to Playwright: color_scheme, viewport, java_script_enabled.

    A page's own trouble (an exception, a refusal of the content policy) fails the test that saw it.
    """
    trouble: list[str] = []
    contexts = []

    def open_page(person: Any, **look: Any) -> Page:
        context = chromium.new_context(base_url=live_server.url, **look)
        contexts.append(context)
        context.set_default_timeout(15_000)
        if person is not None:
            context.add_cookies([{"url": live_server.url, "name": settings.SESSION_COOKIE_NAME,
                                  "value": _session_of(person)}])  # fmt: skip
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if "Content Security Policy" in said.text else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def _session_of(person: Any) -> str:
    client = Client()
    client.force_login(person)
    return client.session.session_key


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page, each finding with where: an empty list is what we want."""
    script = Axe().axe_script

    def found(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        return [
            f"{rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'])}"
            for rule in page.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => violations)")
        ]

    return found
