"""What colleagues said of the claim that stands in the queue: opinions, disputes with their values, notes."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.annotating import add_note
from claims.models import Annotation
from claims.notekeeping import resolve
from tests import make
from tests.web.test_queue_page import read, shown


def test_an_open_dispute_says_who_what_and_why_with_the_other_value(desk, first, ed):
    source = make.source(title="A second count")
    rival = make.rival(first, figure_text="some 900", accepted_at=None, created_by=ed, source=source)
    one = make.dispute(first, ed, rival=rival, reason="The harbour " + "counted anew " * 40)
    html = read(desk)
    assert shown(html) == first.pk
    said = html[html.index('id="queue-said"') : html.index('id="accounts"')]
    for words in (
        str(ed),
        "contests the figure",
        "The harbour counted",
        "some 900",
        "A second count",
        f"Dispute {one.pk}",
    ):
        assert words in said
    assert f'href="/disputes/{one.pk}/"' in said
    assert len(re.search(r'<p dir="auto">([^<]*)</p>', said)[1]) <= 200
    assert re.search(r'<a class="bare" href="#queue-said"><span class="flag"[^>]*>.*?Somebody disputes it', html)


def test_a_settled_dispute_and_a_resolved_note_are_not_told(desk, first, ana, ed):
    make.dispute(first, ana, state="withdrawn", outcome_reason="A slip.", settled_at=first.created_at)
    resolve(add_note(first, body="Which mayor?", motivation="questioning", by=ed)[0], reason="The first.", by=ed)
    assert 'id="queue-said"' not in read(desk)


def test_open_notes_are_counted_with_the_way_to_them(desk, first, ed):
    add_note(first, body="Which mayor?", motivation="questioning", by=ed)
    html = read(desk)
    assert f'<a href="/claims/{first.pk}/#notes">1 open note</a>' in html
    add_note(first, body="And when?", motivation="questioning", by=ed)
    assert "2 open notes" in read(desk)


def note_address(html) -> str:
    return unescape(re.search(r'href="(/notes/add/[^"]*)" data-key="c"', html)[1])


@pytest.mark.parametrize("query", ["", "&put_off=too"])
def test_a_note_leads_back_to_the_claim_in_the_queue(desk, first, query):
    html = read(desk, f"/review/?article={first.article_id}{query}")
    address = note_address(html)
    form = read(desk, address)
    back = f"/review/?article={first.article_id}{query}&claim={first.pk}"
    assert unescape(re.search(r'name="next" value="([^"]*)"', form)[1]) == back
    refused = desk.post(address.partition("&")[0], {"body": "", "motivation": "questioning", "next": back})
    assert unescape(re.search(r'name="next" value="([^"]*)"', refused.content.decode())[1]) == back
    sent = {"body": "Which mayor?", "motivation": "questioning", "next": back}
    assert desk.post(address.partition("&")[0], sent)["Location"] == back
    assert "1 open note" in read(desk, back)


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "x"])
def test_a_note_never_leads_to_somebody_elses_page(desk, first, onward):
    assert "Back without a note" not in read(desk, f"/notes/add/?claim={first.pk}&next={onward}")
    sent = {"body": "Which mayor?", "motivation": "questioning", "next": onward}
    answer = desk.post(f"/notes/add/?claim={first.pk}", sent)
    assert answer["Location"] == f"/claims/{first.pk}/#note-{Annotation.objects.get().pk}"


def test_people_have_the_same_letters_as_everywhere(desk, first, ed):
    ed.first_name, ed.last_name = "Edda", "Voss"
    ed.save()
    make.review(first, ed, "contradicted", rationale="Four, says the mayor.")
    assert '<span class="who" aria-hidden="true">EV</span>' in read(desk, f"/review/?claim={first.pk}")


def test_what_is_told_asks_the_database_no_more_often(desk, first, ed, ana):
    counts = []
    for aspect in ("figure", "date", "place"):
        read(desk)
        with CaptureQueriesContext(connection) as queries:
            read(desk)
        counts.append(len(queries))
        rival = make.rival(first, accepted_at=None, created_by=ed, source=make.source(title=f"Count of the {aspect}"))
        make.dispute(first, ed, aspect=aspect, rival=rival)
        add_note(first, body=f"Look at the {aspect}.", motivation="questioning", by=ed)
    assert counts == [counts[0]] * 3
    assert counts[0] <= 10


def test_what_is_being_compared_again_is_asked_for_at_the_claims_own_page(desk, first):
    claim = first.article.claims.filter(links__isnull=False).first()
    copy = make.snapshot(make.source(), "At most 4 people died there, it says.")
    make.finding(claim, copy, make.proof(copy, "At most 4"), claim_version=claim.version + 1)
    address = re.search(r'id="accounts"[^>]* hx-get="([^"]*)"', read(desk, f"/review/?claim={claim.pk}"))[1]
    assert address.startswith(f"/claims/{claim.pk}/?seen=")
    read(desk, address, status=204, headers={"HX-Request": "true"})
