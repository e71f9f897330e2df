"""A desk for benchmarks that need one: services of their own, an empty database with every migration, and no more."""

from __future__ import annotations

import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from tests import services


@contextmanager
def an_empty_desk() -> Iterator[None]:
    """Django set up on a database that is thrown away; where DATABASE_URL is given, beside that one and never in it."""
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("WATCH_DAYS", "0")
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")  # refusals are what is measured here
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claimtracker.settings")
    beside = "DATABASE_URL" in os.environ
    os.environ.update(services.addresses())
    import django
    from django.core.management import call_command

    django.setup()
    from django.db import connection

    if not beside:
        call_command("migrate", interactive=False, verbosity=0)
        yield
        return
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.close()
        connection.creation.destroy_test_db(str(connection.settings_dict["NAME"]), verbosity=0)


def machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs, {platform.machine()}"
