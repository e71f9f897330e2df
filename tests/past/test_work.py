"""What people said about claims, as it stood at a moment: disputes, notes and tags, on pages and for scripts."""

from __future__ import annotations

import datetime as dt
import json
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.annotating import add_note, reply
from claims.disputing import acknowledge_dispute, raise_dispute, settle_dispute
from claims.models import Dispute, NoteAnchor
from claims.notekeeping import resolve
from claims.tagging import add_tag, remove_tag
from claimtracker.core.web.anytime import goes_back
from tests import make
from tests.past.timeline import ago, earlier

OPEN, SETTLED = {"hours": 5}, {"hours": 1}  # ago: raised, acknowledged two hours later, settled two hours after that


@pytest.fixture
def claim(db):
    """Four hours older than what is said about it."""
    made = make.claim()
    earlier(hours=4)
    return made


@pytest.fixture
def dispute(claim, ana, ed):
    """Six hours ago raised, four hours ago taken up, two hours ago dismissed."""
    made = raise_dispute(claim, ground="contested", aspect="figure", reason="The count was revised.", by=ana)
    earlier(hours=2)
    acknowledge_dispute(made, by=ed)
    earlier(hours=2)
    settle_dispute(made, outcome="dismissed", reason="The revision is of another flood.", by=ed)
    earlier(hours=2)
    return made


def read(client, address, status=200, **at):
    answer = client.get(f"{address}{'&' if '?' in address else '?'}as_of={ago(**at)}")
    assert answer.status_code == status
    assert answer["Memento-Datetime"]
    return unescape(answer.content.decode())


def body(answer) -> str:
    return b"".join(answer.streaming_content).decode()


class TestDisputes:
    def test_the_list_is_as_it_was(self, browse, ed, dispute):
        client = browse(ed)
        assert f'id="row-{dispute.pk}"' in read(client, "/disputes/?state=open", **OPEN)
        assert f'id="row-{dispute.pk}"' in read(client, "/disputes/?state=acknowledged&mine=true", hours=3)
        assert f'id="row-{dispute.pk}"' not in read(client, "/disputes/?state=open", **SETTLED)
        assert "Waiting <strong>1</strong>" in read(client, "/disputes/", **OPEN)
        assert "Waiting <strong>0</strong>" in read(client, "/disputes/", **SETTLED)

    def test_what_was_overdue_is_asked_of_the_day_of_then(self, browse, api, ed, dispute):
        Dispute.objects.update(
            state="acknowledged", settled_by=None, settled_at=None, outcome_reason="",
            acknowledged_by=ed, acknowledged_at=dispute.created_at, due=dt.date.today() - dt.timedelta(days=2),
        )  # fmt: skip
        earlier(days=4)
        client = browse(ed)
        assert f'id="row-{dispute.pk}"' in unescape(client.get("/disputes/?overdue=true").content.decode())
        assert "Overdue</span>" not in read(client, "/disputes/?state=acknowledged", days=3)
        assert f'id="row-{dispute.pk}"' not in read(client, "/disputes/?overdue=true", days=3)
        assert f'id="row-{dispute.pk}"' in read(client, "/disputes/?overdue=true", hours=1)

    def test_one_is_as_it_was_with_what_had_happened(self, browse, ed, dispute):
        page = read(browse(ed), f"/disputes/{dispute.pk}/", **OPEN)
        assert "raised it" in page
        assert "looks after it" not in page
        assert "of another flood" not in page
        assert "It was open then." in page
        assert "dismissed it" in read(browse(ed), f"/disputes/{dispute.pk}/", **SETTLED)
        assert "There was no such record" in read(browse(ed), f"/disputes/{dispute.pk}/", 404, hours=8)

    @pytest.mark.parametrize("address", ["/disputes/", "/disputes/{}/"])
    def test_nothing_there_changes_something_and_links_stay(self, browse, ed, dispute, address):
        main = read(browse(ed), address.format(dispute.pk), **OPEN).partition("<main")[2].partition("</main>")[0]
        assert 'method="post"' not in main
        assert "Settle it" not in main
        assert f"/disputes/{dispute.pk}" in main
        assert goes_back(f"/disputes/{dispute.pk}/")
        assert "as_of=" in main.partition(f'href="/claims/{dispute.claim_id}/')[2].partition('"')[0]

    def test_the_files_are_as_they_were(self, reader, dispute):
        then, now = {"as_of": ago(**OPEN)}, {"as_of": ago(**SETTLED)}
        assert ",open," in body(reader.get("/disputes.csv", then))
        assert ",dismissed," in body(reader.get("/disputes.csv", now))
        assert json.loads(body(reader.get("/disputes.ndjson", then)))["state"] == "open"
        assert body(reader.get("/disputes.csv", {"as_of": ago(days=1)})).count("\n") == 1


