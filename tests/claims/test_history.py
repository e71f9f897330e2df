"""Every change is written down by the database, through whatever door it came."""

from __future__ import annotations

import pghistory.models
import pytest
from django.db import connection

from claims.models import Claim, ClaimCitation
from claimtracker.core import history
from tests import make

ClaimEvent = Claim.pgh_event_model
LinkEvent = ClaimCitation.pgh_event_model


@pytest.fixture
def claim(db):
    return make.claim()


def test_the_first_reading_says_what_it_was(claim):
    event = ClaimEvent.objects.get(pgh_obj=claim)
    assert event.pgh_label == "insert"
    assert event.pgh_context["action"] == "article.read"
    assert event.pgh_context["by"] is None


def test_a_deed_is_remembered_with_who_and_why(claim, ed):
    with history.action("claim.corrected", by=ed, reason="misread"):
        Claim.objects.filter(pk=claim.pk).update(kind="troops")
    event = ClaimEvent.objects.filter(pgh_obj=claim).latest("pgh_id")
    assert event.kind == "troops"
    assert (event.pgh_context["by"], event.pgh_context["reason"]) == (ed.pk, "misread")


def test_a_change_at_the_sql_prompt_is_remembered_too(claim):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET kind = 'materiel' WHERE id = %s", [claim.pk])
    event = ClaimEvent.objects.filter(pgh_obj=claim).latest("pgh_id")
    assert (event.pgh_label, event.kind) == ("update", "materiel")


def test_a_link_that_goes_is_remembered(claim):
    link = claim.links.get()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_claimcitation WHERE id = %s", [link.pk])
    assert list(LinkEvent.objects.filter(pgh_obj_id=link.pk).values_list("pgh_label", flat=True)) == [
        "insert",
        "delete",
    ]


def test_saving_without_a_change_writes_nothing(claim):
    before = ClaimEvent.objects.count()
    Claim.objects.filter(pk=claim.pk).update(kind=claim.kind)
    assert ClaimEvent.objects.count() == before


@pytest.mark.parametrize("model", ["claims.Claim", "claims.Anchor", "claims.ClaimCitation", "claims.Place",
                                   "sources.Article", "sources.Revision", "sources.Citation", "sources.Mark",
                                   "sources.Source", "core.User", "core.ApiToken", "core.Desk"])  # fmt: skip
def test_every_record_has_its_history(model):
    from django.apps import apps

    labels = {tracker.label for tracker in apps.get_model(model).pgh_event_model.pgh_trackers}
    assert labels == {"insert", "update", "delete"}
    assert pghistory.models.Events
