"""The one way to an address that came from a user or from a text.

Whatever is fetched for a person goes through `fetch`: http and https on their
usual ports, to addresses of the public internet only, each redirect judged as
if it had been typed, within time and size, with no proxy, cookie or password
of ours. A test sees to it that no other module opens a connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sources.net.addresses import Address, follow, read_address
from sources.net.asking import Answer, ask
from sources.net.clock import Deadline
from sources.net.failures import (
    AddressRefused,
    Bomb,
    BrokeOff,
    Busy,
    DisallowedByRobots,
    NameUnknown,
    NoAnswer,
    NotFetched,
    NotSupported,
    NotThere,
    RemoteFailed,
    SignInNeeded,
    TlsFailed,
    TooLarge,
    TooManyRedirects,
    TooSlow,
)
from sources.net.headers import read_content_type
from sources.net.names import Resolver, system_resolver
from sources.net.policy import PUBLIC_WEB, USUAL_LIMITS, Exchange, Fetched, Hop, Limits, Policy, Validators
from sources.net.robots import LARGEST, Robots
from sources.net.statuses import failure_of, leads_to_sign_in, redirect_of
from sources.net.turns import Turns

__all__ = [
    "AddressRefused",
    "Bomb",
    "BrokeOff",
    "Busy",
    "DisallowedByRobots",
    "Exchange",
    "Fetched",
    "Hop",
    "Limits",
    "NameUnknown",
    "NoAnswer",
    "NotFetched",
    "NotSupported",
    "NotThere",
    "Policy",
    "RemoteFailed",
    "Robots",
    "SignInNeeded",
    "TlsFailed",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "Turns",
    "Validators",
    "fetch",
    "site_of",
]

ROBOTS = Robots()  # one memory for this process


def fetch(
    address: str,
    policy: Policy = PUBLIC_WEB,
    limits: Limits = USUAL_LIMITS,
    validators: Validators | None = None,
    *,
    turns: Turns | None = None,
    robots: Robots = ROBOTS,
    resolve: Resolver = system_resolver,
) -> Fetched:
    """Fetch what lies at an address, following redirects. Blocks for at most `limits.seconds`.

    `turns`, shared by the threads of a worker, makes every request wait for its turn.
    Raises a subclass of NotFetched, whose code and sentence may be shown to anyone.
    """
    deadline = Deadline(limits.seconds)
    asked = here = _judged(address)
    exchanges: list[Exchange] = []
    while True:
        if policy.robots:
            _mind_robots(here, robots, policy, deadline, turns, resolve)
        with _turn(here.authority, turns, deadline), ask(here, policy, limits, deadline, resolve, validators) as answer:
            exchanges.append(answer.exchange)
            onward = redirect_of(answer.status, answer.headers)
            if onward is None:
                if leads_to_sign_in(asked, here):
                    raise SignInNeeded(answer.status)
                _accept(answer, policy, conditional=validators is not None)
                return _fetched(address, here, tuple(exchanges), answer, deadline)
        if len(exchanges) > limits.redirects:
            raise TooManyRedirects
        here = _onward(here, onward)


def site_of(address: str) -> str:
    """Host and port, as sites are told apart when they are asked in turn; empty where it is no address of the web."""
    try:
        return read_address(address).authority
    except ValueError:
        return ""


def _judged(address: str) -> Address:
    try:
        return read_address(address)
    except ValueError as error:
        raise AddressRefused from error


@contextmanager
def _turn(host: str, turns: Turns | None, deadline: Deadline) -> Iterator[None]:
    if turns is None:
        yield
        return
    with turns.turn(host, deadline):
        try:
            yield
        except Busy as busy:
            turns.hold_off(host, busy.retry_after or 0.0)
            raise


def _mind_robots(
    here: Address, robots: Robots, policy: Policy, deadline: Deadline, turns: Turns | None, resolve: Resolver
) -> None:
    def read(address: str) -> bytes:
        limits = Limits(seconds=deadline.left(), wire=LARGEST, decoded=LARGEST)
        anything = replace(policy, robots=False, media_types=frozenset())
        return fetch(address, anything, limits, turns=turns, resolve=resolve).body

    if not robots.allows(here, policy.user_agent, read):
        raise DisallowedByRobots


def _onward(here: Address, location: str) -> Address:
    try:
        there = follow(here, location)
    except ValueError as error:
        raise AddressRefused from error
    # What was asked for under TLS is not taken from a place that anyone on the way can write to.
    if (here.scheme, there.scheme) == ("https", "http"):
        raise AddressRefused
    return there


def _accept(answer: Answer, policy: Policy, *, conditional: bool) -> None:
    """Raise the failure that the status or the media type is, before anything of the body is read."""
    if failure := failure_of(answer.status, answer.headers, datetime.now(UTC), conditional=conditional):
        raise failure
    media_type, _ = read_content_type(answer.headers)
    if policy.media_types and media_type and media_type not in policy.media_types:
        raise NotSupported(answer.status)


def _fetched(
    address: str, here: Address, exchanges: tuple[Exchange, ...], answer: Answer, deadline: Deadline
) -> Fetched:
    media_type, charset = read_content_type(answer.headers)
    return Fetched(
        address=address,
        final_address=str(here),
        hops=tuple(Hop(said.address, said.status) for said in exchanges),
        status=answer.status,
        headers=answer.headers,
        media_type=media_type,
        charset=charset,
        body=answer.read(),
        elapsed=deadline.spent(),
        exchanges=exchanges,
    )
