"""What the tests of pages share: style sheets and scripts straight from their folders."""

from __future__ import annotations

import pytest
from django.conf import settings as configured


@pytest.fixture(scope="session", autouse=True)
def a_folder_for_static_files():
    """WhiteNoise warns about a missing one, and a warning is an error here."""
    configured.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """No manifest: that one is made by collectstatic, and tested there."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
