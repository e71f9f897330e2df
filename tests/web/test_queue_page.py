"""The queue as a page: one claim, why it comes, and the decisions; all of it without script."""

from __future__ import annotations

import re
from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import waiting
from claims.models import Act, Claim, Review
from claims.reviewing import give_verdict
from claims.staging import move_claim
from claimtracker.core.models import Desk
from tests import make


def read(client, address="/review/", status=200, **more):
    answer = client.get(address, **more)
    assert answer.status_code == status
    return answer.content.decode()


def shown(html):
    return int(re.search(r"Claim (\d+) ·", html)[1])


def decide(client, claim, query="", htmx=False, **fields):
    headers = {"HX-Request": "true"} if htmx else {}
    fields = {"version": claim.version} | fields
    return client.post(f"/review/{claim.pk}/{query}", fields, headers=headers)


def test_the_riskiest_comes_first_with_its_reasons(desk, first):
    html = read(desk)
    assert shown(html) == first.pk
    assert "Why it comes now" in html
    for reason in ("No source is cited for it", "nobody has accepted it yet"):
        assert reason in html


def test_a_filter_of_the_list_narrows_it(desk, article):
    other = make.article(title="Low water")
    html = read(desk, f"/review/?article={other.pk}&has=figure")
    assert Claim.objects.get(pk=shown(html)).article == other
    assert "Low water" in html
    assert "Nothing that fits waits" in read(desk, "/review/?unit=parsecs")


def test_a_filter_that_is_not_understood_is_refused(desk, article):
    assert "There is no parameter" in read(desk, "/review/?articel=5", status=400)


def test_a_verdict_is_recorded_and_the_next_claim_comes(desk, first, ana):
    answer = decide(desk, first, act="verdict", verdict="supported")
    assert (answer.status_code, answer["Location"]) == (302, "/review/")
    html = read(desk)
    assert shown(html) != first.pk
    assert "Undo “Supported”" in html
    assert Review.objects.get().by == ana


def test_with_htmx_the_next_claim_is_the_answer_and_is_announced(desk, first):
    answer = decide(desk, first, "?kind=quantity&kind=casualties&kind=troops&kind=statement", htmx=True, act="accept")
    html = answer.content.decode()
    assert "<html" not in html
    assert shown(html) != first.pk
    assert f"Accepted: claim {first.pk}." in answer["HX-Trigger"]
    assert answer["HX-Push-Url"].startswith("/review/?kind=")


def test_a_verdict_without_its_reason_comes_back_with_what_was_typed(desk, first):
    answer = decide(desk, first, act="verdict", verdict="not_supported")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert shown(html) == first.pk
    assert 'value="not_supported" checked' in html
    assert 'aria-invalid="true" data-focus' in html
    assert not Review.objects.exists()


def test_taking_a_claim_is_not_yet_work_done(desk, first):
    decide(desk, first, act="take")
    assert "done today" not in read(desk)
    first.refresh_from_db()
    decide(desk, first, act="verdict", verdict="supported")
    assert "1 done today" in read(desk)


def test_undo_leads_back_to_the_claim(desk, first):
    decide(desk, first, act="verdict", verdict="supported")
    answer = desk.post(f"/review/undo/{Act.objects.get().pk}/")
    assert answer["Location"] == f"/review/?claim={first.pk}"
    assert "Undone" in read(desk, answer["Location"])
    first.refresh_from_db()
    assert first.stage == "suggested"


def test_undo_is_not_offered_for_a_verdict_that_opened_anothers(browse, desk, ed, first):
    Desk.objects.update_or_create(pk=1, defaults={"reviewers": 2})
    decide(desk, first, act="verdict", verdict="supported")
    assert "Undo “Supported”" in read(desk)
    first.refresh_from_db()
    other = browse(ed)
    decide(other, first, act="verdict", verdict="supported")
    for client in (other, desk):
        assert "Undo “" not in read(client)
    refused = other.post(f"/review/undo/{Act.objects.latest('pk').pk}/")
    assert (refused.status_code, "stays on record" in refused.content.decode()) == (409, True)


def correct(client, claim, query=""):
    """By the short form as the queue opens it; where it leads."""
    link = re.search(r'hx-get="(/claims/\d+/edit/[^"]+)"', read(client, f"/review/{query}"))[1]
    html = read(client, link.replace("&amp;", "&"), headers={"HX-Request": "true"})
    kept = ("version", "cited", "next", "nonce")
    form = {name: unescape(re.search(rf'name="{name}" value="([^"]*)"', html)[1]) for name in kept}
    return client.post(f"/claims/{claim.pk}/edit/", form | {"statement": "It was so."})["Location"]


