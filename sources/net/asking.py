"""One request and its answer, over a connection that was judged."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException, LineTooLong
from typing import cast

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from sources.net.addresses import Address
from sources.net.body import Body
from sources.net.clock import Deadline
from sources.net.dial import dial
from sources.net.failures import BrokeOff, NoAnswer, NotFetched, NotSupported, TooLarge
from sources.net.guard import ips_for
from sources.net.headers import Headers, codings, first_of, pairs, sendable
from sources.net.names import Resolver
from sources.net.policy import Exchange, Limits, Policy, Validators
from sources.net.stream import Stream

PIECE = 65_536
# It would write a remote's broken headers into our log.
logging.getLogger("urllib3.connection").setLevel(logging.ERROR)


@dataclass(frozen=True)
class Answer:
    """Status and headers; the body is still on the wire."""

    status: int
    headers: Headers
    exchange: Exchange
    _response: HTTPResponse
    _stream: Stream
    _limits: Limits

    def read(self) -> bytes:
        """The whole body, unpacked. Raises TooLarge, Bomb, BrokeOff, TooSlow, or NotSupported for a compression."""
        packed = _packed(self.headers)
        if _length(self.headers) > self._limits.wire:
            raise TooLarge
        self._stream.grant(self._limits.wire)
        body = Body(self._limits, packed=packed)
        with _failing_as(BrokeOff):
            for piece in self._response.stream(PIECE, decode_content=False):
                body.take(piece)
        return body.finish()


@contextmanager
def ask(
    address: Address,
    policy: Policy,
    limits: Limits,
    deadline: Deadline,
    resolve: Resolver,
    validators: Validators | None = None,
) -> Iterator[Answer]:
    """Ask for an address; the connection lasts as long as the block. Raises subclasses of NotFetched."""
    connection = dial(address, ips_for(address, policy, resolve, deadline), policy, limits, deadline)
    with connection:
        sent_at = datetime.now(UTC)
        stream = Stream(connection, deadline, limits.headers)
        with _failing_as(NoAnswer):
            peer = str(connection.getpeername()[0])
            response = _exchange(address, stream, _headers(address, policy, validators))
        headers = pairs(response.headers.items())
        if sum(len(name) + len(value) + 4 for name, value in headers) > limits.headers:
            raise TooLarge
        protocol = f"HTTP/{response.version // 10}.{response.version % 10}"
        exchange = Exchange(
            str(address), sent_at, bytes(stream.sent), protocol, response.status, response.reason or "", headers, peer
        )
        yield Answer(response.status, headers, exchange, response, stream, limits)


def _exchange(address: Address, stream: Stream, headers: dict[str, str]) -> HTTPResponse:
    connection = HTTPConnection(address.host, address.port)
    connection.sock = cast(socket.socket, stream)  # already connected: it will not look for a way of its own
    connection.request("GET", address.target, headers=headers, preload_content=False, decode_content=False)
    return connection.getresponse()


def _headers(address: Address, policy: Policy, validators: Validators | None) -> dict[str, str]:
    headers = {
        "Host": address.authority,
        "User-Agent": policy.user_agent,
        "Accept": policy.accept,
        "Accept-Language": policy.languages,
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }
    if validators and sendable(validators.etag):
        headers["If-None-Match"] = validators.etag
    if validators and sendable(validators.last_modified):
        headers["If-Modified-Since"] = validators.last_modified
    return headers


@contextmanager
def _failing_as(failure: type[NotFetched]) -> Iterator[None]:
    """Everything that sockets, TLS, http.client and urllib3 raise, in our own words."""
    try:
        yield
    except (HTTPException, HTTPError, OSError, ValueError) as error:
        if type(error) is HTTPException or isinstance(error, LineTooLong):  # too many lines, or too long a one
            raise TooLarge from error
        raise failure from error


def _packed(headers: Headers) -> bool:
    if codings(headers, "transfer-encoding") not in ([], ["chunked"]):
        raise NotSupported
    packing = codings(headers, "content-encoding")
    if packing not in ([], ["gzip"], ["x-gzip"]):
        raise NotSupported
    return bool(packing)


def _length(headers: Headers) -> int:
    length = first_of(headers, "content-length")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0
