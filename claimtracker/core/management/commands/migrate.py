"""Django's `migrate`, run as the owner of the tables; the app's role kept off history, and the past made anew."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connection
from django.db.models import Model

from claimtracker.core.chain.tables import event_models
from claimtracker.core.described import described_once
from claimtracker.core.models import Seal, SealPart
from claimtracker.core.pastviews import without_views


class Command(migrate.Command):
    help = f"{migrate.Command.help} Connects by DATABASE_OWNER_URL where it is set."

    def handle(self, *args: Any, **options: Any) -> None:
        become_owner()
        if options.get("plan") or options.get("check_unapplied"):
            super().handle(*args, **options)
            return
        # An app that is named may be led back to an earlier migration.
        quickly = nullcontext() if options.get("app_label") else described_once()
        with without_views(settings.DATABASE["USER"]), quickly:
            super().handle(*args, **options)
        keep_off_history(settings.DATABASE["USER"])


def become_owner() -> None:
    """From here on this process speaks to the database as the owner of the tables.

    The name of the database stays: a test's own must never be taken for the desk's.
    """
    if connection.settings_dict["NAME"] != settings.DATABASE_OWNER.get("NAME"):
        return
    connection.close()
    for key in ("USER", "PASSWORD", "HOST", "PORT"):
        connection.settings_dict[key] = settings.DATABASE_OWNER[key]


def keep_off_history(role: str) -> None:
    """Whoever speaks as the application may add to history and to the seals over it, and never change or cut them."""
    if role == settings.DATABASE_OWNER["USER"]:
        return
    kept: list[type[Model]] = [*event_models(), Seal, SealPart]
    tables = [model._meta.db_table for model in kept]
    present = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            if table in present:
                names = connection.ops.quote_name(table), connection.ops.quote_name(role)
                cursor.execute("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}".format(*names))
