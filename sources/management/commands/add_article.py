"""An article from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claimtracker.core.refusals import Refused
from sources import ingest
from sources.describing import FORMATS
from sources.models import Article
from sources.text import plain


class Command(BaseCommand):
    help = "Adds the article in FILE (.txt, .md, .html, .docx, .pdf) and prints its address. The worker reads it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--title", default="")
        parser.add_argument("--url", default="", help="where it was published")
        parser.add_argument("--date", default="", help="when, as EDTF: 2025, 2025-03, 2025-03-14")
        parser.add_argument("--format", choices=FORMATS, help="take its words as they are, in this form")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            article, new = _add(path, options)
        except (OSError, ValueError, Refused) as problem:
            raise CommandError(str(problem)) from problem
        if not new:
            self.stderr.write("This text is here already.")
        self.stdout.write(article.get_absolute_url())


def _add(path: Path, options: dict[str, Any]) -> tuple[Article, bool]:
    """A plain text is stored at once; of any other file the worker makes a text."""
    data = path.read_bytes()
    facts = {"title": options["title"], "address": options["url"], "published": options["date"]}
    if options["format"] or path.suffix.lower() in ("", ".txt", ".text"):
        text = plain.decode(data, path.name)
        return ingest.add_article(text=text, format=options["format"] or "text", by=None, **facts)
    return ingest.add_file(data=data, name=path.name, by=None, **facts)
