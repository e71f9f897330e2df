"""`manage.py extract`: what a text claims, as JSON, without any database."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.extraction.reading import read
from sources.text.plain import Format, Unreadable, decode, plain

FORMATS: tuple[Format, ...] = ("text", "html", "markdown")
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class BadInput(Exception):  # noqa: N818 -- errors are named for what happened
    """What was given cannot be read; the message is one plain sentence."""


class Command(BaseCommand):
    help = "Reads a text and prints its marks, sentences, figures, dates, places, voices and claims as one JSON object."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="a text file, or - for what comes in (default)")
        parser.add_argument("--date", help="the article's own date: YYYY, YYYY-MM or YYYY-MM-DD")
        parser.add_argument("--format", default="text", help="text (default), html or markdown")
        parser.add_argument(
            "--jsonl",
            metavar="FILE",
            help='one {"id", "text", "date"} per line in (- for what comes in), one result out',
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for result in _results(options):
                self.stdout.write(json.dumps(result))  # plain ASCII: nothing in it can break a line
        except BadInput as problem:
            self.stderr.write(" ".join(str(problem).split()))
            sys.exit(1)
        except BrokenPipeError:  # `extract --jsonl … | head`
            sys.exit(1)


def _results(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    form = options["format"]
    if form not in FORMATS:
        raise BadInput(f"“{form}” is no format; it is one of {', '.join(FORMATS)}.")
    if options["jsonl"]:
        yield from _rows(options["jsonl"], form, options["date"])
    else:
        name = options["file"]
        yield _result(_decoded(name), form, options["date"])


def _rows(name: str, form: Format, date: str | None) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_decoded(name).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            yield {"id": row.get("id")} | _result(row["text"], form, row.get("date") or date)
        except BadInput as problem:
            raise BadInput(f"Line {number:,} of {name}: {problem}") from problem


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise BadInput(f"this is not JSON ({problem}).") from problem
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadInput("this is not a JSON object with a “text”.")
    return row


def _result(data: str, form: Format, date: str | None) -> dict[str, Any]:
    if date is not None and not _is_date(date):
        raise BadInput(f"“{date}” is no date; write YYYY, YYYY-MM or YYYY-MM-DD.")
    try:
        return read(plain(data, form), date).as_json()
    except Unreadable as problem:
        raise BadInput(str(problem)) from problem


def _is_date(date: object) -> bool:
    """YYYY, YYYY-MM or YYYY-MM-DD, and a day that there is."""
    if not isinstance(date, str) or not DATE.fullmatch(date):
        return False
    try:
        dt.date.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _decoded(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return decode(data, "standard input" if name == "-" else name)
    except OSError as problem:
        raise BadInput(f"“{name}” cannot be read: {problem.strerror}.") from problem
    except Unreadable as problem:
        raise BadInput(str(problem)) from problem
