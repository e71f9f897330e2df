"""The absolute addresses that an answer names: a record's own, and its page's.

Written out and not reversed: they are part of "What does not move", a download
of ten thousand rows names fifty thousand of them, and a test holds them against
the routes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Addresses:
    """`root` is where the program answers, without a last slash: https://desk.example.org."""

    root: str

    @classmethod
    def of(cls, request: HttpRequest | Any) -> Addresses:
        return cls(request.build_absolute_uri("/").rstrip("/"))

    def record(self, kind: str, ident: int) -> str:
        return f"{self.root}/api/v1/{kind}/{ident}/"

    def page(self, kind: str, ident: int) -> str:
        return f"{self.root}/{kind}/{ident}/"

    def listed(self, kind: str, **filters: int) -> str:
        query = "&".join(f"{name}={value}" for name, value in filters.items())
        return f"{self.root}/api/v1/{kind}/?{query}"
