"""What a fetched page says of itself fills what nobody has said of its source."""

import pytest

from sources import keeping, watching
from sources.models import Source

from .conftest import html

pytestmark = pytest.mark.django_db
HEAD = (
    '<meta name="author" content="Ilse Kern"><meta property="og:site_name" content="The Valley Herald">'
    '<meta property="article:published_time" content="2025-03-12T08:00:00Z">'
)


def fetched(site_at, **columns) -> Source:
    site = site_at(flood=html(head=HEAD))
    source = site.source(**columns)
    watching.ask_fetch(source, by=None)
    keeping.fetch_due()
    source.refresh_from_db()
    return source


def test_blanks_are_filled_and_say_that_the_page_filled_them(site_at):
    source = fetched(site_at, title="")
    assert (source.title, source.issued) == ("High water in Lima", "2025-03-12")
    assert source.authors == [{"literal": "Ilse Kern"}]
    assert {"title", "authors", "issued"} <= {name for name, origin in source.origins.items() if origin == "page"}


def test_what_somebody_has_said_stays(site_at):
    source = fetched(site_at, title="Hochwasser", issued="2025", authors=[{"literal": "Kern, I."}])
    assert (source.title, source.issued, source.authors) == ("Hochwasser", "2025", [{"literal": "Kern, I."}])
    assert not {"title", "issued", "authors"} & set(source.origins)
