"""Identifying, recording, grading, merging and citing in a browser: axe finds nothing, nothing scrolls sideways."""

from __future__ import annotations

import pytest

from sources.models import Citation
from tests import make
from tests.api.test_identify_citation import TEXT
from tests.web.browser.test_every_page import sideways, small


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


@pytest.mark.parametrize(("scheme", "width"), [("dark", 390), ("light", 1280)], ids=str)
def test_axe_finds_nothing(page_of, axe, ed, addresses, scheme, width):
    page = page_of(ed, color_scheme=scheme, viewport={"width": width, "height": 900})
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = axe(page) + small(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {address: said for address, said in found.items() if said} == {}


def test_a_citation_is_identified_with_the_keyboard(page_of, ed, addresses):
    page = page_of(ed)
    page.goto(addresses[0])
    page.get_by_label("Paste an address, a DOI or a reference").fill("https://rivers.example/bulletin")
    page.get_by_role("button", name="This is the work").press("Enter")
    page.get_by_text("https://rivers.example/bulletin” now").wait_for()
