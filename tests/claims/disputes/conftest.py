"""A claim that somebody objects to, and a second editor."""

import pytest

from tests import make
from tests.conftest import person


@pytest.fixture
def eve(db):
    return person("eve", "editor")


@pytest.fixture
def claim(db):
    """“… killed at least 12 people in Lima, according to the Red Cross. [1]”"""
    return make.claim()
