"""The sources app."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = "Articles and sources"

    def ready(self) -> None:
        from sources import introducing

        introducing.introduce()
