"""Whole numbers in an address."""

from __future__ import annotations

from django.http import HttpRequest

LARGEST = 2**31 - 1  # what an integer column of the database holds


def asked(request: HttpRequest, name: str) -> int:
    """The number that the address gives; 0 for none, or for what is no number."""
    return min(whole(request.GET.get(name, "")) or 0, LARGEST)


def whole(given: str) -> int | None:
    """The number that the words are; None where they are none, or one with more digits than anybody needs."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 12 else None


def asked_span(request: HttpRequest, name: str) -> tuple[int, int] | None:
    """The words that the address asks for: `?at=120-180`; None for none, or for what is no span."""
    start, dash, end = request.GET.get(name, "").partition("-")
    numbers = [int(word) for word in (start, end) if word.isascii() and word.isdigit() and len(word) < 10]
    return (numbers[0], numbers[1]) if dash and len(numbers) == 2 and numbers[0] < numbers[1] else None
