"""The claims app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        from claims import introducing, receivers  # noqa: F401 they listen from now on

        introducing.introduce()
