"""What the headers of an answer say: kind of text, compression, when to come again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

Headers = tuple[tuple[str, str], ...]

MEDIA_TYPE = re.compile(r"[ \t]{0,8}([a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100})[ \t]{0,8}(?:;|$)", re.IGNORECASE)
CHARSET = re.compile(r";[ \t]{0,8}charset=[\"']?([a-z0-9_.:-]{1,40})", re.IGNORECASE)
LONGEST_PAUSE = 30 * 24 * 3600.0


def value_of(headers: Headers, name: str) -> str:
    """The values of one header, joined by commas (RFC 9110, 5.3); empty where there is none."""
    return ", ".join(value.strip() for key, value in headers if key.lower() == name)


def first_of(headers: Headers, name: str) -> str:
    return next((value.strip() for key, value in headers if key.lower() == name), "")


def read_content_type(headers: Headers) -> tuple[str, str]:
    """Media type and charset in lower case, each empty where none is named."""
    value = first_of(headers, "content-type")[:1000]
    kind = MEDIA_TYPE.match(value)
    charset = CHARSET.search(value)
    return (kind[1].lower() if kind else "", charset[1].lower() if charset else "")


def codings(headers: Headers, name: str) -> list[str]:
    """What was done to the body, in order; `identity` is nothing."""
    listed = value_of(headers, name).lower().split(",")
    return [coding for coding in map(str.strip, listed) if coding not in ("", "identity")]


def read_retry_after(headers: Headers, now: datetime) -> float | None:
    """Seconds to wait, from seconds or a date (RFC 9110, 10.2.3), at most a month."""
    value = first_of(headers, "retry-after")[:40]
    if re.fullmatch(r"[0-9]{1,10}", value):
        return min(float(value), LONGEST_PAUSE)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), LONGEST_PAUSE)


def sendable(value: str) -> bool:
    """Whether a value may stand in a header of ours: it may have come from a remote's header once."""
    return bool(value) and len(value) <= 500 and all(" " <= character <= "~" for character in value)


def pairs(items: Iterable[tuple[str, str]]) -> Headers:
    """Headers as plain pairs; a line folded in two becomes one."""
    return tuple((name, " ".join(value.split("\r\n"))) for name, value in items)
