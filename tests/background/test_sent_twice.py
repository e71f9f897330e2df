"""The same thing sent twice at one moment, and again after its web process was killed. Real threads and processes."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
import urllib.error
import urllib.request

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from rest_framework.test import APIClient

from claimtracker.core import submissions
from claimtracker.core.models import ApiToken, Submission
from sources.models import Arrival, Article, Source
from tests import make
from tests.at_once import at_once
from tests.background.processes import Web, eventually
from tests.conftest import person
from tests.sources.net.servers import Server

pytestmark = pytest.mark.django_db(transaction=True)

SOURCES = "/api/v1/sources/"
KEY = "3f0e5c52-a2b1-4f0f-8d2e-000000000001"
ASKED = "0" * 64


@pytest.fixture
def ana(db):
    Group.objects.get_or_create(name="analyst")
    return person("ana", "analyst")


def send(user, *, patience: int):
    client = APIClient()
    client.force_authenticate(user)
    for _ in range(patience):
        answer = client.post(SOURCES, {"title": "Mills"}, format="json", headers={"Idempotency-Key": KEY})
        if answer.status_code != 409:
            break
        assert (answer.json()["code"], answer["Retry-After"]) == ("in_progress", "1")
    return answer


def test_fifty_requests_at_once_make_one_row_and_get_fifty_equal_answers(ana):
    answers = at_once(*[lambda: send(ana, patience=1000)] * 50)
    assert Source.objects.filter(title="Mills").count() == 1
    first = answers[0]
    assert {(one.status_code, one.content, one["Location"]) for one in answers} == {
        (201, first.content, first["Location"])
    }
    assert sum("Idempotency-Replayed" in one for one in answers) == 49


def test_a_script_is_told_at_once_that_the_first_is_under_way(ana):
    with transaction.atomic():
        submissions._be_first(ana, KEY, False)
        (answer,) = at_once(lambda: send(ana, patience=1))
    assert answer.status_code == 409
    assert not Source.objects.exists()


def test_a_person_waits_for_the_first_and_gets_its_answer(ana):
    def act():
        return HttpResponse(str(Source.objects.create(title="Mills").pk))

    answers = at_once(*[lambda: submissions.submit(ana, "form x", ASKED, act, patient=True)] * 20)
    assert [one.content for one in answers] == [str(Source.objects.get().pk).encode()] * 20


def test_one_form_sent_by_ten_clicks_at_once_is_one_article_to_which_all_of_them_lead(ana):
    file = b"# Mills\n\nThe mill burnt down in 2021. [1]\n"

    def click() -> tuple[int, str]:
        browser = Client()
        browser.force_login(ana)
        form = {"file": SimpleUploadedFile("mills.md", file), "nonce": "a-nonce-of-the-form-x"}
        answer = browser.post("/articles/add/", form)
        return answer.status_code, answer["Location"]

    assert set(at_once(*[click] * 10)) == {(302, Article.objects.get().get_absolute_url())}
    assert Arrival.objects.count() == 1


def test_where_the_lock_holds_nobody_back_the_constraint_undoes_what_came_second(ana, monkeypatch):
    """As behind a pooler that gives every statement another session."""
    monkeypatch.setattr(submissions, "_be_first", lambda *given: None)

    def act():
        return HttpResponse(str(Source.objects.create(title="Mills").pk))

    def once():
        try:
            return submissions.submit(ana, "form x", ASKED, act).content
        except submissions.InProgress:
            return b""

    answers = at_once(*[once] * 20)
    assert set(answers) - {b""} == {str(Source.objects.get().pk).encode()}
    assert Submission.objects.count() == 1


class Script:
    """A program that knows the desk by its address alone."""

    def __init__(self, user) -> None:
        _, self.key = ApiToken.issue(user, scope="write", lifetime=dt.timedelta(days=1))

    def post(self, web: Web, path: str, body: dict) -> tuple[int, dict]:
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "Idempotency-Key": KEY}
        request = urllib.request.Request(f"{web.base}/api/v1/{path}/", json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)

    def post_unheard(self, web: Web, path: str, body: dict) -> threading.Thread:
        """Sent by somebody who will get no answer."""

        def speak() -> None:
            with contextlib.suppress(OSError):
                heard.append(self.post(web, path, body))

        heard: list[object] = []
        thread = threading.Thread(target=speak)
        thread.heard = heard
        thread.start()
        return thread


@pytest.fixture
def deaf():
    """What is asked in the place of Redis: it listens, and says nothing."""
    server = Server(lambda connection, request: threading.Event().wait(60))
    yield server
    server.close()


@pytest.fixture
def web(tmp_path, deaf):
    running = Web(f"redis://127.0.0.1:{deaf.port}/0", tmp_path)
    running.start()
    yield running
    running.kill()


def test_an_answer_lost_between_commit_and_sending_is_given_when_it_is_asked_for_again(ana, web, deaf, tmp_path):
    script, body = Script(ana), {"text": "The mill burnt down in 2021. [1]", "title": "Mills"}
    # The doorbell is rung after the commit and before the answer, and whoever rings here waits for five seconds.
    lost = script.post_unheard(web, "articles", body)
    eventually(lambda: deaf.visits)
    (article,) = Article.objects.all()
    web.kill()
    lost.join()
    assert lost.heard == []
    again = Web("redis://127.0.0.1:1/0", tmp_path)
    try:
        again.start()
        status, answer = script.post(again, "articles", body)
    finally:
        again.kill()
    assert (status, answer["id"]) == (201, article.pk)
    assert Article.objects.count() == Submission.objects.count() == 1


def test_what_was_killed_before_its_commit_is_done_by_the_next_sending(ana, web, tmp_path):
    script, body = Script(ana), {"title": "Mills"}
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE core_submission IN EXCLUSIVE MODE")
        lost = script.post_unheard(web, "sources", body)
        eventually(waiting)  # it has added the work, and would now keep its answer
        web.kill()
        lost.join()
    assert lost.heard == []
    again = Web("redis://127.0.0.1:1/0", tmp_path)
    try:
        again.start()
        answers = eventually(lambda: [one for one in [script.post(again, "sources", body)] if one[0] != 409])
    finally:
        again.kill()
    assert [status for status, _ in answers] == [201]
    assert Source.objects.get().pk == answers[0][1]["id"]


def waiting() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


def test_a_record_that_others_hold_too_long_is_called_busy_and_not_away(ana):
    """By page and by API; the database answers, and nothing was changed."""
    source = make.source(title="Mills")
    path, form = f"/sources/{source.pk}/edit/", {"type": "report", "title": "Weirs"}

    def ask():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        script, browser = APIClient(), Client()
        script.force_authenticate(ana)
        browser.force_login(ana)
        by_api = script.patch(f"/api/v1/sources/{source.pk}/", {"title": "Weirs"}, format="json")
        return by_api, browser.post(path, form | {"seen": source.updated_at.isoformat()})

    with transaction.atomic():
        Source.objects.select_for_update().get(pk=source.pk)
        ((by_api, by_page),) = at_once(ask)
    assert (by_api.status_code, by_api.json()["code"], by_api["Retry-After"]) == (503, "busy", "1")
    assert (by_page.status_code, by_page["Retry-After"]) == (503, "1")
    assert "Others are working at this record" in by_page.content.decode()
    assert Source.objects.get().title == "Mills"
