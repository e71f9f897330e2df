"""What a person puts off in the queue: what they skipped, accepted or disputed comes after everything else."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

KEPT = "put_off"  # of the session: ids of claims, the one that was put off last at the end
MOST = 500
PARAMETER, TOO = "put_off", "too"  # `?put_off=too`: these as well


def put_off(request: HttpRequest, claim: int) -> None:
    """It comes again when everything else is done, or in the next session."""
    request.session[KEPT] = [*(pk for pk in those_put_off(request) if pk != claim), claim][-MOST:]


def bring_back(request: HttpRequest, claims: Iterable[int]) -> None:
    """They are done with, or undone: whenever they wait again, they come in their turn."""
    kept, back = those_put_off(request), set(claims)
    if back.intersection(kept):
        request.session[KEPT] = [pk for pk in kept if pk not in back]


def those_put_off(request: HttpRequest) -> list[int]:
    return list(request.session.get(KEPT, []))


def with_them(request: HttpRequest) -> bool:
    """Whether this page of the queue shows these as well."""
    return request.GET.get(PARAMETER) == TOO


def in_turn(request: HttpRequest, claims: list[int]) -> list[int]:
    """What was put off behind everything else, and what was put off last at the very end: skipped again, it goes there
    again, so that one comes round.
    """
    turn = {pk: at for at, pk in enumerate(those_put_off(request), 1)}
    return sorted(claims, key=lambda pk: turn.get(pk, 0))
