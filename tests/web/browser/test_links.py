"""The pages about links in a real browser: nothing for axe to find, at either width, in either light."""

from __future__ import annotations

import pytest

from sources.models import Source
from tests import make
from tests.sources.net.servers import says
from tests.sources.watch.conftest import asked, clock, html, no_pause, site, site_at  # noqa: F401 fixtures
from tests.web.browser.looking import Look, faults, sideways

LOOKS = [Look("light", 1280), Look("dark", 390)]


@pytest.fixture
def article(roles, site, clock):  # noqa: F811
    made = make.article()
    site.answers |= {"/fine": html(), "/paid": says(status="402 Payment Required")}
    titles = {"/dead": "Ministry of Water, Situation report of 9 March", "/paid": "High water in the lower town",
              "/fine": "Red Cross, Appeal for the flood"}  # fmt: skip
    sources = [site.source(path, title=title) for path, title in titles.items()]
    Source.objects.filter(pk=sources[0].pk).update(archive_address="https://web.archive.example/2024/report")
    for _ in range(3):
        for source in sources:
            asked(source)
        clock(days=1)
    for citation, source in zip(made.revision.citations.order_by("number"), sources, strict=True):
        citation.source = source
        citation.save()
    return made


def test_the_pages_about_links_are_fit_for_everybody(page_of, ana, axe, article):
    addresses = [f"/articles/{article.pk}/links/", "/sources/changes/"]
    assert faults(page_of(ana), addresses, LOOKS, axe, sideways) == {}
