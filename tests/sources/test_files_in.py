"""A file in: it is kept as it came, a worker makes its text, and whatever fails is said on the article."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from claims import intake
from claimtracker.core import blobs
from claimtracker.core.refusals import NotAllowed
from sources import arrivals, ingest, refusals, uploads
from sources.models import Arrival, Article, Reading

PAGE = b"""<html><head><title>High water in Lima</title></head><body>
<p>The flood killed at least 12 people.<sup><a href="#n1">1</a></sup></p></body></html>"""
MARKDOWN = b"# High water\n\nThe flood killed at least 12 people.[^1]\n\n[^1]: The Delta, 3 March 2024, https://delta.example/1\n"


def add(data=MARKDOWN, name="flood.md", by=None, **fields):
    return ingest.add_file(data=data, name=name, by=by, **fields)


def taken_in(article) -> Article:
    """Everything that a worker would do."""
    arrivals.take_in(article.arrivals.latest("pk").pk)
    article.refresh_from_db()
    if article.revision_id:
        intake.read_article(article.revision_id)
        article.refresh_from_db()
    return article


def test_a_file_is_kept_and_its_text_is_made_later(ana, db):
    article, new = add(by=ana)
    arrival = article.arrivals.get()
    assert (new, article.state, article.revision, article.title) == (True, "reading", None, "flood.md")
    assert (arrival.state, arrival.size, blobs.fetch(arrival.sha256)) == ("waiting", len(MARKDOWN), MARKDOWN)


def test_its_text_marks_and_references_are_read(db):
    article = taken_in(add()[0])
    assert article.state == "ready"
    assert article.revision.format == "markdown"
    assert article.title.startswith("High water")
    citation = article.revision.citations.get(number=1)
    assert citation.entry.startswith("The Delta")
    assert citation.source.address == "https://delta.example/1"
    assert article.claims.get(figure_low=12).links.get().citation == citation


def test_the_text_leads_back_to_the_file(db):
    article = taken_in(add()[0])
    text, given = article.revision.text, MARKDOWN.decode()
    at = text.index("killed")
    _, _, where, first, last = next(row for row in article.revision.arrival.origins if row[0] <= at < row[1])
    assert where == "source"
    assert "killed at least 12" in given[first:last]


def test_a_title_that_somebody_gave_stays(db):
    assert taken_in(add(title="My own title")[0]).title == "My own title"


def test_the_same_file_again_is_the_same_article(ana):
    article, _ = add(by=ana)
    again, new = add(by=ana, name="other.md")
    assert (again.pk, new) == (article.pk, False)


def test_a_text_that_is_here_already_is_not_added_twice(db):
    first = taken_in(add()[0])
    article = taken_in(add(MARKDOWN + b"\n")[0])
    article.refresh_from_db()
    assert article.revision is None
    assert article.withdrawn_at
    assert f"“{first.title}”" in article.problem


def test_the_page_of_what_was_not_added_twice_leads_to_what_is_here(browse, rita, db):
    first = taken_in(add()[0])
    article = taken_in(add(MARKDOWN + b"\n")[0])
    page = browse(rita).get(f"/articles/{article.pk}/").content.decode()
    assert f'href="/articles/{first.pk}/">Open the article that is here' in page


@pytest.mark.parametrize(
    ("data", "name", "code", "said"),
    [
        (b"%PDF-1.7\n%nothing", "report.pdf", "damaged", "report.pdf"),
        (b"PK\x03\x04rubbish", "report.docx", "damaged", "report.docx"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "report.md", "not_text", "PNG"),
        (b"<html><body></body></html>", "page.html", "empty", "page.html"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_article(db, data, name, code, said):
    article = taken_in(add(data, name)[0])
    arrival = article.arrivals.get()
    assert (article.state, article.revision, arrival.state) == ("failed", None, "failed")
    assert said in article.problem
    assert arrival.code == code
    assert blobs.fetch(arrival.sha256) == data


def test_a_failed_one_can_be_tried_again(ana):
    article = taken_in(add(b"%PDF-1.7\n%nothing", "report.pdf", by=ana)[0])
    ingest.retry_reading(article, by=ana)
    article.refresh_from_db()
    assert (article.state, article.problem, article.arrivals.get().state) == ("reading", "", "waiting")


def test_bytes_that_are_gone_are_said_to_be_gone(db, monkeypatch):
    article, _ = add()
    Arrival.objects.filter(article=article).update(sha256="0" * 64)
    assert "no longer in the storage" in taken_in(article).problem


def test_a_worker_that_dies_again_and_again_gives_up_loudly(db, monkeypatch):
    article, _ = add()

    def dies(*args, **kwargs):
        raise RuntimeError("bang")

    monkeypatch.setattr("sources.parsing.parse", dies)
    for _ in range(5):
        Arrival.objects.filter(article=article).update(lease_until=None)
        arrivals.take_in(article.arrivals.get().pk)
    article.refresh_from_db()
    assert article.state == "failed"
    assert "The file itself is kept as it came." in article.problem


def test_two_workers_make_one_text(db):
    article, _ = add()
    arrival = article.arrivals.get()
    slow = Arrival.objects.take(arrival.pk)
    Arrival.objects.filter(pk=arrival.pk).update(lease_until=None)
    assert arrivals.take_in(arrival.pk)
    document = arrivals._document(slow)
    assert not arrivals.store(slow, document)
    assert article.revisions.count() == 1


def test_a_reader_may_not(rita):
    with pytest.raises(NotAllowed):
        add(by=rita)


def test_an_empty_file_and_a_huge_one_are_refused_at_once(ana, settings):
    with pytest.raises(refusals.EmptyText):
        add(b"", by=ana)
    settings.LARGEST_FILE = 10
    with pytest.raises(refusals.TooLarge):
        add(b"x" * 11, by=ana)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Users\\me\\flood.md", "flood.md"),
        ("/etc/passwd", "passwd"),
        ("a\x00b\n.md", "ab.md"),
        ("..", ".."),
        ("", "file"),
    ],
)
def test_a_name_is_no_path(name, kept):
    assert uploads.clean_name(name) == kept


def test_pasted_html_leads_back_to_what_was_pasted(db):
    article, _ = ingest.add_article(text=PAGE.decode(), format="html", by=None)
    arrival = article.revision.arrival
    assert (arrival.way, arrival.state) == ("paste", "done")
    assert blobs.fetch(arrival.sha256) == PAGE
    assert arrival.origins


def test_a_storage_that_is_full_refuses_and_keeps_no_piece_of_the_file(db, ana, monkeypatch):
    def full(file, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.files.storage.filesystem.locks.lock", full)
        with pytest.raises(blobs.NotKept) as refusal:
            add(b"# Full\n\nForty people came.", by=ana)
    assert refusal.value.status == 503
    assert not Article.objects.exists()
    assert taken_in(add(b"# Full\n\nForty people came.", by=ana)[0]).state == "ready"


def test_half_a_file_that_an_earlier_storage_left_is_written_whole(db, ana):
    data = b"# Half\n\nForty people came to the river."
    path = Path(default_storage.path(blobs._name(hashlib.sha256(data).hexdigest())))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[:9])
    assert taken_in(add(data, by=ana)[0]).state == "ready"
    assert not list(path.parent.glob("*.part"))


def test_a_text_that_is_here_already_leaves_its_address_to_the_one_that_stays(db, ana):
    stays = taken_in(add()[0])
    goes = taken_in(add(MARKDOWN + b"\n", address="https://delta.example/flood")[0])
    stays.refresh_from_db()
    assert (goes.address, stays.address) == ("", "https://delta.example/flood")
    assert stays.source.address == stays.address
    assert goes.source_id != stays.source_id
    with pytest.raises(refusals.AddressKnown) as refusal:
        ingest.add_address(address="https://delta.example/flood", by=ana)
    assert refusal.value.extra["article"] == stays.pk


def test_a_day_that_no_calendar_has_is_left_out(db):
    page = PAGE.replace(b"<head>", b'<head><meta property="article:published_time" content="2024-02-30T10:00">')
    article = taken_in(add(page, "page.html")[0])
    assert (article.state, article.published, article.published_earliest) == ("ready", "", None)


def test_the_work_that_it_is_itself_learns_its_title(db):
    article = taken_in(add()[0])
    assert article.source.title == article.title


def test_the_same_text_in_a_new_file_says_ready_only_where_it_was_read(db, ana):
    article, _ = ingest.add_article(text="Forty people came.", by=ana)
    for state, expected in (("waiting", "reading"), ("failed", "failed"), ("done", "ready")):
        Reading.objects.update(state=state)
        arrival = ingest.reread_file(article, data=b"Forty people came.", name="a.txt", by=ana)
        arrivals.take_in(arrival.pk)
        article.refresh_from_db()
        assert article.state == expected


def test_what_failed_last_is_what_is_tried_again(db, ana):
    article = taken_in(add(by=ana)[0])
    ingest.reread_file(article, data=b"%PDF-1.7\n%nothing", name="report.pdf", by=ana)
    bad = article.arrivals.latest("pk")
    ingest.reread_article(article, text="Forty people came.", by=ana)
    revision = article.revisions.latest("number")
    arrivals.take_in(bad.pk)
    intake.read_article(revision.pk)
    Article.objects.update(state="failed", problem="It stopped.")
    for reading, again in (("done", "arrival"), ("failed", "reading")):
        Reading.objects.filter(revision=revision).update(state=reading, finished_at=timezone.now())
        article.refresh_from_db()
        ingest.retry_reading(article, by=ana)
        waiting = {"arrival": Arrival.objects.unfinished().exists(), "reading": Reading.objects.unfinished().exists()}
        assert waiting == {"arrival": again == "arrival", "reading": again == "reading"}
        arrivals.take_in(bad.pk)


def test_an_article_that_is_well_is_not_tried_again(db, ana):
    article = taken_in(add(b"%PDF-1.7\n%nothing", "report.pdf", by=ana)[0])
    intake.read_article(ingest.reread_article(article, text="Forty people came.", by=ana)[0].pk)
    ingest.retry_reading(article, by=ana)
    article.refresh_from_db()
    assert article.state == "ready"
    assert not Arrival.objects.unfinished().exists()


def test_every_step_of_a_file_has_a_name_in_the_history(db, ana):
    article = taken_in(add(by=ana)[0])
    failed = taken_in(add(b"%PDF-1.7\n%nothing", "report.pdf", by=ana)[0])
    arrivals_of = Arrival.pgh_event_model.objects.filter(pgh_obj__article__in=[article, failed])
    actions = set(arrivals_of.values_list("pgh_context__action", flat=True))
    assert actions == {"article.added", "article.being_taken_in", "article.taken_in", "article.failed"}


def test_a_storage_that_is_away_is_waited_for_and_not_for_ever(db, ana, monkeypatch):
    def away(digest):
        raise blobs.NotReached("The storage does not answer.")

    article, _ = add(b"Forty people came.", "a.txt", by=ana)
    with monkeypatch.context() as patched:
        patched.setattr(blobs, "fetch", away)
        for waiting in (True, True, True, True, False):
            arrivals.take_in(article.arrivals.get().pk)
            Arrival.objects.update(lease_until=None)
            assert (article.arrivals.get().state == "waiting") is waiting
    article.refresh_from_db()
    assert article.problem == "The storage does not answer."
    ingest.retry_reading(article, by=ana)
    assert arrivals.take_in(article.arrivals.get().pk)
