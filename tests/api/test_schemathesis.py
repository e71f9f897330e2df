"""Every operation of openapi.json under generated requests, good and bad, against the real application.

SCHEMATHESIS=50 tries each harder: so many random requests, and every boundary of every parameter everywhere.
"""

import datetime as dt
import os
import re

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

EXAMPLES = int(os.environ.get("SCHEMATHESIS", "0"))
# The files beside the pages, and the facets, take the parameters of their lists: there chance will do.
OF_LISTS = r"/api/v1/(?!claims/facets/)"
# 422: the shape is right, and a rule that no shape can tell says no.
# 412: which version is the current one no schema can tell, either.
ACCEPTED = ["2xx", "401", "403", "404", "409", "412", "422"]
CHECKS = {"positive_data_acceptance": {"expected-statuses": ACCEPTED}, "ignored_auth": {"enabled": False}}
ENDS = re.compile(r"(-?[0-9.]*[0-9])\.\.(-?[0-9][0-9.]*)\Z")
patience = settings(
    max_examples=EXAMPLES or 5, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)  # fmt: skip


def document(*, boundaries: bool):
    phases = {"examples": {"enabled": False}, "coverage": {"enabled": boundaries}}
    config = {"generation": {"mode": "all"}, "phases": phases, "checks": CHECKS}
    made = schemathesis.openapi.from_dict(described(), config=SchemathesisConfig.from_dict(config))
    made.app = application
    return made


@pytest.fixture
def key(ana) -> str:
    """A token, over a desk that has something of everything."""
    article = make.article()
    article.revision.citations.filter(number=1).update(source=(source := make.source()))
    make.pin(article.claims.first(), make.snapshot(source, "The army lent 30 boats."), "30 boats", by=ana)
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


@document(boundaries=True).include(path_regex=OF_LISTS).parametrize()
@patience
def test_an_operation_does_what_the_document_says(case, key):
    ask(case, key)


@document(boundaries=bool(EXAMPLES)).exclude(path_regex=OF_LISTS).parametrize()
@patience
def test_a_file_is_what_the_document_says(case, key):
    ask(case, key)


def ask(case, key: str) -> None:
    """What no schema can tell is put right first; that it is refused otherwise is tested elsewhere."""
    case.query.pop("cursor", None)  # comes from another answer
    case.query.pop("as_of", None)  # whether a moment lies between the first record and now no schema can tell
    if bounds := ENDS.match(str(case.query.get("figure_overlaps"))):
        case.query["figure_overlaps"] = "..".join(sorted(bounds.groups(), key=float))
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"})
