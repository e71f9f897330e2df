"""A person of the desk."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from claimtracker.core.history import remembered


@remembered(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person. Their role is the one group they are in: reader, analyst, editor or admin."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    follows_own_work = models.BooleanField(
        default=True, help_text="What they review, dispute or annotate is watched from then on."
    )

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def initials(self) -> str:
        """One or two letters for the round badge beside what a person did."""
        words = str(self).split()
        return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper()
