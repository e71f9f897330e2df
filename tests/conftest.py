"""The cast: one person of each role, and the doors they come in by."""

from __future__ import annotations

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import Group
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis
from rest_framework.test import APIClient

from claims import waiting
from claimtracker.core.models import User
from tests.emptying import empty_tables

# How fast examples are made says how busy the machine is, and nothing about the program.
hypothesis.register_profile("desk", suppress_health_check=[HealthCheck.too_slow], deadline=None)
hypothesis.load_profile("desk")


@pytest.fixture(autouse=True)
def closed_to_the_public(settings):
    """Nobody reads without signing in, unless a test opens the desk."""
    settings.PUBLIC_READ = False


@pytest.fixture(autouse=True)
def fetched_only_when_asked_for(settings):
    """No source is looked at by itself, unless a test wants it."""
    settings.WATCH_DAYS = 0


@pytest.fixture(autouse=True)
def counted_for_the_menu_only_when_asked_for(monkeypatch):
    """What waits is counted now and then; a test would not know when."""
    monkeypatch.setattr(waiting, "_kept", CountedForever())


class CountedForever(dict):
    """Nothing waits until a test empties it (`waiting.count_anew`): from then on it is counted."""

    anew = False

    def get(self, what, default=None):
        return super().get(what, default) if self.anew else (float("inf"), 0)

    def clear(self):
        super().clear()
        self.anew = True


@pytest.fixture(scope="session", autouse=True)
def emptied_at_once():
    """After a test whose transactions end, what it left is deleted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: empty_tables())
        yield


@pytest.fixture(scope="session", autouse=True)
def a_folder_for_static_files():
    """WhiteNoise warns about a missing one, and a warning is an error here."""
    configured.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Style sheets and scripts straight from their folders; the manifest is made by collectstatic and tested there."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """A million rounds of hashing keep thieves busy, and tests too."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def person(name: str, role: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", "correct horse battery", first_name=name.title())
    user.groups.add(Group.objects.get_or_create(name=role)[0])  # a test that empties the database takes the roles along
    return user


@pytest.fixture
def rita(db) -> User:
    return person("rita", "reader")


@pytest.fixture
def ana(db) -> User:
    return person("ana", "analyst")


@pytest.fixture
def ed(db) -> User:
    return person("ed", "editor")


@pytest.fixture
def ada(db) -> User:
    return person("ada", "admin")


@pytest.fixture
def visitor() -> Client:
    """A browser without a session."""
    return Client()


@pytest.fixture
def browse(db):
    """A signed-in browser: `browse(ana).get("/claims/")`."""

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def api(db) -> APIClient:
    """A script; `api.force_authenticate(ana)` gives it a name."""
    return APIClient()
