"""One question to an OpenAI-compatible endpoint: bounded in time and size, and no way around.

The address is the operator's own (LLM_URL) and may be private, so it does not
go through `sources.http`, which fetches what others name. No redirect is
followed, no proxy is taken from the environment, and nothing that the endpoint
says is repeated to anybody: a problem is one of our own sentences.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import SplitResult, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

LONGEST = 40.0  # seconds; less than the lease of a reading (LEASE_SECONDS), or a second worker would take it up
PIECE = 65_536  # bytes read at once
AGAIN = frozenset({429, 500, 502, 503, 504})  # asked once more
BOTH_WAYS = 2  # SHUT_RDWR
TOO_SLOW = "The endpoint did not answer in time."
PATH = "/chat/completions"


class Unanswered(Exception):  # noqa: N818 -- errors are named for what happened
    """No answer that can be used. The message is a plain sentence; `final`: the next question would fare no better."""

    def __init__(self, problem: str, *, final: bool = False, wait: float | None = None) -> None:
        super().__init__(problem)
        self.final = final
        self.wait = wait  # seconds to leave before asking once more; None: do not


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost. `seconds` is for all of it: name, connection, pause, second try, last byte."""

    seconds: float = LONGEST
    answer: int = 1_000_000  # bytes
    pause: float = 1  # before a second try that nobody has named a time for
    longest_pause: float = 10


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the base of the interface ("http://localhost:11434/v1") or the whole address of chat completions."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    limits: Limits = Limits()

    def ask(self, messages: Sequence[dict[str, str]]) -> Any:
        """The JSON that is answered. Raises Unanswered; what is busy or failing is asked once more."""
        question = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        body = json.dumps(question | {"response_format": {"type": "json_object"}}).encode()
        end = time.monotonic() + self.limits.seconds
        try:
            return _understood(self._asked(body, end))
        except Unanswered as problem:
            if problem.wait is None or time.monotonic() + problem.wait >= end:
                raise
            time.sleep(problem.wait)
        return _understood(self._asked(body, end))

    def _asked(self, body: bytes, end: float) -> bytes:
        parts = urlsplit(self.url)
        with _watched(_connection(parts, end), end) as connection:
            headers = self._headers()
            connection.request("POST", _path(parts), body, headers, preload_content=False, decode_content=False)
            response = connection.getresponse()
            _check(response, self.limits)
            return _read(response, self.limits.answer)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        headers |= {"User-Agent": "Claimtracker", "Connection": "close"}
        return headers | {"Authorization": f"Bearer {self.key}"} if self.key else headers


def _connection(parts: SplitResult, end: float) -> HTTPConnection:
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=max(0.01, end - time.monotonic()))


def _path(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    return path if path.endswith(PATH) else path + PATH


@contextmanager
def _watched(connection: HTTPConnection, end: float) -> Iterator[HTTPConnection]:
    """A connection that is shut when its time is up: time-outs of single reads do not end a trickle."""
    late = threading.Event()
    opened: list[Any] = []

    def shut() -> None:
        late.set()
        for sock in opened or [connection.sock]:
            with suppress(OSError, AttributeError):
                sock.shutdown(BOTH_WAYS)

    watch = threading.Timer(max(0, end - time.monotonic()), shut)
    watch.daemon = True
    watch.start()
    try:
        try:
            connection.connect()
            opened.append(connection.sock)  # http.client lets go of it once the headers are read
        except (HTTPError, OSError) as problem:
            raise Unanswered("The endpoint cannot be reached.", wait=0) from problem
        yield connection
        if late.is_set():  # an answer of no stated length looks whole when it is cut off
            raise Unanswered(TOO_SLOW)
    except Unanswered:
        if late.is_set():
            raise Unanswered(TOO_SLOW) from None
        raise
    except (HTTPError, OSError, ValueError, HTTPException) as problem:
        if late.is_set() or isinstance(problem, TimeoutError):
            raise Unanswered(TOO_SLOW) from problem
        raise Unanswered("The endpoint broke off its answer.", wait=0) from problem
    finally:
        watch.cancel()
        for sock in opened:
            sock.close()
        connection.close()


def _check(response: HTTPResponse, limits: Limits) -> None:
    status = response.status
    if status in AGAIN:
        what = "asked for fewer questions" if status == 429 else "failed"
        raise Unanswered(f"The endpoint {what} ({status}).", wait=_pause(response, limits))
    if 300 <= status < 400:
        raise Unanswered(f"The endpoint redirects ({status}), and a redirect is not followed.", final=True)
    if status in (401, 403):
        raise Unanswered(f"The endpoint did not accept the key ({status}).", final=True)
    if status != 200:
        raise Unanswered(f"The endpoint refused the question ({status}).", final=True)
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/json" or response.headers.get("content-encoding", "identity") != "identity":
        raise Unanswered("The endpoint did not answer in JSON.")


def _pause(response: HTTPResponse, limits: Limits) -> float | None:
    """What Retry-After asks for, in seconds; None where that is too long to wait, or a date."""
    said = response.headers.get("retry-after", "").strip()
    if not said:
        return limits.pause
    seconds = float(said) if said.isascii() and said.isdigit() and len(said) < 6 else limits.longest_pause + 1
    return seconds if seconds <= limits.longest_pause else None


def _read(response: HTTPResponse, most: int) -> bytes:
    pieces, size = [], 0
    while piece := response.read1(PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise Unanswered("The endpoint's answer was too large.")
    return b"".join(pieces)


def _understood(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise Unanswered("The endpoint's answer could not be understood.") from problem
