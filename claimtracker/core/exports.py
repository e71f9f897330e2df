"""Downloads: a whole list as CSV or NDJSON, streamed in flat memory.

The rows are walked by keyset, a chunk at a time, each chunk read by the list's
own QuerySet: no transaction is held open while somebody's network is slow, and
a row that was there when the walk began is in the file once. When a chunk
fails, the answer has long begun; then the last line says so in a form that no
reader takes for a row, and the connection is broken off.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from claimtracker.core.keyset import Order
from claimtracker.core.problems import document

CHUNK = 500
STOPPED = "THIS FILE IS NOT COMPLETE: something broke on our side while it was written. Ask for it again."
# A cell that begins so is run as a formula by spreadsheets, also in full width (OWASP, "CSV Injection") …
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# … but not one that is nothing but a number.
NUMBER = re.compile(r"[+-]?\d[\d.,]*%?\Z")

Chunks = Iterator[list[Any]]
Around = Callable[[Iterator[bytes]], Iterator[bytes]]  # what is to hold while each of the parts is made

logger = logging.getLogger(__name__)


def walk(rows: QuerySet[Any], order: Order, *, size: int = CHUNK) -> Chunks:
    """All of `rows` in that order, as lists of at most `size`."""
    rest = rows
    while True:
        found = list(rest.order_by(*order.clauses(backwards=False))[:size])
        if found:
            yield found
        if len(found) < size:
            return
        last = found[-1]
        rest = rows.filter(order.beyond(getattr(last, order.field), last.pk, backwards=False))


def begun(chunks: Chunks) -> Chunks:
    """The same chunks, the first already read: what is wrong from the start is an error, and not half a file."""
    first = next(chunks, [])
    return chain([first], chunks)


def harmless(cell: Any) -> Any:
    """The cell as a spreadsheet may have it: numbers stay numbers, nothing is run."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float | Decimal):
        return cell
    text = str(cell)
    return f"'{text}" if FORMULA.match(text) and not NUMBER.match(text) else text


def csv_stream(
    columns: Sequence[str], chunks: Chunks, cells: Callable[[Any], Iterable[Any]], around: Around = iter
) -> Iterator[bytes]:
    """UTF-8, CRLF, RFC 4180, a header line first."""
    head = csv_lines([columns])
    lines = around(csv_lines(map(cells, rows)) for rows in chunks)
    return _to_the_end(chain([head], lines), csv_lines([[STOPPED]]))


def csv_lines(rows: Iterable[Iterable[Any]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return lines.getvalue().encode()


def ndjson_stream(chunks: Chunks, shape: Callable[[Any], dict[str, Any]], around: Around = iter) -> Iterator[bytes]:
    """A JSON object a line, in UTF-8."""
    lines = around(b"".join(json_line(shape(row)) for row in rows) for rows in chunks)
    return _to_the_end(lines, json_line(document(500, STOPPED, code="incomplete", title="Not complete")))


def json_line(value: dict[str, Any]) -> bytes:
    """One line also for readers who break lines at NEL, LS and PS."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for code in ("\x85", "\u2028", "\u2029"):
        text = text.replace(code, f"\\u{ord(code):04x}")
    return f"{text}\n".encode()


def _to_the_end(lines: Iterator[bytes], stopped: bytes) -> Iterator[bytes]:
    try:
        yield from lines
    except Exception:
        logger.exception("a download broke off")
        yield stopped
        # Not swallowed: the server then breaks the connection off instead of ending the answer.
        raise
