"""The demo article, for a desk that would otherwise be empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims import intake
from sources import ingest
from sources.models import Article

DEMO = Path(__file__).resolve().parents[2] / "demo" / "article.txt"
TITLE = "Sent abroad: what is known of North Korean soldiers in Kursk"


class Command(BaseCommand):
    help = "Adds the demo article and reads it at once. Does nothing where there is an article already."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--even-if-not-empty", action="store_true", help="add it beside what is there")

    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists() and not options["even_if_not_empty"]:
            return
        article, _ = ingest.add_article(
            text=DEMO.read_text(encoding="utf-8"), by=None, title=TITLE, published="2025-03", outlet="Demo"
        )
        intake.read_article(article.revision.pk)
        self.stdout.write(article.get_absolute_url())
