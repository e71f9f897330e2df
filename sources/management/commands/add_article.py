"""An article from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claimtracker.core.refusals import Refused
from sources import ingest
from sources.text import plain


class Command(BaseCommand):
    help = "Adds the article in FILE (.txt, .md, .html) and prints its address. The worker reads it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--title", default="")
        parser.add_argument("--url", default="", help="where it was published")
        parser.add_argument("--date", default="", help="when, as EDTF: 2025, 2025-03, 2025-03-14")
        parser.add_argument("--format", choices=ingest.FORMATS, help="default: by the file's name")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            article, new = ingest.add_article(
                text=plain.decode(path.read_bytes(), path.name),
                by=None,
                title=options["title"],
                format=options["format"] or ingest.format_of(path.name),
                address=options["url"],
                published=options["date"],
            )
        except (OSError, ValueError, Refused) as problem:
            raise CommandError(str(problem)) from problem
        if not new:
            self.stderr.write("This text is here already.")
        self.stdout.write(article.get_absolute_url())
