"""What happened to a claim, an article, a source: told to scripts and on pages, and nothing told that is sealed."""

from __future__ import annotations

import pytest

from claims.changing import change_claim
from claims.correcting import ClaimClosed
from claims.models import Claim, ClaimTag, Place, Review, Tag
from claims.restoring import restore_version
from claims.reviewing import give_verdict
from claims.versions import NoVersion
from claimtracker.core import history
from claimtracker.core.concurrency import Stale
from claimtracker.core.models import Desk
from claimtracker.core.refusals import NotAllowed
from claimtracker.core.told import action_words, field_words
from sources.refusals import BadValue
from tests import make
from tests.conftest import person
from tests.past.timeline import ago, earlier


@pytest.fixture
def claim(db):
    made = make.claim()
    earlier(hours=1)
    return made


@pytest.fixture
def told(api, rita):
    """All of a history, as a reader gets it."""

    def rows(path: str, **asked):
        api.force_authenticate(asked.pop("by", rita))
        url, found = f"/api/v1/{path}/history/", []
        answer = api.get(url, asked)
        while True:
            assert answer.status_code == 200, answer.json()
            found += answer.json()["results"]
            if not answer.json()["next"]:
                return found
            answer = api.get(answer.json()["next"])

    return rows


def corrected(claim: Claim, by, **columns) -> Claim:
    return change_claim(claim, columns, version=claim.version, action="claim.corrected", by=by, reason="misread")


def test_a_change_is_told_with_who_what_and_why(told, claim, ed):
    corrected(claim, ed, kind="troops", figure_low=40)
    row = told(f"claims/{claim.pk}")[0]
    assert row["by"] == {"id": ed.pk, "username": "ed", "name": str(ed)}
    assert (row["action"], row["words"], row["reason"]) == ("claim.corrected", "Claim corrected", "misread")
    assert row["of"] == {"kind": "claim", "id": claim.pk}
    assert row["version"] == 2
    assert row["changes"] == {"kind": ["casualties", "troops"], "figure_low": [12, 40]}


def test_what_belongs_to_the_claim_is_told_too(told, claim, ana):
    copy = make.snapshot(make.source(), "The flood took twelve lives.")
    make.finding(claim, copy)
    make.pin(claim, copy, "twelve lives", by=ana)
    make.dispute(claim, ana)
    make.rival(claim)
    ClaimTag.objects.create(claim=claim, tag=Tag.objects.create(name="flood"), created_by=ana)
    give_verdict(claim, version=claim.version, verdict="supported", by=ana)
    claim.links.get().delete()
    kinds = {row["of"]["kind"] for row in told(f"claims/{claim.pk}")}
    assert kinds == {"claim", "link", "anchor", "finding", "evidence", "review", "dispute", "rival", "tag"}


def test_what_went_is_told_with_what_it_was(told, claim):
    link = claim.links.get()
    pk = link.pk
    link.delete()
    row = told(f"claims/{claim.pk}")[0]
    assert row["of"] == {"kind": "link", "id": pk}
    assert row["changes"]["citation"] == [link.citation_id, None]


def test_findings_of_old_copies_are_not_told(told, claim):
    make.finding(claim, make.snapshot(make.source(), "Nothing of it."), headline=False)
    assert not [row for row in told(f"claims/{claim.pk}") if row["of"]["kind"] == "finding"]


def test_pages_have_every_row_once(told, claim, ed):
    for low in range(7):
        claim = corrected(claim, ed, figure_low=100 + low)
    whole = told(f"claims/{claim.pk}")
    pages = told(f"claims/{claim.pk}", page_size=2)
    assert [row["id"] for row in pages] == [row["id"] for row in whole]
    assert len({row["id"] for row in whole}) == len(whole)


def test_it_is_asked_since_and_as_of_a_time(told, claim, ed):
    earlier(hours=2)
    corrected(claim, ed, kind="troops")
    earlier(hours=2)
    assert "claim.corrected" not in [row["action"] for row in told(f"claims/{claim.pk}", as_of=ago(hours=3))]
    assert [row["action"] for row in told(f"claims/{claim.pk}", updated_since=ago(hours=3))] == ["claim.corrected"]


