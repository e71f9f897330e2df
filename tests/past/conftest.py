"""Who asks for the past."""

from __future__ import annotations

import pytest


@pytest.fixture
def reader(api, rita):
    api.force_authenticate(rita)
    return api
