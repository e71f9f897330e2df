"""What the tests of pages share: style sheets and scripts straight from their folders, and a desk with a queue."""

from __future__ import annotations

import pytest
from django.conf import settings as configured

from claims.models import Claim
from tests import make


@pytest.fixture(scope="session", autouse=True)
def a_folder_for_static_files():
    """WhiteNoise warns about a missing one, and a warning is an error here."""
    configured.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """No manifest: that one is made by collectstatic, and tested there."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def article(db):
    """Four claims; the last one cites nothing, so it comes first in the queue."""
    return make.article(title="High water")


@pytest.fixture
def first(article):
    return Claim.objects.risk_first()[0]


@pytest.fixture
def desk(browse, ana):
    return browse(ana)
