"""The value of a claim and those of its sources on one axis, a row each."""

from __future__ import annotations

import html
import re

import pytest

from tests import make

COPY = "Some 52 people died. At least 12 people died in Lima. Another 5 miles of road were lost."


@pytest.fixture
def claim(db):
    """At least 12 people."""
    return make.claim()


def section(client, claim) -> str:
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    return page.partition('aria-labelledby="value-title"')[2].partition("</section>")[0]


def words(part: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split())


def some_52(copy, **columns):
    fixed = {"comparator": "about", "low": 52, "high": 52, "counted": "people", "unit": "people"}
    return make.proof(copy, "Some 52", **fixed | {"relation": "inside"} | columns)


def test_each_value_has_a_row_with_its_words_and_its_drawing(browse, rita, claim):
    copy = make.snapshot(make.source(), COPY)
    make.finding(claim, copy, some_52(copy))
    part = section(browse(rita), claim)
    assert re.findall(r'role="img" aria-label="([^"]+)"', part) == ["12 or more, no upper end", "52, more or less"]
    assert "Source 1 Some 52 people inside the article’s" in words(part)
    assert 'class="bar about"' in part
    assert 'class="band"' in part
    assert 'href="#account-1"' in part


def test_without_a_finding_the_value_stands_alone(browse, rita, claim):
    part = section(browse(rita), claim)
    assert part.count('role="img"') == 1
    assert "band" not in part


def test_what_only_came_near_is_not_drawn(browse, rita, claim):
    copy = make.snapshot(make.source(), COPY)
    make.finding(claim, copy, searched={"near_misses": [some_52(copy, subject="other")]})
    assert section(browse(rita), claim).count('role="img"') == 1


def test_a_value_in_another_unit_is_converted_or_said_to_have_no_place(browse, rita):
    claim = make.claim(figure_unit="kilometres", figure_counted="", figure_low=8, figure_text="at least 8 km")
    copy = make.snapshot(make.source(), COPY)
    miles = {"comparator": "exact", "low": 5, "high": 5, "relation": "equivalent"}
    odd = make.proof(copy, "At least 12", unit="people", comparator="exact", low=12, high=12)
    make.finding(claim, copy, make.proof(copy, "5 miles", unit="miles", **miles), odd)
    part = section(browse(rita), claim)
    assert 'aria-label="exactly 8.04672, in kilometres"' in part
    assert "in a unit without a place on this axis" in part
    page = browse(rita).get(f"/claims/{claim.pk}/").content.decode()
    assert "<bdi>5 miles</bdi>" in page


def test_an_axis_that_does_not_begin_at_zero_says_so(browse, rita):
    claim = make.claim(figure_text="12,400", figure_comparator="exact", figure_low=12_400, figure_high=12_400)
    copy = make.snapshot(make.source(), COPY)
    make.finding(claim, copy, some_52(copy, low=12_500, high=12_500, relation="disjoint"), finding="differs")
    assert "The axis does not begin at zero." in words(section(browse(rita), claim))
