"""Many people and many workers at once, on one article: each time it ends as if they had come one by one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from claims import dismissals, intake, placing
from claims.models import Anchor, ClaimCitation, Dismissal, LintItem
from sources import arrivals, ingest
from sources.models import Arrival, Article, Reading, Revision, Source
from tests import make
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)

MARKDOWN = b"# High water\n\nThe flood killed at least 12 people.[^1]\n\n[^1]: The Delta, https://delta.example/1\n"
TEN = range(10)


@pytest.fixture
def groups(transactional_db):
    """The roles; a test whose transactions are real ends with an empty database, and finds one."""
    for name in ("reader", "analyst", "editor", "admin"):
        Group.objects.get_or_create(name=name)


def work_until_done() -> None:
    """What workers do, one piece after the other."""
    while due := [*Arrival.objects.due(), *Reading.objects.due()]:
        for work in due:
            if isinstance(work, Arrival):
                arrivals.take_in(work.pk)
            else:
                intake.read_article(work.pk)


def test_ten_who_send_the_same_file_make_one_article():
    added = at_once(*(lambda: ingest.add_file(data=MARKDOWN, name="flood.md", by=None) for _ in TEN))
    assert sum(new for _, new in added) == 1
    assert Article.objects.count() == Arrival.objects.count() == 1


def test_ten_workers_at_one_file_make_one_text():
    article, _ = ingest.add_file(data=MARKDOWN, name="flood.md", by=None)
    stored = at_once(*(lambda: arrivals.take_in(article.arrivals.get().pk) for _ in TEN))
    assert sum(stored) == 1
    assert article.revisions.count() == 1
    assert article.arrivals.get().tries == 1


def test_ten_new_texts_get_ten_numbers_and_are_read_in_order():
    article = make.article()
    at_once(*(lambda n=n: ingest.reread_article(article, text=f"{make.TEXT} Draft {n}.", by=None) for n in TEN))
    assert list(article.revisions.order_by("number").values_list("number", flat=True)) == list(range(1, 12))
    work_until_done()
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 11)
    assert Anchor.objects.filter(revision=article.revision).count() == article.claims.count()


def test_the_same_new_text_sent_ten_times_is_one():
    article = make.article()
    sent = at_once(*(lambda: ingest.reread_article(article, text=f"{make.TEXT} Later.", by=None) for _ in TEN))
    assert sum(new for _, new in sent) == 1
    assert article.revisions.count() == 2


def test_ten_files_for_one_article_get_numbers_of_their_own():
    article = make.article()
    sent = [MARKDOWN + f"\nDraft {n}.\n".encode() for n in TEN]
    at_once(*(lambda data=data: ingest.reread_file(article, data=data, name="a.md", by=None) for data in sent))
    waiting = list(article.arrivals.unfinished().values_list("pk", flat=True))
    at_once(*(lambda pk=pk: arrivals.take_in(pk) for pk in waiting))
    assert sorted(article.revisions.values_list("number", flat=True)) == list(range(1, 12))
    work_until_done()
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 11)


def test_reading_a_new_text_and_trying_again_do_not_get_into_each_others_way():
    article = make.article()
    for n in TEN:
        text = f"{make.TEXT} Draft {n}."
        revision, _ = ingest.reread_article(article, text=f"{text} First.", by=None)
        at_once(
            lambda pk=revision.pk: intake.read_article(pk),
            lambda pk=revision.pk: intake.read_article(pk),
            lambda text=text: ingest.reread_article(article, text=f"{text} Second.", by=None),
            lambda: ingest.retry_reading(article, by=None),
        )
        work_until_done()
    article.refresh_from_db()
    assert (article.state, article.revision.number) == ("ready", 21)
    assert set(Reading.objects.values_list("state", flat=True)) == {"done"}


def test_ten_who_try_a_failed_reading_again_start_it_once():
    article = make.article(read=False)
    Reading.objects.update(state="failed", tries=6)
    Article.objects.update(state="failed", problem="It stopped.")
    at_once(*(lambda: ingest.retry_reading(article, by=None) for _ in TEN))
    assert (Reading.objects.get().state, Reading.objects.get().tries) == ("waiting", 0)
    work_until_done()
    assert Article.objects.get().state == "ready"


def test_ten_who_put_an_item_aside_leave_one_reason(groups, ana):
    item = LintItem.objects.filter(revision=make.article().revision).earliest("pk")
    at_once(*(lambda n=n: dismissals.dismiss_lint(item, by=ana, reason=f"Reason {n}") for n in TEN))
    assert Dismissal.objects.standing().count() == 1


def test_ten_who_say_where_a_claim_stands_leave_one_place(groups, ana):
    article = make.article()
    claim = article.claims.earliest("pk")
    start = article.revision.text.index("About")
    deed = lambda: placing.place_claim(claim, revision=1, start=start, end=start + 20, by=ana)  # noqa: E731
    at_once(*(deed for _ in TEN))
    assert Anchor.objects.get(claim=claim).outcome == "by_hand"
    assert list(ClaimCitation.objects.filter(claim=claim).values_list("position", flat=True)) == [0, 1]


def test_an_address_that_a_text_cites_is_added_while_the_text_is_read():
    cited = "Forty people came. [1]\n\nReferences\n[1] The Delta (2024). High water. https://delta.example/1\n"
    article = make.article(cited, read=False)
    at_once(
        lambda: intake.read_article(article.revision_id),
        lambda: ingest.add_address(address="https://delta.example/1", by=None),
    )
    source = Source.objects.get(address="https://delta.example/1")
    assert source.article.address == "https://delta.example/1"
    assert source.citations.count() == 1


def test_texts_that_cite_the_same_works_in_another_order_are_read_at_once():
    works = [f"The Delta (2024). Report number {n}. https://delta.example/{n}" for n in range(200)]

    def text(order):
        entries = "\n".join(f"[{n}] {work}" for n, work in enumerate(order, start=1))
        return f"Forty people came. [1]\n\nReferences\n{entries}\n"

    texts = [make.article(text(works[n:] + works[:n]), read=False).revision_id for n in (0, 50, 100, 150)]
    read = at_once(*(lambda pk=pk: intake.read_article(pk) for pk in texts))
    assert read == [True] * 4
    assert Revision.objects.filter(citations__source__isnull=False).distinct().count() == 4
    assert Source.objects.filter(address__startswith="https://delta.example").count() == 200
