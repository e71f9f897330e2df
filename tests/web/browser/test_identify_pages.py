"""Identifying, recording, grading, merging and citing in a browser: axe finds nothing, nothing scrolls sideways."""

from __future__ import annotations

import pytest

from sources.models import Citation
from tests import make
from tests.api.test_identify_citation import TEXT
from tests.web.browser.looking import Look, faults, sideways, small


@pytest.fixture
def addresses(roles) -> list[str]:
    article = make.article(TEXT, title="High water")
    make.article(TEXT + "Once more.")
    Citation.objects.filter(revision__citations__isnull=False).update(source=None, identified="")
    named, waiting = article.revision.citations.order_by("number")
    work = make.source(title="Ministry of Rivers, yearly bulletin", issued="2023", authors=[{"literal": "Rain Desk"}])
    twin = make.source(title="Ministry of Rivers: a yearly bulletin", publisher="Lima Press", csl={"note": "W" * 150})
    Citation.objects.filter(pk=waiting.pk).update(source=twin, identified="entry")
    return [
        f"/citations/{named.pk}/",
        f"/citations/{named.pk}/?q=rivers",
        f"/citations/{waiting.pk}/",
        f"/sources/{work.pk}/edit/",
        f"/sources/{work.pk}/merge/",
        f"/sources/{work.pk}/merge/?into={twin.pk}",
        f"/sources/{work.pk}/cite/",
        "/sources/add/",
        "/sources/import/",
        "/sources/?identified=false",
    ]


def test_axe_finds_nothing(page_of, axe, ed, addresses):
    at = [Look("dark", 390), Look("light", 1280)]
    assert faults(page_of(ed), addresses, at, axe, small, sideways) == {}


def test_a_citation_is_identified_with_the_keyboard(page_of, ed, addresses):
    page = page_of(ed)
    page.goto(addresses[0])
    page.get_by_label("Paste an address, a DOI or a reference").fill("https://rivers.example/bulletin")
    page.get_by_role("button", name="This is the work").press("Enter")
    page.get_by_text("https://rivers.example/bulletin” now").wait_for()
