"""Every operation of openapi.json under generated requests, good and bad, against the real application"""

import datetime as dt
import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from claimtracker.api.front import described
from claimtracker.core.models import ApiToken
from claimtracker.wsgi import application
from tests import make

# 422: the shape is right, and a rule that no shape can tell says no.
ACCEPTED = ["2xx", "401", "403", "404", "409", "422"]
CHECKS = {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}
CONFIG = {"generation": {"mode": "all"}, "phases": {"examples": {"enabled": False}}, "checks": CHECKS}
document = schemathesis.openapi.from_dict(described(), config=SchemathesisConfig.from_dict(CONFIG))
document.app = application


@document.hook
def map_query(context, query):
    """A cursor comes from another answer; whatever is made up is refused, and tested elsewhere."""
    return {name: value for name, value in query.items() if name != "cursor"} if query else query


# The other files beside the pages are the same views at other addresses; SCHEMATHESIS=20 tries them too, and harder.
EXAMPLES = int(os.environ.get("SCHEMATHESIS", "0"))
OPERATIONS = r".*" if EXAMPLES else r"^/api/v1/|^/claims\.csv$|^/sources/\{source\}\.ndjson$"


@pytest.fixture
def key(ana) -> str:
    """A token, over a desk that has something of everything."""
    article = make.article()
    article.revision.citations.filter(number=1).update(source=make.source())
    return ApiToken.issue(ana, scope="write", lifetime=dt.timedelta(days=1))[1]


@pytest.fixture(autouse=True)
def one_connection():
    """The application must not close the connection whose transaction holds what the test has made."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@document.include(path_regex=OPERATIONS).parametrize()
@settings(max_examples=EXAMPLES or 3, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_an_operation_does_what_the_document_says(case, key):
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"})
