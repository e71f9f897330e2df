"""What the tests of the API have in common."""

import pytest


@pytest.fixture(autouse=True)
def plain_static(settings):
    """The documentation page names its files without the manifest, which only collectstatic makes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns about a missing one
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