def test_a_sealed_verdict_is_told_to_its_author_alone(told, claim, ana, ed):
    Desk.current()
    Desk.objects.update(reviewers=2)
    first = give_verdict(claim, version=1, verdict="contradicted", rationale="The entry says nine.", by=ana)
    assert Review.objects.get(pk=first.pk).sealed
    url = f"claims/{claim.pk}"
    others = told(url, by=ed)
    assert "review" not in {row["of"]["kind"] for row in others}
    assert "nine" not in str(others)
    assert "contradicted" not in str(others)
    assert "review" in {row["of"]["kind"] for row in told(url, by=ana)}
    claim.refresh_from_db()
    give_verdict(claim, version=claim.version, verdict="contradicted", rationale="So it does.", by=ed)
    assert "The entry says nine." in str(told(url))


def test_a_sealed_reason_is_not_told_beside_an_open_row(told, claim, ana, ed):
    Desk.current()
    old = give_verdict(claim, version=1, verdict="supported", by=ana)
    assert not old.sealed
    Desk.objects.update(reviewers=2)
    claim.refresh_from_db()
    Review.objects.filter(pk=old.pk).update(sealed=False)
    with history.action("review.given", by=ana, reason="Secret for now."):
        Review.objects.filter(pk=old.pk).update(superseded_at="2026-01-01T00:00Z")
        Review.objects.create(claim=claim, by=ana, verdict="cannot_tell", rationale="Secret for now.", sealed=True,
                              version=claim.version, basis="x")  # fmt: skip
    assert "Secret" not in str(told(f"claims/{claim.pk}", by=ed))
    assert "Secret" in str(told(f"claims/{claim.pk}", by=ana))


def test_a_sealed_verdict_is_in_no_past_either(api, claim, ana, ed, browse):
    Desk.current()
    Desk.objects.update(reviewers=2)
    give_verdict(claim, version=1, verdict="contradicted", rationale="The entry says nine.", by=ana)
    earlier(hours=2)
    for path in (f"/claims/{claim.pk}/", f"/claims/{claim.pk}/history/"):
        assert "The entry says nine." not in browse(ed).get(f"{path}?as_of={ago(hours=1)}").content.decode()
        assert "The entry says nine." not in browse(ed).get(path).content.decode()


def test_articles_and_sources_have_a_history(told, claim):
    source = make.source(title="A report")
    make.snapshot(source, "Words.")
    assert {row["of"]["kind"] for row in told(f"sources/{source.pk}")} == {"source", "snapshot"}
    assert {row["of"]["kind"] for row in told(f"articles/{claim.article_id}")} >= {"article", "revision"}


def test_what_is_wrong_with_the_address_is_said(api, rita, claim):
    api.force_authenticate(rita)
    for asked in ("cursor=x", "page_size=0", "colour=red", "order=id"):
        assert api.get(f"/api/v1/claims/{claim.pk}/history/?{asked}").status_code == 400, asked
    assert api.get("/api/v1/claims/999999/history/").status_code == 404


def test_the_number_of_queries_does_not_grow(api, rita, claim, ed, django_assert_max_num_queries):
    for low in range(30):
        claim = corrected(claim, ed, figure_low=100 + low)
    api.force_authenticate(rita)
    with django_assert_max_num_queries(10):
        api.get(f"/api/v1/claims/{claim.pk}/history/")


def test_any_two_versions_are_compared(api, rita, claim, ed):
    claim = corrected(claim, ed, kind="troops")
    claim = corrected(claim, ed, figure_low=40)
    api.force_authenticate(rita)
    url = f"/api/v1/claims/{claim.pk}/diff/"
    both = api.get(url, {"from": 1, "to": 3}).json()
    assert both["changes"] == {"kind": ["casualties", "troops"], "figure_low": [12, 40]}
    assert (both["from"]["version"], both["to"]["version"]) == (1, 3)
    assert both["to"]["by"]["username"] == "ed"
    assert api.get(url, {"from": 3, "to": 1}).json()["changes"]["kind"] == ["troops", "casualties"]
    assert list(api.get(url).json()["changes"]) == ["figure_low"]
    refused = api.get(url, {"to": 4})
    assert (refused.status_code, refused.json()["code"]) == (400, "no_version")


