"""Disputes on pages: raised where the claim stands, listed, settled; what is refused keeps what was typed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claims import waiting
from claims.models import Act, Claim, Dispute, Rival
from sources.merging import merge
from sources.models import Citation
from tests import make
from tests.conftest import person
from tests.web.test_frame import words

SAID = {"aspect": "figure", "ground": "contested", "reason": "The count was revised."}


@pytest.fixture
def claim(db) -> Claim:
    return make.claim()


def raised(client, claim, **typed):
    return client.post(f"/claims/{claim.pk}/disputes/", SAID | typed)


def see(client, address) -> str:
    return words(client.get(address))


def test_a_dispute_is_raised_from_the_claims_page_and_shown_there_and_in_the_text(browse, ana, claim):
    client = browse(ana)
    answer = raised(client, claim, version=claim.version)
    made = Dispute.objects.get()
    assert answer["Location"] == f"/claims/{claim.pk}/#dispute-{made.pk}"
    shown = see(client, f"/claims/{claim.pk}/")
    assert "Disputed: the figure" in shown
    assert "The count was revised." in shown
    assert "Editors and admins settle disputes." in shown
    assert "Disputed: the figure" in see(client, f"/articles/{claim.article_id}/")
    assert "Disputed: the figure" in see(client, "/claims/?flag=disputed")
    html = client.get(f"/articles/{claim.article_id}/").content.decode()
    assert 'data-tone="contested"' in html


@pytest.mark.parametrize(("back", "acts"), [("/review/?kind=casualties", 1), ("", 0), ("/claims/", 0)])
def test_one_raised_in_the_queue_is_undone_there(browse, ana, claim, back, acts):
    client = browse(ana)
    raised(client, claim, back=back)
    assert Act.objects.count() == acts
    for act in Act.objects.all():
        assert "Undo “Disputed”" in see(client, back)
        assert client.post(f"/review/undo/{act.pk}/")["Location"] == f"/review/?claim={claim.pk}"
        assert Dispute.objects.get().state == "withdrawn"


def test_the_other_value_is_read_as_an_article_would_write_it(browse, ana, claim):
    raised(browse(ana), claim, value="between 400 and 500 people", source="https://example.org/count")
    rival = Rival.objects.get()
    assert (rival.figure_text, rival.figure_comparator) == ("between 400 and 500", "between")
    assert (rival.figure_low, rival.figure_high, rival.source.address) == (400, 500, "https://example.org/count")


def test_its_source_may_be_one_that_the_article_cites(browse, ana, claim):
    source = make.source()
    Citation.objects.filter(revision=claim.article.revision, number=2).update(source=source)
    raised(browse(ana), claim, value="about 600", source="[2]")
    assert Rival.objects.get().source == source
    answer = raised(browse(ana), claim, aspect="date", value="in April 2024", source="3")
    assert "is not identified yet" in words(answer)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"reason": ""}, "Say what is wrong"),
        ({"aspect": ""}, "Say which part is wrong"),
        ({"value": "several"}, "No figure can be read in this"),
        ({"value": "about 600"}, "say why there is none"),
        ({"value": "about 600", "source": "javascript:alert(1)"}, "names no work"),
        ({"source": "https://example.org/x"}, "Which value does this source give?"),
        ({"aspect": "date", "value": "some day", "no_source": "x"}, "No date can be read in this"),
        ({"aspect": "duplicate", "duplicate_of": "none"}, "the number of the claim"),
        ({"version": 99}, "The claim has versions"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(browse, ana, claim, typed, says):
    sent = {"reason": "A reason of my own.", "no_source": ""} | typed
    answer = raised(browse(ana), claim, **sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert says in words(answer)
    assert "Nothing was recorded" in html
    for kept in (sent["reason"], sent.get("value", ""), sent.get("source", "")):
        assert kept in html
    assert 'id="dispute" open' in html
    assert not Dispute.objects.exists()


def test_a_duplicate_names_the_other_by_number_or_address(browse, ana, claim):
    other = make.claim()
    raised(browse(ana), claim, aspect="duplicate", duplicate_of=f"https://desk.example/claims/{other.pk}/")
    made = Dispute.objects.get()
    assert (made.duplicate_of, made.ground) == (other, "misread")


def test_it_goes_on_where_the_form_stood_and_nowhere_else(browse, ana, claim):
    assert raised(browse(ana), claim, back="/claims/?kind=troops")["Location"] == "/claims/?kind=troops"
    foreign = raised(browse(ana), claim, aspect="date", back="https://evil.example/")
    assert foreign["Location"].startswith(f"/claims/{claim.pk}/")


def test_readers_see_disputes_and_no_form(browse, ana, rita, claim):
    make.dispute(claim, ana)
    html = browse(rita).get(f"/claims/{claim.pk}/").content.decode()
    assert "The count was revised." in html
    assert 'name="aspect"' not in html


def test_an_editor_takes_it_up_and_settles_it(browse, ana, ed, claim):
    rival = make.rival(claim, accepted_at=None, created_by=ana, source=make.source(title="Second count"))
    dispute = make.dispute(claim, ana, rival=rival)
    client, here = browse(ed), f"/disputes/{dispute.pk}/"
    html = client.get(here).content.decode()
    assert "Second count" in html
    assert '<td class="off"><span aria-hidden="true">≠ </span><bdi>about 600</bdi>' in html
    due = (timezone.now() + dt.timedelta(days=3)).date()
    client.post(f"{here}acknowledge/", {"due": due.isoformat()})
    assert "until" in see(client, here)
    answer = client.post(f"{here}settle/", {"outcome": "upheld", "reason": "A full count.", "rank": "preferred"})
    assert answer["Location"] == here
    shown = see(client, here)
    assert "Upheld" in shown
    assert "beside the claim</a>, preferred" in shown
    shown = see(client, f"/claims/{claim.pk}/")
    assert "Rival values beside it" in shown
    assert "The value, its rivals" in shown
    assert "A full count." in shown


def test_a_settlement_that_is_refused_keeps_what_was_typed(browse, ana, ed, claim):
    dispute = make.dispute(claim, ana, ground="misread")
    answer = browse(ed).post(f"/disputes/{dispute.pk}/settle/", {"outcome": "upheld", "reason": "It says more."})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Say what the record should be" in html
    assert "It says more." in html
    assert 'value="upheld" required checked' in html
    answer = browse(ed).post(
        f"/disputes/{dispute.pk}/settle/",
        {"outcome": "upheld", "reason": "It says more.", "correction": "at least 12 horses or so"},
    )
    assert answer.status_code == 302
    dispute.refresh_from_db()
    claim.refresh_from_db()
    assert (dispute.state, claim.figure_low, claim.figure_unit) == ("upheld", 12, "horses")


def test_a_misreading_is_corrected_in_the_articles_own_words(browse, ana, ed, claim):
    Claim.objects.filter(pk=claim.pk).update(figure_low=13, figure_text="at least 12")
    dispute = make.dispute(claim, ana, ground="misread")
    said = {"outcome": "upheld", "reason": "Twelve.", "correction": "at least 12 people"}
    assert browse(ed).post(f"/disputes/{dispute.pk}/settle/", said).status_code == 302
    assert Claim.objects.get(pk=claim.pk).figure_low == 12


def test_whoever_came_second_keeps_their_words_and_hears_what_happened(browse, ana, ed, claim):
    dispute = make.dispute(claim, ana, state="dismissed", settled_by=ed, settled_at=timezone.now(),
                           outcome_reason="Nothing new in it.")  # fmt: skip
    answer = browse(person("eve", "editor")).post(
        f"/disputes/{dispute.pk}/settle/", {"outcome": "upheld", "reason": "My long thought."}
    )
    shown = words(answer)
    assert answer.status_code == 409
    assert "Somebody was first" in shown
    assert "Nothing new in it." in shown
    assert "My long thought." in shown


def test_nobody_is_offered_to_settle_their_own_and_is_told_why(browse, ed, claim):
    dispute = make.dispute(claim, ed)
    html = browse(ed).get(f"/disputes/{dispute.pk}/").content.decode()
    assert "You raised this dispute, so another editor settles it" in html
    assert 'name="outcome"' not in html
    client = browse(ed)
    client.post(f"/disputes/{dispute.pk}/withdraw/", {"reason": "I misread it."})
    assert "Withdrawn" in see(client, f"/disputes/{dispute.pk}/")


def test_the_list_shows_what_waits_first_and_counts_it(browse, ana, ed, claim):
    make.dispute(claim, ana, aspect="place", reason="The last one.", state="dismissed", settled_by=ed,
                 settled_at=timezone.now(), outcome_reason="No.")  # fmt: skip
    make.dispute(claim, ana, reason="The first one.", state="acknowledged", acknowledged_by=ed,
                 acknowledged_at=timezone.now(), due=timezone.now().date() - dt.timedelta(days=1))  # fmt: skip
    make.dispute(claim, ed, reason="The second one.")
    shown = see(browse(ed), "/disputes/")
    assert shown.index("The first one.") < shown.index("The second one.") < shown.index("The last one.")
    assert "Overdue" in shown
    assert "The first one." not in see(browse(ed), "/disputes/?aspect=place")
    assert "No dispute is like that" in see(browse(ed), "/disputes/?aspect=wording")
    assert browse(ed).get("/disputes/?colour=1").status_code == 400
    assert "Nothing is disputed" not in shown


def test_the_menu_counts_what_is_open(browse, ana, claim):
    client = browse(ana)
    waiting.count_anew()
    raised(client, claim)
    html = client.get("/claims/").content.decode()
    assert '<span class="nav-count">1<span class="visually-hidden"> open</span></span>' in html


def test_a_list_of_many_costs_as_much_as_one(browse, ana, claim, django_assert_max_num_queries):
    for _ in range(6):
        make.dispute(make.claim(), ana, rival=make.rival(claim, source=make.source()))
    client = browse(ana)
    with django_assert_max_num_queries(6):
        client.get("/disputes/")


def test_a_rival_is_ranked_and_withdrawn_on_the_claims_page(browse, ana, ed, claim):
    rival = make.rival(claim, created_by=ana)
    client = browse(ed)
    client.post(f"/rivals/{rival.pk}/rank/", {"rank": "deprecated", "reason": "An early guess."})
    assert "An early guess." in see(client, f"/claims/{claim.pk}/")
    assert "Say why it is withdrawn" in words(client.post(f"/rivals/{rival.pk}/withdraw/", {"reason": ""}))
    client.post(f"/rivals/{rival.pk}/withdraw/", {"reason": "Counted twice."})
    assert "Rival values beside it" not in see(client, f"/claims/{claim.pk}/")


def test_a_rival_from_a_source_that_was_merged_leads_to_the_one_that_stands(browse, ana, ed, claim):
    gone, between, stays = (make.source(title=title) for title in ("First wire", "Second wire", "Third wire"))
    make.rival(claim, created_by=ana, source=gone)
    dispute = make.dispute(claim, ana, rival=make.rival(claim, accepted_at=None, created_by=ana, source=gone))
    merge(gone, between, by=ed)
    merge(between, stays, by=ed)
    for address in (f"/claims/{claim.pk}/", f"/disputes/{dispute.pk}/"):
        shown = see(browse(ana), address)
        assert f'href="/sources/{stays.pk}/"><bdi>Third wire' in shown
        assert f"/sources/{gone.pk}/" not in shown


def test_a_long_reason_can_be_read_whole(browse, ana, ed, claim):
    dispute = make.dispute(claim, ana, reason=f"{'Long. ' * 400}The end of the objection.")
    client = browse(ed)
    why = f"{'Longer. ' * 400}The end of the outcome."
    client.post(f"/disputes/{dispute.pk}/settle/", {"outcome": "dismissed", "reason": why})
    own, beside = see(client, f"/disputes/{dispute.pk}/"), see(client, f"/claims/{claim.pk}/")
    for end in ("The end of the objection.", "The end of the outcome."):
        assert end in own
        assert end not in beside
    assert beside.count(f'<a href="/disputes/{dispute.pk}/">Read all of it') == 2
    assert "<summary>Read all of it</summary>" in own  # of the step that settled it
    assert "The end of the outcome." in see(client, f"/claims/{claim.pk}/history/")


def test_the_empty_list_tells_nobody_to_press_keys(browse, ana, rita, db):
    assert "choose “Dispute this claim”" in see(browse(ana), "/disputes/")
    reader = see(browse(rita), "/disputes/")
    assert "Dispute this claim" not in reader
    assert "press d" not in reader
