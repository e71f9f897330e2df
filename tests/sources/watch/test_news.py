"""What followers of a source hear of its link: that it has turned, and no more."""

from __future__ import annotations

import pytest

from claimtracker.core.models import Happening
from tests.sources.watch.conftest import asked, clock, html, no_pause, site, site_at  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


def told() -> list[str]:
    return list(Happening.objects.filter(event="source.changed").order_by("id").values_list("words", flat=True))


def test_a_link_that_does_as_before_is_no_news(site, clock):  # noqa: F811
    site.answers["/flood"] = html()
    source = site.source(title="High water")
    for _ in range(3):
        asked(source)
        clock(days=1)
    assert told() == []


def test_a_link_that_dies_and_lives_again_is_told_at_each_turn(site, clock):  # noqa: F811
    site.answers["/flood"] = html()
    source = site.source(title="High water")
    asked(source)
    answer = site.answers.pop("/flood")
    for _ in range(3):
        clock(days=1)
        asked(source)
    site.answers["/flood"] = answer
    clock(days=1)
    asked(source)
    assert told() == ["Its link failed: High water", "Its link is dead: High water", "Its link works again: High water"]
    row = Happening.objects.latest("id")
    assert (row.subjects, row.path, row.by) == ([f"source:{source.pk}"], f"/sources/{source.pk}/", None)
