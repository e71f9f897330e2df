"""Notes on pages: written on a selection, on words that are typed, on the whole; read beside the text; settled."""

from __future__ import annotations

import pytest

from claims import intake
from claims.annotating import add_note, reply
from claims.models import Annotation
from claims.notekeeping import resolve
from claims.tagging import add_tag
from claimtracker.core.web.once import new_nonce
from sources import ingest
from tests import make
from tests.conftest import person
from tests.web.test_frame import words

TEXT = (
    "😀 The mill at Brena burned on 3 May 2021, and 40 people lost their work. [1]\n"
    "The mayor left.  The   council stayed. Nobody saw the mayor again."
)


@pytest.fixture
def article(db):
    return make.article(TEXT, title="The mill")


@pytest.fixture
def send(browse, ana, article):
    def post(who=ana, **sent):
        sent = {"body": "Which one?", "motivation": "questioning", **sent}
        return browse(who).post(f"/notes/add/?article={article.pk}", sent)

    return post


def test_the_form_knows_the_words_that_were_selected(browse, ana, article):
    page = browse(ana).get(f"/notes/add/?article={article.pk}&start=6&end=10&revision=1")
    assert ">\nmill</textarea>" in page.content.decode()
    assert f"/articles/{article.pk}/claims/add/?start=6&amp;end=10&amp;revision=1" in page.content.decode()
    old = browse(ana).get(f"/notes/add/?article={article.pk}&start=6&end=10&revision=9")
    assert "has a new text since" in words(old)
    assert ">\nmill</textarea>" not in old.content.decode()


@pytest.mark.parametrize("address", ["/notes/add/", "/notes/add/?article=999999", "/notes/add/?claim=x"])
def test_a_note_on_nothing_is_a_404(browse, ana, address, db):
    assert browse(ana).get(address).status_code == 404


@pytest.mark.parametrize(
    ("sent", "exact"),
    [
        ({"words": "mill", "start": "6", "end": "10"}, "mill"),
        ({"words": "mill", "start": "0", "end": "4"}, "mill"),
        ({"words": "The council\r\nstayed."}, "The   council stayed."),
        ({"words": "The council … Nobody"}, "The   council stayed. Nobody"),
        ({"words": "Brena ... 40 people"}, "Brena burned on 3 May 2021, and 40 people"),
        ({"words": ""}, ""),
    ],
)
def test_a_note_is_written_on_the_words_that_were_meant(send, article, sent, exact):
    answer = send(**sent)
    note = Annotation.objects.get()
    assert (note.exact, note.motivation, note.body) == (exact, "questioning", "Which one?")
    where = f"?at={note.start}-{note.end}" if exact else ""
    assert answer["Location"] == f"/articles/{article.pk}/{where}#note-{note.pk}"


def test_of_several_places_one_is_chosen_also_of_two_typed_ends(send):
    answer = send(words="The m")
    assert (answer.status_code, answer.content.decode().count('name="place"')) == (422, 2)
    start = TEXT.index("The mayor left")
    send(words="The m", place=f"{start}-{start + 5}")
    assert Annotation.objects.get().start == start


def test_what_is_refused_comes_back_as_it_was_typed(send):
    for sent in ({"body": "  "}, {"words": "a castle"}, {"body": "x" * 10_001}):
        answer = send(**sent)
        assert answer.status_code == 422
        assert "Nothing was written" in words(answer)
    assert "a castle" in send(words="a castle").content.decode()
    assert not Annotation.objects.exists()


