"""Hostile input at the pages about texts: nothing is carried out, nothing falls over, a stranger writes nothing."""

from __future__ import annotations

import base64
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from claims.models import LintItem
from sources.models import Article
from tests import make
from tests.web.test_frame import words

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
TEXT = f"Ten men died in Lima. [1] A further 30 {EVIL} were hurt.\n\nReferences\n1. {EVIL} Courier, 2024.\n2. Delta.\n"
BIB = "@report{one, title={" + EVIL + " Courier}, year={2024}, url={javascript:alert(1)}, note={" + EVIL + "}}"
NUMBERS = ["-1", "x", "1.5", "1e9", "²", "١", "\0", "2147483648", "9" * 20, "9" * 5000, "", "<b>"]


@pytest.fixture
def article(db):
    return make.article(TEXT, title=EVIL, byline=EVIL, outlet=EVIL)


def harmless(page: str) -> bool:
    """No tag of ours comes out of what was typed, and no link runs a script."""
    return not re.search(r"<script>alert|<img src=x|href=.javascript", page)


@pytest.mark.parametrize("page", ["", "lint/", "changes/", "revise/", "bibliography/", "?at=0-30", "?source=1"])
def test_what_was_typed_is_shown_as_words(browse, ana, article, page):
    answer = browse(ana).get(f"/articles/{article.pk}/{page}")
    assert answer.status_code == 200
    assert "&lt;script&gt;alert(1)" in words(answer)
    assert harmless(words(answer))


def test_a_reason_is_shown_as_words(browse, ana, article):
    item = LintItem.objects.filter(revision=article.revision).first()
    answer = browse(ana).post(f"/articles/{article.pk}/lint/{item.pk}/dismiss/", {"reason": EVIL}, follow=True)
    assert "&lt;script&gt;alert(1)" in words(answer)
    assert harmless(words(answer))


def test_a_record_and_the_name_of_a_file_are_shown_as_words(browse, ana, article):
    url = f"/articles/{article.pk}/bibliography/"
    shown = browse(ana).post(url, {"file": SimpleUploadedFile(f"{EVIL}.bib", BIB.encode())})
    assert shown.status_code == 200
    assert harmless(words(shown))
    refused = browse(ana).post(url, {"file": SimpleUploadedFile("a<script>alert(1).bib", b"nothing")})
    assert refused.status_code == 422
    assert harmless(words(refused))


def test_the_name_of_a_broken_file_is_shown_as_words(browse, ana, article):
    browse(ana).post(f"/articles/{article.pk}/revise/", {"file": SimpleUploadedFile("<b>x.pdf", b"%PDF-1.7")})
    Article.objects.filter(pk=article.pk).update(state="failed", problem=f"“{EVIL}” is damaged.")
    for page in ("", "changes/"):
        assert harmless(words(browse(ana).get(f"/articles/{article.pk}/{page}")))


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_no_number_makes_a_page_fall_over(browse, ana, article, number):
    browser, here = browse(ana), f"/articles/{article.pk}/"
    asked = [
        *[(here, {"at": at}) for at in (f"{number}-{number}", f"0-{number}", f"{number}-5")],
        *[(here, {name: number}) for name in ("part", "claim", "source", "mark", "show")],
        (f"{here}changes/", {"to": number}),
        *[(f"{here}lint/", {name: number}) for name in ("rule", "severity", "dismissed", "cursor", "page_size")],
    ]
    assert {browser.get(address, given).status_code for address, given in asked} <= {200, 302, 400, 404, 422}


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_no_number_makes_a_deed_fall_over(browse, ana, article, number):
    browser, claim = browse(ana), article.claims.first()
    kept = base64.b64encode(BIB.encode()).decode()
    sent = [
        (f"/claims/{claim.pk}/place/", {"revision": "1", "span": f"{number}-{number}"}),
        (f"/claims/{claim.pk}/place/", {"revision": number, "span": "0-5"}),
        (f"/articles/{article.pk}/bibliography/", {"kept": kept, "confirm": "1", "use-1": number}),
    ]
    assert {browser.post(address, given).status_code for address, given in sent} == {302}
    assert claim.anchors.get().outcome == "exact"
    assert not article.revision.citations.filter(identified="bibliography").exists()


def test_the_way_back_to_a_list_leads_nowhere_else(browse, ana, article):
    item = LintItem.objects.filter(revision=article.revision).first()
    url = f"/articles/{article.pk}/lint/"
    for query in ("//evil.example", "\r\nSet-Cookie: a=b", "#x", "rule=a&" * 100, "a=https://evil.example"):
        answer = browse(ana).post(f"{url}{item.pk}/dismiss/", {"reason": "Known.", "query": query, "neighbour": "//x"})
        assert answer["Location"].startswith(f"{url}?")
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("deed", ["lint/{item}/dismiss/", "lint/{item}/restore/", "revise/", "bibliography/"])
def test_a_form_of_another_site_is_refused(ana, article, deed):
    item = LintItem.objects.filter(revision=article.revision).first()
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    sent = {"reason": "x", "text": "Other words.", "references": BIB}
    assert client.post(f"/articles/{article.pk}/{deed.format(item=item.pk)}", sent).status_code == 403


def test_two_people_at_one_item_or_place_are_both_answered(browse, ana, ed, article):
    item, claim = LintItem.objects.filter(revision=article.revision).first(), article.claims.first()
    url = f"/articles/{article.pk}/lint/{item.pk}/"
    for person, reason in ((ana, "First."), (ed, "Second.")):
        assert browse(person).post(f"{url}dismiss/", {"reason": reason}).status_code == 302
        assert browse(person).post(f"/claims/{claim.pk}/place/", {"revision": "1", "span": "0-21"}).status_code == 302
    assert "“First.”" in words(browse(ed).get(f"/articles/{article.pk}/lint/"))
    for person in (ana, ed):
        assert browse(person).post(f"{url}restore/").status_code == 302
    assert "“First.”" not in words(browse(ed).get(f"/articles/{article.pk}/lint/"))