def test_a_version_is_brought_back_as_a_new_one(claim, ana):
    was = {name: getattr(claim, name) for name in ("kind", "figure_low", "figure_text")}
    claim = corrected(claim, ana, kind="troops", figure_low=40)
    claim = restore_version(claim, version_seen=2, to_version=1, reason="It was right.", by=ana)
    assert {name: getattr(claim, name) for name in was} == was
    assert claim.version == 3
    event = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk).latest("pgh_id")
    assert (event.pgh_context["action"], event.pgh_context["reason"]) == ("claim.restored", "It was right.")
    assert restore_version(claim, version_seen=3, to_version=1, reason="Again.", by=ana).version == 3


def test_the_same_words_for_another_place_are_judged_anew(claim, ana):
    there = Place.objects.create(name="Port Ember", country="ZZ", lat=1.5, lon=-2.25)
    claim = corrected(claim, ana, place=there)
    give_verdict(claim, version=2, verdict="supported", by=ana)
    claim.refresh_from_db()
    claim = restore_version(claim, version_seen=claim.version, to_version=1, reason="The other one.", by=ana)
    assert claim.place_id != there.pk
    assert claim.parts_version == claim.version
    assert "stale" in claim.flags


def test_what_cannot_be_brought_back_is_refused(claim, ana, rita):
    claim = corrected(claim, ana, kind="troops")
    said = {"reason": "It was right.", "by": ana}
    with pytest.raises(NotAllowed):
        restore_version(claim, version_seen=2, to_version=1, reason="x", by=rita)
    with pytest.raises(Stale):
        restore_version(claim, version_seen=1, to_version=1, **said)
    with pytest.raises(NoVersion):
        restore_version(claim, version_seen=2, to_version=9, **said)
    with pytest.raises(BadValue):
        restore_version(claim, version_seen=2, to_version=1, reason=" ", by=ana)
    Claim.objects.filter(pk=claim.pk).update(stage="rejected", rejected_as="not_a_claim", stage_reason="No claim.")
    with pytest.raises(ClaimClosed):
        restore_version(claim, version_seen=2, to_version=1, **said)
    claim.refresh_from_db()
    assert claim.kind == "troops"


def test_the_page_shows_what_happened_and_marks_the_words(browse, claim, ana):
    claim = corrected(claim, ana, statement=claim.statement.replace("12", "13"))
    page = browse(ana).get(f"/claims/{claim.pk}/history/?from=1&to=2").content.decode()
    assert "Claim corrected" in page
    assert "<del>12</del>" in page
    assert "<ins>13</ins>" in page
    assert "Bring version 1 back" in page
    reader = browse(person("otto", "reader")).get(f"/claims/{claim.pk}/history/").content.decode()
    assert "Bring version" not in reader
    past = browse(ana).get(f"/claims/{claim.pk}/history/?as_of=2001-01-01")
    assert past.status_code == 404


def test_the_button_brings_a_version_back(browse, claim, ana):
    claim = corrected(claim, ana, kind="troops")
    form = {"version": 2, "to_version": 1, "reason": "It was right."}
    answer = browse(ana).post(f"/claims/{claim.pk}/restore/", form)
    assert answer["Location"] == f"/claims/{claim.pk}/"
    claim.refresh_from_db()
    assert (claim.kind, claim.version) == ("casualties", 3)
    browse(ana).post(f"/claims/{claim.pk}/restore/", form)
    claim.refresh_from_db()
    assert claim.version == 3


@pytest.mark.parametrize("page", ["/articles/{article}/history/", "/sources/{source}/history/"])
def test_pages_of_articles_and_sources(browse, rita, claim, page):
    source = make.source(title="A report")
    answer = browse(rita).get(page.format(article=claim.article_id, source=source.pk))
    assert answer.status_code == 200
    assert "What happened to this" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dispute.upheld", "Dispute upheld"),
        ("review.given", "Verdict given"),
        ("claim.update", "Claim changed"),
        ("link.delete", "Citation taken away"),
        ("evidence.judged_anew", "Copies compared again"),
        ("source.retracted", "Source retracted"),
    ],
)
def test_actions_are_told_in_plain_words(name, words):
    assert action_words(name) == words


def test_columns_are_told_in_plain_words():
    assert [field_words(name) for name in ("figure_low", "stage")] == ["lower bound", "stage"]
