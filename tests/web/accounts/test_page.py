"""What the sources say, on the page of a claim."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.utils import timezone

from claims.models import Claim, EvidenceCheck, Review
from claimtracker.core.models import Desk
from sources.models import Citation, Snapshot, Watch
from tests import make

COPY = "Rain fell for days. By our count about 12 people died in Lima in March 2024. The pumps came late."
MISS = "At least 12 houses fell in Lima. Nobody was hurt."
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def claim(db):
    """At least 12 people in Lima, in March 2024, citing [1]."""
    return make.claim()


def page(client, claim):
    answer = client.get(f"/claims/{claim.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def accounts(client, claim):
    """The part of the page about the sources, as words."""
    part = page(client, claim).partition('id="accounts"')[2].partition('aria-labelledby="history-title"')[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split())


def copy_of(claim, text, **columns):
    return make.snapshot(make.source(**columns), text)


def about_12(copy, **columns):
    fixed = {"comparator": "about", "low": 12, "high": 12, "counted": "people", "hedge": "weakened"}
    return make.proof(copy, "about 12", **fixed | {"relation": "wider"} | columns)


def test_the_words_of_a_copy_stand_beside_the_articles_with_the_matching_parts_lit(browse, rita, claim):
    copy = copy_of(claim, COPY, title="Evening briefing")
    make.finding(claim, copy, about_12(copy))
    shown = page(browse(rita), claim)
    assert "<mark>at least 12</mark> <mark>people</mark>" in shown
    assert "<mark>about 12</mark> <mark>people</mark> died in Lima" in shown
    assert '<span class="soft">Rain fell for days.</span>' in shown
    assert f"/snapshots/{copy.pk}/?claim={claim.pk}&amp;at=33-41#at" in shown
    assert 'class="finding" data-tone="settled"' in shown


def test_a_hedge_that_changed_is_said_in_words(browse, rita, claim):
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy))
    said = accounts(browse(rita), claim)
    assert "The hedge was made weaker the source says about , the article at least" in said
    assert "Hedge ≠ about the article’s: at least" in said
    assert "This copy has a figure wider than the article’s: it leaves more open." in said


def test_a_hedge_that_was_lost_is_said_with_the_number(browse, rita):
    claim = make.claim(figure_text="12", figure_comparator="exact", figure_high=12)
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy, hedge="lost"))
    assert "The hedge was lost the source says about 12 , the article 12" in accounts(browse(rita), claim)


def test_another_value_differs_and_says_so_on_its_line(browse, rita, claim):
    copy = copy_of(claim, COPY.replace("about 12", "52"))
    proof = make.proof(copy, "52", comparator="exact", low=52, high=52, counted="people", relation="disjoint")
    make.finding(claim, copy, proof, finding="differs")
    said = accounts(browse(rita), claim)
    assert "Differs" in said
    assert "Number ≠ 52 apart from the article’s 12" in said
    assert "nothing fits both" in said


def test_dates_and_places_stand_on_the_lines_of_the_articles(browse, rita, claim):
    copy = copy_of(claim, COPY)
    date = make.proof(copy, "March 2024", part="date", relation="identical")
    place = make.proof(copy, "Lima", part="place", relation="inside")
    parts = {"date": {"finding": "found", "relation": "identical", "proof": date}}
    parts |= {"place": {"finding": "found", "relation": "inside", "proof": place}}
    make.finding(claim, copy, about_12(copy), parts=parts)
    names = re.findall(r"<dt>(\w+)</dt>", page(browse(rita), claim).partition('id="accounts"')[2])
    assert names[:10] == ["Number", "Hedge", "Counted", "When", "Where"] * 2
    assert "Where Lima inside the article’s" in accounts(browse(rita), claim)


def test_what_the_copy_does_not_say_of_a_part_is_said(browse, rita, claim):
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy))
    assert "When not said Where not said" in accounts(browse(rita), claim)


def test_the_same_number_of_another_thing_is_shown_as_a_near_miss(browse, rita, claim):
    copy = copy_of(claim, MISS)
    near = make.proof(copy, "At least 12", low=12, counted="houses", subject="other", why="other_thing")
    make.finding(claim, copy, searched={"characters": 1240, "figures": 31, "near_misses": [near]})
    said = accounts(browse(rita), claim)
    assert "Absent" in said
    assert "The same number, but of “houses”." in said
    assert "Counted ≠ houses the article’s: people" in said
    assert "Searched: 1,240 characters of the copy of" in said
    assert "31 figures; 1 near miss; rules 1." in said


def test_an_absence_without_a_near_miss_still_shows_its_receipt(browse, rita, claim):
    make.finding(claim, copy_of(claim, "Nothing of the kind."))
    said = accounts(browse(rita), claim)
    assert "This copy does not have the article’s figure." in said
    assert "0 near misses" in said


def test_several_candidates_stay_several(browse, rita, claim):
    copy = copy_of(claim, COPY + " Later some 14 people were counted.")
    other = make.proof(copy, "some 14", comparator="about", low=14, high=14, counted="people", relation="inside")
    make.finding(claim, copy, about_12(copy), other)
    said = accounts(browse(rita), claim)
    assert "1 more place of this copy" in said
    assert "Later some 14 people were counted. Inside the article’s." in said


def test_another_copy_that_says_otherwise_is_named(browse, rita, claim):
    source = make.source(title="Briefing")
    month_ago = timezone.now() - dt.timedelta(days=30)
    old = make.snapshot(source, COPY.replace("about 12", "about 30"), captured_at=month_ago)
    new = make.snapshot(source, COPY)
    make.finding(claim, new, about_12(new))
    proof = make.proof(old, "about 30", relation="disjoint")
    make.finding(claim, old, proof, finding="differs", headline=False)
    said = accounts(browse(rita), claim)
    assert f"Differs The copy of {month_ago.day} {month_ago:%b %Y} says otherwise: about 30 ." in said
    assert "1 other copy of this source" in said


@pytest.mark.parametrize(
    ("watch", "words", "deed"),
    [
        (None, "Its record has no address", "Give a copy"),
        ({}, "Nobody has fetched it yet.", "Fetch it"),
        ({"due_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}, "It has not been fetched yet; it is due.", "Fetch it"),
        ({"link": "dead"}, "Its address is dead", "Give a copy"),
        ({"link": "restricted"}, "asks for a password or for payment", "Give a copy"),
        ({"link": "suspect"}, "failed the last time", "Give a copy"),
        ({"link": "held"}, "whole site does not answer", "Give a copy"),
        ({"state": "running"}, "It is being fetched now.", ""),
    ],
)
def test_what_is_unavailable_says_why_and_what_to_do(browse, ana, claim, watch, words, deed):
    source = make.source(title="Briefing")
    Citation.objects.filter(links__claim=claim).update(source=source)
    if watch is not None:
        Watch.objects.create(source=source, host="example.org", **watch)
    said = accounts(browse(ana), claim)
    assert "Unavailable" in said
    assert words in said
    assert [one for one in ("Give a copy", "Fetch it") if one in said] == [deed] * bool(deed)


def test_who_may_not_do_it_is_not_asked_to(browse, rita, claim):
    shown = page(browse(rita), claim)
    assert "Nobody has said yet which work [1] is." in shown
    assert "Say which work it is" not in shown
    make.finding(claim, copy_of(claim, COPY))
    assert "Pin words" not in page(browse(rita), claim)


def test_a_source_is_fetched_from_here(browse, ana, claim):
    source = make.source(title="Briefing", address="https://briefing.example/")
    Citation.objects.filter(links__claim=claim).update(source=source)
    Watch.objects.get_or_create(source=source, defaults={"host": "briefing.example"})
    assert f'<form method="post" action="/sources/{source.pk}/fetch/">' in page(browse(ana), claim)


def test_words_are_pinned_from_here_and_taken_back(browse, ana, ed, claim):
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy))
    assert f'href="/snapshots/{copy.pk}/?claim={claim.pk}#pin"' in page(browse(ana), claim)
    pin = make.pin(claim, copy, "The pumps came late", ed)
    assert "Withdraw it" not in page(browse(ana), claim)
    answer = browse(ed).post(f"/evidence/{pin.pk}/withdraw/", {"reason": "Beside the point.", "back": "claim"})
    assert answer["Location"] == f"/claims/{claim.pk}/#accounts"
    assert "Put beside it by people" not in page(browse(ed), claim)


def test_a_citation_that_nobody_has_identified_leads_to_identifying_it(browse, ana, claim):
    said = accounts(browse(ana), claim)
    assert "Nobody has said yet which work [1] is." in said
    assert "Say which work it is" in said


def test_a_copy_without_a_text_says_why(browse, ana, claim):
    source = make.source(title="Scan")
    Citation.objects.filter(links__claim=claim).update(source=source)
    Snapshot.objects.create(
        source=source, captured_at=timezone.now(), method="file", sha256="0" * 64, size=1, problem="It is a picture."
    )
    said = accounts(browse(ana), claim)
    assert "has no text. It is a picture." in said
    assert "Give a copy" in said


@pytest.mark.parametrize(("state", "words", "polls"), [
    ("waiting", "It is being compared now.", True),
    ("running", "It is being compared now.", True),
    ("failed", "Comparing it failed. The rules gave up.", False),
    ("done", "It waits to be compared.", False),
])  # fmt: skip
def test_what_is_being_compared_says_so_and_the_page_asks_again(browse, rita, claim, state, words, polls):
    copy = copy_of(claim, COPY)
    Citation.objects.filter(links__claim=claim).update(source=copy.source)
    EvidenceCheck.objects.update_or_create(
        source=copy.source, defaults={"state": state, "problem": "The rules gave up."}
    )
    assert words in accounts(browse(rita), claim)
    assert ('hx-trigger="every 3s"' in page(browse(rita), claim)) == polls


def test_wherever_the_accounts_stand_they_ask_the_page_of_the_claim(browse, ana, claim):
    copy = copy_of(claim, COPY)
    Citation.objects.filter(links__claim=claim).update(source=copy.source)
    EvidenceCheck.objects.update_or_create(source=copy.source, defaults={"state": "running"})
    desk = browse(ana)
    pages = [
        desk.get(f"/review/?claim={claim.pk}"),
        desk.post(f"/review/{claim.pk}/", {"act": "verdict", "version": 1}, headers={"HX-Request": "true"}),
        desk.post(f"/claims/{claim.pk}/verdict/", {"version": 1}),
    ]
    for answer in pages:
        asked = html.unescape(re.search(r'id="accounts"[^>]*hx-get="([^"]+)"', answer.content.decode())[1])
        assert desk.get(asked, headers={"HX-Request": "true"}).status_code == 204


def test_a_verdict_of_other_findings_than_the_page_showed_is_not_recorded(browse, ana, claim):
    copy, desk = copy_of(claim, COPY), browse(ana)
    shown = re.search(r'name="basis" value="(\w+)" form="verdict-form"', page(desk, claim))[1]
    make.finding(claim, copy, finding="differs")
    form = {"version": 1, "basis": shown, "verdict": "supported", "rationale": "So it says."}
    answer = desk.post(f"/claims/{claim.pk}/verdict/", form)
    assert answer.status_code == 412
    said = answer.content.decode()
    assert "What a source says to this claim has changed since you looked" in said
    assert "So it says." in said
    assert shown not in said
    queue = desk.post(f"/review/{claim.pk}/", form | {"act": "verdict"}, headers={"HX-Request": "true"})
    assert "What a source says to this claim has changed since you looked" in queue.content.decode()
    assert not Review.objects.exists()


def test_a_page_that_asks_again_is_left_alone_until_something_has_changed(browse, rita, claim):
    copy = copy_of(claim, COPY)
    Citation.objects.filter(links__claim=claim).update(source=copy.source)
    check, _ = EvidenceCheck.objects.update_or_create(source=copy.source, defaults={"state": "running"})
    again = re.search(r'hx-get="([^"]+)"', page(browse(rita), claim))[1]
    assert browse(rita).get(again, headers={"HX-Request": "true"}).status_code == 204
    EvidenceCheck.objects.filter(pk=check.pk).update(state="done")
    make.finding(claim, copy, about_12(copy))
    answer = browse(rita).get(again, headers={"HX-Request": "true"})
    assert "<mark>about 12</mark>" in answer.content.decode()
    assert "hx-trigger" not in answer.content.decode().partition('id="accounts"')[2].partition(">")[0]


def test_a_finding_of_an_earlier_version_says_that_it_is_compared_again(browse, rita, claim):
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy), claim_version=claim.version + 1)
    assert "It is being compared again; this is what the last comparing found." in accounts(browse(rita), claim)


def test_what_a_person_pinned_stands_beside_it_in_a_persons_shape(browse, ana, claim):
    copy = copy_of(claim, COPY)
    make.finding(claim, copy, about_12(copy))
    make.pin(claim, copy, "The pumps came late", ana, stance="mentions", standpoint="relays", credibility=3)
    shown = page(browse(ana), claim)
    assert 'class="status" data-tone="open"' in shown
    said = accounts(browse(ana), claim)
    assert "Put beside it by people A Mentions it Ana ·" in said
    assert "relays what others say · credibility 3: possibly true" in said


def test_a_pin_of_a_source_that_is_not_cited_stands_apart_with_its_name(browse, ana, claim):
    copy = copy_of(claim, COPY, title="The Courier")
    make.pin(claim, copy, "The pumps came late", ana, stance="contradicts")
    said = accounts(browse(ana), claim)
    assert "Words of other sources, put beside it by people" in said
    assert "The Courier , copy of" in said


def test_the_number_of_queries_does_not_grow_with_the_citations(browse, rita, django_assert_max_num_queries):
    marks = "".join(f"[{number}]" for number in range(1, 31))
    claim = Claim.objects.get(article=make.article(f"The flood killed at least 12 people in Lima. {marks}"))
    for number in range(1, 31):
        copy = copy_of(claim, f"{COPY} Edition {number}.")
        near = make.proof(copy, "days", subject="other")
        make.finding(claim, copy, about_12(copy), number=number, searched={"near_misses": [near]})
    Desk.current()
    client = browse(rita)
    with django_assert_max_num_queries(7):
        shown = page(client, claim)
    assert shown.count("<mark>about 12</mark>") == 30


def test_hostile_words_of_a_copy_are_shown_as_words(browse, rita, claim):
    copy = copy_of(claim, f"About {EVIL} about 12 {EVIL} died. {EVIL}", title=EVIL)
    proof = about_12(copy, counted=EVIL, unit=EVIL, relation=EVIL, why=EVIL) | {"exact": EVIL}
    make.finding(
        claim, copy, proof, relation="wider", searched={"near_misses": [proof], "sha256": EVIL}, rules=EVIL[:20]
    )
    shown = page(browse(rita), claim)
    assert "&lt;script&gt;alert(1)" in shown
    assert not re.search(r"<script>alert|<img src=x", shown)


def test_a_proof_of_thousands_of_words_is_cut_and_says_so(browse, rita, claim):
    copy = copy_of(claim, "word " * 4000 + "about 12 people " + "word " * 4000)
    proof = about_12(copy) | {"sentence": [0, copy.characters]}
    make.finding(claim, copy, proof)
    shown = page(browse(rita), claim)
    assert "<mark>about 12</mark> <mark>people</mark>" in shown
    assert len(shown) < 40_000
    assert '<span class="soft">…</span>' in shown


def test_offsets_beyond_the_text_show_the_words_that_were_kept(browse, rita, claim):
    copy = copy_of(claim, COPY)
    proof = about_12(copy) | {"start": 90_000, "end": 90_008, "sentence": [90_000, 90_020]}
    make.finding(claim, copy, proof)
    assert "<mark>about 12</mark>" in page(browse(rita), claim)


def test_a_claim_that_cites_nothing_says_so(browse, rita, db):
    claim = Claim.objects.filter(article=make.article("The flood killed at least 12 people in Lima.")).get()
    assert "The article cites nothing for this." in accounts(browse(rita), claim)
