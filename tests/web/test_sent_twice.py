"""Forms that arrive twice: what they ask for is done once, and the second leads where the first led."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claimtracker.core.models import Submission
from claimtracker.core.web.once import AGAIN
from sources.models import Arrival, Article, Snapshot, Source
from tests import make
from tests.conftest import person

NONCE = "a-nonce-of-the-form-x"
FILE = b"# Mills\n\nThe mill burnt down in 2021. [1]\n"


@pytest.fixture
def desk(browse, ana):
    return browse(ana)


def file(words: bytes = FILE) -> SimpleUploadedFile:
    return SimpleUploadedFile("mills.md", words, content_type="text/markdown")


def test_an_article_sent_by_two_clicks_is_one_and_both_lead_to_it(desk):
    first, second = (desk.post("/articles/add/", {"file": file(), "nonce": NONCE}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"] == Article.objects.get().get_absolute_url()
    assert Arrival.objects.count() == 1
    assert AGAIN in desk.get(second["Location"]).content.decode()


def test_other_words_under_the_same_nonce_are_another_sending(desk):
    """Somebody went back, and typed something else."""
    source = make.source()
    for words in ("The mill burnt down.", "The weir broke."):
        answer = desk.post(f"/sources/{source.pk}/give/", {"text": words, "nonce": NONCE})
        assert answer.status_code == 302
    assert Snapshot.objects.filter(source=source).count() == 2


def test_another_file_of_the_same_name_is_another_sending(desk):
    for words in (FILE, FILE.replace(b"2021", b"2022")):
        desk.post("/articles/add/", {"file": file(words), "nonce": NONCE})
    assert Article.objects.count() == 2


def test_a_refusal_is_not_kept(desk):
    form = {"type": "report", "title": "", "nonce": NONCE}
    for _ in range(2):
        assert desk.post("/sources/add/", form).status_code == 422
    assert not Submission.objects.exists()
    assert desk.post("/sources/add/", {**form, "title": "Mills"}).status_code == 302


def test_a_refusal_that_is_told_on_the_next_page_is_told_again(desk, ana):
    review = make.review(make.claim(), person("ben", "analyst"))
    form = {"reason": "Not mine.", "nonce": NONCE}
    for _ in range(2):
        answer = desk.post(f"/reviews/{review.pk}/withdraw/", form)
        assert answer.status_code == 302
        page = desk.get(answer["Location"]).content.decode()
        assert "own verdict only" in page
        assert AGAIN not in page


def test_a_second_sending_is_not_told_off_for_what_the_first_did(desk):
    first, second = (desk.post("/sources/add/", {"type": "report", "title": "Mills", "nonce": NONCE}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Source.objects.count() == 1


def test_a_page_that_answers_with_what_it_did_says_it_again(desk):
    bib = b"@book{a, title={Mills of the south}, year={2021}}"
    first, second = (
        desk.post("/sources/import/", {"file": SimpleUploadedFile("a.bib", bib), "nonce": NONCE}) for _ in range(2)
    )
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content
    assert Source.objects.count() == 1


def test_the_nonces_of_different_people_never_meet(browse, desk):
    for client in (desk, browse(person("ben", "analyst"))):
        client.post("/sources/add/", {"type": "report", "title": "Mills", "nonce": NONCE})
    assert Source.objects.count() == 1
    assert Submission.objects.count() == 1  # the second was told that the work is known


def test_a_view_saved_by_two_clicks_is_one(desk, ana):
    form = {"name": "Floods", "page": "claims", "query": "q=flood", "nonce": NONCE}
    answers = [desk.post("/views/add/", form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert ana.views.count() == 1


@pytest.mark.parametrize("nonce", ["", "short", "x" * 65, "with a blank in it", "<script>alert(1)</script>"])
def test_a_form_without_a_nonce_of_ours_works_as_before(desk, nonce):
    answers = [desk.post("/sources/add/", {"type": "report", "title": "Mills", "nonce": nonce}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 409]
    assert not Submission.objects.exists()


def test_every_form_that_is_shown_has_a_nonce_of_its_own(desk):
    pages = [desk.get("/sources/add/").content.decode() for _ in range(2)]
    found = [re.findall(r'name="nonce" value="([\w-]{22})"', page) for page in pages]
    assert [len(one) for one in found] == [1, 1]
    assert found[0] != found[1]
