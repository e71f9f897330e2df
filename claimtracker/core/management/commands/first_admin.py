"""The first user of a new desk."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from claimtracker.core import history
from claimtracker.core.models import User


class Command(BaseCommand):
    help = "Makes the user “admin” where there is no user yet, and prints the password, alone, this once."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.exists():
            return
        password = secrets.token_urlsafe(12)
        with history.action("user.first_admin"):
            admin = User.objects.create_superuser("admin", "", password)
            admin.groups.add(Group.objects.get(name="admin"))
        self.stdout.write(password)
