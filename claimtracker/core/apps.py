"""The core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "claimtracker.core"
    label = "core"
    verbose_name = "People and policy"
