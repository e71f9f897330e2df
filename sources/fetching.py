"""Fetching with this desk's settings: who we say we are, and which addresses of this machine may be asked."""

from __future__ import annotations

from django.conf import settings

from sources.http import Fetched, Limits, Policy, Turns, Validators, fetch

# No more than two requests to one site at a time, and a pause between them: one for each process.
TURNS = Turns()


def policy(*, robots: bool = False) -> Policy:
    """Who we say we are and where we may go; `robots`: a site's robots.txt is minded, if the desk's settings want it.

    That is for what a program does by itself. A page that a person asks for is fetched as their browser would.
    """
    contact = f" (+{settings.FETCH_CONTACT})" if settings.FETCH_CONTACT else ""
    return Policy(
        allow_loopback_ports=frozenset(settings.FETCH_LOOPBACK_PORTS),
        user_agent=f"{settings.FETCH_USER_AGENT}{contact}",
        robots=robots and settings.FETCH_ROBOTS,
    )


def fetch_page(address: str) -> Fetched:
    """What an address answers. Raises NotFetched with a code and a plain sentence."""
    return fetch(address, policy=policy(), limits=Limits(), turns=TURNS)


def fetch_source(address: str, validators: Validators | None) -> Fetched:
    """The same, unless it is still what the validators say. Raises NotFetched with a code and a plain sentence."""
    return fetch(address, policy(robots=True), Limits(), validators, turns=TURNS)
