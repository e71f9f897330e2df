"""Copies as web archives keep them (WARC 1.1, ISO 28500): bytes in, bytes out, no Django.

A record is gzipped by itself, so records kept apart become a file by being put
one behind the other. Bodies reach us unpacked and unframed; what the server
said of packing and framing stands under X-Archive-Orig-, as pywb writes it, and
Content-Length says what is there. Any other tool of web archives reads them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # has no types
from warcio.timeutils import datetime_to_iso_date  # type: ignore[import-untyped]  # has no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # has no types

from sources.http import Exchange, Fetched

MEDIA_TYPE = "application/warc"
SOFTWARE = "Claimtracker"
FORMAT = "WARC File Format 1.1"
CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

Headers = list[tuple[str, str]]
CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
IN_A_NAME = "!#$&'*+^`|"  # beside letters, digits and what `quote` leaves alone (RFC 9110, 5.6.2)
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
KIND = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}", re.IGNORECASE)
LONGEST_WORDS = 2000


def record(fetched: Fetched, captured_at: datetime) -> bytes:
    """Everything that was said while fetching: of each redirect the request and the answer's head, at last the page.

    An exchange bears the time it began; `captured_at` stands where that is not known.
    """
    out = BytesIO()
    writer = _writer(out)
    for exchange in fetched.exchanges[:-1]:
        _write_exchange(writer, exchange, None)
    last = fetched.exchanges[-1] if fetched.exchanges else _told_again(fetched, captured_at)
    _write_exchange(writer, last, fetched.body)
    return out.getvalue()


def resource_record(data: bytes, media_type: str, captured_at: datetime, name: str = "") -> bytes:
    """A copy that somebody gave by hand: nobody asked a server for it, so its address is its own hash."""
    address = f"urn:sha256:{hashlib.sha256(data).hexdigest()}"
    more = {"X-File-Name": quote(name.encode("utf-8", "replace")[:LONGEST_WORDS], safe=" ()+,")} if name else {}
    return _plain_record("resource", address, data, _kind(media_type), captured_at, more)


def join(records: Iterable[bytes], description: str) -> Iterator[bytes]:
    """A whole .warc.gz, piece by piece: who wrote it and what it is, then the records as they were kept."""
    info = {
        "software": SOFTWARE,
        "format": FORMAT,
        "conformsTo": CONFORMS_TO,
        "description": CONTROLS.sub(" ", description)[:LONGEST_WORDS],
    }
    out = BytesIO()
    writer = _writer(out)
    writer.write_record(writer.create_warcinfo_record("", info))
    yield out.getvalue()
    yield from records


def _writer(out: BytesIO) -> Any:
    return WARCWriter(out, gzip=True, warc_version="1.1")


def _write_exchange(writer: Any, exchange: Exchange, body: bytes | None) -> None:
    """The answer, and the request that led to it; without `body` only the answer's head was read."""
    about = {"WARC-Date": _date(exchange.sent_at)}
    if exchange.peer:
        about["WARC-IP-Address"] = exchange.peer
    if body is None and _announces_body(exchange):
        about["WARC-Truncated"] = "unspecified"  # a redirect's own words; nobody reads them
    response = writer.create_warc_record(
        exchange.address,
        "response",
        payload=BytesIO(body or b""),
        length=len(body or b""),
        http_headers=_response_head(exchange, len(body or b"")),
        warc_headers_dict=about,
    )
    if not exchange.request:
        writer.write_record(response)
        return
    request = writer.create_warc_record(
        exchange.address, "request", http_headers=_request_head(exchange.request), warc_headers_dict=dict(about)
    )
    request.rec_headers.remove_header("WARC-Truncated")
    writer.write_request_response_pair(request, response)


def _response_head(exchange: Exchange, length: int) -> StatusAndHeaders:
    headers: Headers = []
    for name, value in exchange.headers:
        known = quote(name, safe=IN_A_NAME)
        if not known:
            continue
        prefix = "X-Archive-Orig-" if known.lower() in CHANGED else ""
        headers.append((prefix + known, _value(value)))
    headers.append(("Content-Length", str(length)))
    reason = "".join(character for character in exchange.reason if " " <= character <= "~")
    return StatusAndHeaders(f"{exchange.status} {reason}".strip(), headers, protocol=exchange.protocol)


def _request_head(request: bytes) -> StatusAndHeaders:
    first, *lines = request.decode("latin-1").rstrip("\r\n").split("\r\n")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return StatusAndHeaders(first, headers, is_http_request=True)


def _value(value: str) -> str:
    """On one line, and in the characters that the server meant: most write UTF-8."""
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return CONTROLS.sub(" ", value).encode("utf-8", "replace").decode().strip()


def _announces_body(exchange: Exchange) -> bool:
    lengths = [value.strip() for name, value in exchange.headers if name.lower() == "content-length"]
    return lengths != ["0"]


def _told_again(fetched: Fetched, captured_at: datetime) -> Exchange:
    return Exchange(fetched.final_address, captured_at, b"", "HTTP/1.1", fetched.status, "", fetched.headers)


def _plain_record(
    kind: str, address: str, data: bytes, media_type: str, captured_at: datetime, more: Mapping[str, str]
) -> bytes:
    out = BytesIO()
    writer = _writer(out)
    about = {"WARC-Date": _date(captured_at), **more}
    made = writer.create_warc_record(
        address,
        kind,
        payload=BytesIO(data),
        length=len(data),
        warc_content_type=media_type,
        warc_headers_dict=about,
    )
    writer.write_record(made)
    return out.getvalue()


def _kind(media_type: str) -> str:
    bare = media_type.partition(";")[0].strip().lower()
    return bare if KIND.fullmatch(bare) else "application/octet-stream"


def _date(when: datetime) -> str:
    return str(datetime_to_iso_date(when.astimezone(UTC).replace(tzinfo=None), use_micros=True))
