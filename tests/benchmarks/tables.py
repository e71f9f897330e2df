"""Tables of the scoreboard, for a terminal or as Markdown."""

from __future__ import annotations

import datetime as dt
import os
import platform
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Cells = Sequence[str]


@dataclass(frozen=True)
class Table:
    """`heads` names the columns; the first cell of a row says what the row is."""

    heads: Cells
    rows: Sequence[Cells]


def as_text(table: Table) -> Iterator[str]:
    """Columns under each other, the first to the left, the others to the right."""
    lines = [table.heads, *table.rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(table.heads))]
    for first, *others in lines:
        cells = [other.rjust(width) for other, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()
    yield ""


def as_markdown(table: Table) -> Iterator[str]:
    yield _line(table.heads)
    yield "|".join(["", "---", *("---:" for _ in table.heads[1:]), ""])
    yield from (_line(row) for row in table.rows)
    yield ""


def foot(bench: str, words: Sequence[str]) -> str:
    """When, on what and by which command a scoreboard was made."""
    command = shlex.join(["python3", "run.py", "bench", bench, *words])
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs, {platform.machine()}"
    return f"{dt.date.today().isoformat()} · {machine} · {command}"


def _line(cells: Cells) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
