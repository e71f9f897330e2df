"""Keys to the API."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from claimtracker.core.history import remembered
from claimtracker.core.models.user import User

MARK = "cct"  # a greppable start, so that secret scanners find a leaked token


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def alive(self) -> Self:
        """Neither expired nor revoked, and of a person who may still sign in."""
        now = timezone.now()
        return self.filter(expires_at__gt=now, revoked_at=None, user__is_active=True)


@remembered(exclude=["digest", "last_used_at"])
class ApiToken(models.Model):
    """A key to the API that acts as its user. Only a hash of it is kept; it is shown once."""

    class Scope(models.TextChoices):
        READ = "read"
        WRITE = "write"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens")
    prefix = models.CharField(max_length=16, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scope = models.CharField(max_length=8, choices=Scope)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="token_scope_is_known", condition=models.Q(scope__in=["read", "write"])),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}… of {self.user_id} ({self.scope})"

    @classmethod
    def issue(cls, user: User, *, scope: str, lifetime: dt.timedelta) -> tuple[ApiToken, str]:
        """Store a new token and return it with its key: the only time the key is known."""
        prefix, secret = f"{MARK}_{secrets.token_hex(4)}", secrets.token_urlsafe(32)
        key = f"{prefix}_{secret}"
        token = cls.objects.create(
            user=user, scope=scope, prefix=prefix, digest=digest_of(key), expires_at=timezone.now() + lifetime
        )
        return token, key

    @classmethod
    def of_key(cls, key: str) -> ApiToken | None:
        """The living token with this key, or None; the comparison takes the same time whatever the key."""
        prefix = "_".join(key.split("_", 2)[:2])
        token = cls.objects.alive().select_related("user").filter(prefix=prefix).first()
        if token and secrets.compare_digest(token.digest, digest_of(key)):
            return token
        return None


def digest_of(key: str) -> str:
    """SHA-256, in hex. A key has 256 bits of chance, so nothing slower is needed."""
    return hashlib.sha256(key.encode()).hexdigest()