class TestNotes:
    @pytest.fixture
    def note(self, claim, ana, ed):
        """Six hours ago written, four hours ago answered, two hours ago resolved."""
        made, _ = add_note(claim, body="Which flood is this?", by=ana)
        earlier(hours=2)
        reply(made, body="The one of March.", by=ed)
        earlier(hours=2)
        resolve(made, reason="It says so above.", by=ed)
        earlier(hours=2)
        return made

    def test_the_list_is_as_it_was(self, browse, ana, note):
        client = browse(ana)
        assert f'id="row-{note.pk}"' in read(client, "/notes/?resolved=false", hours=3)
        assert f'id="row-{note.pk}"' not in read(client, "/notes/?resolved=false", hours=1)
        assert "1 answer" in read(client, "/notes/", hours=3)
        assert "1 answer" not in read(client, "/notes/", **OPEN)

    def test_a_thread_is_as_it_was_and_nothing_there_writes(self, browse, ana, note):
        client = browse(ana)
        page = read(client, f"/notes/{note.pk}/", **OPEN)
        assert "Which flood is this?" in page
        assert "The one of March." not in page
        assert 'method="post"' not in page.partition("<main")[2].partition("</main>")[0]
        assert "Resolved by" in read(client, f"/notes/{note.pk}/", hours=1)
        answer = client.get(f"/notes/{note.replies.get().pk}/?as_of={ago(hours=3)}")
        assert answer["Location"].startswith(f"/notes/{note.pk}/?as_of=")

    def test_scripts_have_them_too(self, reader, note):
        for url in ("/api/v1/annotations/", f"/api/v1/claims/{note.claim_id}/annotations/"):
            found = [reader.get(url, {"as_of": ago(hours=hours)}).json()["results"] for hours in (5, 3, 1, 9)]
            assert [[len(one["replies"]) for one in rows] for rows in found] == [[0], [1], [1], []]
            assert [[bool(one["resolved"]) for one in rows] for rows in found] == [[False], [False], [True], []]
        assert reader.get(f"/api/v1/annotations/{note.pk}/", {"as_of": ago(hours=5)}).json()["replies"] == []
        assert reader.get(f"/notes/{note.pk}.json", {"as_of": ago(hours=9)}).status_code == 404

    def test_its_words_stand_where_they_stood(self, browse, reader, claim, ana):
        article = claim.article
        text = article.revision.text
        start = text.index("Nobody")
        note, _ = add_note(article, body="Really?", exact="Nobody", start=start, end=start + 6, by=ana)
        earlier(hours=2)
        NoteAnchor.objects.filter(note=note).update(start=None, end=None, outcome="lost")
        earlier(hours=2)
        url = f"/api/v1/articles/{article.pk}/annotations/"
        then, now = (reader.get(url, {"as_of": ago(hours=hours)}).json()["results"][0] for hours in (3, 1))
        assert (then["quote"]["start"], then["orphan"]) == (start, False)
        assert (now["quote"]["start"], now["orphan"]) == (None, True)
        assert "<mark>Nobody</mark>" in read(browse(ana), f"/notes/{note.pk}/", hours=3)
        assert "Its words are gone" in read(browse(ana), f"/notes/{note.pk}/", hours=1)

    def test_the_text_of_then_has_the_notes_of_then(self, browse, claim, ana):
        note, _ = add_note(claim.article, body="On the whole of it.", by=ana)
        earlier(hours=2)
        assert f"/notes/{note.pk}/" in read(browse(ana), f"/articles/{claim.article_id}/", hours=1)
        assert f"/notes/{note.pk}/" not in read(browse(ana), f"/articles/{claim.article_id}/", hours=3)

    def test_nobody_writes_one_into_the_past(self, api, ana, claim):
        api.force_authenticate(ana)
        url = f"/api/v1/claims/{claim.pk}/annotations/?as_of={ago(hours=1)}"
        answer = api.post(url, {"body": "Then."}, format="json")
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_moment")

    def test_what_has_no_past_goes_on_saying_so(self, reader, claim):
        answer = reader.get(f"/articles/{claim.article_id}/annotations.jsonld", {"as_of": ago(hours=1)})
        assert answer.status_code == 400

    def test_a_page_asks_as_often_for_many_as_for_few(self, browse, ana, claim):
        client, counts = browse(ana), []
        for _ in range(2):
            for number in range(3):
                add_note(claim, body=f"Note {number} of {len(counts)}.", by=ana)
            earlier(hours=2)
            with CaptureQueriesContext(connection) as queries:
                read(client, "/notes/", hours=1)
            counts.append(len(queries))
        assert counts[0] == counts[1]


def test_tags_are_as_they_were(reader, claim, ana):
    add_tag(claim, name="flood", by=ana)
    earlier(hours=2)
    remove_tag(claim, name="flood", by=ana)
    earlier(hours=2)
    url = f"/api/v1/claims/{claim.pk}/tags/"
    found = [reader.get(url, {"as_of": ago(hours=hours)}).json()["results"] for hours in (3, 1, 5)]
    assert [[one["name"] for one in rows] for rows in found] == [["flood"], [], []]
    counted = [reader.get("/api/v1/tags/", {"as_of": ago(hours=hours)}).json()["results"] for hours in (3, 1)]
    assert [one["claims"] for one in counted[0]] == [1]
    assert [one["claims"] for one in counted[1]] == [0]
