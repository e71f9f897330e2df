"""Deciding in the queue: what is missing is said where it is missing, and nothing that was typed is lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from claims.models import Act, Claim, Review
from tests.web.test_queue_page import decide, read, shown


@pytest.fixture
def editors(browse, ed):
    return browse(ed)


def test_a_missing_verdict_is_asked_for_where_it_is_chosen(desk, first):
    answer = decide(desk, first, act="verdict", rationale="Four, says the mayor.")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<span>Choose a verdict.</span>" in html
    assert "one of supported" not in html
    fieldset = re.search(r'<fieldset[^>]* id="queue-verdict"[^>]*>', html)[0]
    for mark in ('tabindex="-1"', 'aria-describedby="verdict-error"', "data-focus"):
        assert mark in fieldset
    assert html.count("data-focus") == 1
    assert 'value="Four, says the mayor."' in html
    assert not Review.objects.exists()


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize(("mine", "act"), [(False, "take"), (True, "release")])
def test_taking_and_letting_go_keep_what_was_typed(desk, first, ana, htmx, mine, act):
    if mine:
        Claim.objects.filter(pk=first.pk).update(assignee=ana)
    typed = {"verdict": "contradicted", "rationale": "Four, says the mayor.", "confidence": "4"}
    answer = decide(desk, first, act=act, htmx=htmx, **typed)
    html = answer.content.decode()
    assert (answer.status_code, shown(html)) == (200, first.pk)
    for kept in ('value="contradicted" checked', 'value="Four, says the mayor."', '<option value="4" selected>'):
        assert kept in html
    first.refresh_from_db()
    assert (first.assignee is None) == mine
    assert decide(desk, first, act="verdict", **typed).status_code == 302, "the form knows the version that it is about"


def test_what_is_taken_with_nothing_typed_leads_to_an_address(desk, first):
    answer = decide(desk, first, act="take", rejected_as="not_a_claim")
    assert answer["Location"] == f"/review/?claim={first.pk}"


def test_the_links_of_a_page_that_answers_a_form_lead_to_the_queue(desk, first):
    html = decide(desk, first, "?kind=quantity&kind=casualties&kind=troops", act="verdict").content.decode()
    assert re.findall(r'href="\?[^"]*"', html) == []


@pytest.mark.parametrize(("days", "kept"), [(-1, False), (0, True), (3, True)])
def test_a_claim_whose_day_is_past_can_be_taken(desk, first, ed, days, kept):
    day = timezone.now().date() + dt.timedelta(days=days)
    long_ago = timezone.now() - dt.timedelta(days=30)
    Claim.objects.filter(pk=first.pk).update(assignee=ed, taken_at=long_ago, due=day)
    assert decide(desk, first, act="take").status_code == 302
    first.refresh_from_db()
    assert (first.assignee.username, first.due) == ("ana", day if kept else None)
    desk.post(f"/review/undo/{Act.objects.get().pk}/")
    first.refresh_from_db()
    assert (first.assignee, first.due) == (ed, day)


@pytest.mark.parametrize("kind", ["", "not_a_claim", "out_of_scope", "duplicate"])
def test_whoever_gives_a_number_means_a_duplicate(editors, first, kind):
    other = Claim.objects.exclude(pk=first.pk).first()
    assert decide(editors, first, act="reject", rejected_as=kind, duplicate_of=str(other.pk)).status_code == 302
    first.refresh_from_db()
    assert (first.stage, first.rejected_as, first.duplicate_of) == ("rejected", "duplicate", other)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"rejected_as": "duplicate"}, "Give the number of the claim that says the same."),
        ({"duplicate_of": "99999"}, "There is no claim 99999."),
        ({"duplicate_of": "the first"}, "There is no claim the first."),
    ],
)
def test_a_duplicate_of_nothing_is_refused_at_the_number(editors, first, typed, said):
    answer = decide(editors, first, act="reject", **typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(rf'id="duplicate-error".*<span>{re.escape(said)}', html)
    assert re.search(r"<details [^>]* open><summary data-key=\"r\">", html)


def test_a_number_beside_a_verdict_is_no_hindrance(editors, first):
    assert decide(editors, first, act="verdict", verdict="supported", duplicate_of="99999").status_code == 302


def test_what_has_no_place_of_its_own_in_the_form_is_said_above(editors, first):
    html = decide(editors, first, act="reject", reason="x" * 2001).content.decode()
    assert re.search(r'role="alert">.*A reason has at most 2,000 characters', html)
    html = decide(editors, first, act="verdict", verdict="supported", confidence="9").content.decode()
    assert re.search(r'role="alert">.*onfidence', html)


@pytest.mark.parametrize(("sent", "kept"), [("", None), ("4", 4)])
def test_how_sure_one_is_may_be_said(desk, first, sent, kept):
    assert "How sure (optional)" in read(desk)
    decide(desk, first, act="verdict", verdict="supported", confidence=sent)
    assert Review.objects.get().confidence == kept


def test_the_page_of_a_claim_tells_where_duplicates_are_merged(editors, desk, first):
    link = f'A duplicate? <a href="/claims/{first.pk}/merge/">Merge it</a>'
    assert link in read(editors, f"/claims/{first.pk}/")
    assert link not in read(desk, f"/claims/{first.pk}/"), "who does not reject is not told"
    Claim.objects.filter(pk=first.pk).update(stage="published", verdict="supported")
    assert link not in read(editors, f"/claims/{first.pk}/")
