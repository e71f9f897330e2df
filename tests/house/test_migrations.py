"""The migrations make exactly what the models say."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from claimtracker.core.models import Desk


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_trigger_of_the_models_is_installed(db):
    import pgtrigger

    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        installed = {name for (name,) in cursor.fetchall()}
    missing = [trigger.get_uri(model) for model, trigger in pgtrigger.registered()
               if trigger.get_pgid(model) not in installed]  # fmt: skip
    assert missing == []


def test_a_new_desk_has_its_roles_and_its_policy(db):
    from django.contrib.auth.models import Group

    assert set(Group.objects.values_list("name", flat=True)) == {"reader", "analyst", "editor", "admin"}
    assert Desk.objects.get().token_days == 90


@pytest.mark.parametrize("extension", ["pg_trgm"])
def test_the_extensions_are_there(db, extension):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = %s", [extension])
        assert cursor.fetchone() == (1,)
