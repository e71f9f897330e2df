"""What was skipped, accepted or disputed in the queue: it comes after everything else, and is then gone through."""

from __future__ import annotations

import re
from html import unescape

import pytest

from claims.acting import Said, act_on
from claims.models import Act, Claim, Dispute
from tests import make
from tests.web.test_queue_page import decide, read, shown

TOO = "?put_off=too"


def put_all_off(client) -> list[Claim]:
    """In the order in which they came."""
    order = list(Claim.objects.risk_first())
    for claim in order:
        decide(client, claim, act="skip")
    return order


def addresses(html) -> list[str]:
    """Where the links and forms of the queue itself lead, and what they take along to come back."""
    part = html[html.index('id="queue"') :]
    return [unescape(one) for one in re.findall(r'(?:href|action|hx-post|hx-get|value)="([^"]*review/[^"]*)"', part)]


def test_it_is_said_how_many_wait_and_they_are_a_click_away(desk, article):
    for act in ("skip", "accept", "skip", "accept"):
        claim = Claim.objects.get(pk=shown(read(desk)))
        decide(desk, claim, act=act)
    html = read(desk)
    assert "Nothing else waits for you" in html
    assert "4 claims that you skipped, accepted or disputed wait for a verdict." in html
    assert "/review/?put_off=too" in addresses(html)


def test_what_somebody_else_has_done_meanwhile_is_not_counted(desk, article, ed):
    order = put_all_off(desk)
    act_on(order[0], "verdict", Said(verdict="supported"), version=1, by=ed)
    act_on(order[1], "reject", Said(), version=1, by=ed)
    act_on(order[2], "take", Said(), version=1, by=ed)
    assert "1 claim that you skipped, accepted or disputed waits for a verdict." in read(desk)
    act_on(order[3], "verdict", Said(verdict="supported"), version=1, by=ed)
    html = read(desk)
    assert "Nothing waits for you" in html
    assert "put_off" not in html


def test_only_those_that_fit_the_filters_are_counted(desk, article):
    other = make.article(title="Low water")
    put_all_off(desk)
    assert "8 claims that you" in read(desk)
    html = read(desk, f"/review/?article={other.pk}")
    assert "4 claims that you" in html
    assert f"/review/?article={other.pk}&put_off=too" in addresses(html)
    assert "Nothing that fits waits" in read(desk, "/review/?unit=parsecs")


def test_every_way_through_them_stays_among_them(desk, article):
    order = put_all_off(desk)
    decide(desk, order[0], TOO, act="take")
    html = read(desk, f"/review/?article={article.pk}&put_off=too&claim={order[1].pk}")
    found = [one for one in addresses(html) if not one.startswith("/review/progress/")]
    assert len(found) > 8
    without = f"/review/?article={article.pk}"  # the chip that leaves them out
    assert [one for one in found if "put_off=too" not in one and "put_off%3Dtoo" not in one] == [without]
    assert f'href="/claims/?article={article.pk}&amp;stage=suggested' in html
    assert "what you put off" in html


@pytest.mark.parametrize("htmx", [True, False])
def test_after_a_verdict_the_next_of_them_comes(desk, article, htmx):
    order = put_all_off(desk)
    answer = decide(desk, order[0], TOO, htmx=htmx, act="verdict", verdict="supported")
    assert answer["HX-Push-Url" if htmx else "Location"] == "/review/?put_off=too"
    assert shown(read(desk, "/review/?put_off=too")) == order[1].pk


def test_skipped_again_it_goes_to_their_end(desk, article):
    order = [claim.pk for claim in put_all_off(desk)]
    seen = []
    for _ in range(5):
        claim = Claim.objects.get(pk=shown(read(desk, "/review/?put_off=too")))
        decide(desk, claim, TOO, act="skip")
        seen.append(claim.pk)
    assert seen == [*order, order[0]]
    html = read(desk, "/review/?put_off=too")
    following = [int(pk) for pk in re.findall(r'class="value" href="[^"]*claim=(\d+)"', html)]
    assert [shown(html), *following] == [*order[1:], order[0]], "what comes next is told in that order, too"


def test_what_waits_besides_comes_before_them(desk, article):
    order = list(Claim.objects.risk_first())
    decide(desk, order[0], act="skip")
    assert shown(read(desk, "/review/?put_off=too")) == order[1].pk


@pytest.mark.parametrize("act", ["verdict", "reject"])
def test_what_was_judged_or_rejected_is_not_put_off_any_more(browse, ed, article, act):
    client = browse(ed)
    first, *others = put_all_off(client)
    decide(client, first, TOO, act=act, verdict="supported")
    assert client.session["put_off"] == [claim.pk for claim in others]


def test_undone_among_them_one_is_among_them_still(desk, article):
    order = put_all_off(desk)
    decide(desk, order[0], TOO, act="verdict", verdict="supported")
    answer = desk.post(f"/review/undo/{Act.objects.get().pk}/{TOO}")
    assert answer["Location"] == f"/review/?put_off=too&claim={order[0].pk}"


def dispute(client, claim, **typed):
    said = {"aspect": "figure", "ground": "contested", "reason": "The count was revised.", "version": claim.version}
    return client.post(f"/claims/{claim.pk}/disputes/", said | typed)


def test_a_disputed_claim_is_put_off_and_the_next_one_comes(desk, article):
    first, second, *_ = Claim.objects.risk_first()
    assert dispute(desk, first, back="/review/")["Location"] == "/review/"
    html = read(desk)
    assert shown(html) == second.pk
    assert f"Claim {first.pk}: Recorded." in html
    desk.post(f"/review/undo/{Act.objects.get().pk}/")
    assert shown(read(desk)) == first.pk


def test_a_claim_disputed_elsewhere_keeps_its_turn(desk, article):
    first = Claim.objects.risk_first()[0]
    dispute(desk, first, back="/claims/")
    assert shown(read(desk)) == first.pk


@pytest.mark.parametrize("refused", [{"aspect": ""}, {"reason": "x" * 10_001}])
def test_a_refused_dispute_still_leads_back_to_the_queue(desk, article, refused):
    first = Claim.objects.risk_first()[0]
    back = f"/review/?article={article.pk}"
    answer = dispute(desk, first, back=back, **refused)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert f'name="back" value="{back}"' in html
    assert dispute(desk, first, back=back)["Location"] == back
    assert Act.objects.get().name == "dispute"


def test_an_objection_that_the_deed_refuses_still_leads_back_to_the_queue(desk, article):
    first = Claim.objects.risk_first()[0]
    dispute(desk, first)
    answer = dispute(desk, first, back="/review/")
    assert answer.status_code == 409
    assert 'name="back" value="/review/"' in answer.content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/review/", "//elsewhere.example/review/", "review/"])
def test_a_dispute_never_leads_to_somebody_elses_page(desk, article, back):
    first = Claim.objects.risk_first()[0]
    answer = dispute(desk, first, back=back)
    assert answer["Location"] == f"/claims/{first.pk}/#dispute-{Dispute.objects.get().pk}"
    assert not Act.objects.exists()
