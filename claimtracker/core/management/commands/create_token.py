"""A key to the API for a person, made at the server's own prompt."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from claimtracker.core import history, permissions
from claimtracker.core.models import ApiToken, Desk, User

LONGEST = 3650


class Command(BaseCommand):
    help = "Makes an API token for USER and prints it, alone, this once: only a hash of it is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", metavar="USER", help="the name they sign in with")
        parser.add_argument("--scope", choices=ApiToken.Scope.values, required=True)
        parser.add_argument("--days", type=int, help="how long it lives; the desk's policy where it is not given")

    @transaction.atomic
    def handle(self, *args: Any, user: str, scope: str, days: int | None, **options: Any) -> None:
        owner = _owner(user)
        days = Desk.current().token_days if days is None else days
        if not 1 <= days <= LONGEST:
            raise CommandError(f"A token lives from 1 to {LONGEST} days. None was made.")
        with history.action("token.created"):
            _, key = ApiToken.issue(owner, scope=scope, lifetime=dt.timedelta(days=days))
        self.stdout.write(key)


def _owner(name: str) -> User:
    """The person, who must be one that may come in with a token at all."""
    owner = User.objects.filter(username=name).first()
    if owner is None:
        raise CommandError(f"There is no user “{name}”. No token was made.")
    if not owner.is_active:
        raise CommandError(f"“{name}” may not sign in any more, so a token would open nothing. None was made.")
    if not permissions.can_create_token(owner, owner):
        raise CommandError(f"“{name}” has no role yet, so a token would open nothing. Give them one in /admin/ first.")
    return owner