def test_a_corrected_suggestion_leads_on_to_the_next_claim_of_the_same_queue(desk, article, first):
    address = correct(desk, first, f"?article={article.pk}")
    assert address == f"/review/?article={article.pk}"
    html = read(desk, address)
    assert shown(html) != first.pk
    assert "Undo “Corrected”" in html
    first.refresh_from_db()
    assert (first.stage, first.statement) == ("open", "It was so.")
    answer = desk.post(f"/review/undo/{Act.objects.get().pk}/")
    assert answer["Location"] == f"/review/?claim={first.pk}"
    first.refresh_from_db()
    assert first.stage == "suggested"


def test_a_corrected_claim_that_was_accepted_before_is_judged_next(desk, article, first, ana):
    move_claim(first, to="open", version=1, by=ana)
    address = correct(desk, first, f"?claim={first.pk}")
    assert address == f"/review/?claim={first.pk}"
    assert shown(read(desk, address)) == first.pk


def test_a_correction_elsewhere_is_no_act_of_the_queue(desk, first):
    desk.post(f"/claims/{first.pk}/edit/", {"version": 1, "cited": "", "statement": "It was so."})
    first.refresh_from_db()
    assert first.statement == "It was so."
    assert not Act.objects.exists()


def test_nobody_undoes_what_another_did(browse, desk, ed, first):
    decide(desk, first, act="accept")
    assert browse(ed).post(f"/review/undo/{Act.objects.get().pk}/").status_code == 409


def test_what_is_skipped_or_accepted_comes_after_everything_else(desk, article):
    seen = []
    for act in ("skip", "accept", "skip", "accept"):
        claim = Claim.objects.get(pk=shown(read(desk)))
        decide(desk, claim, act=act)
        seen.append(claim.pk)
    assert len(set(seen)) == article.claims.count() == 4
    assert shown(read(desk, "/review/?put_off=too")) == seen[0]


def test_an_editor_rejects_and_an_analyst_is_told_who_does(browse, desk, ed, first):
    assert "Editors reject" in read(desk)
    assert decide(desk, first, act="reject").status_code == 422
    decide(browse(ed), first, act="reject", rejected_as="out_of_scope")
    first.refresh_from_db()
    assert (first.stage, first.stage_reason) == ("rejected", "Out of scope.")


def test_who_comes_second_is_told_who_was_first_and_loses_no_word(desk, first, ed):
    move_claim(first, to="open", version=1, by=ed)
    first.version = 1
    answer = decide(desk, first, act="verdict", verdict="contradicted", rationale="Four, says the mayor.")
    html = answer.content.decode()
    assert answer.status_code == 409
    for kept in (f"{ed} changed this claim", 'value="Four, says the mayor."', 'value="contradicted" checked'):
        assert kept in html
    assert not Review.objects.exists()
    assert f'name="version" value="{first.version + 1}"' in html


def test_the_same_act_sent_twice_is_done_once(desk, first):
    decide(desk, first, act="accept")
    answer = decide(desk, first, act="accept")
    assert answer.status_code == 302
    assert Act.objects.count() == 1


def test_a_verdict_that_changes_no_version_is_given_once_though_it_comes_twice(desk, first):
    Desk.current()
    Desk.objects.update(reviewers=2)
    form = {"act": "verdict", "verdict": "supported", "nonce": "a-nonce-of-this-form"}
    Claim.objects.filter(pk=first.pk).update(stage="in_review")
    answers = [decide(desk, first, **form) for _ in range(2)]
    assert [answer["Location"] for answer in answers] == ["/review/", "/review/"]
    assert (Review.objects.count(), Act.objects.count()) == (1, 1)


def test_the_second_reviewer_sees_nothing_of_the_first_opinion(browse, ana, ed, first):
    Desk.current()
    Desk.objects.update(reviewers=2)
    give_verdict(first, version=1, verdict="contradicted", rationale="A secret of ana.", by=ana)
    html = read(browse(ed), f"/review/?claim={first.pk}")
    assert "A secret of ana" not in html
    assert f"<strong>{ana}</strong>" not in html
    assert 'status" data-tone="rejected"' not in html
    assert "yours is asked for, without seeing theirs" in html


def test_looking_around_decides_nothing(desk, article):
    order = list(Claim.objects.risk_first().values_list("pk", flat=True))
    html = read(desk, f"/review/?claim={order[1]}")
    assert shown(html) == order[1]
    assert f'claim={order[2]}" data-key="j"' in html
    assert f'claim={order[0]}" data-key="k"' in html


def test_a_claim_that_is_not_there_is_a_404(desk, article):
    read(desk, "/review/?claim=999999", status=404)


def test_an_empty_desk_says_what_to_do(desk):
    assert "Add an article" in read(desk)


def test_the_menu_counts_what_waits(desk, browse, rita, article):
    waiting.count_anew()
    assert re.search(r"Review <span class=\"nav-count\">4<", read(desk, "/claims/"))
    assert "/review/" not in read(browse(rita), "/claims/")


def test_the_number_of_queries_does_not_grow(desk, article):
    counts = []
    for _ in range(2):
        read(desk)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read(desk)
        counts.append(len(queries))
        for _ in range(8):
            make.article()
    assert counts[0] == counts[1] <= 10
