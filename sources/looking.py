"""One look at an address: asked, and read in the cage. No row is written here, so that it may take its time.

What came of it is a plain value; sources/keeping.py stores it.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from urllib.parse import unquote

from sources import snapshots
from sources.fetching import fetch_source
from sources.health import Answer
from sources.http import (
    Bomb,
    Busy,
    DisallowedByRobots,
    Fetched,
    NameUnknown,
    NoAnswer,
    NotFetched,
    NotSupported,
    SignInNeeded,
    TooLarge,
    TooSlow,
    Validators,
)
from sources.net.headers import first_of, sendable
from sources.text import links
from sources.text.document import Document

logger = logging.getLogger(__name__)

PERMANENT = frozenset({301, 308})
NOT_FOR_ALL = frozenset({402, 429, 451})
NOT_MODIFIED = 304
SILENT = (NameUnknown, NoAnswer, TooSlow)
ANSWERED = (TooLarge, Bomb, NotSupported)  # the page is there; it is only nothing that we can keep
ONLY_BEGINNING = 1500  # characters: of a page that is not free a text shorter than this is only its beginning
LONGEST_HEAD = 2_000_000  # bytes of a page that are searched for what it says of itself
# What a page says that is not free to read: schema.org (as JSON-LD or microdata), Facebook's content tiers.
NOT_FREE = re.compile(
    rb"[\"']isAccessibleForFree[\"']\s{0,8}:\s{0,8}[\"']?false\b"
    rb"|[\"']isAccessibleForFree[\"']\s{0,8}content\s{0,8}=\s{0,8}[\"']false\b"
    rb"|[\"']article:content_tier[\"']\s{0,8}content\s{0,8}=\s{0,8}[\"']locked\b",
    re.IGNORECASE,
)
PAYWALL = (
    "The site shows only the beginning of this page to those who do not pay. "
    "Open it in your browser and give its text or file here instead."
)
FRONT_PAGE = (
    "The address leads to the front page of the site and no longer to the page itself. "
    "Look for the page's own address, or for a copy in a web archive."
)
# A short last part ("/en", "/home") is a front page too.
PAGE_OF_ITS_OWN = re.compile(r"[^/]{1,60}/[^/]|[^/]{12}|[^/]{0,12}\d")


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at an address came to.

    `fetched` is there where something may be kept: with `document`, its text, or with `problem`, why it has none.
    `pause` is how many seconds the site asks to be left alone.
    """

    answer: Answer
    fetched: Fetched | None = None
    document: Document | None = None
    code: str = ""
    problem: str = ""
    http_status: int | None = None
    moved_to: str = ""
    silent: bool = False  # nobody answered at all
    pause: float | None = None
    milliseconds: int = 0

    @property
    def name(self) -> str:
        """The last part of the address's path."""
        path = self.fetched.final_address.partition("://")[2].partition("?")[0] if self.fetched else ""
        return unquote(path.partition("/")[2].rstrip("/").rpartition("/")[2])[:300]

    @property
    def media_type(self) -> str:
        """With the charset that the server names, for the page itself may not name one."""
        if self.fetched is None:
            return ""
        return self.fetched.media_type + (f"; charset={self.fetched.charset}" if self.fetched.charset else "")

    @property
    def validators(self) -> dict[str, str]:
        """By which the site can be asked whether it has another (RFC 9110, 13)."""
        # Not for what is shown to some only: "not modified" would not say whether that is so still.
        headers = self.fetched.headers if self.fetched and self.answer == Answer.PAGE else ()
        etag, last_modified = first_of(headers, "etag"), first_of(headers, "last-modified")
        return {
            "etag": etag if sendable(etag) else "",
            "last_modified": last_modified if sendable(last_modified[:101]) and len(last_modified) <= 100 else "",
        }

    @property
    def unchanged(self) -> bool:
        return self.fetched is not None and self.fetched.status == NOT_MODIFIED

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.fetched.body).hexdigest() if self.fetched else ""