def test_a_form_that_is_sent_twice_writes_one_note(send):
    nonce = new_nonce()
    first, second = (send(words="Brena", nonce=nonce) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Annotation.objects.count() == 1


def test_the_text_shows_where_notes_are_and_the_margin_what_they_say(browse, rita, ana, article):
    note, _ = add_note(article, body="**Two** mills", exact="mill at Brena burned", by=ana)
    reply(note, body="One.", by=ana)
    done, _ = add_note(article, body="Settled", exact="The mayor left", by=ana)
    resolve(done, reason="Seen.", by=ana)
    html = browse(rita).get(f"/articles/{article.pk}/").content.decode()
    assert f'href="#note-{note.pk}" data-number="1"' in html
    card = html[html.index(f'id="note-{note.pk}"') :]
    assert "Two mills" in card
    assert "1 answer" in card
    assert "Settled" not in html
    assert f"/notes/?article={article.pk}&amp;resolved=true" in html


def test_orphans_and_notes_on_the_whole_are_listed_under_the_text(browse, rita, ana, article):
    add_note(article, body="All of it", by=ana)
    lost, _ = add_note(article, body="Who?", exact="The mayor left.", by=ana)
    intake.read_article(ingest.reread_article(article, text="The mill at Brena burned. [1]", by=None)[0].pk)
    seen = words(browse(rita).get(f"/articles/{article.pk}/"))
    for said in ("1 note whose words are gone", "The mayor left.", "All of it"):
        assert said in seen
    assert "Place it" not in seen
    page = browse(ana).get(f"/notes/{lost.pk}/")
    assert "Its words are gone" in words(page)
    refused = browse(ana).post(f"/notes/{lost.pk}/place/", {"words": "a castle", "revision": "2"})
    assert (refused.status_code, "a castle" in refused.content.decode()) == (422, True)
    placed = browse(ana).post(f"/notes/{lost.pk}/place/", {"words": "The … Brena", "revision": "2"})
    assert placed["Location"] == f"/articles/{article.pk}/?at=0-17#note-{lost.pk}"


def test_a_claims_page_has_its_thread_with_every_deed(browse, ana, article):
    claim = article.claims.first()
    client = browse(ana)
    client.post(f"/notes/add/?claim={claim.pk}", {"body": "Forty?", "motivation": "commenting"})
    note = Annotation.objects.get()
    for deed, field, said in (
        ("reply", "body", "Forty."),
        ("resolve", "reason", "Counted."),
        ("reopen", "reason", "Not all."),
        ("withdraw", "reason", "Enough."),
    ):
        answer = client.post(f"/notes/{note.pk}/{deed}/", {field: said, "back": "on"})
        assert answer["Location"] == f"/claims/{claim.pk}/#note-{note.pk}"
        assert said in words(client.get(f"/claims/{claim.pk}/"))


def test_a_deed_that_is_refused_keeps_what_was_typed(browse, ana, ed, article):
    note, _ = add_note(article, body="So?", by=ed)
    resolve(note, reason="Yes.", by=ed)
    answer = browse(ana).post(f"/notes/{note.pk}/resolve/", {"reason": "I have read it all"})
    assert (answer.status_code, "I have read it all" in answer.content.decode()) == (409, False)
    reply_too_long = browse(ana).post(f"/notes/{note.pk}/reply/", {"body": "y" * 10_001})
    assert (reply_too_long.status_code, "y" * 10_001 in reply_too_long.content.decode()) == (422, True)
    assert browse(ana).post(f"/notes/{note.pk}/withdraw/", {"reason": "Mine?"}).status_code == 302
    note.refresh_from_db()
    assert note.withdrawn_at is None


def test_the_list_asks_the_usual_questions(browse, ana, ed, article):
    add_note(article, body="@ana, look", by=ed)
    add_note(article, body="Mine", by=ana)
    client = browse(ana)
    for query, seen, unseen in (
        ("by=ana", "Mine", "look"),
        ("mentions=ana", "look", "Mine"),
        ("q=mine", "Mine", "look"),
    ):
        shown = words(client.get(f"/notes/?{query}"))
        assert seen in shown
        assert unseen not in shown
    assert "No note is like that" in words(client.get("/notes/?orphan=true"))
    assert client.get("/notes/?colour=red").status_code == 400


def test_a_copy_shows_its_notes_in_its_words(browse, rita, ana, db):
    copy = make.snapshot(make.source(), "😀 The office counted 38 boats.\n\nThe army lent 30 boats.")
    note, _ = add_note(copy, body="Only 38", exact="38 boats", by=ana)
    html = browse(rita).get(f"/snapshots/{copy.pk}/").content.decode()
    assert f'<span class="noted">38 boats</span><a class="note-mark" href="#note-{note.pk}"' in html
    assert f'id="note-{note.pk}"' in html


def test_a_reader_sees_notes_and_no_form(browse, rita, ana, article):
    claim = article.claims.first()
    note, _ = add_note(claim, body="Forty?", by=ana)
    add_tag(claim, name="fires", by=ana)
    for address in (f"/claims/{claim.pk}/", f"/notes/{note.pk}/", f"/articles/{article.pk}/", "/notes/"):
        html = browse(rita).get(address).content.decode()
        for deed in ("/notes/add/", "/reply/", "/resolve/", "/withdraw/", "/tags/"):
            assert deed not in html, (address, deed)


def test_hostile_words_stay_words_on_every_page(browse, rita, ana, article):
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    note, _ = add_note(article, body=bad, exact="mill at", by=ana)
    reply(note, body=bad, by=ana)
    add_note(article.claims.first(), body=bad, by=ana)
    pages = (f"/articles/{article.pk}/", f"/notes/{note.pk}/", "/notes/", f"/claims/{article.claims.first().pk}/")
    for address in pages:
        html = browse(rita).get(address).content.decode()
        assert "<script>alert" not in html
        assert "<img" not in html


def test_tags_are_put_on_and_taken_off_on_the_claims_page(browse, ana, article):
    claim, client = article.claims.first(), browse(ana)
    client.post(f"/claims/{claim.pk}/tags/", {"name": "Mill fires"})
    html = client.get(f"/claims/{claim.pk}/").content.decode()
    assert 'href="/claims/?tag=Mill%20fires"' in html
    assert '<option value="Mill fires">' in html
    assert "Mill fires" in words(client.get("/claims/?tag=mill+fires"))
    assert "A tag has at most" in words(client.post(f"/claims/{claim.pk}/tags/", {"name": "x" * 61}, follow=True))
    client.post(f"/claims/{claim.pk}/tags/remove/", {"name": "Mill fires"}, follow=True)
    assert "Mill fires" not in client.get("/claims/").content.decode()


def test_many_notes_cost_as_many_queries_as_one(browse, rita, ana, article, django_assert_max_num_queries):
    for n in range(8):
        reply(add_note(article, body=f"Note {n}", exact="mill at", by=ana)[0], body="Yes.", by=ana)
        reply(add_note(article.claims.first(), body=f"Note {n}", by=ana)[0], body="Yes.", by=ana)
    client = browse(rita)
    with django_assert_max_num_queries(18):
        client.get(f"/articles/{article.pk}/")
    with django_assert_max_num_queries(8):
        client.get("/notes/")


def test_the_empty_list_tells_nobody_to_press_keys(browse, ana, rita, db):
    assert "choose “Write a note”" in words(browse(ana).get("/notes/"))
    reader = words(browse(rita).get("/notes/"))
    assert "Write a note" not in reader
    assert "press c" not in reader


def test_the_form_names_whom_a_note_can_name(browse, ana, rita, article):
    person("out", "reader").groups.clear()
    claim = article.claims.first()
    note = add_note(article, body="So?", by=ana)[0]
    pages = (f"/notes/add/?article={article.pk}", f"/claims/{claim.pk}/", f"/notes/{note.pk}/")
    for address in pages:
        page = words(browse(ana).get(address))
        assert "<b>@rita</b>" in page
        assert "<b>@out</b>" not in page
    assert "@rita" not in words(browse(rita).get(f"/claims/{claim.pk}/"))


@pytest.mark.parametrize(
    ("body", "nobody"),
    [
        ("@rita knows.", ""),
        ("Ask @rita.", ""),
        ("Ask @rit and @rita, or @bob.", "@rit, @bob"),
        ("`@code` and mail@example.org", ""),
        ("@out was here", "@out"),
    ],
)
def test_names_that_are_nobodys_are_said(browse, ana, rita, article, body, nobody):
    person("out", "reader").groups.clear()
    client = browse(ana)
    said = f"Nobody who may read here is called {nobody}, so"
    page = words(
        client.post(f"/notes/add/?article={article.pk}", {"body": body, "motivation": "commenting"}, follow=True)
    )
    assert (said in page, "Nobody who may read here" in page) == (bool(nobody), bool(nobody))
    note = add_note(article, body="So?", by=ana)[0]
    answer = words(client.post(f"/notes/{note.pk}/reply/", {"body": body}, follow=True))
    assert (said in answer) == bool(nobody)
