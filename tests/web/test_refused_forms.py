"""Small forms that are refused: their page comes back with the words in them, why, and what is new since."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from claims.models import Claim, Dispute
from claims.pinning import withdraw_evidence
from tests import make
from tests.conftest import person
from tests.web.test_frame import words

WORDS = "Counted with the <wounded> & the missing."
SHOWN = "Counted with the &lt;wounded&gt; &amp; the missing."
PAST = "2001-01-01"


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


def form_of(page: str, address: str) -> str:
    """The form that leads to an address, with the summary that opens it."""
    found = re.search(rf'(<details[^>]*><summary>[^<]*(?:<span[^>]*>[^<]*</span>)?</summary>\s*)?<form[^>]*action="{re.escape(address)}".*?</form>', page, re.S)  # fmt: skip  # noqa: E501
    assert found, f"no form leads to {address}"
    return found[0]


def changed_meanwhile(claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(version=2, statement="Somebody wrote another statement.")


def test_a_step_that_came_too_late_keeps_its_reason_and_shows_what_is_new(browse, ed, claim):
    client, address = browse(ed), f"/claims/{claim.pk}/step/"
    changed_meanwhile(claim)
    sent = {"version": 1, "to": "rejected", "rejected_as": "out_of_scope", "reason": WORDS}
    answer = client.post(address, sent)
    form = next(
        one
        for one in re.findall(r"<details[^>]*>(?:(?!</details>).)*</details>", words(answer))
        if "out_of_scope" in one
    )
    assert answer.status_code == 412
    assert form.startswith('<details class="disclosure" open>')
    assert f'value="{SHOWN}"' in form
    assert '<option value="out_of_scope" selected>' in form
    assert "Somebody wrote another statement." in form
    assert 'name="version" value="2"' in form
    assert client.post(address, sent | {"version": 2}).status_code == 302
    assert Claim.objects.get(pk=claim.pk).stage_reason == WORDS


def test_a_step_that_is_not_there_any_more_still_gives_the_words_back(browse, ed, claim):
    Claim.objects.filter(pk=claim.pk).update(version=2, stage="rejected", rejected_as="not_a_claim", stage_reason="No.")
    page = words(browse(ed).post(f"/claims/{claim.pk}/step/", {"version": 1, "to": "rejected", "reason": WORDS}))
    assert f'What you wrote: <q dir="auto">{SHOWN}</q>' in page
    assert page.count("data-focus") == 1


def test_still_holds_that_came_too_late_says_what_is_new(browse, ana, claim):
    make.review(claim, ana)
    Claim.objects.filter(pk=claim.pk).update(version=3, parts_version=3, statement="Somebody wrote another statement.")
    answer = browse(ana).post(f"/claims/{claim.pk}/still-holds/", {"version": 1})
    assert answer.status_code == 412
    assert "Somebody wrote another statement." in form_of(words(answer), f"/claims/{claim.pk}/still-holds/")


def test_a_reason_for_taking_a_verdict_back_is_kept(browse, ana, claim):
    review = make.review(claim, ana)
    answer = browse(ana).post(f"/reviews/{review.pk}/withdraw/", {"reason": "  "})
    form = form_of(words(answer), f"/reviews/{review.pk}/withdraw/")
    assert answer.status_code == 422
    assert form.startswith('<details class="disclosure" open>')
    assert "Say why you take it back." in form


@pytest.mark.parametrize(
    ("deed", "typed", "says"),
    [
        ("rank", {"rank": "deprecated", "reason": ""}, "Say why it is deprecated."),
        ("rank", {"rank": "preferred", "reason": "y" * 1001}, "at most 1,000 characters"),
        ("withdraw", {"reason": "y" * 1001}, "at most 1,000 characters"),
    ],
)
def test_what_is_said_of_a_rival_is_kept(browse, ana, ed, claim, deed, typed, says):
    rival = make.rival(claim, created_by=ana)
    answer = browse(ed).post(f"/rivals/{rival.pk}/{deed}/", typed)
    form = form_of(words(answer), f"/rivals/{rival.pk}/{deed}/")
    assert answer.status_code == 422
    assert form.startswith('<details class="disclosure" open>')
    assert says in form
    assert f'value="{typed["reason"]}"' in form
    assert "rank" not in typed or f'<option value="{typed["rank"]}" selected>' in form


def test_a_reason_for_withdrawing_a_dispute_is_kept(browse, ana, ed, claim):
    dispute = make.dispute(claim, ana)
    address, long = f"/disputes/{dispute.pk}/withdraw/", "y" * 10_001
    answer = browse(ana).post(address, {"reason": long})
    form = form_of(words(answer), address)
    assert (answer.status_code, form.startswith('<details class="disclosure" open>')) == (422, True)
    assert f">{long}</textarea>" in form
    Dispute.objects.filter(pk=dispute.pk).update(
        state="dismissed", settled_by=ed, settled_at=timezone.now(), outcome_reason="It is counted so."
    )
    late = browse(ana).post(address, {"reason": WORDS})
    assert late.status_code == 409
    assert f'What you wrote: <q dir="auto">{SHOWN}</q>' in words(late)


def test_a_day_until_which_nobody_can_look_after_a_dispute_is_kept(browse, ana, ed, claim):
    dispute = make.dispute(claim, ana)
    answer = browse(ed).post(f"/disputes/{dispute.pk}/acknowledge/", {"due": PAST})
    assert answer.status_code == 422
    assert "Choose a day from today on" in words(answer)
    assert f'value="{PAST}"' in form_of(words(answer), f"/disputes/{dispute.pk}/acknowledge/")


def test_a_version_that_is_brought_back_too_late_keeps_its_reason(browse, ana, claim):
    for version, kind in ((2, "troops"), (3, "materiel")):
        Claim.objects.filter(pk=claim.pk).update(version=version, kind=kind)
    client, address = browse(ana), f"/claims/{claim.pk}/restore/"
    sent = {"version": 2, "to_version": 1, "reason": WORDS}
    answer = client.post(address, sent)
    page = words(answer)
    assert answer.status_code == 412
    assert f">{SHOWN}</textarea>" in form_of(page, address)
    assert "Bring version 1 back" in page
    assert "<bdi>materiel</bdi>" in page
    assert f'action="/claims/{claim.pk}/history/"' in page
    assert "Say why you bring this version back." in words(client.post(address, sent | {"reason": " "}))
    assert client.post(address, sent | {"version": 3}).status_code == 302


def test_a_merge_that_came_too_late_keeps_what_was_typed_and_shows_what_is_new(browse, ana, claim):
    other = Claim.objects.filter(article=claim.article).exclude(pk=claim.pk).first()
    changed_meanwhile(claim)
    client, address = browse(ana), f"/claims/{claim.pk}/merge/"
    sent = {"version": 1, "other": other.pk, "reason": WORDS}
    answer = client.post(address, sent)
    page = words(answer)
    assert answer.status_code == 412
    assert f'name="other" inputmode="numeric" maxlength="12" autocomplete="off" value="{other.pk}"' in page
    assert f'value="{SHOWN}"' in page
    assert "Somebody wrote another statement." in page
    assert client.post(address, sent | {"version": 2}).status_code == 302


def test_a_claim_that_cannot_be_merged_any_more_gives_the_words_back(browse, ana, claim):
    other = Claim.objects.filter(article=claim.article).exclude(pk=claim.pk).first()
    Claim.objects.filter(pk=claim.pk).update(version=2, stage="rejected", rejected_as="not_a_claim", stage_reason="No.")
    answer = browse(ana).post(f"/claims/{claim.pk}/merge/", {"version": 1, "into": other.pk, "reason": WORDS})
    assert f'What you wrote: <q dir="auto">{SHOWN}</q>' in words(answer)


def test_a_split_that_is_refused_keeps_its_ticks_and_its_reason(browse, ana, db):
    article = make.article("The board rebuilt 14 quays, 3 warehouses and 2 mills in 2023. [1]\nReferences\n1. A board.")
    claim = article.claims.first()
    changed_meanwhile(claim)
    sent = {"version": 1, "figure": ["0", "2"], "reason": WORDS}
    answer = browse(ana).post(f"/claims/{claim.pk}/split/", sent)
    page = words(answer)
    assert answer.status_code == 412
    assert re.findall(r'name="figure" value="(\d)" checked', page) == ["0", "2"]
    assert f'value="{SHOWN}"' in page
    assert "Somebody wrote another statement." in page


def test_a_claim_that_cannot_be_given_so_keeps_the_choice(browse, ana, ed, claim):
    client, address = browse(ed), f"/claims/{claim.pk}/assign/"
    answer = client.post(address, {"version": 1, "to": "ana", "due": PAST})
    form = form_of(words(answer), address)
    assert answer.status_code == 422
    assert form.startswith('<details class="disclosure" open>')
    assert '<option value="ana" selected>' in form
    assert f'value="{PAST}"' in form
    assert "A claim is due today or on a later day" in form
    changed_meanwhile(claim)
    late = client.post(address, {"version": 1, "to": "ana", "due": ""})
    assert late.status_code == 412
    assert "Somebody wrote another statement." in form_of(words(late), address)
    for wrong in ({"to": "nobody-of-us"}, {"due": "tomorrow"}):
        assert client.post(address, {"version": 2, "to": "ana"} | wrong).status_code == 422


def test_an_overdue_claim_can_be_handed_on_as_the_form_offers_it(browse, ana, ed, claim):
    client, today = browse(ed), timezone.now().date()
    for due, offered in ((today - dt.timedelta(days=1), ""), (today, f' value="{today}"')):
        Claim.objects.filter(pk=claim.pk).update(assignee=ana, due=due)
        form = form_of(words(client.get(f"/claims/{claim.pk}/")), f"/claims/{claim.pk}/assign/")
        assert f'name="due"{offered} ' in form
    Claim.objects.filter(pk=claim.pk).update(due=today - dt.timedelta(days=1))
    person("bo", "analyst")
    sent = client.post(f"/claims/{claim.pk}/assign/", {"version": 1, "to": "bo", "due": ""})
    assert sent.status_code == 302
    assert Claim.objects.get(pk=claim.pk).assignee.username == "bo"


@pytest.mark.parametrize("back", ["claim", ""])
def test_a_reason_for_withdrawing_evidence_is_kept_where_it_was_typed(browse, ana, ed, claim, back):
    copy = make.snapshot(make.source(), "At most 4 people died there, it says.")
    pin = make.pin(claim, copy, "At most 4", ana)
    address = f"/evidence/{pin.pk}/withdraw/"
    client = browse(ana)
    answer = client.post(address, {"back": back, "reason": " "})
    form = form_of(words(answer), address)
    assert (answer.status_code, form.startswith('<details class="disclosure" open>')) == (422, True)
    assert "Say why it is withdrawn." in form
    assert ("Claim" if back else "Copy of") in re.search(r"<title>([^<]*)", words(answer))[1]
    withdraw_evidence(pin, reason="Beside the point.", by=ed)
    late = client.post(address, {"back": back, "reason": WORDS})
    assert late.status_code == 409
    assert f'What you wrote: <q dir="auto">{SHOWN}</q>' in words(late)


def test_a_tag_that_is_too_long_can_be_shortened(browse, ana, claim):
    answer = browse(ana).post(f"/claims/{claim.pk}/tags/", {"name": "y" * 61})
    assert answer.status_code == 422
    assert "A tag has at most 60 characters." in words(answer)
    assert f'value="{"y" * 61}"' in form_of(words(answer), f"/claims/{claim.pk}/tags/")
