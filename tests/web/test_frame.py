"""The frame of every page: who gets in, where things lead, how it looks, and nothing inline."""

from __future__ import annotations

import re

import pytest

PAGES = ["/", "/articles/", "/sources/", "/sources/?identified=false", "/help/", "/help/errors/"]
GUARDED = ["/", "/articles/", "/articles/?q=flood", "/articles/add/", "/sources/", "/sources/?identified=false"]
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)


def words(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("address", GUARDED)
def test_a_visitor_is_sent_to_sign_in_and_comes_back(visitor, db, address):
    answer = visitor.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/?next=/")
    assert visitor.get(answer["Location"]).context["next"] == address


@pytest.mark.parametrize("address", PAGES)
def test_a_reader_sees_it(browse, rita, address):
    assert browse(rita).get(address).status_code == 200


@pytest.mark.parametrize("address", ["/", "/articles/", "/sources/"])
def test_a_visitor_reads_an_open_desk(visitor, db, settings, address):
    settings.PUBLIC_READ = True
    answer = visitor.get(address)
    assert answer.status_code == 200
    assert "Sign in" in words(answer)
    assert "Sign out" not in words(answer)


def test_a_person_without_a_role_is_told_no(browse, django_user_model):
    nobody = django_user_model.objects.create_user("nobody", "", "correct horse battery")
    answer = browse(nobody).get("/articles/")
    assert answer.status_code == 403
    assert "ask an admin" in words(answer)


def test_a_reader_may_not_add_an_article(browse, rita):
    assert browse(rita).get("/articles/add/").status_code == 403
    assert "/articles/add/" not in words(browse(rita).get("/articles/"))


@pytest.mark.parametrize("address", [*PAGES, "/sign-in/", "/articles/add/", "/password/", "/nowhere/"])
def test_a_page_has_nothing_inline_under_a_strict_policy(browse, ada, address):
    answer = browse(ada).get(address, follow=True)
    assert not INLINE.search(answer.content.decode())
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_the_menu_says_where_one_is(browse, rita):
    page = words(browse(rita).get("/articles/"))
    assert '<a href="/articles/" data-key="g a" aria-current="page">Articles</a>' in page
    assert '<a href="/claims/" data-key="g c" >Claims</a>' in page


def test_a_page_begins_with_a_way_past_the_menu(browse, rita):
    page = words(browse(rita).get("/help/"))
    assert '<a class="skip-link" href="#main">' in page
    assert '<main id="main" tabindex="-1">' in page


@pytest.mark.parametrize(
    ("chosen", "attribute"),
    [
        ({"theme": "dark"}, 'data-theme="dark"'),
        ({"theme": "light"}, 'data-theme="light"'),
        ({"density": "compact"}, 'data-density="compact"'),
        ({"keys": "off"}, 'data-keys="off"'),
    ],
)
def test_what_was_chosen_is_in_the_first_tag_of_the_next_page(browse, rita, chosen, attribute):
    browser = browse(rita)
    answer = browser.post("/preferences/", {**chosen, "next": "/help/"})
    assert answer["Location"] == "/help/"
    first = browser.get("/help/").content.decode().split("<head>")[0]
    assert attribute in first


def test_back_to_the_system_theme(browse, rita):
    browser = browse(rita)
    browser.post("/preferences/", {"theme": "dark"})
    browser.post("/preferences/", {"theme": "system"})
    assert "data-theme" not in browser.get("/help/").content.decode().split("<head>")[0]


@pytest.mark.parametrize("chosen", [{"theme": "pink"}, {"density": '"><script>'}, {}])
def test_a_choice_that_does_not_exist_changes_nothing(visitor, db, chosen):
    answer = visitor.post("/preferences/", chosen)
    assert not {"theme", "density", "keys"} & set(answer.cookies)


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_the_way_back_stays_on_the_desk(visitor, db, elsewhere):
    assert visitor.post("/preferences/", {"theme": "dark", "next": elsewhere})["Location"] == "/"
