"""Signing in and out, changing and resetting a password."""

from __future__ import annotations

import re

import pytest

from tests.web.test_frame import words

RIGHT = "correct horse battery"
NEW = "staple the other battery"


def sign_in(browser, name: str, password: str = RIGHT, **more):
    return browser.post("/sign-in/", {"username": name, "password": password, **more})


def test_a_person_signs_in_and_goes_where_they_wanted(visitor, rita):
    answer = sign_in(visitor, "rita", next="/sources/?q=flood")
    assert answer["Location"] == "/sources/?q=flood"
    assert "Rita, reader" in words(visitor.get("/"))


def test_nobody_is_sent_elsewhere_after_signing_in(visitor, rita):
    assert sign_in(visitor, "rita", next="https://example.org/")["Location"] == "/"


def test_every_wrong_answer_is_the_same(visitor, rita, ana):
    ana.is_active = False
    ana.save()
    tries = [("rita", "wrong"), ("nobody", RIGHT), ("ana", RIGHT), ("ana", "wrong")]
    answers = [sign_in(visitor, name, password) for name, password in tries]
    assert {answer.status_code for answer in answers} == {422}
    said = {re.search(r'role="alert".*?</div></div>', words(answer))[0] for answer in answers}
    assert len(said) == 1
    assert "do not belong together" in said.pop()


def test_a_refused_try_keeps_the_name_and_never_the_password(visitor, rita):
    page = words(sign_in(visitor, "rita", "hunter2-hunter2"))
    assert 'value="rita"' in page
    assert "hunter2" not in page


def test_who_is_signed_in_is_not_asked_again(browse, rita):
    assert browse(rita).get("/sign-in/")["Location"] == "/"


def test_signing_out_takes_a_form_and_ends_the_session(browse, rita):
    browser = browse(rita)
    assert browser.get("/sign-out/").status_code == 405
    assert browser.post("/sign-out/").status_code == 302
    assert browser.get("/articles/").status_code == 302


def test_a_password_is_changed_by_who_knows_the_old_one(browse, visitor, rita):
    browser = browse(rita)
    fields = {"new_password1": NEW, "new_password2": NEW}
    assert browser.post("/password/", {"old_password": "wrong", **fields}).status_code == 422
    assert browser.post("/password/", {"old_password": RIGHT, **fields})["Location"] == "/password/changed/"
    assert "The password is changed" in words(browser.get("/password/changed/"))
    assert sign_in(visitor, "rita", NEW).status_code == 302


@pytest.mark.parametrize("weak", ["short", "password1234", "rita@example.org"])
def test_a_weak_password_is_refused_in_a_sentence(browse, rita, weak):
    fields = {"old_password": RIGHT, "new_password1": weak, "new_password2": weak}
    answer = browse(rita).post("/password/", fields)
    assert answer.status_code == 422
    assert "The password was not changed" in words(answer)


def test_a_visitor_cannot_change_a_password(visitor, db):
    assert visitor.get("/password/")["Location"].startswith("/sign-in/")


def test_a_reset_sends_a_link_that_works_once(visitor, rita, mailoutbox):
    answer = visitor.post("/password/reset/", {"email": "rita@example.org"})
    assert answer["Location"] == "/password/reset/sent/"
    (mail,) = mailoutbox
    assert mail.subject == "A new password for Claimtracker"
    link = re.search(r"http://testserver(/password/reset/\S+)", mail.body)[1]
    form = visitor.get(link, follow=True)
    chosen = visitor.post(form.redirect_chain[-1][0], {"new_password1": NEW, "new_password2": NEW})
    assert chosen["Location"] == "/password/reset/done/"
    assert sign_in(visitor, "rita", NEW).status_code == 302
    assert "does not work any more" in words(visitor.get(link, follow=True))


def test_a_reset_never_says_whether_there_is_such_a_person(visitor, rita, mailoutbox):
    known = visitor.post("/password/reset/", {"email": "rita@example.org"}, follow=True)
    unknown = visitor.post("/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert len(mailoutbox) == 1

    def without_tokens(answer):
        return re.sub(r'value="[A-Za-z0-9]{64}"', "", words(answer))

    assert without_tokens(known) == without_tokens(unknown)
    assert known.redirect_chain == unknown.redirect_chain


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        ("http://testserver/claims/7/?at=1-2", "?next=/claims/7/%3Fat%3D1-2"),
        ("http://testserver/claims/7/#reviews", "?next=/claims/7/"),
        ("https://example.org/claims/7/", "?next="),
        ("javascript:alert(1)", "?next="),
        ("//example.org/", "?next="),
        ("", "?next="),
    ],
)
def test_whoever_is_signed_out_at_a_form_comes_back_to_its_page(visitor, db, came_from, leads_to):
    answer = visitor.post("/claims/7/verdict/", {"verdict": "supported"}, headers={"referer": came_from})
    assert answer["Location"] in (f"/sign-in/{leads_to}", "/sign-in/")
    assert (answer["Location"] == "/sign-in/") <= (leads_to == "?next=")


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_part_of_a_page_is_not_swapped_for_the_sign_in(visitor, db, method):
    answer = getattr(visitor, method)("/review/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert "You are signed out." in answer.json()["detail"]
