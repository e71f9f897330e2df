"""Whole numbers in an address."""

from __future__ import annotations

from django.http import HttpRequest

LARGEST = 2**31 - 1  # what an integer column of the database holds


def asked(request: HttpRequest, name: str) -> int:
    """The number that the address gives; 0 for none, or for what is no number."""
    given = request.GET.get(name, "")
    return min(int(given), LARGEST) if given.isascii() and given.isdigit() and len(given) < 12 else 0