def look(
    address: str, validators: Validators | None, known: Callable[[str], object], asked: Callable[[Look], None]
) -> Look:
    """Ask an address, and read what it answers.

    `known` says of bytes, by their sha256, that they are kept already and need not be read again; `asked` is
    called with the answer when the site has been asked, and before anything is read. What goes wrong is the
    answer, and nothing is raised.
    """
    begun = monotonic()
    try:
        found = _asked(address, validators)
    except Exception:
        logger.exception("asking %s failed", address)
        found = OURS
    found = replace(found, milliseconds=int((monotonic() - begun) * 1000))
    asked(found)
    fetched = found.fetched
    if fetched is None or found.unchanged:
        return found
    if NOT_FREE.search(fetched.body, 0, LONGEST_HEAD):
        found = replace(found, answer=Answer.REFUSED)
    return found if known(found.sha256) else _read(found, fetched)


OURS = Look(
    Answer.UNKNOWN,
    code="failed",
    problem="The program failed at this. It is tried again; nothing that was kept is lost.",
)


def _asked(address: str, validators: Validators | None) -> Look:
    try:
        fetched = fetch_source(address, validators)
    except NotFetched as failure:
        logger.info("%s: %s", address, type(failure).__name__)
        return _failure(failure)
    if _leads_to_front_page(address, fetched):
        return Look(Answer.FAILED, code="front_page", problem=FRONT_PAGE, http_status=fetched.status)
    return Look(Answer.PAGE, fetched, http_status=fetched.status, moved_to=_moved_to(address, fetched))


def _failure(failure: NotFetched) -> Look:
    pause = failure.retry_after if isinstance(failure, Busy) else None
    return Look(
        _answer_of(failure),
        code=failure.code,
        problem=failure.sentence,
        http_status=failure.status,
        silent=isinstance(failure, SILENT),
        pause=pause,
    )


def _answer_of(failure: NotFetched) -> Answer:
    if isinstance(failure, ANSWERED):
        return Answer.PAGE
    if isinstance(failure, Busy) and failure.status is None:
        return Answer.UNKNOWN  # it was not asked: it has to be left alone for longer than a look may take
    if isinstance(failure, SignInNeeded | DisallowedByRobots) or failure.status in NOT_FOR_ALL:
        return Answer.REFUSED
    return Answer.FAILED


def _moved_to(address: str, fetched: Fetched) -> str:
    """Where the site says the page lies for good; empty where that is only another spelling of the address."""
    here = address
    for hop, onward in zip(fetched.hops, [*fetched.hops[1:], None], strict=True):
        if onward is None or hop.status not in PERMANENT:
            break
        here = onward.address
    return here if links.key(here) != links.key(address) else ""


def _leads_to_front_page(address: str, fetched: Fetched) -> bool:
    """Sites lead from what they have thrown away to their front page, and call that a success."""
    asked, reached = _path(address), _path(fetched.final_address)
    return len(fetched.hops) > 1 and reached == "" and bool(PAGE_OF_ITS_OWN.match(asked))


def _path(address: str) -> str:
    rest = address.partition("://")[2].partition("#")[0]
    return rest.partition("/")[2].rstrip("/")


def _read(found: Look, fetched: Fetched) -> Look:
    """The same with its text, or with the reason why it has none."""
    try:
        document, problem = snapshots.read(fetched.body, name=found.name, media_type=found.media_type, page=True)
    except Exception:
        logger.exception("reading what %s answered failed", fetched.address)
        return replace(OURS, milliseconds=found.milliseconds, http_status=found.http_status)
    if found.answer == Answer.REFUSED and (document is None or len(document.text) < ONLY_BEGINNING):
        return replace(found, code="paywall", problem=PAYWALL)
    if problem is not None:
        walled = problem.code == SignInNeeded.code
        answer = Answer.REFUSED if walled else found.answer
        return replace(found, answer=answer, code=problem.code, problem=str(problem))
    return replace(found, document=document)
