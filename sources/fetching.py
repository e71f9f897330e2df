"""Fetching with this desk's settings: who we say we are, and which addresses of this machine may be asked."""

from __future__ import annotations

from django.conf import settings

from sources.http import Fetched, Limits, Policy, Turns, Validators, fetch

# No more than two requests to one site at a time, and a pause between them: one for each process.
TURNS = Turns()


def policy() -> Policy:
    return Policy(allow_loopback_ports=frozenset(settings.FETCH_LOOPBACK_PORTS), user_agent=settings.FETCH_USER_AGENT)


def fetch_page(address: str) -> Fetched:
    """What an address answers. Raises NotFetched with a code and a plain sentence."""
    return fetch(address, policy=policy(), limits=Limits(), turns=TURNS)


def fetch_source(address: str, validators: Validators | None) -> Fetched:
    """The same, unless it is still what the validators say. Raises NotFetched with a code and a plain sentence."""
    return fetch(address, policy(), Limits(), validators, turns=TURNS)
